import { back, type Day, dayOf, half, isoDay, pad, partOf, period, quarter, quarterOf, weekday } from './calendar.ts';

/**
 * A time as a text states it. `when` is an ISO 8601 date, month, quarter (`2026-Q1`) or year, or an interval of these,
 * open where the text leaves it open (`../2027-12-31`); `--11-06` and `--11` (XML Schema's gMonthDay and gMonth) where no
 * year is known; null where it depends on a day of publication that is not known.
 */
export type Time = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly when: string | null;
  /** `calendar` names a time; `relative` tells its distance ("three years ago"), whose number counts something. */
  readonly kind: 'calendar' | 'relative';
};

type Reading = { readonly end: number; readonly when: string | null; readonly kind?: 'relative' };
type Context = { readonly text: string; readonly at: number; readonly today: Day | null };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const WEEKDAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)';
const YEAR = '((?:1[5-9]|20)\\d\\d|2100)';
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|final|last)';
const COUNT =
  '(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)';

const sticky = (source: string) => new RegExp(source, 'iuy');
const lower = (text: string | undefined) => (text ?? '').toLowerCase();
const monthOf = (name: string | undefined) => MONTHS.indexOf(lower(name).slice(0, 3)) + 1;
/** Words before a month without a year that say it is still to come. */
const AHEAD =
  /\b(?:will|would|shall|plans?|planned|expect(?:s|ed)?|due|scheduled|starting|next|coming|aims?|to (?:open|start|begin|launch|go|ship))\b/i;

const looksAhead = ({ text, at }: Context) =>
  AHEAD.test(text.slice(Math.max(0, at - 90), at).replace(/^.*[.!?;]\s/s, ''));

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

const fullYear = (text: string) => (text.length === 4 ? Number(text) : 2000 + Number(text.slice(-2)));
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 };
const nth = (text: string | undefined) => NTH[lower(text)] ?? (Number.parseInt(text ?? '', 10) || 0);
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

/** What stands before a day of the month, where the month could be another word. */
const DATED = /\b(?:on|by|from|since|until|through|before|after|dated) $/i;

const DATING =
  /(?:^|[ (])(?:in|of|since|by|until|from|to|before|after|circa|during|and|year|early|late|mid|[A-Z][a-z]+ \d{1,2},) $/;

type Rule = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, context: Context) => string | null | undefined;
  readonly kind?: 'relative';
};
const rule = (source: string, read: Rule['read'], kind?: 'relative'): Rule => ({
  pattern: sticky(source),
  read,
  ...(kind === undefined ? {} : { kind }),
});

const capital = (text: string) => /^\p{Lu}/u.test(text);

