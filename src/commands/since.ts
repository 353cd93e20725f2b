import { HOUR_MS } from '../durations.ts';
import { UsageError } from '../errors.ts';

const UNITS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 24 * 7, m: 24 * 30, y: 24 * 365 };

/** `24h`, `30d`, `6w`, `3m`, `1y`, or a date `2026-10-01`, as the instant that it reaches back to. Throws a UsageError. */
export function sinceOf(typed: string, now: Date): Date {
  const span = /^(\d{1,4})\s*([hdwmy])/i.exec(typed.trim());
  const hours = UNITS[span?.[2]?.toLowerCase() ?? ''];
  if (span !== null && hours !== undefined) return new Date(now.getTime() - Number(span[1]) * hours * HOUR_MS);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) ? new Date(`${typed.trim()}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime())) return date;
  throw new UsageError([`since: expected a span such as 30d, 6w or 1y, or a date such as 2026-10-01, got “${typed}”`]);
}
