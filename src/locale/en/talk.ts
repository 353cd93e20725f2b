import { counted } from '../counted.ts';

/** What the bot says of itself: help, refusals, its welcome, its home page, its forms, and what it could not read of a line. */
export const talk = {
  audiences: { everyone: 'For everyone', admin: 'For admins', owner: 'For the owner of this machine' },
  commandColumns: ['Command', 'What it does'],
  example: (line: string) => `Example: ${line}`,
  moreAboutOne: 'More about one: ',
  receipts: '. Every figure and quote has its receipt: [n] opens the article at the sentence.',
  canAsk: 'What you can ask Debrief',
  greeting: 'Hello. Ask in your own words, or say one of these; “help” lists all of them.',
  moreRows: (count: number) => `${count} more: `,

  storeFault: (fault: string) => `Nothing was done. ${fault}. Whoever runs Debrief has to see to it.`,
  failed:
    'That failed on our side and was logged. Please try again; an admin can look with /debrief-admin feeds check.',
  closed: (command: string, audience: 'admin' | 'owner') =>
    `“${command}” is for ${audience === 'admin' ? 'admins of this workspace' : 'the owner of the machine, in its terminal'}.`,
  oldButton: 'This button belongs to an older version and does nothing any more. /debrief help shows what there is.',
  oldForm: 'This button belongs to an older version and opens nothing any more. /debrief help shows what there is.',
  buttonClosed: 'This button is for admins of this workspace.',
  formClosed: 'Only admins of this workspace may change this.',
  formGone: 'This form can not be sent any more; please open it again.',

  ofCommandLine: (word: string) => `“${word}” belongs to the command line: debrief ${word}, in a shell.`,
  several: (word: string) => `“${word}” may mean several commands.`,
  writeItOut: (typed: string) => `“${typed}” is not run from an abbreviation; please write it out.`,
  didYouMean: (typed: string, meant: string) => `There is no command “${typed}”; did you mean ${meant}?`,
  groupHas: (typed: string, group: string) => `There is no command “${typed}”; ${group} has these:`,
  anAddress: (address: string) =>
    `There is no command “${address}”. To add it as a feed: feeds add ${address}. To ask what became of that article: why ${address}.`,
  noCommand: (word: string, line: string) =>
    `There is no command “${word}”. To look up figures: figures ${line}. To ask: ask ${line}. All there is: help.`,
  aWholeNumber: 'a whole number',
  yesOrNo: 'yes or no',
  oneOf: (choices: string, meant: string | null) =>
    `one of ${choices}${meant === null ? '' : ` (did you mean ${meant}?)`}`,
  valueMissing: (option: string, expected: string) => `--${option}: a value is missing, ${expected}`,
  expected: (option: string, expected: string, got: string) => `${option}: expected ${expected}, got “${got}”`,
  noOption: (flag: string, command: string, meant: string | null) =>
    `--${flag} is not an option of ${command}${meant === null ? '' : `; did you mean --${meant}?`}`,
  tooMany: (word: string, command: string) => `“${word}” is one word too many for ${command}`,
  missing: (option: string, expected: string) => `${option} is missing: ${expected}`,
  noSpan: (typed: string) =>
    `since: expected a span such as 30d, 6w or last month, or a date such as 2026-10-01, got “${typed}”`,

  installed: 'Debrief is installed',
  installedNext:
    'It posts nowhere until you say where and when. Its feeds are read already, so the first debrief can be today’s.',
  invite: 'Invite Debrief to the channel that should get it.',
  inviteDiscord: 'See that Debrief may view the channel that should get it, and send messages and files there.',
  chooseByAdmin: 'An admin of this workspace chooses that channel and a time; you are none, but can ask them below.',
  adminsAre: (names: readonly string[]) =>
    names.length === 1
      ? `Its admin is ${names[0]}.`
      : `Its admins are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
  askAnAdmin: 'Ask an admin to set it up',
  asksAdmins: (name: string) => `${name} would like Debrief in a channel: choose which, and when.`,
  adminsAsked: 'The admins of this workspace have your request, once a day.',
  adminsAway: 'The admins cannot be written to just now; please try again later.',
  chooseBelow: 'Choose that channel and a time below; only admins can.',
  look: 'Show me a debrief',
  lookFirst: 'See what it looks like: the button below shows you alone the newest debrief.',
  askAnything: (field: string) => `Ask it anything about ${field}, here or in a channel: `,

  latest: 'Latest debrief',
  whereItStands: 'where it stands',
  readIt: 'Read it here',
  nextDebriefs: 'Next debriefs',
  noTime: 'no time is set',
  nextOn: (moment: string) => `next on ${moment}`,
  chooseOne: 'No channel gets a debrief yet: choose one, and a time.',
  anAdminSetsUp: 'No channel gets a debrief yet. An admin of the workspace sets one up here.',
  andMore: (count: number) => `and ${count} more`,
  feeds: 'Feeds',
  feedsStand: (count: number, unwell: number) =>
    `${counted(count, 'feed')}, ${unwell === 0 ? 'none of them failing' : `${unwell} not well`}.`,
  andMoreFeeds: (count: number) => `and ${count} more: `,
  chooseAChannel: 'Choose a channel and a time',
  changeChannel: (channel: string) => `Change ${channel}`,
  addAChannel: 'Add a channel',
  showPreview: 'Show me what it would post',
  addAFeed: 'Add a feed',
  adminsChange: 'Admins of this workspace change this.',
  everybodyAsks: 'Everybody asks: ',
  nothingNew: 'nothing new',

  forms: {
    ask: {
      title: 'Ask Debrief',
      submit: 'Ask',
      label: 'Your question',
      hint: 'Answered from the articles of your feeds, with the sentences it rests on.',
      fault: 'Please type a question.',
    },
    feed: {
      title: 'Add a feed',
      submit: 'Find it',
      label: 'Address of a site or of its feed',
      hint: 'Such as: gridweekly.example. What is found is shown to you before it is added.',
      fault: 'Please give an address.',
    },
    report: {
      title: 'This is wrong',
      submit: 'Report',
      label: 'Which figure or quote?',
      hint: 'Copy it as it is shown, such as: 2.4 gigawatts. It is hidden here until an admin has looked.',
      fault: 'Please copy the figure or the quote.',
    },
    schedule: {
      title: 'The daily debrief',
      submit: 'Save',
      channel: 'Channel',
      channelHint: 'Invite Debrief to it first; nothing is posted before the time below.',
      channelFault: 'Please choose a channel.',
      when: 'Days, time and time zone',
      whenHint: 'Such as: weekdays 8:30 Berlin, or: mon wed fri 9am and 4pm New York',
      topics: 'Topics',
      topicsHint: 'None chosen means all of them.',
      anyTopic: 'Whatever the feeds bring',
    },
  },
};
