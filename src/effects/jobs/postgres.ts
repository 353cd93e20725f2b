/** Jobs over any number of replicas: pg-boss keeps them in the database that the store is in. Loaded only with PostgreSQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../durations.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Jobs, JobsOptions } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';

const SCHEMA = 'debrief_jobs';
const CONNECTIONS = 4;
const DEAD = 'dead';
/** How long an idle worker waits before it looks again; what this process enqueues it takes up at once. */
const IDLE_MS = 1_000;
const CHUNK = 500;

const SECOND_MS = 1_000;
/**
 * `short`: a key waits once. That it runs once is not the queue's affair: the row that it names is claimed, with a lease, so that the job of a
 * replica that died holds up nobody. Tried again after 1, 2, 4 seconds as in one process.
 */
const QUEUE = {
  policy: 'short',
  retryLimit: 3,
  expireInSeconds: (5 * MINUTE_MS) / SECOND_MS,
  retentionSeconds: DAY_MS / SECOND_MS,
  deleteAfterSeconds: HOUR_MS / SECOND_MS,
};

const Payload = z.object({ queue: z.string(), key: z.string() });

/** Ids that sort in the order in which they were made (RFC 9562 section 5.7, version 7): jobs of one moment are taken up in that order. */
function ids(now: () => number): () => string {
  let last = 0;
  let count = 0;
  return () => {
    const at = Math.max(last, now());
    count = at === last ? count + 1 : 0;
    last = at;
    const time = at.toString(16).padStart(12, '0');
    const order = (count % 0x1_000_000).toString(16).padStart(6, '0');
    const random = crypto.randomUUID().slice(-12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3)}-${random}`;
  };
}

export async function postgresJobs(
  url: string,
  clock: Clock,
  log: Log,
  { onDead, retryMs = SECOND_MS }: JobsOptions,
): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, max: CONNECTIONS, schedule: false });
  boss.on('error', (error) => log.error({ error }, 'the queue of jobs fails; it is tried again'));
  await boss.start();
  const nextId = ids(() => Date.now());
  const made = new Map<string, Promise<void>>();
  const wakes = new Map<string, () => void>();
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];

  const ready = (queue: string): Promise<void> => {
    const known = made.get(queue);
    if (known !== undefined) return known;
    const retry = { retryDelay: retryMs / SECOND_MS, retryBackoff: retryMs > 0 };
    const making = boss.createQueue(queue, { ...QUEUE, ...retry, ...(queue === DEAD ? {} : { deadLetter: DEAD }) });
    made.set(queue, making);
    return making;
  };
  await ready(DEAD);

  /** Fetches as many as there is room for, and again as soon as one has ended. */
  const loop = async (queue: string, concurrency: number, handler: (key: string) => Promise<void>): Promise<void> => {
    const running = new Map<string, Promise<void>>();
    /** Keys whose job runs here and that came again. */
    const again = new Set<string>();
    let wake = (): void => {};
    wakes.set(queue, () => wake());
    const runOne = async (id: string, key: string, before: Promise<void> | undefined): Promise<void> => {
      await before;
      again.delete(key);
      try {
        await handler(key);
        await boss.complete(queue, id);
      } catch (error) {
        log.warn({ queue, key, error }, 'a job failed and is tried again');
        const message = error instanceof Error ? error.message : String(error);
        await boss
          .fail(queue, id, { message })
          .catch((failure: unknown) => log.error({ queue, key, error: failure }, 'a job could not be ended'));
      }
    };
    while (!stopping.signal.aborted) {
      const room = concurrency - running.size;
      const next = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const jobs =
        room === 0
          ? []
          : await boss.fetch(queue, { batchSize: Math.min(room, CHUNK) }).catch((error: unknown) => {
              log.error({ queue, error }, 'jobs could not be fetched; it is tried again');
              return [];
            });
      for (const { id, data } of jobs) {
        const { key } = Payload.parse(data);
        const before = running.get(key);
        if (before !== undefined && again.has(key)) {
          await boss.complete(queue, id);
          continue;
        }
        if (before !== undefined) again.add(key);
        const run = runOne(id, key, before).finally(() => {
          if (running.get(key) === run) running.delete(key);
          wake();
        });
        running.set(key, run);
      }
      // Room that is left means that nothing waits.
      if (jobs.length < room || room === 0) {
        const idle = new AbortController();
        await Promise.race([next, sleep(IDLE_MS, undefined, { signal: idle.signal }).catch(() => {})]);
        idle.abort();
      }
    }
    await Promise.all(running.values());
  };

  const work: Jobs['work'] = async (queue, concurrency, handler) => {
    if (wakes.has(queue)) return;
    wakes.set(queue, () => {});
    await ready(queue);
    loops.push(loop(queue, concurrency, handler));
  };

  // Whichever replica comes first tells of it.
  wakes.set(DEAD, () => {});
  loops.push(
    (async () => {
      while (!stopping.signal.aborted) {
        const jobs = await boss.fetch(DEAD, { batchSize: CHUNK }).catch(() => []);
        for (const { id, data } of jobs) {
          const { queue, key } = Payload.parse(data);
          log.error({ queue, key }, 'a job failed and is left to the next tick');
          await onDead(queue, key).catch((error: unknown) =>
            log.error({ queue, key, error }, 'a failed job could not be told of'),
          );
          await boss.complete(DEAD, id).catch(() => {});
        }
        await sleep(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    })(),
  );

  let stopped: Promise<void> | null = null;
  return {
    work,
    async enqueue(queue, keys, after) {
      if (stopping.signal.aborted || keys.length === 0) return;
      await ready(queue);
      const wait = after === undefined ? 0 : after.getTime() - clock.now().getTime();
      const later = wait > 0;
      for (let from = 0; from < keys.length; from += CHUNK) {
        const jobs = keys.slice(from, from + CHUNK).map((key) => ({
          id: nextId(),
          data: { queue, key },
          // What waits for its time does not keep the same key from being taken up before.
          singletonKey: later ? `${key} later` : key,
          ...(later ? { startAfter: new Date(Date.now() + wait) } : {}),
        }));
        // Two that hand over the same jobs at once would wait for each other's rows, were these not in one order; they are worked off by their ids.
        await boss.insert(
          queue,
          jobs.toSorted((a, b) => (a.singletonKey < b.singletonKey ? -1 : 1)),
        );
      }
      if (!later) wakes.get(queue)?.();
    },
    stop() {
      stopped ??= (async () => {
        stopping.abort();
        for (const wake of wakes.values()) wake();
        await Promise.all(loops);
        await boss.stop({ graceful: false, close: true });
      })();
      return stopped;
    },
  };
}
