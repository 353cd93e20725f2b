/** A day of the Gregorian calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of an instant in ISO 8601; null where there is none. */
export function dayOf(instant: string | null): Day | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(instant ?? '');
  return found === null ? null : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

export const isoDay = ({ year, month, day }: Day) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

function shift(from: Day, days: number): Day {
  const moved = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function shiftMonths(from: Day, months: number): Day {
  const index = from.year * 12 + from.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year, month, day: Math.min(from.day, daysIn(year, month)) };
}

export const quarterOf = (month: number) => Math.ceil(month / 3);
export const quarter = (year: number, n: number) => `${year}-Q${n}`;
export const half = (year: number, n: number) => (n === 1 ? `${year}-01/${year}-06` : `${year}-07/${year}-12`);

/** So many months up to the end of one, named as a quarter or a year where they are one of the calendar. */
export function monthsUntil(year: number, month: number, n: number): string {
  if (n === 3 && month % 3 === 0) return quarter(year, month / 3);
  if (n === 12 && month === 12) return pad(year, 4);
  const first = shiftMonths({ year, month, day: 1 }, 1 - n);
  return `${pad(first.year, 4)}-${pad(first.month)}/${pad(year, 4)}-${pad(month)}`;
}

/** No year before the first: ISO 8601 would need an agreement on more digits. */
const yearBack = (today: Day, n: number) => (today.year > n ? pad(today.year - n, 4) : null);

/** The day, month, quarter or year that lies `n` units before today. */
export function back(n: number, unit: string, today: Day | null): string | null {
  if (today === null) return null;
  switch (unit) {
    case 'day':
      return isoDay(shift(today, -n));
    case 'week':
      return isoDay(shift(today, -7 * n));
    case 'month':
      return isoDay(shiftMonths(today, -n)).slice(0, 7);
    case 'quarter': {
      const then = shiftMonths(today, -3 * n);
      return quarter(then.year, quarterOf(then.month));
    }
    case 'decade':
      return yearBack(today, 10 * n);
    default:
      return yearBack(today, n);
  }
}

/** The week (Monday to Sunday) that lies `n` weeks from today's. */
function week(n: number, today: Day): string {
  const weekday = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7;
  const monday = shift(today, 7 * n - weekday);
  return `${isoDay(monday)}/${isoDay(shift(monday, 6))}`;
}

/** "last", "this" or "next" unit, seen from today. */
export function period(which: string, unit: string, today: Day | null): string | null {
  if (today === null) return null;
  const n = /^(?:last|past|previous)$/.test(which) ? 1 : /^(?:next|coming|following)$/.test(which) ? -1 : 0;
  return unit === 'week' ? week(-n, today) : back(n, unit, today);
}

/** A day of the week, the last that was or the next to come. */
export function weekday(name: string, which: string, today: Day | null): string | null {
  if (today === null) return null;
  const wanted = DAYS.indexOf(name.slice(0, 3));
  const current = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  if (which === 'next') return isoDay(shift(today, ((wanted - current + 6) % 7) + 1));
  const ago = (current - wanted + 7) % 7;
  return isoDay(shift(today, -(which === 'last' && ago === 0 ? 7 : ago)));
}

/** The part of a time that "early", "mid", "late", "start of", "end of" single out. */
export function partOf(when: string, which: string): string {
  const found = /^(\d{4})(?:-(\d\d)|-Q([1-4]))?$/.exec(when);
  const interval = /^([^\s/]+)\/([^\s/]+)$/.exec(when);
  if (interval !== null)
    return which === 'end'
      ? partOf(interval[2] ?? '', 'end')
      : which === 'start' || which === 'beginning'
        ? partOf(interval[1] ?? '', 'start')
        : when;
  if (found === null) return when;
  const [, year = '', month, q] = found;
  const first = month !== undefined ? Number(month) : q !== undefined ? Number(q) * 3 - 2 : 1;
  const last = month !== undefined ? Number(month) : q !== undefined ? Number(q) * 3 : 12;
  if (which === 'end' || which === 'close') return `${year}-${pad(last)}-${daysIn(Number(year), last)}`;
  if (which === 'start' || which === 'beginning') return `${year}-${pad(first)}-01`;
  if (month !== undefined || q !== undefined) return when;
  const [from, to] = which === 'early' ? [1, 4] : which === 'late' ? [9, 12] : [5, 8];
  return `${year}-${pad(from)}/${year}-${pad(to)}`;
}
