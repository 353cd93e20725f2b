import { DAY_MS, HOUR_MS } from '../durations.ts';
import { UsageError } from '../errors.ts';
import type { Words } from '../locale/index.ts';
import { boundsOf, dayNamed } from './day.ts';

/** Hours of a unit by the letters that tell it apart: a month has 30 days. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^h(?:(?:ou)?rs?)?$/, HOUR_MS],
  [/^d(?:ays?)?$/, DAY_MS],
  [/^w(?:(?:ee)?ks?)?$/, 7 * DAY_MS],
  [/^m(?:o|os|onths?)?$/, 30 * DAY_MS],
  [/^q(?:uarters?)?$/, 91 * DAY_MS],
  [/^y(?:(?:ea)?rs?)?$/, 365 * DAY_MS],
];

/**
 * The instant that a span or a date reaches back to: `24h`, `30 days`, `last week`, `a year`, `2026-10-01`, `yesterday`, `monday`, in UTC.
 * Throws a UsageError.
 */
export function sinceOf(typed: string, now: Date, { talk }: Words): Date {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:the |in |over |since )+/, '')
    .replace(/ ago$/, '');
  const [, count = '1', unit = ''] =
    /^(?:(\d{1,4}) ?|(?:last |past |this |a |an |one )+)(\d{0,4} ?[a-z]+)$/.exec(words) ?? [];
  const [, more = count, name = unit] = /^(\d{1,4}) ?([a-z]+)$/.exec(unit) ?? [];
  const length = UNITS.find(([shape]) => shape.test(name))?.[1];
  if (length !== undefined) return new Date(now.getTime() - Number(more) * length);
  const day =
    dayNamed(words, now, 'UTC', false) ??
    dayNamed(`1 ${words}`, now, 'UTC', false) ??
    (/^\d{4}$/.test(words) ? `${words}-01-01` : null);
  if (day !== null) return boundsOf(day, 'UTC').from;
  throw new UsageError([talk.noSpan(typed)]);
}
