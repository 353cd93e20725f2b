import { DAY_MS, MINUTE_MS } from '../durations.ts';
import type { Schedule } from '../model.ts';
import { instantAt, wallAt } from './zone.ts';

/** Further ahead nobody plans: a schedule whose next slot is beyond has none. */
const HORIZON_DAYS = 400;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes after midnight at which a day of the week (1 to 7) has its editions, in order. */
function minutesByDay(rules: Schedule['rules']): ReadonlyMap<number, readonly number[]> {
  const all = rules.flatMap(({ days, times }) =>
    days.flatMap((day) => times.map((time) => [day, minutesOf(time)] as const)),
  );
  const byDay = Map.groupBy(all, ([day]) => day);
  return new Map(
    Array.from(byDay, ([day, found]) => [
      day,
      [...new Set(found.map(([, minute]) => minute))].toSorted((a, b) => a - b),
    ]),
  );
}

/**
 * The instants of a schedule after `after`, in order. Times are local: 08:30 stays 08:30 when the clocks change, and a
 * change neither skips a slot nor gives it twice.
 */
export function* slotsAfter(schedule: Schedule, after: Date): Generator<Date, void> {
  const { rules, zone, pausedUntil, holidays } = schedule;
  const paused = pausedUntil === null ? -Infinity : Date.parse(pausedUntil);
  // `after` is exclusive, the end of a pause inclusive.
  const from = Math.max(after.getTime() + 1, paused);
  const minutes = minutesByDay(rules);
  const today = Math.floor(wallAt(from, zone) / DAY_MS) * DAY_MS;
  let last = -Infinity;
  // From the day before: a slot that a change of clocks put off may be past midnight.
  for (let day = today - DAY_MS; day <= today + HORIZON_DAYS * DAY_MS; day += DAY_MS) {
    const date = new Date(day);
    if (holidays.includes(date.toISOString().slice(0, 10))) continue;
    for (const minute of minutes.get(date.getUTCDay() || 7) ?? []) {
      const slot = instantAt(day + minute * MINUTE_MS, zone);
      if (slot < from || slot <= last) continue;
      last = slot;
      yield new Date(slot);
    }
  }
}

/** The first slot after `after`; null when there is none (no days, no times). */
export function nextSlot(schedule: Schedule, after: Date): Date | null {
  const { value } = slotsAfter(schedule, after).next();
  return value ?? null;
}

/** The slots in `after < slot <= to`. */
export function slotsBetween(schedule: Schedule, after: Date, to: Date): Date[] {
  const slots: Date[] = [];
  for (const slot of slotsAfter(schedule, after)) {
    if (slot > to) break;
    slots.push(slot);
  }
  return slots;
}
