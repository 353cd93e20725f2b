import { dayOf, partOf } from './times/calendar.ts';
import { CLOCK } from './times/clock.ts';
import { DATES } from './times/dates.ts';
import { PERIODS } from './times/periods.ts';
import { RELATIVE } from './times/relative.ts';
import { type Context, type Kind, lower, MONTH, ORDINAL, type Reading, type Rule, rule, YEAR } from './times/rule.ts';

/** How a time bounds what is told of it. `until` lasts up to it, `by` happens no later; `from` begins with it, `after` past it. */
export type Bound = 'at' | 'during' | 'by' | 'until' | 'before' | 'from' | 'after';

/**
 * A time as a text states it. `when` is an ISO 8601 date, month, quarter (`2026-Q1`) or year, or an interval of these,
 * open where the text leaves it open (`../2027-12-31`), with the time of day where it is told (`2026-10-12T03:30`,
 * `T03:30`); `--11-06`, `--11` (XML Schema's gMonthDay and gMonth), `--Q3` and `--H1` where no year is known; null where it
 * depends on a day of publication that is not known.
 */
export type Time = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly when: string | null;
  /** What it says without a day of publication, in the same form: "on Nov. 6" is `--11-06`, "last year" null. */
  readonly bare: string | null;
  readonly bound: Bound;
  /** "from 2026" alone, which may begin there or be what is compared: it is bound at it. */
  readonly behindFrom?: true;
  readonly kind: Kind;
  /** Of a financial year, which need not begin in January. */
  readonly fiscal: boolean;
  /** "every Monday", "each quarter" */
  readonly recurring: boolean;
};

/** A part of another time: "early 2027", "the end of the third quarter". */
const PART: Rule = rule(
  'part of a period',
  `(?:the )?(?:(early|mid|late)(?:[- ]| in )|(?:the )?(start|beginning|middle|end|close) of(?: the year)? )((?:fiscal )?${YEAR}|${MONTH}(?: ${YEAR})?|(?:the|this|next|last) (?:year|month|decade|century)|the ${ORDINAL} (?:quarter|half)(?: of ${YEAR})?|Q[1-4](?: ${YEAR})?)\\b`,
  ([all, which, edge, inner = ''], { text, at, today }) => {
    const whole = inner.replace(/^the (year|month)/i, 'this $1');
    // Where it stands, since the words around tell the year of a month.
    const within = readAt(
      whole === inner ? { text, at: at + all.length - inner.length, today } : { text: whole, at: 0, today },
    );
    if (within === null || within.when === null || within.when.startsWith('--'))
      return within === null ? undefined : within.when;
    return partOf(within.when, lower(which ?? edge));
  },
  {
    'in early 2029': '2029-01/2029-04',
    'by the end of 2027': '../2027-12-31',
    'late 2029': '2029-09/2029-12',
    'by the end of March': '../2026-03-31',
  },
  ['the end of it'],
);

export const RULES: readonly Rule[] = [...DATES, PART, ...PERIODS, ...RELATIVE, ...CLOCK];

function readAt(context: Context): Reading | null {
  for (const { pattern, read, kind } of RULES) {
    pattern.lastIndex = context.at;
    const found = pattern.exec(context.text);
    if (found === null) continue;
    const when = read(found, context);
    if (when === undefined) continue;
    const bare = context.today === null ? when : (read(found, { ...context, today: null }) ?? null);
    return { end: context.at + found[0].length, when, bare, kind };
  }
  return null;
}

