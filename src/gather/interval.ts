import { DAY_MS, MINUTE_MS } from '../durations.ts';
import type { FeedState } from '../model.ts';
import { parseDate } from './dates.ts';

/** Bounds of the time between two polls, in minutes. Backoff too ends at a day: no feed is given up. */
const SHORTEST = 15;
const LONGEST = DAY_MS / MINUTE_MS;
/** What comes once a day comes in the morning, before the debrief that should have it. A feed that falls quiet is polled more rarely all the same. */
const HABIT = 60;

/**
 * How often a feed is worth polling, in minutes: half the median time between its newest 20 entries, so that most are seen within
 * half of their distance, and at most an hour. `times` are the entries' instants, as ISO 8601 in UTC, in any order.
 */
export function habitMinutes(times: readonly string[], now: Date): number {
  const present = now.toISOString();
  const newest = times
    .filter((at) => at <= present)
    .toSorted()
    .slice(-20)
    .map((at) => Date.parse(at))
    .reverse();
  const gaps = newest
    .slice(1)
    .map((at, index) => (newest[index] ?? at) - at)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return median === undefined ? HABIT : clamp(Math.min(HABIT, median / 2 / MINUTE_MS));
}

/** Minutes to the next poll: the habit, stretched while the feed is quieter than its habit, and not before it asked to be. */
export function nextInterval(state: FeedState, askedMinutes: number, now: Date): number {
  const quiet = state.lastItemAt === null ? 0 : (now.getTime() - Date.parse(state.lastItemAt)) / MINUTE_MS;
  return clamp(Math.max(state.intervalMinutes, quiet / 10, Math.min(askedMinutes, LONGEST)));
}

/** Minutes to wait after so many failures in a row: a quarter of an hour, doubled each time, up to a day. */
export function backoffMinutes(failures: number): number {
  return Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures - 1, 10));
}

/** RFC 9110 section 10.2.3: seconds or a date. In minutes, at most a day; 0 where nothing is asked. */
export function retryAfterMinutes(headers: Readonly<Record<string, string>>, now: Date): number {
  const given = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(given)) return Math.min(LONGEST, Number(given) / 60);
  const at = parseDate(given);
  return at === null ? 0 : Math.min(LONGEST, Math.max(0, (Date.parse(at) - now.getTime()) / MINUTE_MS));
}

/** RFC 9111: how long the answer stays fresh by `max-age`, less its `Age`, or `Expires`. In minutes, at most a day. */
export function freshnessMinutes(headers: Readonly<Record<string, string>>, now: Date): number {
  const control = headers['cache-control'] ?? '';
  if (/no-cache|no-store/i.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (maxAge !== undefined) return Math.min(LONGEST, Math.max(0, Number(maxAge) - Number(headers.age ?? 0) || 0) / 60);
  const at = headers.expires === undefined ? null : parseDate(headers.expires);
  return at === null ? 0 : Math.min(LONGEST, Math.max(0, (Date.parse(at) - now.getTime()) / MINUTE_MS));
}

function clamp(minutes: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, minutes));
}
