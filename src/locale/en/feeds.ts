import { counted } from '../counted.ts';

const entries = (count: number): string => counted(count, 'entry', 'entries');

/** What is said of feeds: found, added, imported, how they do. */
export const feeds = {
  found: (name: string, count: number, address: string) =>
    `Found “${name}” (${entries(count)}) at ${address}. Its newest:`,
  foundOne: (name: string) => `Found “${name}”`,
  foundSeveral: (count: number) => `Found ${counted(count, 'feed')}`,
  candidate: (name: string, count: number, address: string, newest: string | null) =>
    `“${name}” (${entries(count)}) at ${address}${newest === null ? '' : `; its newest: ${newest}`}`,
  toAdd: 'To add it: ',
  toAddOne: 'To add one of them: ',
  theSameAddress: '<the same address>',
  itsAddress: '<its address>',
  add: 'Add',
  addNumber: (n: number) => `Add ${n}`,
  cancel: 'Cancel',
  noRoom: (most: number) => `This workspace has ${most} feeds of its own, which is the most; feeds remove makes room.`,
  hereAlready: (name: string, hadEnded: boolean) =>
    `“${name}” is among the feeds of this workspace already${hadEnded ? '; it had ended, and is read again within a minute' : ''}.`,
  added: (name: string) => `Added: “${name}”. Its last day counts as news; it is read within a minute.`,
  notFound: (address: string) => `No feed was found at ${address}`,
  notFoundNext: (address: string) =>
    `No feed was found at ${address}. Give the feed’s own address, which the site often shows as “RSS”.`,
  settled: 'This feed was added or dropped already; feeds list shows what there is.',
  nothingAdded: 'Nothing was added.',
  fault: (address: string, fault: string) => `${address}: ${fault}`,

  columns: ['Feed', 'How it does', 'Read last', 'In 7 days', 'Next'],
  fine: 'fine',
  never: 'never',
  count: (count: number) => counted(count, 'feed'),
  statuses: { fine: 'fine', slow: 'slow', failing: 'failing', gone: 'gone', new: 'not polled yet' },
  none: 'no feeds',
  noneYet: 'There are no feeds yet: feeds add <address>.',
  odd: 'What was odd about their entries in the last week:',
  oddOf: (name: string, count: number, title: string, note: string) =>
    `${name}: ${entries(count)}, such as “${title}”: ${note}`,

  answered: (address: string, status: number) =>
    `${address} answered ${status}; open it in a browser to see what is there.`,
  importedFrom: (count: number, address: string) => `${counted(count, 'feed')} from ${address}`,
  imported: (count: number) => `${counted(count, 'feed')} added`,
  importedNext: (count: number, known: number) =>
    `${counted(count, 'feed')} added${known > 0 ? `, ${known} were here already` : ''}. They are read within a minute; only their last day counts as news. To take all of it back: undo`,
  notImported: (count: number, most: number) =>
    `${counted(count, 'more feed')} of the list not added: a workspace may have ${most} of its own. feeds remove makes room.`,
  broughtNone: (count: number) => `${counted(count, 'line')} brought none:`,
  line: (line: string, reason: string) => `${line}: ${reason}`,
  exported: (count: number) => `${counted(count, 'feed')} as OPML`,
  keptBack: (count: number) =>
    `${counted(count, 'feed')} of this machine ${count === 1 ? 'is' : 'are'} not in the list: the address is a secret.`,

  unknown: (typed: string) => `There is no feed “${typed}” here; feeds list shows them.`,
  whichOne: (typed: string) => `Nothing was removed: no feed is called just “${typed}”. Which one is meant?`,
  andMore: (count: number) => `and ${count} more: feeds list`,
  removed: (name: string) =>
    `Removed “${name}” from this workspace. What it brought stays in earlier debriefs. To have it back: undo`,
};