/** Where a time can begin: the rules are tried there and nowhere else. */
const TRIGGER =
  /(?<![\p{L}\p{N}]|\d[.,:])(?:\d{4}(?!\d)|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\d{1,2}:\d\d|['’]\d0s|\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)? (?=[JFMASOND][a-z]{2}|[jfasond][a-z]{2})|\d{1,2} (?=(?:day|week|month|quarter|year|decade)s? (?:ago|earlier|before|ended|ending|to|through))|[1-4]Q|[12]H|Q[1-4]|H[12]|FY|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tue|wed|thu|fri|sat|sun)|(?:fiscal|financial|first|second|third|fourth|final|last|past|next|this|previous|coming|early|earlier|mid|late|later|start|beginning|middle|end|close|year|month|quarter|half|week|spring|summer|autumn|fall|winter|today|yesterday|tomorrow|tonight|1st|2nd|3rd|4th|the (?:past|previous|coming|following|current|last|next|early|mid|late)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?=[ -]|s?\b))/giu;

/** Words that bound a time, as they stand right before it. */
const BOUNDS: readonly (readonly [Bound, string])[] = [
  ['by', 'by|no later than|up to'],
  ['until', 'until|till|through'],
  ['before', 'before|prior to|ahead of'],
  ['from', 'no earlier than|since|starting(?: in| on)?|beginning(?: in| on)?|as of|from|between'],
  ['after', 'after|later than'],
  ['during', 'during|throughout|within|over'],
];
const OPENER = new RegExp(
  `\\b(?:${BOUNDS.map(([, words]) => `(${words})`).join('|')})\\s+(?:about |around )?(?:the |its |their |an? )?$`,
  'i',
);
const RANGE = /^ ?(?:to|through|until|till|and|-|–|—) ?(?:about |around )?(?:the )?/i;
const ONWARD = /^ (?:on|onwards?|forward)\b/i;
/** Behind a time, what says from which side it bounds. */
const EDGE = /^ at the (?:very )?(?:earliest|soonest|(latest))\b/i;
/** Between a day and its time of day. */
const CLOCKED = /^,? (?:at |on |by |around )?/i;
const FISCAL = /\b(?:fiscal|financial)\b|\bFY|\b(?:ended|ending)\b/i;
const EACH = /\b(?:every|each)\s$/i;

const isSpan = (when: string) => when.includes('/');
const isDay = (when: string | null) => when !== null && /^-?-?(?:\d{4}-)?\d\d-\d\d$/.test(when);

/** A day with its time of day, whichever stands first. */
function withClock(first: Reading, { text, today }: Pick<Context, 'text' | 'today'>): Reading {
  const clock = first.when?.startsWith('T') === true;
  if (!clock && !isDay(first.when)) return first;
  const gap = CLOCKED.exec(text.slice(first.end, first.end + 12));
  const second = gap === null ? null : readAt({ text, at: first.end + gap[0].length, today });
  if (second === null || (clock ? !isDay(second.when) : second.when?.startsWith('T') !== true)) return first;
  const [day, hour] = clock ? [second, first] : [first, second];
  return { ...second, when: `${day.when}${hour.when}`, bare: day.bare === null ? null : `${day.bare}${hour.bare}` };
}

/** "in the first half of 2027 and 420,000 in the second": a half by its number, behind the first. */
function nextHalf(text: string, at: number, last: Time | undefined): Reading | null {
  const found = /^second(?=[.,;)]| and\b| but\b|$)/.exec(text.slice(at, at + 12));
  const year = /^(\d{4}-|--)01\/(?:\d{4}-|--)06$/.exec(last?.when ?? '')?.[1];
  if (found === null || last === undefined || year === undefined || !/\bthe $/.test(text.slice(at - 4, at)))
    return null;
  if (/[.!?]\s/.test(text.slice(last.end, at))) return null;
  return { end: at + found[0].length, when: `${year}07/${year}12`, bare: '--07/--12', kind: 'calendar' };
}

/** "$10.3 billion for the second quarter and $10.6 billion for the third": a quarter by its number, behind another. */
function nextQuarter(text: string, at: number, last: Time | undefined): Reading | null {
  const found = /^(second|third|fourth)(?=[.,;)]| and\b| but\b|$)/.exec(text.slice(at, at + 12));
  const [, year, n] = /^(\d{4}-|--)Q([1-3])$/.exec(last?.when ?? '') ?? [];
  if (found === null || last === undefined || n === undefined || !/\bthe $/.test(text.slice(at - 4, at))) return null;
  const nth = ['second', 'third', 'fourth'].indexOf(found[1] ?? '') + 2;
  if (nth <= Number(n) || /[.!?]\s/.test(text.slice(last.end, at))) return null;
  return { end: at + found[0].length, when: `${year}Q${nth}`, bare: `--Q${nth}`, kind: 'calendar' };
}

