/** A command as help and the platforms' menus tell it: what it does, and what each of its options is. By its path. */
export const commands: CommandTexts = {
  latest: {
    summary: 'the last debrief or that of a day, whole or of one topic',
    options: {
      topic: 'a topic such as power, a day such as yesterday or 2026-11-22, or both',
      markdown: 'as Markdown, whole',
    },
  },
  story: {
    summary: 'a story of the last debrief, whole: points, figures, quotes, sources',
    options: { n: 'its number in the debrief' },
  },
  figures: {
    summary: 'figures on a company, place or subject, the weightiest and newest first, each with its receipt',
    options: {
      topic: 'a company, a place or words, such as northwind power',
      unit: 'a unit, such as GW, USD or %',
      since: 'how far back, such as 30d or 2026-10-01',
      from: 'skip this many',
      format: 'all of them for a spreadsheet or a program',
    },
  },
  trend: {
    summary: 'how a figure has moved over time, as a chart with its points and receipts',
    options: { topic: 'a company, a place or words, such as h200 rental', unit: 'a unit, such as GW, USD or %' },
  },
  quotes: {
    summary: 'what somebody said, or was said about something, word for word',
    options: { about: 'a person, a company or a subject' },
  },
  ask: {
    summary: 'a question, answered from the articles with their sentences as receipts, or not at all',
    options: { question: 'in your own words' },
  },
  receipt: {
    summary: 'what [n] of the last debrief stands on: publisher, date, the sentences, the link',
    options: { n: 'the number in [ ]' },
  },
  why: {
    summary: 'why a story is in, out, or where it stands; without a name, how the last debrief came about',
    options: { story: 'a story’s number, an article’s address, or words of its title' },
  },
  page: { summary: 'the debriefs in a browser: receipts, archive, look-up, charts; and as a feed', options: {} },
  'links revoke': {
    summary: 'end every link to pages and feeds of this workspace that was given out',
    options: {},
  },
  report: {
    summary: '“this is wrong”: hides a figure or quote here until an admin has looked',
    options: { what: 'the figure or quote as it is shown, or a part of it' },
  },
  help: {
    summary: 'what you can ask, or how one command is used',
    options: { command: 'a command, such as feeds add' },
  },
  'feeds list': {
    summary: 'the feeds of this workspace, with how they do',
    options: { all: 'also beyond the first twenty' },
  },
  'feeds add': {
    summary: 'find the feed of a site, show it, and add it to this workspace',
    options: { address: 'the address of a site or of a feed', yes: 'add the first that is found without asking' },
  },
  'feeds remove': { summary: 'take a feed out of this workspace', options: { feed: 'its whole name, or its address' } },
  'feeds check': { summary: 'which feeds are fine, slow or failing, and what to do', options: {} },
  'feeds import': {
    summary: 'add the feeds of an OPML list; its folders become topics',
    options: { address: 'the address of an OPML file' },
  },
  'feeds export': { summary: 'the feeds of this workspace as OPML, for any feed reader', options: {} },
  channels: {
    summary: 'all channels at a glance: when, what, and the next post',
    options: { all: 'also beyond the first twenty' },
  },
  'channel show': {
    summary: 'what a channel gets, when, and its next three posts',
    options: { channel: 'another channel than this one' },
  },
  'channel schedule': {
    summary: 'when a channel gets its debrief: days, times, time zone',
    options: {
      when: 'such as: weekdays 8:30 Berlin, or: mon wed fri 9am and 4pm New York',
      channel: 'another channel than this one',
    },
  },
  'channel off': {
    summary: 'no debriefs in a channel any more; its settings are kept',
    options: { channel: 'another channel than this one' },
  },
  'channel topics': {
    summary: 'which topics a channel gets: some, all, or any (whatever its feeds bring)',
    options: {
      topics: 'topics split by commas or spaces, “all”, “any”, or one folder of your own feeds',
      channel: 'another channel than this one',
    },
  },
  'channel follow': {
    summary: 'names and words whose stories rank higher here',
    options: {
      words: 'names or words split by commas; with a minus before it, one is taken out',
      channel: 'another channel than this one',
    },
  },
  'channel mute': {
    summary: 'names and words whose stories are left out here',
    options: {
      words: 'names or words split by commas; with a minus before it, one is taken out',
      channel: 'another channel than this one',
    },
  },
  'channel style': {
    summary: 'how much a channel gets: short, or long with a section for each topic',
    options: { length: 'short or long', channel: 'another channel than this one' },
  },
  'channel language': {
    summary: 'the language that a model writes a channel’s debrief in; quotes stay as they were said',
    options: { language: 'its code, such as de', channel: 'another channel than this one' },
  },
  'channel call': {
    summary: 'a role of this Discord server that each debrief calls; without one, nobody is called',
    options: { role: 'the role', channel: 'another channel than this one' },
  },
  'channel pause': {
    summary: 'no debriefs here until a date, or until it is resumed',
    options: {
      until: 'the day on which they come again, such as 2027-01-04 or monday; without one, until it is resumed',
      channel: 'another channel than this one',
    },
  },
  'channel resume': {
    summary: 'debriefs come again after a pause',
    options: { channel: 'another channel than this one' },
  },
  'channel holidays': {
    summary: 'dates without a debrief here, added to those there are; with a minus before it, one is taken out',
    options: {
      dates: 'dates split by commas, or “none” for no holiday at all',
      channel: 'another channel than this one',
    },
  },
  preview: { summary: 'what would be posted here now, shown to you alone', options: {} },
  post: {
    summary: 'post the debrief of a channel now, whatever its schedule says',
    options: { channel: 'another channel than this one' },
  },
  republish: {
    summary: 'edit the newest debrief of a channel into what it says now, without what was reported as wrong',
    options: { channel: 'another channel than this one' },
  },
  'admins list': { summary: 'who was named to change settings here', options: {} },
  'admins add': {
    summary: 'name somebody who may change settings here beside the platform’s own admins',
    options: { person: 'a person: mention them with @, or give their id' },
  },
  'admins remove': {
    summary: 'take back what admins add gave',
    options: { person: 'a person: mention them with @, or give their id' },
  },
  'admins handover': {
    summary: 'hand this workspace over: somebody else is named, you are not any more, and both read how it stands',
    options: { person: 'a person: mention them with @, or give their id' },
  },
  undo: { summary: 'take back your last change of settings, an import as one', options: {} },
  export: { summary: 'everything that is kept of this workspace, as JSON', options: {} },
  delete: {
    summary: 'delete everything of this workspace, for good; said without the word “everything”, it tells what that is',
    options: { what: 'the word “everything”' },
  },
  usage: { summary: 'what the model has cost this workspace, day by day', options: {} },
  audit: {
    summary: 'who changed what in this workspace, the newest first',
    options: { all: 'also beyond the first twenty' },
  },
};

type CommandText = { readonly summary: string; readonly options: Readonly<Record<string, string>> };
export type CommandTexts = Readonly<Record<string, CommandText>>;
