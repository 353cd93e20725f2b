/** What a platform says by itself: of answers that come late, elsewhere or not at all, and of files. */
export const platforms = {
  failed: 'That failed on our side and was logged. Please try again.',
  tooLate: 'That took too long; please press the button again.',
  oneMoment: 'One moment: this is being looked at.',
  notThere: (reason: string) => `Debrief could not say this where you asked: ${reason}.`,
  inMessages: (file: string) => `${file} is in your direct message with Debrief.`,
  below: (file: string) => `${file} follows below.`,
  share: 'Share in the channel',
  shared: (name: string | null, line: string) => `${name === null ? '' : `Shared by ${name}: `}/debrief ${line}`,
  moreStories: (count: number) => (count === 1 ? '1 more story' : `${count} more stories`),
  moreEntries: (count: number) => (count === 1 ? '1 more entry' : `${count} more entries`),
  inThread: 'in the thread',
  inFile: (file: string) => `in ${file}`,
  inFileThere: (file: string) => `in ${file}, in your direct message with Debrief`,
  inLatest: 'with /debrief latest',
};