/** "will pay $4 more from January": a beginning, where what is told has not begun. */
const TO_COME = /\bmore from $/i;

type Opening = { readonly bound: Bound; readonly word: string; readonly length: number };

/** The word before a time that bounds it. */
function openingOf(before: string): Opening | null {
  const found = OPENER.exec(before);
  if (found === null) return null;
  const n = BOUNDS.findIndex((_, k) => found[k + 1] !== undefined);
  return { bound: BOUNDS[n]?.[0] ?? 'at', word: lower(found[n + 1]), length: found[0].length };
}

/** An interval that is open on the side that the bound leaves open. */
function bounded(when: string | null, bound: Bound): string | null {
  if (when === null || bound === 'at' || bound === 'during') return when;
  return bound === 'from' || bound === 'after' ? `${when.split('/')[0]}/..` : `../${when.split('/').at(-1)}`;
}

/** The upper end of a range of times behind its lower one: "from 2026 through 2036", "(2026-2036)". */
function rangeEnd(first: Reading, opening: Opening | null, { text, today }: Pick<Context, 'text' | 'today'>) {
  const link = RANGE.exec(text.slice(first.end, first.end + 24));
  const between = opening !== null && /^(?:from|between)$/.test(opening.word);
  if (link === null || first.when === null || isSpan(first.when) || first.kind !== 'calendar') return null;
  if (!between && /and/i.test(link[0])) return null;
  const second = readAt({ text, at: first.end + link[0].length, today });
  if (second === null || second.when === null || second.kind !== 'calendar' || isSpan(second.when)) return null;
  return first.when <= second.when ? { second, between } : null;
}

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
    const read = readAt({ text, at, today }) ?? nextQuarter(text, at, times.at(-1)) ?? nextHalf(text, at, times.at(-1));
    if (read === null) {
      TRIGGER.lastIndex = at + 1;
      continue;
    }
    const first = withClock(read, { text, today });
    const before = text.slice(Math.max(done, at - 32), at);
    const opening = openingOf(before);
    const range = rangeEnd(first, opening, { text, today });
    let { end, when, bare } = first;
    let start = at;
    let bound: Bound = 'at';
    if (range !== null) {
      const { second, between } = range;
      end = second.end;
      when = `${first.when}/${second.when}`;
      bare = first.bare === null || second.bare === null ? null : `${first.bare}/${second.bare}`;
      if (between) start -= opening?.length ?? 0;
    } else if (opening !== null && first.kind === 'calendar') {
      const onward = ONWARD.exec(text.slice(end, end + 10));
      // "from 2026" alone compares, "from 2026 on" and "since 2026" begin.
      const opens =
        opening.word !== 'as of' &&
        opening.word !== 'between' &&
        (opening.word !== 'from' || onward !== null || TO_COME.test(before));
      if (opening.bound !== 'from' || opens) bound = opening.bound;
      if (bound !== 'at' && bound !== 'during') {
        start -= opening.length;
        if (onward !== null && bound === 'from') end += onward[0].length;
      }
    }
    const edge = first.kind === 'calendar' && range === null ? EDGE.exec(text.slice(end, end + 24)) : null;
    if (edge !== null) {
      // "By August at the earliest" is not before it.
      bound = edge[1] === undefined ? 'from' : 'by';
      end += edge[0].length;
    }
    if (range === null) {
      when = bounded(when, bound);
      bare = bounded(bare, bound);
    }
    const own = text.slice(start, end);
    const recurring = EACH.test(before) || /days$/i.test(own);
    const time = { start, end, text: own, when, bare, bound, kind: first.kind, fiscal: FISCAL.test(own), recurring };
    times.push(opening?.word === 'from' && bound === 'at' && range === null ? { ...time, behindFrom: true } : time);
    done = end;
    TRIGGER.lastIndex = end;
  }
  return times;
}
