import { type Day, half, pad, partOf, period, quarter, quarterOf } from '../calendar.ts';
import { capital, looksAhead, lower, ORDINAL, type Rule, rule, YEAR } from './rule.ts';

const fullYear = (text: string) => (text.length === 4 ? Number(text) : 2000 + Number(text.slice(-2)));
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 };
const nth = (text: string | undefined) => NTH[lower(text)] ?? (Number.parseInt(text ?? '', 10) || 0);

/** A year, quarter or half that has come by now, the last of its kind. */
function lastQuarter(n: number, today: Day | null, ahead: boolean): string | null {
  if (today === null) return null;
  const current = quarterOf(today.month);
  if (ahead) return quarter(n >= current ? today.year : today.year + 1, n);
  return quarter(n <= current ? today.year : today.year - 1, n);
}

/** What follows a number of four digits that counts something and is no year. */
const COUNTED =
  /^(?:[\s-]?(?:%|percent\b|per cent\b|[kMGT]?Wh?\b|km\b|kg\b|GPUs?\b|[kKMGT]B\b|MHz\b|ft\b|lbs?\b|mm\b)|[ -](?:people|persons|employees|workers|jobs|homes|houses|chips|servers|racks|dollars?|euros?|pounds?|yen|yuan|(?:kilo|mega|giga)?watts?|tons?|tonnes?|square|cubic|acres?|hectares?|feet|foot|miles?|(?:kilo|centi|milli)?met(?:er|re)s?|degrees?|years?|months|weeks|days|hours|minutes|seconds|pages|copies|points|times|units|users|customers|students|men|women|children|troops|soldiers|cars|votes|seats|calories|litres?|liters?|gallons?|barrels?|volts?|rpm|psi|mAh|pixels?)\b)/;
const NO_YEAR_BEFORE = /[\p{L}\d$€£¥₹#_.,/:-]$/u;

const DATING =
  /(?:^|[ (])(?:in|of|since|by|until|from|to|before|after|circa|during|and|year|early|late|mid|[A-Z][a-z]+ \d{1,2},) $/;

/** Years, halves, quarters, seasons and decades, the longest first. */
export const PERIODS: readonly Rule[] = [
  rule(`${YEAR}[- ]?Q([1-4])\\b`, ([, y, q]) => quarter(Number(y), Number(q))),
  rule(
    `(?:the )?${ORDINAL}[- ](quarter|half)(?: of| in)? (?:(?:fiscal|financial)(?: year)? ?|the )?${YEAR}\\b`,
    ([, n, what, y]) =>
      lower(what) === 'half' ? half(Number(y), lower(n) === 'last' ? 2 : nth(n)) : quarter(Number(y), nth(n)),
  ),
  rule(`${YEAR}(?:['’]s)?,? ${ORDINAL}[- ](quarter|half)\\b`, ([, y, n, what]) =>
    lower(what) === 'half' ? half(Number(y), nth(n)) : quarter(Number(y), nth(n)),
  ),
  rule(
    "(?:Q([1-4])(?: of | |-|/|(?=['’F]))|([1-4])Q[ -]?)(?:(?:fiscal|FY) ?)?['’]?((?:20|19)\\d\\d|\\d\\d)\\b",
    ([, a, b, y = '']) => quarter(fullYear(y), Number(a ?? b)),
  ),
  rule(
    "(?:H([12])(?: of | |-|(?=['’F]))|([12])H[ -]?)(?:(?:fiscal|FY) ?)?['’]?((?:20|19)\\d\\d|\\d\\d)\\b",
    ([, a, b, y = '']) => half(fullYear(y), Number(a ?? b)),
  ),
  rule('Q([1-4])\\b', ([, q], context) =>
    capital(context.text[context.at] ?? '') ? lastQuarter(Number(q), context.today, looksAhead(context)) : undefined,
  ),
  rule("FY ?['’]?((?:20|19)\\d\\d|\\d\\d)(?:[/-]\\d\\d(?:\\d\\d)?)?\\b", ([, y = '']) => pad(fullYear(y), 4)),
  rule(`(?:the )?(?:fiscal|financial)(?:[- ]year)?,? ${YEAR}\\b`, ([, y]) => y),
  rule('(?:the )?(year|month|quarter|week)[- ]end\\b', ([, unit], { today }) => {
    const now = period('this', lower(unit), today);
    return now === null ? null : partOf(now, 'end');
  }),
  rule(
    `(?:the )?(?:fiscal )?${ORDINAL}[- ](quarter|half)(?: of (?:this|the|last|next)(?: fiscal)? year)?\\b`,
    ([all, n, what], context) => {
      const { today } = context;
      const before = context.text.slice(Math.max(0, context.at - 6), context.at).toLowerCase();
      if (lower(n) === 'last' && lower(what) === 'quarter') return period('last', 'quarter', today);
      if (
        lower(what) === 'half' &&
        !/^(?:the )?(?:fiscal )?(?:first|second|1st|2nd) half of/i.test(all) &&
        !/the $/.test(before) &&
        !/^the /i.test(all)
      )
        return undefined;
      if (today === null) return null;
      const year = / last /i.test(all) ? today.year - 1 : / next /i.test(all) ? today.year + 1 : null;
      if (lower(what) === 'half') return half(year ?? today.year, nth(n));
      return year === null ? lastQuarter(nth(n), today, looksAhead(context)) : quarter(year, nth(n));
    },
  ),
  rule(`(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}\\b`, ([, season, y]) => {
    const first = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[lower(season)] ?? 1;
    return first === 12 ? `${y}-12/${Number(y) + 1}-02` : `${y}-${pad(first)}/${y}-${pad(first + 2)}`;
  }),
  rule("['’](\\d)0s\\b", ([, decade]) => `19${decade}0/19${decade}9`),
  rule(`(?:the )?(early |mid-?|late )?((?:1[5-9]|20)\\d)0['’]?s\\b`, ([, , decade]) => `${decade}0/${decade}9`),
  rule(`${YEAR}[-–/](\\d\\d)\\b(?![-/\\d])`, ([, y = '', z = '']) =>
    Number(y.slice(2)) < Number(z) ? `${y}/${y.slice(0, 2)}${z}` : undefined,
  ),
  rule(`${YEAR}(?![\\d\\p{L}]|[.,]\\d|[-–/](?!(?:1[5-9]|20)\\d\\d\\b)\\d|-\\p{Ll}\\b)`, ([, y], { text, at }) => {
    if (
      NO_YEAR_BEFORE.test(text.slice(Math.max(0, at - 1), at)) &&
      !/(?:mid|early|late|pre|post|year|since|\d{4})[-–]$/i.test(text.slice(Math.max(0, at - 6), at))
    )
      return undefined;
    // Before 1800 four digits are a year only where something says so.
    if (Number(y) < 1800 && !DATING.test(text.slice(Math.max(0, at - 16), at))) return undefined;
    return COUNTED.test(text.slice(at + 4, at + 24)) ? undefined : y;
  }),
];
