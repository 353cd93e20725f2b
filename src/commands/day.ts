import { instantAt } from '../deliver/index.ts';
import { wallAt } from '../deliver/zone.ts';
import { DAY_MS } from '../durations.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const iso = (day: number): string => new Date(day).toISOString().slice(0, 10);

const startsOne = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

/** Day and month without a year: the next one for what is planned, the last for what was. */
function inYear(month: number, day: number, today: number, ahead: boolean): string | null {
  const year = new Date(today).getUTCFullYear();
  const [first] = [year, year + (ahead ? 1 : -1)]
    .map((each) => Date.UTC(each, month, day))
    .filter((at) => (ahead ? at >= today : at <= today));
  return first === undefined || new Date(first).getUTCMonth() !== month ? null : iso(first);
}

/**
 * A local date as people type it, as `YYYY-MM-DD`: `2026-11-22`, `22 Nov`, `24.12.2026`, `yesterday`, `friday`; null where it is none. Days of
 * the week and dates without a year lie `ahead`, or behind.
 */
export function dayNamed(typed: string, now: Date, zone: string, ahead: boolean): string | null {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:on|until|till|the) /, '')
    .replace(/,/g, '');
  const today = Math.floor(wallAt(now.getTime(), zone) / DAY_MS) * DAY_MS;
  const near = { today: 0, yesterday: -1, tomorrow: 1 }[word];
  if (near !== undefined) return iso(today + near * DAY_MS);
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word) ?? [];
  const numbers = y !== undefined ? [y, m, d] : d2 !== undefined ? [y2, m2, d2] : null;
  if (numbers !== null) {
    const [year, month = 0, day = 0] = numbers.map((part) => (part === undefined ? undefined : Number(part)));
    if (year === undefined) return inYear(month - 1, day, today, ahead);
    const at = new Date(Date.UTC(year, month - 1, day));
    return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? iso(at.getTime()) : null;
  }
  const weekday = startsOne(DAYS, word.replace(/^(?:last|next|this) /, ''));
  if (weekday !== -1) {
    const gap = (weekday - new Date(today).getUTCDay() + 7) % 7 || 7;
    return iso(today + (ahead ? gap : gap - 7 || -7) * DAY_MS);
  }
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/.exec(word) ?? [];
  const month = startsOne(MONTHS, name);
  const day = Number(before ?? after);
  if (month === -1 || !(day >= 1)) return null;
  return year === undefined ? inYear(month, day, today, ahead) : iso(Date.UTC(Number(year), month, day));
}

/** The instants between which a local date lies. */
export function boundsOf(day: string, zone: string): { readonly from: Date; readonly to: Date } {
  const start = Date.parse(day);
  return { from: new Date(instantAt(start, zone)), to: new Date(instantAt(start + DAY_MS, zone)) };
}
