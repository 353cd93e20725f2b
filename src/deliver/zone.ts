import { DAY_MS } from '../durations.ts';

/** A day and a time on the wall, as milliseconds of the same reading in UTC. */
export type Wall = number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs some hundred times what using it does. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What the clocks of an IANA zone show at an instant. Throws a RangeError for a zone that there is not. */
export function wallAt(instant: number, zone: string): Wall {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The instant at which the clocks of a zone show `wall`. A time that they pass twice is its first passing; one that they
 * jump over comes as much later as they jump (the "compatible" rule of Temporal, and of RFC 5545 3.3.5).
 */
export function instantAt(wall: Wall, zone: string): number {
  const offsetNear = (instant: number) => wallAt(instant, zone) - instant;
  const before = wall - offsetNear(wall - DAY_MS);
  const after = wall - offsetNear(wall + DAY_MS);
  const shown = [before, after].filter((instant) => wallAt(instant, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}
