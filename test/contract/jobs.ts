import { describe, type ExpectStatic, it } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';
import type { Jobs } from '../../src/ports/jobs.ts';

export type JobsWorld = {
  readonly jobs: Jobs;
  /** The name of a queue that is this test's alone. */
  readonly queue: string;
  readonly clock: Clock;
  /** `queue key` of what was given up. */
  readonly dead: readonly string[];
  /** Lets so much time go by. */
  pass(milliseconds: number): Promise<void>;
  /** Stops the jobs, giving what runs the time that it takes. */
  close(): Promise<void>;
};

type Told = JobsWorld & {
  readonly expect: ExpectStatic;
  readonly log: string[];
  slow(key: string): Promise<void>;
};

/** How long a retry may take after it was due. */
const SLACK_MS = 1_200;

/** What every way of carrying jobs must do. */
export function jobsContract(name: string, open: () => Promise<JobsWorld>): void {
  describe(`the jobs contract: ${name}`, () => {
    /** Side by side: carried by a database they take their real time. */
    const test = (what: string, body: (world: Told) => Promise<void>) =>
      it.concurrent(what, { timeout: 40_000 }, async ({ expect }) => {
        const world = await open();
        const log: string[] = [];
        /** A worker that takes a while for each key. */
        const slow = async (key: string): Promise<void> => {
          log.push(`${key} begins`);
          await world.clock.sleep(600);
          log.push(`${key} ends`);
        };
        await body({ ...world, expect, log, slow }).finally(world.close);
      });

    test('run in the order in which they came, no more at a time than allowed', async ({
      jobs,
      queue,
      pass,
      expect,
      log,
      slow,
    }) => {
      await jobs.work(queue, 2, slow);
      await jobs.enqueue(queue, ['a', 'b', 'c']);
      await pass(300);
      expect(log.toSorted()).toEqual(['a begins', 'b begins']);
      await pass(600);
      expect(log.slice(2).toSorted()).toEqual(['a ends', 'b ends', 'c begins']);
    });

    test('wait for a worker', async ({ jobs, queue, pass, expect, log, slow }) => {
      await jobs.enqueue(queue, ['a']);
      await jobs.work(queue, 1, slow);
      await pass(1_000);
      expect(log).toEqual(['a begins', 'a ends']);
    });

    test('are one for each key while they wait, and come again when enqueued while they run', async ({
      jobs,
      queue,
      pass,
      expect,
      log,
      slow,
    }) => {
      await jobs.work(queue, 2, slow);
      await jobs.enqueue(queue, ['a']);
      await pass(200);
      for (let n = 0; n < 3; n += 1) await jobs.enqueue(queue, ['a']);
      await pass(200);
      expect(log).toEqual(['a begins']);
      await pass(2_000);
      expect(log).toEqual(['a begins', 'a ends', 'a begins', 'a ends']);
    });

    test('come at the time that was asked for, and before it when they are enqueued for now', async ({
      jobs,
      queue,
      clock,
      pass,
      expect,
      log,
    }) => {
      await jobs.work(queue, 1, async (key) => {
        log.push(key);
      });
      const soon = new Date(clock.now().getTime() + 1_000);
      await jobs.enqueue(queue, ['a', 'b'], soon);
      await jobs.enqueue(queue, ['b']);
      await pass(500);
      expect(log).toEqual(['b']);
      await pass(500 + SLACK_MS);
      expect(log.toSorted()).toEqual(['a', 'b', 'b']);
    });

    test('are tried again when they fail, a few times, told of when they are given up, and hold up no others', async ({
      jobs,
      queue,
      dead,
      pass,
      expect,
      log,
    }) => {
      await jobs.work(queue, 1, async (key) => {
        log.push(key);
        if (key === 'bad') throw new Error('it does not work');
      });
      await jobs.enqueue(queue, ['bad', 'good']);
      await pass(1_000);
      expect(log.slice(0, 2)).toEqual(['bad', 'good']);
      for (let waited = 0; !dead.includes(`${queue} bad`) && waited < 30; waited += 1) await pass(1_000);
      expect(log).toEqual(['bad', 'good', 'bad', 'bad', 'bad']);
      expect(dead.filter((each) => each.startsWith(`${queue} `))).toEqual([`${queue} bad`]);
    });

    test('end when they are stopped: what runs comes to its end, nothing else begins', async ({
      jobs,
      queue,
      clock,
      pass,
      expect,
      log,
      slow,
    }) => {
      await jobs.work(queue, 1, slow);
      await jobs.enqueue(queue, ['a', 'b']);
      await jobs.enqueue(queue, ['c'], new Date(clock.now().getTime() + 1_000));
      await pass(200);
      const stopped = jobs.stop().then(() => log.push('stopped'));
      await pass(2_000);
      await stopped;
      await jobs.stop();
      await jobs.enqueue(queue, ['d']);
      await pass(200);
      expect(log).toEqual(['a begins', 'a ends', 'stopped']);
    });
  });
}
