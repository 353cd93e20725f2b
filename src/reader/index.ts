/** Strangers' documents, read on a thread of their own: what one of them costs in time and memory is bounded, and nobody waits for it. */
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { otherField } from '../domain/in-use.ts';
import { MINUTE_MS } from '../durations.ts';
import { ParseError, ReadingError } from '../errors.ts';
import type { Begin, Reader } from '../gather/reader.ts';
import type { Miner } from '../pipeline/miner.ts';
import { type Answer, type Ask, type Birth, READY, type Task } from './protocol.ts';

export type ReaderOptions = {
  /** Longest that one document may take, in milliseconds. */
  readonly timeMs?: number;
  /** Most that the thread may hold, in megabytes of JavaScript's heap. */
  readonly heapMb?: number;
  /** How long the thread is kept when there is nothing to read. */
  readonly idleMs?: number;
};

/** Longer than the largest page of the corpus takes on a slow machine, by far. */
const TIME_MS = 10_000;
/** A page of five megabytes takes some 150 MB as a document. */
const HEAP_MB = 256;
const IDLE_MS = 20_000;
const START_MS = MINUTE_MS;

type Job = Ask & {
  /** What is handed over rather than copied. */
  readonly handed: readonly ArrayBuffer[];
  readonly begin: Begin | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** A thread that is started, and what it was asked last. */
type Thread = { readonly worker: Worker; hear: (answer: Answer | Error) => void };

/** What reads documents and what mines articles have nothing in common, and each holds tens of megabytes of rules and tables. */
type Trade = 'reading' | 'mining';
const tradeOf = (task: Task): Trade => (task === 'mine' || task === 'copies' ? 'mining' : 'reading');

/**
 * One thread for all, started with the first document, ended when there is none for a while, and where mining begins after reading, or reading
 * after mining: a round does the one and then the other, and never needs both. Closing twice is harmless.
 */
export function createReader({
  timeMs = TIME_MS,
  heapMb = HEAP_MB,
  idleMs = IDLE_MS,
}: ReaderOptions = {}): Reader & Miner & { close(): Promise<void> } {
  const waiting: Job[] = [];
  let thread: Promise<Thread> | null = null;
  let trade: Trade = 'reading';
  let isBusy = false;
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.then(
      ({ worker }) => worker.terminate(),
      () => {},
    );
  };

  const answerOf = async (job: Job): Promise<Answer> => {
    if (tradeOf(job.task) !== trade) await end();
    trade = tradeOf(job.task);
    thread ??= startThread(heapMb);
    const started = await thread;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const late = setTimeout(() => {
      reject(new ReadingError('time', `reading it takes longer than ${Math.round(timeMs / 1000)} s`));
    }, timeMs);
    started.hear = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
    started.worker.postMessage({ task: job.task, given: job.given } satisfies Ask, job.handed);
    try {
      return await promise;
    } catch (error) {
      // The thread is lost with what it was reading: the next document gets another.
      await end();
      throw error;
    } finally {
      clearTimeout(late);
    }
  };

  const run = async (job: Job): Promise<void> => {
    try {
      await job.begin?.();
      const answer = await answerOf(job);
      if (answer.kind === 'value') job.resolve(answer.value);
      else if (answer.kind === 'parse') job.reject(new ParseError(answer.subject, answer.message));
      else job.reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
    } catch (error) {
      job.reject(isClosed ? stopped() : error instanceof Error ? error : new Error(String(error)));
    }
  };

  const next = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(idle);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await run(job);
    isBusy = false;
    if (isClosed) return;
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
  };

  const ask = <T>(
    task: Task,
    given: readonly unknown[],
    begin?: Begin,
    handed: readonly ArrayBuffer[] = [],
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(stopped());
      // Both ends are this program: what a task returns there is what it says that it returns.
      waiting.push({ task, given, handed, begin, reject, resolve: (value) => resolve(value as T) });
      void next();
    });

  return {
    feed: (bytes, from, begin) => ask('feed', [bytes, from], begin),
    listing: (bytes, from, time, begin) => ask('listing', [bytes, from, time], begin, ownOf(bytes)),
    page: (bytes, from, begin) => ask('page', [bytes, from], begin),
    entry: (html, begin) => ask('entry', [html], begin),
    links: (bytes, from, begin) => ask('links', [bytes, from], begin),
    mine: (article, begin) => ask('mine', [article], begin),
    copies: (articles, evidence) => ask('copies', [articles, evidence]),
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(stopped());
      await end();
    },
  };
}

/** The memory of bytes that have it for themselves. */
function ownOf({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

const stopped = () => new ReadingError('stopped', 'Debrief is stopping');

async function startThread(heapMb: number): Promise<Thread> {
  const worker = new Worker(new URL('./start.js', import.meta.url), {
    // Of a process that was started with a size of the young generation (`--max-semi-space-size`) all threads have that one, whatever stands here.
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    // Modules that the process was told to load first are not for threads.
    execArgv: [],
    env: {},
    workerData: { compileCache: getCompileCacheDir() ?? null, field: otherField() } satisfies Birth,
  });
  const thread: Thread = { worker, hear: () => {} };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error('the reader’s thread does not start')), START_MS);
  thread.hear = (answer) => (answer instanceof Error ? reject(answer) : undefined);
  worker.on('message', (message: Answer | typeof READY) => {
    if (message === READY) resolve();
    else thread.hear(message);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    thread.hear(isFull ? new ReadingError('memory', `reading it takes more than ${heapMb} MB of memory`) : error);
  });
  worker.on('exit', (code) => thread.hear(new ReadingError('ended', `the reader’s thread ended (${code})`)));
  try {
    await promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(late);
  }
  worker.unref();
  return thread;
}
