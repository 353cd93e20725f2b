import type { Clock } from '../../ports/clock.ts';
import type { Jobs, JobsOptions } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';

type Job = { readonly key: string; readonly failures: number };
type Queue = {
  readonly name: string;
  /** In the order in which they came; a key that waits here is not added again. */
  readonly waiting: Map<string, Job>;
  readonly running: Set<string>;
  work: { readonly concurrency: number; readonly handler: (key: string) => Promise<void> } | null;
};

/** A failed job is tried again after 1, 2, 4, ... seconds, at most this often: the table that named it names it again later. */
const RETRIES = 3;
const SECOND_MS = 1_000;

/**
 * Jobs within this process. What they carry is in the store's tables, so nothing is lost with the process: the next
 * tick enqueues again what is still due.
 */
export function memoryJobs(clock: Clock, log: Log, { onDead, retryMs = SECOND_MS }: JobsOptions): Jobs {
  const queues = new Map<string, Queue>();
  const stopping = new AbortController();
  const active = new Set<Promise<void>>();

  const queueOf = (name: string): Queue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue: Queue = { name, waiting: new Map(), running: new Set(), work: null };
    queues.set(name, queue);
    return queue;
  };

  const add = (queue: Queue, job: Job): void => {
    if (stopping.signal.aborted || queue.waiting.has(job.key)) return;
    queue.waiting.set(job.key, job);
    start(queue);
  };

  const start = (queue: Queue): void => {
    const { work } = queue;
    if (work === null || stopping.signal.aborted) return;
    for (const job of queue.waiting.values()) {
      if (queue.running.size >= work.concurrency) return;
      // A key that came again while its job runs waits for it: its row may have changed since the job read it.
      if (queue.running.has(job.key)) continue;
      queue.waiting.delete(job.key);
      queue.running.add(job.key);
      const run = runOne(queue, job, work.handler).finally(() => {
        active.delete(run);
        queue.running.delete(job.key);
        start(queue);
      });
      active.add(run);
    }
  };

  const runOne = async (queue: Queue, job: Job, handler: (key: string) => Promise<void>): Promise<void> => {
    try {
      await handler(job.key);
    } catch (error) {
      const fields = { queue: queue.name, key: job.key, failures: job.failures + 1, error };
      if (job.failures >= RETRIES) {
        log.error(fields, 'a job failed and is left to the next tick');
        await onDead(queue.name, job.key).catch((fault: unknown) =>
          log.error({ ...fields, error: fault }, 'a failed job could not be told of'),
        );
        return;
      }
      log.warn(fields, 'a job failed and is tried again');
      later(queue, { ...job, failures: job.failures + 1 }, retryMs * 2 ** job.failures);
    }
  };

  const later = (queue: Queue, job: Job, milliseconds: number): void => {
    void clock.sleep(milliseconds, stopping.signal).then(() => add(queue, job));
  };

  return {
    async work(name, concurrency, handler) {
      const queue = queueOf(name);
      queue.work = { concurrency, handler };
      start(queue);
    },
    async enqueue(name, keys, after) {
      const queue = queueOf(name);
      const milliseconds = after === undefined ? 0 : after.getTime() - clock.now().getTime();
      for (const key of keys) {
        if (milliseconds > 0) later(queue, { key, failures: 0 }, milliseconds);
        else add(queue, { key, failures: 0 });
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(active);
    },
  };
}
