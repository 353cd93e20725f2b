import { dayOf, partOf } from './calendar.ts';
import { DATES } from './times/dates.ts';
import { PERIODS } from './times/periods.ts';
import { RELATIVE } from './times/relative.ts';
import { type Context, lower, MONTH, ORDINAL, type Reading, type Rule, rule, YEAR } from './times/rule.ts';

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

/** A part of another time: "early 2027", "the end of the third quarter". */
const PART: Rule = rule(
  `(?:the )?(?:(early|mid|late)(?:[- ])|(?:the )?(start|beginning|middle|end|close)(?: of| in)(?: the year)? )((?:fiscal )?${YEAR}|${MONTH}(?: ${YEAR})?|(?:the|this|next|last) (?:year|month|decade|century)|the ${ORDINAL} (?:quarter|half)(?: of ${YEAR})?|Q[1-4](?: ${YEAR})?)\\b`,
  ([, which, edge, inner = ''], { today }) => {
    const whole = inner.replace(/^the (year|month)/i, 'this $1');
    const within = readAt({ text: whole, at: 0, today });
    if (within === null || within.when === null || within.when.startsWith('--'))
      return within === null ? undefined : within.when;
    return partOf(within.when, lower(which ?? edge));
  },
);

const RULES: readonly Rule[] = [...DATES, PART, ...PERIODS, ...RELATIVE];

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
