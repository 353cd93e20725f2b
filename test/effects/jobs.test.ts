import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, it } from 'vitest';
import { systemClock } from '../../src/effects/clock.ts';
import { memoryJobs } from '../../src/effects/jobs/memory.ts';
import { postgresJobs } from '../../src/effects/jobs/postgres.ts';
import type { JobsOptions } from '../../src/ports/jobs.ts';
import { jobsContract } from '../contract/jobs.ts';
import { missing } from '../postgres/server.ts';
import { emptyDatabase } from '../postgres/shared.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

/** Keeps what was given up. */
function graveyard(): { readonly dead: string[]; readonly options: JobsOptions } {
  const dead: string[] = [];
  return { dead, options: { onDead: async (queue, key) => void dead.push(`${queue} ${key}`) } };
}

jobsContract('in one process', async () => {
  const clock = virtualClock('2026-11-24T07:30:00.000Z');
  const { dead, options } = graveyard();
  const jobs = memoryJobs(clock, quiet, options);
  const pass = (milliseconds: number) => clock.advance(milliseconds);
  const close = async () => {
    const stopped = jobs.stop();
    await pass(1_000);
    await stopped;
  };
  return { jobs, queue: 'q', clock, dead, pass, close };
});

const reason = missing();

describe.skipIf(reason !== null)(
  `jobs over replicas${reason === null ? '' : ` (skipped: ${reason})`}`,
  { concurrent: true },
  () => {
    let url: string;
    let queues = 0;
    beforeAll(async () => {
      url = await emptyDatabase();
    }, 90_000);

    // Whichever replica comes first tells of what was given up.
    const { dead, options } = graveyard();
    const open = async () => {
      const jobs = await postgresJobs(url, systemClock, quiet, { ...options, retryMs: 0 });
      const pass = (milliseconds: number) => sleep(milliseconds);
      queues += 1;
      return { jobs, queue: `q${queues}`, clock: systemClock, dead, pass, close: () => jobs.stop() };
    };
    jobsContract('in PostgreSQL', open);

    it('are shared: each key is worked on once, by whichever replica has room', async ({ expect }) => {
      const replicas = await Promise.all([open(), open(), open()]);
      const done: string[] = [];
      // Before anybody works: a key that is done may be enqueued again.
      const keys = Array.from({ length: 200 }, (_, n) => `k${n}`);
      await Promise.all(replicas.map(({ jobs }) => jobs.enqueue('shared', keys)));
      for (const [n, { jobs }] of replicas.entries())
        await jobs.work('shared', 4, async (key) => {
          await sleep(10);
          done.push(`${key} by ${n}`);
        });
      for (let waited = 0; done.length < 200 && waited < 100; waited += 1) await sleep(100);
      const counts = Map.groupBy(done, (each) => each.split(' ')[0] ?? '');
      expect(counts.size).toBe(200);
      expect(new Set(done.map((each) => each.split(' by ')[1])).size).toBeGreaterThan(1);
      for (const { jobs } of replicas) await jobs.stop();
    });
  },
);
