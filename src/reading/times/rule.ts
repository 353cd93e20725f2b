import type { Day } from './calendar.ts';

/** `calendar` names a time; `relative` tells its distance ("three years ago"), `length` how long it is ("the past three years"): their numbers count something. */
export type Kind = 'calendar' | 'relative' | 'length';
/** What stands at a place of a text: where it ends, and the time it names. */
export type Reading = {
  readonly end: number;
  readonly when: string | null;
  /** What it says by itself, without a day of publication: `--11-06`, `--Q3`, `2027`; null where nothing. */
  readonly bare: string | null;
  readonly kind: Kind;
};
export type Context = { readonly text: string; readonly at: number; readonly today: Day | null };

export const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
export const YEAR = '((?:1[5-9]|20)\\d\\d|2100)';
export const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|final|last)';

export const lower = (text: string | undefined) => (text ?? '').toLowerCase();
export const capital = (text: string) => /^\p{Lu}/u.test(text);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const monthOf = (name: string | undefined) => MONTHS.indexOf(lower(name).slice(0, 3)) + 1;

/** Words before a month without a year that say it is still to come. */
const AHEAD =
  /\b(?:will|would|shall|plans?|planned|expect(?:s|ed)?|due|scheduled|starting|next|coming|aims?|forecasts?|to (?:open|start|begin|launch|go|ship))\b/i;

/** Whether the sentence speaks of what is to come where a time stands. */
export const looksAhead = ({ text, at }: Context) =>
  AHEAD.test(text.slice(Math.max(0, at - 90), at).replace(/^.*[.!?;]\s/s, ''));

/** The year of a month that stands without one: the last time it came, or the next where the sentence looks ahead. */
export function yearOf(month: number, context: Context): number | null {
  const { today } = context;
  if (today === null) return null;
  if (month === today.month) return today.year;
  const ahead = (month - today.month + 12) % 12;
  const coming = looksAhead(context) || ahead === 1;
  return month > today.month === coming ? today.year : coming ? today.year + 1 : today.year - 1;
}

/** A way to state a time, tried where one can begin. `read` answers undefined where it does not apply after all. */
export type Rule = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, context: Context) => string | null | undefined;
  readonly kind: Kind;
  /** What it reads, seen from 24 November 2026, and what it leaves alone: a test runs both. */
  readonly examples: Readonly<Record<string, string>>;
  readonly not: readonly string[];
};

/** `source` is matched at the place itself, whatever the case. */
export const rule = (
  name: string,
  source: string,
  read: Rule['read'],
  examples: Rule['examples'],
  not: readonly string[] = [],
  kind: Kind = 'calendar',
): Rule => ({ name, pattern: new RegExp(source, 'iuy'), read, kind, examples, not });
