import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { CoreOptions } from '../../src/core.ts';
import { createHttp } from '../../src/effects/http.ts';
import { createMetrics } from '../../src/effects/metrics.ts';
// Loaded before the clock stands still: reading files takes turns of the event loop, which a virtual minute does not wait for.
import '../../src/pipeline/compose.ts';
import type { Document } from '../../src/model.ts';
import { namedFeed } from '../../src/pipeline/feeds.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { Tick } from '../../src/schedule.ts';
import { type Service, startService } from '../../src/serve.ts';
import { readingHere } from '../reading-here.ts';
import { quiet } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';

const MINUTE = 60_000;

export type Running = {
  readonly app: App;
  readonly service: Service;
  readonly clock: VirtualClock;
  /** Runs the ticks of this minute, and waits until nothing is left to do in it. */
  tick(): Promise<void>;
  /** Lets time pass in steps of so many minutes, ticking after each. */
  pass(to: string, minutes?: number): Promise<void>;
  close(): Promise<void>;
};

export type RunOptions = {
  readonly at: string;
  readonly platform: Platform;
  readonly others?: readonly Platform[];
  readonly allowHosts: readonly string[];
  readonly feeds: readonly string[];
  readonly database?: string;
  readonly clock?: VirtualClock;
  /** No request takes longer, in milliseconds. */
  readonly patience?: number;
  readonly log?: Log;
  readonly reader?: CoreOptions['reader'];
  readonly show?: (document: Document) => void;
};

/** The service as `serve` runs it, on a clock of its own. */
export async function run(options: RunOptions): Promise<Running> {
  const { platform, allowHosts, patience = 5_000, log = quiet } = options;
  const clock = options.clock ?? virtualClock(options.at);
  const http = createHttp({ userAgent: 'DebriefBot/test', allowHosts });
  const web = {
    get: (request: Parameters<typeof http.get>[0]) =>
      http.get({ ...request, timeoutMs: Math.min(request.timeoutMs, patience) }),
    close: http.close,
  };
  const app = await openApp({
    config: { ...readConfig({}), allowHosts },
    clock,
    log,
    random: () => 0.5,
    database: options.database ?? ':memory:',
    web,
    reader: options.reader ?? readingHere,
    metrics: createMetrics(),
  });
  for (const url of options.feeds)
    await app.store.feeds.save(namedFeed({ url, title: null, publisher: null, kind: 'news', topics: [] }), clock.now());
  let ticks: readonly Tick[] = [];
  const service = await startService(app, {
    platforms: [platform, ...(options.others ?? [])],
    show: options.show ?? null,
    schedule: (given) => {
      ticks = given;
      return { stop: async () => {} };
    },
  });
  const tick = async (): Promise<void> => {
    for (const { name, run } of ticks) if (name !== 'prune') await run();
    await clock.advance(0);
    // Deliveries compute and write a file: they end when no job runs any more.
    for (let quietTurns = 0; quietTurns < 5; ) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      quietTurns = (await app.store.deliveries.due(clock.now(), 1)).length === 0 ? quietTurns + 1 : 0;
    }
    await clock.advance(0);
  };
  return {
    app,
    service,
    clock,
    tick,
    async pass(to, minutes = 1) {
      while (clock.now() < new Date(to)) {
        await clock.advance(minutes * MINUTE);
        await tick();
      }
    },
    async close() {
      await service.stop();
      await service.stop();
      await app.close();
      await app.close();
    },
  };
}
