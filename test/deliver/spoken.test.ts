import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSchedule, scheduleInWords, zoneNamed } from '../../src/deliver/index.ts';
import { defaultSchedule } from '../../src/domain/habits.ts';
import { wordsIn } from '../../src/locale/index.ts';

/** The names and links of the time zone database, from the system's own copy; what Intl lists where there is none. */
const TABLE = '/usr/share/zoneinfo/tzdata.zi';
const inTable = existsSync(TABLE)
  ? Array.from(
      readFileSync(TABLE, 'utf8').matchAll(/^(?:Z (\S+)|L \S+ (\S+))/gm),
      ([, zone, link]) => zone ?? link ?? '',
    )
  : [];
const isTaken = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
const NAMES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...inTable])].filter(isTaken);
const sameTime = (one: string, other: string): boolean =>
  [0, 3, 6, 9].every((month) => {
    const [a, b] = [one, other].map((timeZone) =>
      new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
        Date.UTC(2026, month, 1),
      ),
    );
    return a === b;
  });

describe('a zone', () => {
  it(`is read by every name and link that Intl takes (${NAMES.length})`, () => {
    const wrong = NAMES.filter((name) => {
      const read = zoneNamed(name);
      // Letters alone are what people mean by them: EST is New York’s time, summers too.
      return read === null || (name.includes('/') && !sameTime(read, name));
    });
    expect(wrong).toEqual([]);
  });
});

describe('a schedule in words', () => {
  it.each([
    ['weekdays 8:30 Berlin', 'werktags um 08:30 Uhr Europe/Berlin'],
    ['daily 8:00 and 16:00 UTC', 'täglich um 08:00 und 16:00 Uhr UTC'],
    ['Mon-Thu 8:30, Fri 10:00 Berlin', 'Mo bis Do um 08:30 Uhr und Fr um 10:00 Uhr Europe/Berlin'],
    ['weekends noon Berlin', 'am Wochenende um 12:00 Uhr Europe/Berlin'],
  ])('is a German sentence for whoever reads German: %s', (typed, said) => {
    const read = readSchedule(typed, defaultSchedule('UTC'));
    if ('faults' in read) throw new Error(read.faults.join());
    expect(scheduleInWords(read.schedule, wordsIn('de').settings.spoken)).toBe(said);
  });
});
