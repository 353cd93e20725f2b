/** What admins are told unasked. */
export const notices = {
  unknown: (channel: string) => `Nobody can tell whether the debrief stands in ${channel}`,
  unknownWhy: (reason: string) =>
    `It was sent, no answer came, and whether it stands there cannot be looked up: ${reason}. It is not sent again by itself, so that it never stands there twice.`,
  unknownNext: 'Please look into the channel. If it is not there, post it.',
  postAnyway: 'Post anyway',
  refused: (channel: string) => `The debrief could not be posted in ${channel}`,
  failed: (channel: string) => `The debrief fails in ${channel}, by a fault of Debrief`,
  failedNext: 'It is tried again every minute until its time has passed. The log tells what fails; please report it.',
  lost: (channels: readonly string[], more: number) =>
    `Debrief cannot post in ${channels.join(', ')}${more > 0 ? ` and ${more} more channels` : ''} any more`,
  lostNext: 'The debriefs there wait. They go on by themselves once Debrief may post there again.',
  skipped: (channel: string, slot: string) => `The debrief of ${slot} was not posted in ${channel}`,
  skippedWhy: (reason: string) => `It was skipped: ${reason}. The next one tells what it would have told.`,
  skippedNext: '“/debrief-admin post” in the channel posts what there is now.',
  outage: (since: string) => `Nothing can be reached from here since ${since}`,
  outageNext:
    'No feed’s server answers: this machine’s network or name resolution seems to be down. Debriefs go on with what was read before; it is tried again all the while.',
  outageOver: 'Feeds can be reached again',
  outageWas: (since: string, until: string) =>
    `Nothing could be reached from ${since} to ${until}. What was published meanwhile is read now.`,
  left: (articles: number) =>
    `${articles === 1 ? 'An article was' : `${articles} articles were`} left unread, by a fault of Debrief`,
  leftNext:
    'All else goes on. The log names each with what fails; please report it. What else is left today stands in the log alone.',
  noNews: (since: string) => `No news since ${since}`,
  noNewsNext: (failing: number, feeds: number) =>
    `A day has passed in which no feed brought anything new; ${failing} of ${feeds} of the default pack fail. “feeds check” tells of each; Debrief goes on polling.`,
};
