import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { OWNER } from '../adapters/terminal/index.ts';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { DAY_MS } from '../src/durations.ts';
import { systemClock } from '../src/effects/clock.ts';
import { namedFeed } from '../src/pipeline/feeds.ts';
import { quiet } from '../test/samples.ts';

const FEEDS = 500;
const SMALL_MS = 100;
const EVERY_MS = 50;
/** Gathering goes on for minutes; what people wait for is measured in the first. */
const MEASURED_MS = 60_000;

/** How long `figures` takes on a service that gathers 500 feeds with the pages of their 2,000 entries, and how far its event loop falls behind. */
export const run = (): Promise<void> => beside(null, [() => 'figures northwind power'], SMALL_MS);

/**
 * How long what people type takes beside such a gather, by the wall: `lines` in turn, each made of the number of its turn. `file` is the store that
 * it goes into, which is copied first; null for an empty one.
 */
export async function beside(
  file: string | null,
  lines: readonly ((n: number) => string)[],
  limitMs: number,
): Promise<void> {
  const site = fork(join(import.meta.dirname, 'polling/pages.ts'));
  const [port] = await once(site, 'message');
  // A host each for many of the feeds: hosts are read side by side.
  const hosts = Array.from({ length: 50 }, (_, n) => `127.0.0.${n + 1}:${port}`);
  const config = { ...readConfig({}), allowHosts: hosts };
  const folder = await mkdtemp(join(tmpdir(), 'debrief-meanwhile-'));
  const database = join(folder, 'debrief.sqlite');
  if (file !== null) await copyFile(file, database);
  const app = await openApp({
    config,
    clock: systemClock,
    log: quiet,
    random: Math.random,
    database,
  });
  const feeds = Array.from({ length: FEEDS }, (_, n) =>
    namedFeed({
      url: `http://${hosts[n % hosts.length]}/feed/${n}`,
      title: null,
      publisher: null,
      kind: 'news',
      topics: [],
    }),
  );
  await app.store.feeds.savePack(feeds, new Date());
  // As a service does when it has begun.
  await app.warm();
  /** Asks in so many milliseconds; the time that a busy event loop lets the asker wait counts as well. */
  const ask = async (inMs: number, line: string): Promise<number> => {
    const asked = performance.now() + inMs;
    await sleep(inMs);
    await app.handlers.text(OWNER, line);
    return performance.now() - asked;
  };
  const times = lines.map((): number[] => []);
  const askAll = async (inMs: number, n: number): Promise<void> => {
    for (const [at, line] of lines.entries()) times[at]?.push(await ask(inMs, line(n)));
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let isDone = false;
  const started = performance.now();
  const gathering = app.pipeline.gather({ pages: true, reachHours: 24 }).finally(() => {
    isDone = true;
  });
  for (let n = 0; !isDone && performance.now() - started < MEASURED_MS; n += 1) await askAll(EVERY_MS, n);
  const kept = (
    await app.store.articles.window({
      feeds: (await app.store.feeds.pack()).map(({ id }) => id),
      from: new Date(Date.now() - DAY_MS),
      to: new Date(Date.now() + DAY_MS),
      limit: 10_000,
    })
  ).length;
  const shareOf = (all: readonly number[]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return (of: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
  };
  const took = ((performance.now() - started) / 1000).toFixed(0);
  const resident = (process.memoryUsage.rss() / 1e6).toFixed(0);
  const told = (when: string): void => {
    for (const [at, line] of lines.entries()) {
      const share = shareOf(times[at] ?? []);
      const verdict = share(0.99) <= limitMs ? 'ok' : `over ${limitMs} ms`;
      console.log(
        `${line(0).split(' ', 1)}, ${times[at]?.length} times ${when}: p50 ${share(0.5).toFixed(1)} ms, p99 ${share(0.99).toFixed(1)} ms, longest ${share(1).toFixed(1)} ms: ${verdict}`,
      );
    }
  };
  console.log(`${FEEDS} feeds, ${kept} articles after ${took} s; ${resident} MB resident`);
  told('meanwhile');
  delay.disable();
  console.log(
    `the event loop behind: p50 ${(delay.percentile(50) / 1e6).toFixed(1)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, longest ${(delay.max / 1e6).toFixed(1)} ms`,
  );
  await app.pipeline.stop();
  await gathering;
  // What neighbours on the machine cost stands in both: the same over the same store, with nothing gathered.
  for (const each of times) each.length = 0;
  for (let n = 0; n < 200; n += 1) await askAll(EVERY_MS / 5, n);
  told('with nothing gathered');
  await app.close();
  await rm(folder, { recursive: true });
  site.disconnect();
}
