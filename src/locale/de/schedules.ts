import type { Words } from '../en/index.ts';

const EXAMPLE = 'zum Beispiel: weekdays 8:30 Berlin';

export const spoken: Words['settings']['spoken'] = {
  everyDay: 'täglich',
  weekdays: 'werktags',
  weekends: 'am Wochenende',
  names: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  upTo: (first, last) => `${first} bis ${last}`,
  on: (days) => days,
  rule: (days, times) => `${days} um ${times.join(' und ')} Uhr`,
  rules: (rules) => rules.join(' und '),
};

export const schedules: Words['schedules'] = {
  spoken,
  notHourly: 'Ein Überblick kommt zu festen Uhrzeiten; nenne sie, etwa: daily 8:00, 12:00 and 16:00',
  notMonthly: 'Ein Überblick kommt jede Woche an denselben Tagen; nenne sie, etwa: mondays 9:00',
  nameDays: 'Nenne die Tage, etwa: mon and thu 9:00',
  notOnce: 'Ein Zeitplan gilt für jede Woche; „post“ sendet sofort',
  notOff: '„channel off“ beendet die Überblicke eines Kanals, „channel pause“ hält sie eine Weile an',
  noTime: (word) => `„${word}“ ist keine Uhrzeit; Uhrzeiten sind etwa 8:30, 8.30am, noon oder 16:00`,
  notUnderstood: (word, meant) =>
    `„${word}“ ist kein Tag, keine Uhrzeit und keine Zeitzone${meant === null ? `; erwartet wird, ${EXAMPLE}` : `; meintest du ${meant}?`}`,
  severalZones: (name, cities) => `„${name}“ hat mehrere Zeitzonen; nenne eine Stadt, etwa ${cities.join(', ')}`,
  severalTimes: (day) => `Es gibt mehrere Uhrzeiten; sage, welche für ${day} gilt, ${EXAMPLE}`,
  whichDays: (times) => `${times.join(' und ')}: an welchen Tagen?`,
  whatTime: (days) => `${days}: um wie viel Uhr?`,
  tooLong: `Ein Zeitplan hat wenige Wörter, ${EXAMPLE}`,
  nothing: `erwartet werden Tage, eine Uhrzeit oder eine Zeitzone, ${EXAMPLE}`,
  oneZone: (zones) => `Ein Kanal hat eine Zeitzone; das sind ${zones.length}: ${zones.join(', ')}`,
  noDay: `Es bleibt kein Tag, erwartet werden Tage wie weekdays, ${EXAMPLE}`,
};
