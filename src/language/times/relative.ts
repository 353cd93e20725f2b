import { back, period } from '../calendar.ts';
import { lower, type Rule, rule } from './rule.ts';

const COUNT =
  '(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)';

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const count = (text: string | undefined) =>
  TENS[lower(text)] ?? (NUMBERS.includes(lower(text)) ? NUMBERS.indexOf(lower(text)) : Number(text));

/** Times by their distance from today, the longest first. */
export const RELATIVE: readonly Rule[] = [
  rule('(?:(?:earlier |later )?(today|yesterday|tomorrow|tonight))\\b', ([, word], { today }) =>
    back(lower(word) === 'yesterday' ? 1 : lower(word) === 'tomorrow' ? -1 : 0, 'day', today),
  ),
  rule(
    '(?:(?:earlier|later) )?(this|last|next|the (?:past|previous|coming|following)) (?:calendar |fiscal |financial )?(week|month|quarter|year|decade)\\b',
    ([, which, unit], { today }) => period(lower(which).replace('the ', ''), lower(unit), today),
  ),
  rule(
    `${COUNT} (day|week|month|quarter|year|decade)s? (?:ago|earlier|before)\\b`,
    ([, n, unit], { today }) => back(count(n), lower(unit), today),
    'relative',
  ),
  rule(
    `(?:the |over the |in the )?(last|past|next|previous|coming) ${COUNT} (day|week|month|quarter|year|decade)s?\\b`,
    ([, which, n, unit], { today }) => {
      if (today === null) return null;
      const [now, then] = [
        back(0, lower(unit), today),
        back(/next|coming/i.test(which ?? '') ? -count(n) : count(n), lower(unit), today),
      ];
      return /next|coming/i.test(which ?? '') ? `${now}/${then}` : `${then}/${now}`;
    },
    'relative',
  ),
];
