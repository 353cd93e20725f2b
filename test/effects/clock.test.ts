import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/effects/clock.ts';
import { virtualClock } from '../virtual-clock.ts';

describe('the clock of the machine', () => {
  it('sleeps as long as it is told, or until it is woken', async () => {
    const started = systemClock.now().getTime();
    await systemClock.sleep(20);
    expect(systemClock.now().getTime() - started).toBeGreaterThanOrEqual(19);
    const alarm = new AbortController();
    const sleep = systemClock.sleep(60_000, alarm.signal);
    alarm.abort();
    await sleep;
    await systemClock.sleep(60_000, alarm.signal);
    expect(systemClock.now().getTime() - started).toBeLessThan(10_000);
  });
});

describe('the clock of the tests', () => {
  it('wakes sleepers in their order, at their time', async () => {
    const clock = virtualClock('2026-11-24T00:00:00.000Z');
    const log: string[] = [];
    const sleeper = async (name: string, seconds: number): Promise<void> => {
      await clock.sleep(seconds * 1_000);
      log.push(`${name} ${clock.now().toISOString().slice(17, 19)}`);
    };
    void sleeper('b', 20).then(() => sleeper('c', 10));
    void sleeper('a', 10);
    await clock.advance(15_000);
    expect(log).toEqual(['a 10']);
    await clock.advanceTo('2026-11-24T00:01:00.000Z');
    expect(log).toEqual(['a 10', 'b 20', 'c 30']);
    expect(clock.now().toISOString()).toBe('2026-11-24T00:01:00.000Z');
  });
});
