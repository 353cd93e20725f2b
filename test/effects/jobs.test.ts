import { beforeEach, describe, expect, it } from 'vitest';
import { memoryJobs } from '../../src/effects/jobs.ts';
import type { Jobs } from '../../src/ports/jobs.ts';
import { quiet } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';

describe('jobs in one process', () => {
  let clock: VirtualClock;
  let jobs: Jobs;
  let log: string[];
  beforeEach(() => {
    clock = virtualClock('2026-11-24T07:30:00.000Z');
    jobs = memoryJobs(clock, quiet);
    log = [];
  });

  /** A worker that takes a second for each key. */
  const slow = async (key: string): Promise<void> => {
    log.push(`${key} begins`);
    await clock.sleep(1_000);
    log.push(`${key} ends`);
  };

  it('run in the order in which they came, no more at a time than allowed', async () => {
    await jobs.work('q', 2, slow);
    for (const key of ['a', 'b', 'c']) await jobs.enqueue('q', key);
    await clock.advance(0);
    expect(log).toEqual(['a begins', 'b begins']);
    await clock.advance(1_000);
    expect(log.slice(2).toSorted()).toEqual(['a ends', 'b ends', 'c begins']);
  });

  it('wait for a worker', async () => {
    await jobs.enqueue('q', 'a');
    await jobs.work('q', 1, slow);
    await clock.advance(1_000);
    expect(log).toEqual(['a begins', 'a ends']);
  });

  it('are one for each key while they wait, and come again when enqueued while they run', async () => {
    await jobs.work('q', 2, slow);
    await jobs.enqueue('q', 'a');
    await clock.advance(0);
    for (let n = 0; n < 3; n += 1) await jobs.enqueue('q', 'a');
    await clock.advance(500);
    expect(log).toEqual(['a begins']);
    await clock.advance(10_000);
    expect(log).toEqual(['a begins', 'a ends', 'a begins', 'a ends']);
  });

  it('come at the time that was asked for', async () => {
    await jobs.work('q', 1, slow);
    await jobs.enqueue('q', 'a', new Date('2026-11-24T07:31:00.000Z'));
    await clock.advance(59_999);
    expect(log).toEqual([]);
    await clock.advance(1);
    expect(log).toEqual(['a begins']);
  });

  it('are tried again when they fail, a few times, without holding up the others', async () => {
    await jobs.work('q', 1, async (key) => {
      log.push(key);
      if (key === 'bad') throw new Error('it does not work');
    });
    await jobs.enqueue('q', 'bad');
    await jobs.enqueue('q', 'good');
    await clock.advance(60_000);
    expect(log).toEqual(['bad', 'good', 'bad', 'bad', 'bad']);
  });

  it('end when they are stopped: what runs comes to its end, nothing else begins', async () => {
    await jobs.work('q', 1, slow);
    for (const key of ['a', 'b']) await jobs.enqueue('q', key);
    await jobs.enqueue('q', 'c', new Date('2026-11-24T07:31:00.000Z'));
    await clock.advance(0);
    const stopped = jobs.stop().then(() => log.push('stopped'));
    await clock.advance(120_000);
    await stopped;
    await jobs.stop();
    await jobs.enqueue('q', 'd');
    await clock.advance(1_000);
    expect(log).toEqual(['a begins', 'a ends', 'stopped']);
  });
});
