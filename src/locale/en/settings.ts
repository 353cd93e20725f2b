import { counted } from '../counted.ts';
import { spoken } from './schedules.ts';

const SET_UP = 'channel schedule weekdays 8:30 Berlin';

/** What is said of a workspace's settings: its channels, its people, what was changed, and what is kept. */
export const settings = {
  spoken,
  nameAChannel: 'Name the channel (--channel), or say this in the channel that it is about.',
  noneYet: `This channel gets no debrief yet. Set one up with: ${SET_UP}`,
  noChannels: `No channel gets a debrief yet. Set one up with: ${SET_UP}`,
  offAlready: (channel: string) => `${channel} gets no debrief already.`,
  nothingToPause: (channel: string) => `${channel} gets no debrief; there is nothing to pause.`,
  notPausedButOff: (channel: string) => `${channel} is not paused: it is off. To start it: ${SET_UP}`,
  off: (channel: string) => `${channel} gets no debrief: it is off. To have one: ${SET_UP}`,
  gets: (channel: string, when: string, what: string, next: string) =>
    `${channel} gets its debrief ${when}: ${what}. ${next}`,
  what: (topics: string, feeds: string, rest: readonly string[]) =>
    `${topics}, from ${feeds}${rest.length > 0 ? `; ${rest.join('; ')}` : ''}`,
  next: (moments: string) => `Next: ${moments}.`,
  stands: (state: string, note: string | null) => `It is ${state}: ${note ?? 'by an admin'}.`,
  byAnAdmin: 'by an admin',
  untilResumed: 'by an admin, until it is resumed',
  states: { active: 'on', paused: 'paused', off: 'off', lost: 'lost' },
  noneDue: 'no debrief is due',
  allTopics: 'all topics',
  anyTopic: 'whatever its feeds bring',
  allFeeds: 'all feeds of this workspace',
  feeds: (count: number) => counted(count, 'feed'),
  channels: (count: number) => counted(count, 'channel'),
  longForm: 'in the long form',
  inLanguage: (language: string) => `in ${language}`,
  inUnchecked: (language: string) =>
    `in ${language}, which cannot be checked, with the checked English behind each line`,
  follows: (names: string) => `follows ${names}`,
  mutes: (names: string) => `mutes ${names}`,
  notOn: (days: string) => `not on ${days}`,
  none: 'none',
  notPaused: 'not paused',
  nobody: 'nobody',
  aspects: {
    state: 'state',
    when: 'when',
    topics: 'topics',
    feeds: 'feeds',
    follows: 'follows',
    mutes: 'mutes',
    length: 'length',
    language: 'language',
    holidays: 'holidays',
    calls: 'calls',
    pausedUntil: 'paused until',
    next: 'next',
  },
  settingColumns: ['Setting', 'Now'],
  channelColumns: ['Channel', 'When', 'Topics', 'Next'],
  thisTerminal: 'This terminal',
  notSaved: (missing: string) => `Nothing was saved: ${missing}.`,
  soAlready: (words: string) => `That is so already. ${words}`,
  changed: (differences: string) => `Changed, ${differences}. To take it back: undo`,
  notADate: (option: string, typed: string) =>
    `${option}: expected a date such as 2027-01-04, 4 Jan or monday, got “${typed}”`,
  past: (option: string, day: string) => `${option}: ${day} is past; expected a day to come`,
  noHoliday: (day: string, holidays: string) => `${day} is no holiday here: ${holidays || 'there is none'}.`,
  notListed: (word: string, list: string) => `“${word}” is not in the list: ${list || 'it is empty'}.`,
  folderAlone: (folder: string) => `“${folder}” is a folder of your feeds; it stands alone: channel topics ${folder}`,
  folders: (names: string) => `Folders of your feeds: ${names}.`,
  languageNeedsModel:
    'Another language than English needs a model: the owner of this machine sets OPENAI_API_KEY, or OPENAI_BASE_URL.',

  aRole: 'Expected a role of this Discord server, or none to call nobody: channel call @readers',
  aPerson: 'Expected a person of this workspace: mention them with @, or give their id.',
  adminAlready: 'This person may change settings here already.',
  adminAdded: 'Done: this person may change settings here.',
  adminRemoved: 'Done: this person may not change settings here any more, unless the platform says so.',
  notNamed: (person: string, named: string) =>
    `Nobody was removed: “${person}” was not named. Named are: ${named || 'none'}.`,
  nobodyNamed: 'Nobody was named; the platform’s own admins may change settings.',
  named: (count: number) => `${count} named`,
  yourself: 'That is you already; name somebody else.',
  handedOver: (person: string) => `Handed over to ${person}`,
  handover: (person: string, wasNamed: boolean) =>
    `${person} may change settings here now${wasNamed ? '; you may not any more, unless the platform says so' : ''}. How it stands, for both of you:`,
  handoverNext: 'What was changed, and by whom: audit. Everything as a file: export. Taken back: undo.',

  changes: 'Changes',
  changesOf: 'Changes in this workspace',
  noChanges: 'Nothing was changed here yet.',
  changeColumns: ['When', 'Who', 'Command', 'What'],
  takenBack: (detail: string) => `${detail} (taken back)`,
  nothingToUndo: 'There is no change of yours that could be taken back; audit lists what was changed.',
  changedSince: (what: string, names: string) =>
    `Nothing was taken back: after your ${what}, ${names} was changed again (audit tells by whom). Change it by hand, so that nobody’s later change is lost.`,
  changeOf: (action: string, moment: string) => `${action} of ${moment}`,
  undone: (action: string) => `Taken back: ${action}`,
  undoneOf: (what: string, detail: string) => `Taken back, ${what}: ${detail}`,
  undoAgain: 'undo again takes back the change before it; audit lists them all.',

  usageWithoutModel:
    'No model is configured: every debrief is written from the articles’ own sentences, and costs nothing.',
  notAsked: (model: string, days: number) =>
    `The model (${model}) was not asked for this workspace in the last ${days} days.`,
  usageColumns: ['Day', 'Requests', 'Tokens in', 'Tokens out', 'USD'],
  usageShared: 'A debrief that other workspaces share counts here in full.',
  usageSummary: 'What the model has cost',
  usageOf: (model: string) => `Usage of ${model}`,

  everything: (channels: number, feeds: number) =>
    `Everything of this workspace: ${counted(channels, 'channel')}, ${counted(feeds, 'feed')}`,
  counts: (all: {
    readonly channels: number;
    readonly feeds: number;
    readonly admins: number;
    readonly reports: number;
    readonly changes: number;
  }) =>
    `${counted(all.channels, 'channel')} with their schedules, ${counted(all.feeds, 'feed')}, ${counted(all.admins, 'named admin')}, ${counted(all.reports, 'report')} and ${counted(all.changes, 'entry', 'entries')} of the audit`,
  wouldDelete: 'Nothing was deleted. This would delete, for good and without undo:',
  keepACopy: 'To keep a copy: ',
  toDelete: '. To do it: ',
  deleted: 'Deleted',
  deletedAll: (counts: string) =>
    `Deleted: ${counts}. Nothing is posted any more. What stands in the channels stays there until somebody deletes it there.`,

  onItsWay: (channel: string) => `The debrief is on its way to ${channel}.`,
  noneAnyMore: 'This channel gets no debrief any more.',
  notEdited: (channel: string, reason: string) => `Nothing was edited in ${channel}: ${reason}.`,
  edited: (channel: string) => `The debrief in ${channel} was edited.`,
  notInDoubt: 'This debrief is not in doubt any more; nothing was posted.',
  postedAgain: 'It is posted again.',
};
