import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, slotsBetween } from '../../src/deliver/index.ts';
import { wallAt } from '../../src/deliver/zone.ts';
import type { Schedule } from '../../src/model.ts';
import { weekdays } from '../samples.ts';

const daily = (zone: string, ...times: string[]): Schedule => ({
  ...weekdays,
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times }],
  zone,
});

const between = (schedule: Schedule, after: string, to: string) =>
  slotsBetween(schedule, new Date(after), new Date(to)).map((slot) => slot.toISOString());

describe('the slots of a schedule', () => {
  it('come on its days at its local times', () => {
    expect(between(weekdays, '2026-11-20T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual([
      '2026-11-20T07:30:00.000Z',
      '2026-11-23T07:30:00.000Z',
      '2026-11-24T07:30:00.000Z',
    ]);
    expect(between(daily('Asia/Kolkata', '18:00', '06:15'), '2026-11-24T00:00:00Z', '2026-11-25T00:50:00Z')).toEqual([
      '2026-11-24T00:45:00.000Z',
      '2026-11-24T12:30:00.000Z',
      '2026-11-25T00:45:00.000Z',
    ]);
  });

  it('come after the instant that is given, never at it', () => {
    const slot = nextSlot(weekdays, new Date('2026-11-24T07:29:59.999Z'));
    expect(slot?.toISOString()).toBe('2026-11-24T07:30:00.000Z');
    expect(nextSlot(weekdays, slot ?? new Date(0))?.toISOString()).toBe('2026-11-25T07:30:00.000Z');
  });

  it('leave out holidays, and everything before the end of a pause', () => {
    const schedule = { ...weekdays, holidays: ['2026-11-25'], pausedUntil: '2026-11-24T07:30:00.000Z' };
    expect(between(schedule, '2026-11-20T00:00:00Z', '2026-11-27T00:00:00Z')).toEqual([
      '2026-11-24T07:30:00.000Z',
      '2026-11-26T07:30:00.000Z',
    ]);
    const paused = { ...weekdays, pausedUntil: '2028-01-03T12:00:00.000Z' };
    expect(nextSlot(paused, new Date('2026-11-24T00:00:00Z'))?.toISOString()).toBe('2028-01-04T07:30:00.000Z');
  });

  it('are none without a day or a time', () => {
    expect(
      nextSlot({ ...weekdays, rules: [{ days: [], times: ['08:30'] }] }, new Date('2026-11-24T00:00:00Z')),
    ).toBeNull();
    expect(nextSlot({ ...weekdays, rules: [{ days: [1], times: [] }] }, new Date('2026-11-24T00:00:00Z'))).toBeNull();
  });

  it('stay at the same local time over a change of clocks', () => {
    expect(between(daily('Europe/Berlin', '08:30'), '2026-10-24T00:00:00Z', '2026-10-26T23:00:00Z')).toEqual([
      '2026-10-24T06:30:00.000Z',
      '2026-10-25T07:30:00.000Z',
      '2026-10-26T07:30:00.000Z',
    ]);
    expect(between(daily('America/New_York', '08:30'), '2026-03-07T00:00:00Z', '2026-03-09T23:00:00Z')).toEqual([
      '2026-03-07T13:30:00.000Z',
      '2026-03-08T12:30:00.000Z',
      '2026-03-09T12:30:00.000Z',
    ]);
  });

  it('are not skipped where the clocks jump over their time', () => {
    // Berlin goes from 02:00 to 03:00 on 29 March 2026, New York on 8 March.
    expect(between(daily('Europe/Berlin', '02:30'), '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(between(daily('America/New_York', '02:30'), '2026-03-07T12:00:00Z', '2026-03-08T23:00:00Z')).toEqual([
      '2026-03-08T07:30:00.000Z',
    ]);
  });

  it('are not repeated where the clocks pass their time twice, nor where two times fall together', () => {
    expect(between(daily('Europe/Berlin', '02:30'), '2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
    ]);
    expect(between(daily('America/New_York', '01:30'), '2026-10-31T12:00:00Z', '2026-11-02T00:00:00Z')).toEqual([
      '2026-11-01T05:30:00.000Z',
    ]);
    expect(between(daily('Europe/Berlin', '02:30', '03:30'), '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-29T01:30:00.000Z',
    ]);
  });

  it('come once a day in every zone, at the local time but for the day when that is not on the clock', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, n) => n % 7 === 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones, 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/St_Johns'),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 700 }),
        (zone, hour, minute, day) => {
          const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
          const from = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
          const slots = slotsBetween(daily(zone, time), from, new Date(from.getTime() + 10 * 86_400_000));
          expect(slots.length).toBeGreaterThanOrEqual(9);
          expect(slots.length).toBeLessThanOrEqual(11);
          const dates = slots.map((slot) => new Date(wallAt(slot.getTime(), zone)).toISOString());
          expect(new Set(dates.map((date) => date.slice(0, 10))).size).toBe(slots.length);
          expect(dates.filter((date) => date.slice(11, 16) !== time).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 150, seed: 20261124 },
    );
  });
});
