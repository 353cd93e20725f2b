const EXAMPLE = 'for instance: weekdays 8:30 Berlin';

/** Days and times of a schedule. */
export const spoken = {
  everyDay: 'every day',
  weekdays: 'on weekdays',
  weekends: 'on weekends',
  names: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  upTo: (first: string, last: string) => `${first} to ${last}`,
  on: (days: string) => `on ${days}`,
  rule: (days: string, times: readonly string[]) => `${days} at ${times.join(' and ')}`,
  rules: (rules: readonly string[]) => rules.join(', and '),
};

/** What is said where a schedule is not understood, or is none that a debrief can have. */
export const schedules = {
  spoken,
  notHourly: 'A debrief comes at named times of the day; name them, such as: daily 8:00, 12:00 and 16:00',
  notMonthly: 'A debrief comes on the same days each week; name them, such as: mondays 9:00',
  nameDays: 'Name the days, such as: mon and thu 9:00',
  notOnce: 'A schedule is for every week; “post” posts at once',
  notOff: '“channel off” ends the debriefs of a channel, “channel pause” stops them for a while',
  noTime: (word: string) => `“${word}” is no time of day; times are such as 8:30, 8.30am, noon or 16:00`,
  notUnderstood: (word: string, meant: string | null) =>
    `“${word}” is no day, time or time zone${meant === null ? `; expected, ${EXAMPLE}` : `; did you mean ${meant}?`}`,
  severalZones: (name: string, cities: readonly string[]) =>
    `“${name}” has several time zones; name a city, such as ${cities.join(', ')}`,
  severalTimes: (day: string) => `There are several times; say which is meant on ${day}, ${EXAMPLE}`,
  whichDays: (times: readonly string[]) => `${times.join(' and ')}: on which days?`,
  whatTime: (days: string) => `${days}: at what time?`,
  tooLong: `A schedule has few words, ${EXAMPLE}`,
  nothing: `expected days, a time or a time zone, ${EXAMPLE}`,
  oneZone: (zones: readonly string[]) => `A channel has one time zone; these are ${zones.length}: ${zones.join(', ')}`,
  noDay: `No day is left, expected days such as weekdays, ${EXAMPLE}`,
};
