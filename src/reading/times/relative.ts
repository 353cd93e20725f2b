import { smallNumber } from '../../language/numbers.ts';
import { back, period } from './calendar.ts';
import { lower, type Rule, rule } from './rule.ts';

const COUNT =
  '(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)';
const UNIT = '(day|week|month|quarter|year|decade)';

export const count = (text: string | undefined) =>
  /^an?$/.test(lower(text)) ? 1 : (smallNumber(lower(text)) ?? Number(text));

/** Times by their distance from today, the longest first. */
export const RELATIVE: readonly Rule[] = [
  rule(
    'day beside today',
    '(?:(?:earlier |later )?(today|yesterday|tomorrow|tonight))\\b',
    ([, word], { today }) => back(lower(word) === 'yesterday' ? 1 : lower(word) === 'tomorrow' ? -1 : 0, 'day', today),
    { yesterday: '2026-11-23', 'later today': '2026-11-24' },
  ),
  rule(
    'period beside today',
    `(?:(?:earlier|later) )?(this|last|next|the (?:past|previous|coming|following|current)) (?:calendar |fiscal |financial )?${UNIT}\\b`,
    ([, which, unit], { today }) => period(lower(which).replace('the ', ''), lower(unit), today),
    { 'last year': '2025', 'next month': '2026-12', 'this quarter': '2026-Q4', 'the current year': '2026' },
    ['the last years'],
  ),
  rule(
    'so long ago',
    `${COUNT} ${UNIT}s? (?:ago|earlier|before)\\b`,
    ([, n, unit], { today }) => back(count(n), lower(unit), today),
    { 'three years ago': '2023', 'a month earlier': '2026-10' },
    ['three years'],
    'relative',
  ),
  rule(
    'so long until or from now',
    `(?:the |over the |in the )?(last|past|next|previous|coming) ${COUNT} ${UNIT}s?\\b`,
    ([, which, n, unit], { today }) => {
      if (today === null) return null;
      const ahead = /next|coming/i.test(which ?? '');
      const [now, then] = [back(0, lower(unit), today), back(ahead ? -count(n) : count(n), lower(unit), today)];
      return ahead ? `${now}/${then}` : `${then}/${now}`;
    },
    { 'the past three years': '2023/2026', 'the next two quarters': '2026-Q4/2027-Q2' },
    [],
    'length',
  ),
];
