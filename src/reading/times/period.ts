import { DAY_MS } from '../../durations.ts';

/** Start (inclusive) and end (exclusive) of a date, month, quarter or year, in UTC. */
function bounds(moment: string): readonly [number, number] | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(moment);
  if (quarter) {
    const year = Number(quarter[1]);
    const month = (Number(quarter[2]) - 1) * 3;
    return [Date.UTC(year, month), Date.UTC(year, month + 3)];
  }
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(moment);
  if (parts === null) return null;
  const [, year, month, day] = parts.map(Number);
  if (year === undefined) return null;
  if (parts[2] === undefined || month === undefined) return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  if (parts[3] === undefined || day === undefined) return [Date.UTC(year, month - 1), Date.UTC(year, month)];
  const start = Date.UTC(year, month - 1, day);
  return [start, start + DAY_MS];
}

export type Period = { readonly from: string | null; readonly to: string | null };

const instant = (time: number | undefined): string | null =>
  time === undefined || Number.isNaN(time) ? null : new Date(time).toISOString();

/** The time a figure holds for (`2026-Q3`, `../2027-12-31`, `2026/2036`) as instants, open where it is; `from <= t < to`. */
export function periodOf(when: string | null): Period {
  if (when === null) return { from: null, to: null };
  const [first = '', last] = when.split('/');
  if (last === undefined) return { from: instant(bounds(first)?.[0]), to: instant(bounds(first)?.[1]) };
  return {
    from: first === '..' ? null : instant(bounds(first)?.[0]),
    to: last === '..' ? null : instant(bounds(last)?.[1]),
  };
}
