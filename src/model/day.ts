/**
 * Whether an instant is a day of which no time is told: it is kept as its midnight in UTC, and no publisher's clock says that to the
 * millisecond otherwise.
 */
export const isDayAlone = (at: string): boolean => at.endsWith('T00:00:00.000Z');
