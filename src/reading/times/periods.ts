import { type Day, half, monthsUntil, pad, partOf, period, quarter, quarterOf } from './calendar.ts';
import { count } from './relative.ts';
import { capital, looksAhead, lower, MONTH, monthOf, ORDINAL, type Rule, rule, YEAR, yearOf } from './rule.ts';

const fullYear = (text: string) => (text.length === 4 ? Number(text) : 2000 + Number(text.slice(-2)));
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 };
const nth = (text: string | undefined) => NTH[lower(text)] ?? (Number.parseInt(text ?? '', 10) || 0);

/** A quarter that has come by now, the last of its kind; the next where the sentence looks ahead. */
function lastQuarter(n: number, today: Day | null, ahead: boolean): string {
  if (today === null) return `--Q${n}`;
  const current = quarterOf(today.month);
  const year = ahead ? (n >= current ? today.year : today.year + 1) : n <= current ? today.year : today.year - 1;
  return quarter(year, n);
}

const halfOf = (year: number | null, n: number) => (year === null ? `--H${n}` : half(year, n));
const MONTHS = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]months?(?: period)?';
/** So many months up to the end of one, in no year: a quarter where they are one of the calendar. */
const yearlessUntil = (month: number, n: number) =>
  n === 3 && month % 3 === 0 ? `--Q${month / 3}` : `--${pad(month)}`;
/** "ended September 30, 2026", "to March" */
const ENDED = `(?:,? (?:that|which))?(?: had)? (?:ended|ending|to|through)(?: on)?(?: \\d{1,2}(?:st|nd|rd|th)?)? ${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? ${YEAR})?(?![\\p{L}\\d])`;

/** What follows a number of four digits that counts something and is no year. */
const COUNTED =
  /^(?:[\s-]?(?:%|percent\b|per cent\b|[kMGT]?Wh?\b|km\b|kg\b|GPUs?\b|[kKMGT]B\b|MHz\b|ft\b|lbs?\b|mm\b)|[ -](?:people|persons|employees|workers|jobs|homes|houses|chips|servers|racks|dollars?|euros?|pounds?|yen|yuan|(?:kilo|mega|giga)?watts?|tons?|tonnes?|square|cubic|acres?|hectares?|feet|foot|miles?|(?:kilo|centi|milli)?met(?:er|re)s?|degrees?|years?|months|weeks|days|hours|minutes|seconds|pages|copies|points|times|units|users|customers|students|men|women|children|troops|soldiers|cars|votes|seats|calories|litres?|liters?|gallons?|barrels?|volts?|rpm|psi|mAh|pixels?)\b)/;