/** Longest first. A rule that answers undefined does not apply after all. */
const RULES: readonly Rule[] = [
  rule(
    '(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?![\\d-])',
    ([, y, m, d]) => monthAndDay(Number(m), Number(d), Number(y)) ?? undefined,
  ),
  rule(`${YEAR}[- ]?Q([1-4])\\b`, ([, y, q]) => quarter(Number(y), Number(q))),
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
  rule(
    `(?:the )?(?:(early|mid|late)(?:[- ])|(?:the )?(start|beginning|middle|end|close)(?: of| in)(?: the year)? )((?:fiscal )?${YEAR}|${MONTH}(?: ${YEAR})?|(?:the|this|next|last) (?:year|month|decade|century)|the ${ORDINAL} (?:quarter|half)(?: of ${YEAR})?|Q[1-4](?: ${YEAR})?)\\b`,
    ([, which, edge, inner = ''], { today }) => {
      const whole = inner.replace(/^the (year|month)/i, 'this $1');
      const within = readAt({ text: whole, at: 0, today });
      if (within === null || within.when === null || within.when.startsWith('--'))
        return within === null ? undefined : within.when;
      return partOf(within.when, lower(which ?? edge));
    },
  ),
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

function readAt(context: Context): Reading | null {
  for (const { pattern, read, kind } of RULES) {
    pattern.lastIndex = context.at;
    const found = pattern.exec(context.text);
    if (found === null) continue;
    const when = read(found, context);
    if (when !== undefined) return { end: context.at + found[0].length, when, ...(kind === undefined ? {} : { kind }) };
  }
  return null;
}

/** Where a time can begin: the rules are tried there and nowhere else. */
const TRIGGER =
  /(?<![\p{L}\p{N}]|\d[.,])(?:\d{4}(?!\d)|['’]\d0s|\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)? (?=[JFMASOND][a-z]{2}|[jfasond][a-z]{2})|\d{1,2} (?=(?:day|week|month|quarter|year|decade)s? (?:ago|earlier|before))|[1-4]Q|[12]H|Q[1-4]|H[12]|FY|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tue|wed|thu|fri|sat|sun)|(?:fiscal|financial|first|second|third|fourth|final|last|past|next|this|previous|coming|early|earlier|mid|late|later|start|beginning|middle|end|close|year|month|quarter|week|spring|summer|autumn|fall|winter|today|yesterday|tomorrow|tonight|1st|2nd|3rd|4th|the (?:past|previous|coming|following|last|next|early|mid|late)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?=[ -]|s?\b))/giu;

/** What stands before a time and opens it, at the end of the text before it. */
const OPENER =
  /\b(?:(by|until|till|through|before|no later than|up to)|(since|starting in|starting|beginning in|beginning|as of|from)|(from|between))\s+(?:about |around )?(?:the )?$/i;
const RANGE = /^ ?(?:to|through|until|till|and|-|–|—) ?(?:about |around )?(?:the )?/i;
const ONWARD = /^ (?:on|onwards?|forward)\b/i;

const isSpan = (when: string) => when.includes('/');

/**
 * The times of a text, in order and never overlapping. `published` is the day (ISO 8601) that relative ones ("last
 * year", "in March", "on Monday") count from.
 */
export function timesIn(text: string, published: string | null): Time[] {
  const today = dayOf(published);
  const times: Time[] = [];
  let done = 0;
  TRIGGER.lastIndex = 0;
  for (let hit = TRIGGER.exec(text); hit !== null; hit = TRIGGER.exec(text)) {
    const at = hit.index;
    const first = readAt({ text, at, today });
    if (first === null) {
      TRIGGER.lastIndex = at + 1;
      continue;
    }
    let { end, when } = first;
    let start = at;
    const before = text.slice(Math.max(done, at - 32), at);
    const opener = OPENER.exec(before);
    const opening = opener === null ? '' : lower(opener[1] ?? opener[2] ?? opener[3]);
    const link = RANGE.exec(text.slice(end, end + 24));
    const closes =
      link !== null &&
      when !== null &&
      !isSpan(when) &&
      first.kind === undefined &&
      (/from|between/.test(opening) || !/and/i.test(link[0]));
    const second = closes ? readAt({ text, at: end + link[0].length, today }) : null;
    if (
      second !== null &&
      second.when !== null &&
      when !== null &&
      second.kind === undefined &&
      when <= second.when &&
      !isSpan(second.when)
    ) {
      end = second.end;
      when = `${when}/${second.when}`;
      if (/from|between/.test(opening)) start -= opener?.[0].length ?? 0;
    } else if (when !== null && first.kind === undefined && opening !== '') {
      const closed = opener?.[1] !== undefined;
      const onward = ONWARD.exec(text.slice(end, end + 10));
      if (closed) when = `../${when.split('/').at(-1)}`;
      else if (opening !== 'as of' && opening !== 'between' && (opening !== 'from' || onward !== null))
        when = `${when.split('/')[0]}/..`;
      if (closed || when.endsWith('/..')) {
        start -= opener?.[0].length ?? 0;
        if (onward !== null) end += onward[0].length;
      }
    }
    times.push({ start, end, text: text.slice(start, end), when, kind: first.kind ?? 'calendar' });
    done = end;
    TRIGGER.lastIndex = end;
  }
  return times;
}
