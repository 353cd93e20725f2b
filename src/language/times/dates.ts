import { isoDay, pad, weekday } from '../calendar.ts';
import { type Context, capital, looksAhead, lower, MONTH, type Rule, rule, YEAR } from './rule.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)';

const monthOf = (name: string | undefined) => MONTHS.indexOf(lower(name).slice(0, 3)) + 1;

/** The year of a month that stands without one: the last time it came, or the next where the sentence looks ahead. */
function yearOf(month: number, context: Context): number | null {
  const { today } = context;
  if (today === null) return null;
  if (month === today.month) return today.year;
  const ahead = (month - today.month + 12) % 12;
  const coming = looksAhead(context) || ahead === 1;
  return month > today.month === coming ? today.year : coming ? today.year + 1 : today.year - 1;
}

function monthAndDay(month: number, day: number, year: number | null): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return year === null ? `--${pad(month)}-${pad(day)}` : isoDay({ year, month, day });
}

/** What stands before a day of the month, where the month could be another word. */
const DATED = /\b(?:on|by|from|since|until|through|before|after|dated) $/i;

/** Days, months and weekdays by their names, the longest first. */
export const DATES: readonly Rule[] = [
  rule(
    '(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?![\\d-])',
    ([, y, m, d]) => monthAndDay(Number(m), Number(d), Number(y)) ?? undefined,
  ),
  rule(
    `${MONTH} ?(\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?(?:%|percent|million|billion))(?:(?:,| ,)? ?${YEAR}\\b)?`,
    ([all, m, d, y], context) => {
      if (
        lower(m) === 'may' &&
        !capital(all) &&
        y === undefined &&
        !DATED.test(context.text.slice(Math.max(0, context.at - 8), context.at))
      )
        return undefined;
      const month = monthOf(m);
      if (Number(d) > 31 || Number(d) < 1) return undefined;
      return monthAndDay(month, Number(d), y === undefined ? yearOf(month, context) : Number(y));
    },
  ),
  rule(`(\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? ${MONTH}(?![\\p{L}])(?:,? ${YEAR}\\b)?`, ([, d, m, y], context) => {
    const month = monthOf(m);
    if (
      Number(d) > 31 ||
      Number(d) < 1 ||
      (m === 'may' && y === undefined && !DATED.test(context.text.slice(Math.max(0, context.at - 8), context.at)))
    )
      return undefined;
    return monthAndDay(month, Number(d), y === undefined ? yearOf(month, context) : Number(y));
  }),
  rule(
    `${MONTH}(?:-|–| to | through )${MONTH}(?: quarter| period)?(?:(?: of)? ${YEAR})?\\b`,
    ([, from, to, y], context) => {
      const [first, last] = [monthOf(from), monthOf(to)];
      const year = y === undefined ? yearOf(last, context) : Number(y);
      if (first >= last) return undefined;
      return year === null ? `--${pad(first)}/--${pad(last)}` : `${year}-${pad(first)}/${year}-${pad(last)}`;
    },
  ),
  rule(`${MONTH}(?:,| of|-)? ?${YEAR}\\b`, ([, m, y]) => `${y}-${pad(monthOf(m))}`),
  rule(`(?:(last|this|next|past|previous) )${MONTH}\\b`, ([, which, m], { today }) => {
    const month = monthOf(m);
    if (today === null) return `--${pad(month)}`;
    const year =
      lower(which) === 'next'
        ? month > today.month
          ? today.year
          : today.year + 1
        : lower(which) === 'this'
          ? today.year
          : month < today.month
            ? today.year
            : today.year - 1;
    return `${year}-${pad(month)}`;
  }),
  rule(`${MONTH}(?![\\p{L}\\d]|-\\p{L})`, ([all, m], context) => {
    const { text, at } = context;
    if (!capital(all) || /^(?:mar|jan|sun|dec|sep|jun|jul|apr|feb|aug|oct|nov)$/i.test(all)) return undefined;
    if (
      /^(?:may|march|august)$/i.test(all) &&
      !/\b(?:in|of|since|by|until|through|late|early|mid|during|and|to|from|for|last|next|this|before|after|between|['’]s)[ -]$/i.test(
        text.slice(Math.max(0, at - 9), at),
      )
    )
      return undefined;
    const month = monthOf(m);
    const year = yearOf(month, context);
    return year === null ? `--${pad(month)}` : `${year}-${pad(month)}`;
  }),
  rule(
    `(?:(last|next|this) )?${WEEKDAY}\\b(?:,? ${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?)?`,
    ([all, which, name = '', m, d, y], context) => {
      if (m !== undefined) {
        const month = monthOf(m);
        return monthAndDay(month, Number(d), y === undefined ? yearOf(month, context) : Number(y));
      }
      if (name.length < 6) return undefined;
      return capital(all) || capital(name) || which !== undefined
        ? weekday(lower(name), lower(which), context.today)
        : undefined;
    },
  ),
];
