import { expect, it } from 'vitest';
import { unpolled } from '../../src/domain/habits.ts';
import { habitMinutes, nextInterval } from '../../src/gather/interval.ts';

const NOW = new Date('2026-11-24T08:30:00.000Z');
const hoursBefore = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

it('sees what a daily feed brings in the morning before the debrief of that morning', () => {
  const daily = [1, 25, 49, 73].map(hoursBefore);
  expect(habitMinutes(daily, NOW)).toBe(60);
  expect(habitMinutes([1, 2, 3].map(hoursBefore), NOW)).toBe(30);
});

it('polls a feed more rarely the longer it is quiet, up to a day', () => {
  const quietFor = (hours: number): number =>
    nextInterval({ ...unpolled('f', NOW), intervalMinutes: 60, lastItemAt: hoursBefore(hours) }, 0, NOW);
  expect(quietFor(5)).toBe(60);
  expect(quietFor(20)).toBe(120);
  expect(quietFor(24 * 60)).toBe(24 * 60);
});
