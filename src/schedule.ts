import { schedule } from 'node-cron';
import type { Log } from './ports/log.ts';

/** Something that looks at regular times for what is due. What is due is a row of the store: a tick that is missed costs nothing. */
export type Tick = {
  readonly name: string;
  /** A cron expression of five fields, or of six with seconds first; in UTC. */
  readonly cron: string;
  run(): Promise<void>;
};

export type Schedule = {
  /** No tick begins after this; resolves when those under way have ended. Stopping twice is harmless. */
  stop(): Promise<void>;
};

/** What the library has to say, a missed minute say, is a line of the log like any other. */
const cronLog = (log: Log) => {
  const fieldsOf = (message: string | Error, error?: Error) => ({ from: 'node-cron', error: error ?? message });
  return {
    info: (message: string) => log.debug({ from: 'node-cron' }, message),
    warn: (message: string) => log.warn({ from: 'node-cron' }, message),
    error: (message: string | Error, error?: Error) => log.error(fieldsOf(message, error), 'a tick failed'),
    debug: (message: string | Error, error?: Error) => log.debug(fieldsOf(message, error), 'a tick'),
  };
};

/** Runs each tick at once and then at its times, never beside itself. One that fails is logged and comes again. */
export function startSchedule(ticks: readonly Tick[], log: Log): Schedule {
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;

  const run = (tick: Tick): void => {
    if (stopped || underWay.has(tick.name)) return;
    const running = tick
      .run()
      .catch((error: unknown) => log.error({ tick: tick.name, error }, 'a tick failed'))
      .finally(() => underWay.delete(tick.name));
    underWay.set(tick.name, running);
  };

  const logger = cronLog(log);
  const tasks = ticks.map((tick) => schedule(tick.cron, () => run(tick), { name: tick.name, timezone: 'UTC', logger }));
  for (const tick of ticks) run(tick);

  return {
    async stop() {
      stopped = true;
      for (const task of tasks) await task.destroy();
      await Promise.all(underWay.values());
    },
  };
}
