import { isoDay, monthsUntil, pad, weekday } from './calendar.ts';
import { type Context, capital, lower, MONTH, monthOf, type Rule, rule, YEAR, yearOf } from './rule.ts';

const WEEKDAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

function monthAndDay(month: number, day: number, year: number | null): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return year === null ? `--${pad(month)}-${pad(day)}` : isoDay({ year, month, day });
}

/** What stands before a day of the month, where the month could be another word. */
const DATED = /\b(?:on|by|from|since|until|through|before|after|dated) $/i;
const isDated = ({ text, at }: Context): boolean => DATED.test(text.slice(Math.max(0, at - 8), at));

/** A day of a month, its year told or found. */
function dayIn(m: string | undefined, d: string | undefined, y: string | undefined, context: Context) {
  if (Number(d) > 31 || Number(d) < 1) return undefined;
  const month = monthOf(m);
  return monthAndDay(month, Number(d), y === undefined ? yearOf(month, context) : Number(y));
}

/** Words that a month is told with which could be another word ("may", "march"). */
const DATING =
  /\b(?:in|of|since|by|until|through|late|early|mid|during|and|to|from|for|last|next|this|before|after|between|['’]s)[ -]$/i;

/** Days, months and weekdays by their names, the longest first. */
export const DATES: readonly Rule[] = [
  rule(
    'ISO 8601',
    '(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?![\\d-])',
    ([, y, m, d]) => monthAndDay(Number(m), Number(d), Number(y)) ?? undefined,
    { 'on 2026-11-24': '2026-11-24' },
    ['part 2026-13-40'],
  ),
  rule(
    'month, day',
    `${MONTH} ?${DAY}\\b(?! ?(?:%|percent|million|billion))(?:(?:,| ,)? ?${YEAR}\\b)?`,
    ([all, m, d, y], context) =>
      lower(m) === 'may' && !capital(all) && y === undefined && !isDated(context) ? undefined : dayIn(m, d, y, context),
    { 'on Nov. 6, 1999': '1999-11-06', 'on October 12': '2026-10-12' },
    ['it may 5 times'],
  ),
  rule(
    'day, month',
    `${DAY}(?: day)?(?: of)? ${MONTH}(?![\\p{L}])(?:,? ${YEAR}\\b)?`,
    ([, d, m, y], context) =>
      m === 'may' && y === undefined && !isDated(context) ? undefined : dayIn(m, d, y, context),
    { 'on 6 November 1999': '1999-11-06', 'on the 1st of March 2027': '2027-03-01' },
    ['the 5 may leave'],
  ),
  rule(
    'from month to month',
    `${MONTH}(?:-|–| to | through )${MONTH}( quarter)?(?: period)?(?:(?: of)? ${YEAR})?\\b`,
    ([, from, to, quarter, y], context) => {
      const [first, last] = [monthOf(from), monthOf(to)];
      const year = y === undefined ? yearOf(last, context) : Number(y);
      if (first >= last) return undefined;
      if (year === null)
        return quarter === undefined || last % 3 > 0 ? `--${pad(first)}/--${pad(last)}` : `--Q${last / 3}`;
      return quarter === undefined
        ? `${year}-${pad(first)}/${year}-${pad(last)}`
        : monthsUntil(year, last, last - first + 1);
    },
    { 'from January to March 2027': '2027-01/2027-03', 'in the July-September quarter': '2026-Q3' },
  ),
  rule(
    'quarter by its last month',
    `${MONTH}[- ]quarter(?:(?: of)? ${YEAR})?\\b`,
    ([, m, y], context) => {
      const month = monthOf(m);
      const year = y === undefined ? yearOf(month, context) : Number(y);
      return year === null ? (month % 3 > 0 ? `--${pad(month)}` : `--Q${month / 3}`) : monthsUntil(year, month, 3);
    },
    { 'in the September quarter': '2026-Q3', 'the October quarter of 2026': '2026-08/2026-10' },
  ),
  rule('month of a year', `${MONTH}(?:,| of|-)? ?${YEAR}\\b`, ([, m, y]) => `${y}-${pad(monthOf(m))}`, {
    'in March 2027': '2027-03',
  }),
  rule(
    'month of a year beside today',
    `${MONTH}(?: of)? (last|this|next) year\\b`,
    ([, m, which], { today }) => {
      if (today === null) return null;
      const years = { last: -1, this: 0, next: 1 }[lower(which)] ?? 0;
      return `${today.year + years}-${pad(monthOf(m))}`;
    },
    { 'October of last year': '2025-10', 'March next year': '2027-03' },
    ['March last'],
  ),
  rule(
    'this, last or next month by name',
    `(?:(last|this|next|past|previous) )${MONTH}\\b(?: ${DAY}\\b)?`,
    ([, which, m, d], { today }) => {
      const month = monthOf(m);
      if (today === null) return d === undefined ? `--${pad(month)}` : `--${pad(month)}-${pad(Number(d))}`;
      const year =
        lower(which) === 'next'
          ? today.year + (month > today.month ? 0 : 1)
          : today.year - (lower(which) === 'this' || month < today.month ? 0 : 1);
      return d === undefined ? `${year}-${pad(month)}` : monthAndDay(month, Number(d), year);
    },
    { 'last March': '2026-03', 'next March': '2027-03', 'this October 7 story': '2026-10-07' },
  ),
  rule(
    'month',
    `${MONTH}(?![\\p{L}\\d]|-\\p{L})`,
    ([all], context) => {
      const { text, at } = context;
      if (!capital(all) || /^(?:mar|jan|sun|dec|sep|jun|jul|apr|feb|aug|oct|nov)$/i.test(all)) return undefined;
      if (/^(?:may|march|august)$/i.test(all) && !DATING.test(text.slice(Math.max(0, at - 9), at))) return undefined;
      const month = monthOf(all);
      const year = yearOf(month, context);
      return year === null ? `--${pad(month)}` : `${year}-${pad(month)}`;
    },
    { 'it opened in March': '2026-03', 'it will open in March': '2027-03' },
    ['March on', 'they may leave', 'May said so'],
  ),
  rule(
    'weekday',
    `(?:(last|next|this) )?${WEEKDAY}\\b(?:,? ${MONTH} ${DAY}(?:,? ${YEAR})?)?`,
    ([all, which, name = '', m, d, y], context) => {
      if (m !== undefined) return dayIn(m, d, y, context);
      if (name.length < 6) return undefined;
      return capital(all) || capital(name) || which !== undefined
        ? weekday(lower(name), lower(which), context.today)
        : undefined;
    },
    { 'on Monday': '2026-11-23', 'next Friday': '2026-11-27', 'on Friday, March 5, 2027': '2027-03-05' },
    ['the sun rose'],
  ),
];
