import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER } from '../adapters/terminal/index.ts';
import { render } from '../adapters/terminal/render.ts';
import { PLAIN } from '../adapters/terminal/style.ts';
import { type App, openApp } from '../src/app.ts';
import { demo, type StageClock, stageClock } from '../src/cli/demo.ts';
import { readConfig } from '../src/config.ts';
import type { CoreOptions } from '../src/core.ts';
import type { Document } from '../src/model.ts';
import { type Newsroom, startNewsroom } from '../src/newsroom/index.ts';
import type { Context } from '../src/ports/platform.ts';
import { readingHere } from './reading-here.ts';

export const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A document as a terminal of 110 columns shows it. */
export const shown = (document: Document): string => render(document, { style: PLAIN, width: 110 });

export type Stage = {
  readonly app: App;
  readonly origin: string;
  /** What the demo printed. */
  readonly printed: readonly Document[];
  /** What a person at the prompt types, and the text of what comes back. */
  say(line: string, context?: Partial<Context>): Promise<{ readonly text: string; readonly ok: boolean }>;
  close(): Promise<void>;
};

/** The demo played once: the newsroom, which goes on being served, and what was stored and printed. */
type Played = {
  readonly newsroom: Newsroom;
  readonly file: string;
  readonly printed: readonly Document[];
  readonly now: Date;
};

async function play(): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'debrief-stage-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'played.sqlite');
  const newsroom = await startNewsroom({ at: new Date('2026-11-24T08:30:00Z') });
  const { app, clock } = await openOn(file, newsroom, newsroom.now);
  const printed: Document[] = [];
  await demo(app, newsroom, clock, (document) => printed.push(document));
  await app.close();
  return { newsroom, file, printed, now: clock.now() };
}

async function openOn(
  database: string,
  { origin }: Newsroom,
  now: Date,
  served: Partial<CoreOptions> = {},
): Promise<{ readonly app: App; readonly clock: StageClock }> {
  const clock = stageClock({ now: () => now, sleep: async () => {} });
  const config = { ...readConfig({}), allowHosts: [new URL(origin).host] };
  const options = { config, clock, log: SILENT, random: () => 0.5, database, reader: readingHere };
  return { app: await openApp({ ...options, ...served }), clock };
}

let played: Promise<Played> | undefined;
let opened = 0;

/** Ends what all stages share, for a process that ends by itself. */
export async function closeStages(): Promise<void> {
  await (await played)?.newsroom.stop();
  played = undefined;
}

/**
 * The demo on a clock that stands at 2026-11-24T13:30Z: the newsroom read over HTTP, three debriefs composed. It is played once for all
 * the files that one process runs; each stage has a store of its own, as the demo left it.
 */
export async function openStage(served: Pick<CoreOptions, 'origin'> = {}): Promise<Stage> {
  played ??= play();
  const { newsroom, file, printed, now } = await played;
  opened += 1;
  const database = `${file}.${opened}`;
  await copyFile(file, database);
  const { app } = await openOn(database, newsroom, now, served);
  return {
    app,
    origin: newsroom.origin,
    printed,
    async say(line, context = {}) {
      const { document, ok } = await app.handlers.text({ ...OWNER, ...context }, line);
      return { text: shown(document), ok };
    },
    close: () => app.close(),
  };
}
