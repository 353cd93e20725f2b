import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER } from '../../adapters/terminal/index.ts';
import { DAY_MS, HOUR_MS } from '../../src/durations.ts';
import type { Keep } from '../../src/ports/store.ts';
import { check, size } from '../../src/store/sqlite/care.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { run } from '../morning/service.ts';
import { channel } from '../samples.ts';
import { startPapers } from './papers.ts';

const START = Date.parse('2026-09-01T00:00:00.000Z');
const STEP_HOURS = 4;

export type Day = {
  readonly day: number;
  /** Of the database, without what is free in it, in bytes. */
  readonly stored: number;
  /** Of the file. */
  readonly file: number;
  /** Of JavaScript's heap after a collection, and of the process, in bytes. */
  readonly heap: number;
  readonly resident: number;
};
export type Soaked = {
  readonly days: readonly Day[];
  readonly posts: number;
  /** What a check of the database found wrong at the end, and what stands in it. */
  readonly faults: readonly string[];
  readonly figures: number;
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly rows: number }[];
};

/** Runs the service for days on a virtual clock: papers come out, editions are posted, people ask, and every night the old is let go. */
export async function soak(
  days: number,
  articles: number,
  keep: Keep,
  onDay: (day: Day) => void = () => {},
): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'debrief-soak-'));
  const file = join(folder, 'debrief.sqlite');
  const papers = await startPapers(START, articles);
  const platform = fakePlatform();
  const running = await run({
    at: new Date(START).toISOString(),
    platform,
    allowHosts: [papers.host],
    feeds: papers.feeds,
    database: file,
  });
  const { app, clock } = running;
  const measured: Day[] = [];
  try {
    await app.store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    const schedule = {
      ...channel('a').schedule,
      zone: 'UTC',
      rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times: ['08:00'] }],
    };
    const firstSlot = new Date(START + 8 * HOUR_MS).toISOString();
    for (const name of ['a', 'b']) await app.store.channels.save(channel(name, { schedule, nextDueAt: firstSlot }));
    for (let day = 1; day <= days; day += 1) {
      const from = START + (day - 1) * DAY_MS;
      papers.turn(day);
      await running.pass(new Date(from + DAY_MS).toISOString(), STEP_HOURS * 60);
      for (const line of ['latest', 'figures northwind', 'ask how much will the battery draw?'])
        await app.handlers.text(OWNER, line);
      await app.store.prune(clock.now(), keep);
      platform.messages.splice(0);
      globalThis.gc?.();
      const { bytes, free } = size(file);
      const { heapUsed: heap, rss: resident } = process.memoryUsage();
      measured.push({ day, stored: bytes - free, file: bytes, heap, resident });
      onDay({ day, stored: bytes - free, file: bytes, heap, resident });
    }
    const { tables } = size(file);
    const { faults, figures } = check(file);
    return { days: measured, posts: platform.sent.length, faults, figures, tables };
  } finally {
    await running.close();
    await papers.close();
    await rm(folder, { recursive: true });
  }
}

/** Bytes a day that something has grown by over a part of the days, from the first to the last of it. */
export function growth(
  days: readonly Day[],
  of: 'stored' | 'file' | 'heap' | 'resident',
  from: number,
  to: number,
): number {
  const [first, last] = [days[Math.floor(days.length * from)], days[Math.ceil(days.length * to) - 1]];
  if (first === undefined || last === undefined || last.day === first.day) return 0;
  return (last[of] - first[of]) / (last.day - first.day);
}
