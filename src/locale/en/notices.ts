/** What admins are told unasked. */
export const notices = {
  unknown: (channel: string) => `Nobody can tell whether the debrief stands in ${channel}`,
  unknownWhy: (reason: string) =>
    `It was sent, and no answer came: ${reason}. It is not sent again by itself, so that it never stands there twice.`,
  unknownNext: 'Please look into the channel. If it is not there, post it.',
  postAnyway: 'Post anyway',
  refused: (channel: string) => `The debrief could not be posted in ${channel}`,
  lost: (channel: string) => `Debrief cannot post in ${channel} any more`,
  lostNext: 'Its debriefs wait. They go on by themselves once the channel is there and Debrief may post in it again.',
};
