import { OWNER } from '../adapters/terminal/index.ts';
import { render } from '../adapters/terminal/render.ts';
import { PLAIN } from '../adapters/terminal/style.ts';
import { type App, type AppOptions, openApp } from '../src/app.ts';
import { demo, stageClock } from '../src/cli/demo.ts';
import { readConfig } from '../src/config.ts';
import type { Document } from '../src/model.ts';
import { startNewsroom } from '../src/newsroom/index.ts';
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

/** The demo on a clock that stands at 2026-11-24T13:30Z: the newsroom read over HTTP, three debriefs composed. */
export async function openStage(served: Pick<AppOptions, 'origin'> = {}): Promise<Stage> {
  const newsroom = await startNewsroom({ at: new Date('2026-11-24T08:30:00Z') });
  const clock = stageClock({ now: () => newsroom.now, sleep: async () => {} });
  const config = { ...readConfig({}), allowHosts: [new URL(newsroom.origin).host] };
  const app = await openApp({
    config,
    clock,
    log: SILENT,
    random: () => 0.5,
    database: ':memory:',
    reader: readingHere,
    ...served,
  });
  const printed: Document[] = [];
  await demo(app, newsroom, clock, (document) => printed.push(document));
  return {
    app,
    origin: newsroom.origin,
    printed,
    async say(line, context = {}) {
      const { document, ok } = await app.handlers.text({ ...OWNER, ...context }, line);
      return { text: shown(document), ok };
    },
    async close() {
      await app.close();
      await newsroom.stop();
    },
  };
}