const MORE = /\b(?:about|some|nearly|almost|than|over|roughly|around) $/i;
const NO_YEAR_BEFORE = /[\p{L}\d$€£¥₹#_.,/:-]$/u;

const DATING =
  /(?:^|[ (])(?:in|of|since|by|until|from|to|before|after|circa|during|and|year|early|late|mid|[A-Z][a-z]+ \d{1,2},) $/;

const FIRST_MONTH: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const seasonOf = (year: number, first: number): string =>
  first === 12 ? `${year}-12/${year + 1}-02` : `${year}-${pad(first)}/${year}-${pad(first + 2)}`;

/** Years, halves, quarters, seasons and decades, the longest first. */
export const PERIODS: readonly Rule[] = [
  rule(
    'months that ended',
    // What is put off by nine months to June goes on until then, and does not take so long.
    `(?<!\\bby )(?:the )?(?:(?:first|last) )?${MONTHS}${ENDED}`,
    ([, n, m, y], context) => {
      const year = y === undefined ? yearOf(monthOf(m), context) : Number(y);
      return year === null ? yearlessUntil(monthOf(m), count(n)) : monthsUntil(year, monthOf(m), count(n));
    },
    {
      'three months to 30 September': '2026-Q3',
      'the nine months ended September 30, 2026': '2026-01/2026-09',
      'three months to June': '2026-Q2',
      'six months ended 30 June 2026': '2026-01/2026-06',
      'the twelve months ending March 2027': '2026-04/2027-03',
    },
    ['nine months later'],
  ),
  rule(
    'period that ended',
    `(?:the )?(?:fiscal |financial )?(?:${ORDINAL} )?(?:fiscal )?(quarter|half|year)${ENDED}`,
    ([, , unit, m, y], context) => {
      const year = y === undefined ? yearOf(monthOf(m), context) : Number(y);
      const months = { quarter: 3, half: 6, year: 12 }[lower(unit)] ?? 12;
      return year === null ? yearlessUntil(monthOf(m), months) : monthsUntil(year, monthOf(m), months);
    },
    {
      'the third quarter ended October 31, 2026': '2026-08/2026-10',
      'the fiscal year to March 2027': '2026-04/2027-03',
      'the quarter ended September 30': '2026-Q3',
    },
    ['the quarter to come'],
  ),
  rule(
    'first months of a year',
    `(?:the )?first ${MONTHS}(?: of (?:${YEAR}|the year|this year))?`,
    ([, n, y], { today }) => {
      const year = y === undefined ? today?.year : Number(y);
      return year === undefined ? null : `${year}-01/${year}-${pad(Math.min(count(n), 12))}`;
    },
    { 'the first nine months': '2026-01/2026-09', 'the first ten months of 2025': '2025-01/2025-10' },
  ),
  rule('quarter behind its year', `${YEAR}[- ]?Q([1-4])\\b`, ([, y, q]) => quarter(Number(y), Number(q)), {
    '2027 Q2': '2027-Q2',
  }),
  rule(
    'quarter or half of a year',
    `(?:the )?${ORDINAL}[- ](?:fiscal )?(quarter|half)(?: of| in)? (?:(?:its |their |the )?(?:fiscal|financial)(?: year)? ?|the )?${YEAR}\\b`,
    ([, n, what, y]) =>
      lower(what) === 'half' ? half(Number(y), lower(n) === 'last' ? 2 : nth(n)) : quarter(Number(y), nth(n)),
    {
      'in the third quarter of 2026': '2026-Q3',
      'in the first half of 2027': '2027-01/2027-06',
      'the second quarter of its fiscal year 2027': '2027-Q2',
    },
  ),
  rule(
    'year and its quarter or half',
    `${YEAR}(?:['’]s)?,? ${ORDINAL}[- ](quarter|half)\\b`,
    ([, y, n, what]) => (lower(what) === 'half' ? half(Number(y), nth(n)) : quarter(Number(y), nth(n))),
    { "2026's third quarter": '2026-Q3' },
  ),
  rule(
    'quarter in short, with its year',
    "(?:Q([1-4])(?: of | |-|/|(?=['’F]))|([1-4])Q[ -]?)(?:(?:fiscal|FY) ?)?['’]?((?:20|19)\\d\\d|\\d\\d)\\b",
    ([, a, b, y = '']) => quarter(fullYear(y), Number(a ?? b)),
    { 'in Q3 2026': '2026-Q3', "in Q1'27": '2027-Q1', 'in 3Q26': '2026-Q3', 'Q4 FY26': '2026-Q4' },
  ),
  rule(
    'half in short, with its year',
    "(?:H([12])(?: of | |-|(?=['’F]))|([12])H[ -]?)(?:(?:fiscal|FY) ?)?['’]?((?:20|19)\\d\\d|\\d\\d)\\b",
    ([, a, b, y = '']) => half(fullYear(y), Number(a ?? b)),
    { 'in H1 2027': '2027-01/2027-06', 'in 2H26': '2026-07/2026-12' },
  ),
  rule(
    'quarter in short',
    'Q([1-4])\\b',
    ([, q], context) =>
      capital(context.text[context.at] ?? '') ? lastQuarter(Number(q), context.today, looksAhead(context)) : undefined,
    { 'in Q3': '2026-Q3', 'expected in Q1': '2027-Q1' },
    ['q3 build'],
  ),
  rule(
    'fiscal year in short',
    "FY ?['’]?((?:20|19)\\d\\d|\\d\\d)(?:[/-]\\d\\d(?:\\d\\d)?)?\\b",
    ([, y = '']) => pad(fullYear(y), 4),
    { 'in FY27': '2027', 'in FY2026/27': '2026' },
  ),
  rule('fiscal year', `(?:the )?(?:fiscal|financial)(?:[- ]year)?,? ${YEAR}\\b`, ([, y]) => y, {
    'in fiscal 2027': '2027',
  }),
  rule(
    'end of a period',
    '(?:the )?(year|month|quarter|week)[- ]end\\b',
    ([, unit], { today }) => {
      const now = period('this', lower(unit), today);
      return now === null ? null : partOf(now, 'end');
    },
    { 'by year-end': '../2026-12-31' },
  ),
  rule(
    'quarter or half',
    `(?:the )?(?:fiscal )?${ORDINAL}[- ](?:fiscal )?(quarter|half)(?: of (?:this|the|last|next)(?: fiscal)? year)?\\b`,
    ([all, n, what], context) => {
      const { today } = context;
      const before = context.text.slice(Math.max(0, context.at - 6), context.at).toLowerCase();
      if (lower(n) === 'last' && lower(what) === 'quarter') return period('last', 'quarter', today);
      const whole = /^(?:the )?(?:fiscal )?(?:first|second|1st|2nd) half of/i.test(all);
      if (lower(what) === 'half' && !whole && !/the $/.test(before) && !/^the /i.test(all) && !/-half/i.test(all))
        return undefined;
      const year =
        today === null ? null : / last /i.test(all) ? today.year - 1 : / next /i.test(all) ? today.year + 1 : null;
      if (lower(what) === 'half') return halfOf(year ?? today?.year ?? null, nth(n));
      return year === null ? lastQuarter(nth(n), today, looksAhead(context)) : quarter(year, nth(n));
    },
    {
      'in the third quarter': '2026-Q3',
      'third-quarter revenue': '2026-Q3',
      'the second half of next year': '2027-07/2027-12',
      'its first-half report': '2026-01/2026-06',
    },
    ['first half empty'],
  ),
  rule(
    'season',
    `(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}\\b`,
    ([, season, y]) => seasonOf(Number(y), FIRST_MONTH[lower(season)] ?? 1),
    { 'in the spring of 2027': '2027-03/2027-05', 'winter 2026': '2026-12/2027-02' },
  ),
  rule(
    'season beside this one',
    '(last|this|next) (spring|summer|autumn|winter)\\b',
    ([, which, season], { today }) => {
      if (today === null) return null;
      const first = FIRST_MONTH[lower(season)] ?? 1;
      // The last of its kind that has begun, which may be under way and is then neither the last nor the next one.
      const begun = today.month >= first ? today.year : today.year - 1;
      const isNow = (today.year - begun) * 12 + today.month - first < 3;
      const year = { last: isNow ? begun - 1 : begun, this: isNow ? begun : begun + 1 }[lower(which)] ?? begun + 1;
      return seasonOf(year, first);
    },
    { 'next summer': '2027-06/2027-08', 'last spring': '2026-03/2026-05', 'last winter': '2025-12/2026-02' },
  ),
  rule('decade in short', "['’](\\d)0s\\b", ([, decade]) => `19${decade}0/19${decade}9`, { "the '90s": '1990/1999' }),
  rule(
    'decade',
    `(?:the )?(early |mid-?|late )?((?:1[5-9]|20)\\d)0['’]?s\\b`,
    ([, , decade]) => `${decade}0/${decade}9`,
    { 'in the 1990s': '1990/1999' },
  ),
  rule(
    'years in short',
    `${YEAR}[-–/](\\d\\d)\\b(?![-/\\d])`,
    ([, y = '', z = '']) => (Number(y.slice(2)) < Number(z) ? `${y}/${y.slice(0, 2)}${z}` : undefined),
    { 'in 2026-27': '2026/2027' },
  ),
  rule(
    'year',
    `${YEAR}(?![\\d\\p{L}]|[.,]\\d|[-–/](?!(?:1[5-9]|20)\\d\\d\\b)\\d|-\\p{Ll}\\b)`,
    ([, y], { text, at }) => {
      if (
        NO_YEAR_BEFORE.test(text.slice(Math.max(0, at - 1), at)) &&
        !/(?:mid|early|late|pre|post|year|since|\d{4})[-–]$/i.test(text.slice(Math.max(0, at - 6), at))
      )
        return undefined;
      // Before 1800 four digits are a year only where something says so.
      if (Number(y) < 1800 && !DATING.test(text.slice(Math.max(0, at - 16), at))) return undefined;
      // "about 2000 passengers"
      if (MORE.test(text.slice(Math.max(0, at - 12), at)) && /^ \p{Ll}+s\b/u.test(text.slice(at + 4, at + 24)))
        return undefined;
      return COUNTED.test(text.slice(at + 4, at + 24)) ? undefined : y;
    },
    { 'in 2026': '2026', '(2026-2036)': '2026/2036' },
    ['2000 people', '$2026', 'a 2000-MW plant', '1,999 homes'],
  ),
];
