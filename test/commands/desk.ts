/** One workspace with a feed, and somebody in it who types: what the tests of commands begin with. */
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { CoreOptions } from '../../src/core.ts';
import type { Article } from '../../src/model.ts';
import { mine } from '../../src/pipeline/mine.ts';
import type { Context } from '../../src/ports/platform.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { feed, quiet } from '../samples.ts';
import { shown } from '../stage.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';

export const NOON = '2026-11-24T12:00:00.000Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const ada: Context = {
  platform: 'fake',
  workspace: 'fake:acme',
  channel: 'infra',
  thread: null,
  user: { id: 'ada', name: 'Ada' },
  admin: true,
  owner: false,
};

export type Desk = {
  readonly app: App;
  readonly clock: VirtualClock;
  /** What somebody is told; Ada, unless another is named. */
  say(line: string, context?: Context): Promise<string>;
  /** The feed brings articles, at an instant or now, and they are mined. */
  bring(articles: readonly Article[], at?: string): Promise<void>;
};

/** Opened at noon; `close` belongs to `app`. */
export async function openDesk(rest: Partial<CoreOptions> = {}): Promise<Desk> {
  const clock = virtualClock(NOON);
  const app = await openApp({
    config: readConfig({}),
    clock,
    log: quiet,
    random: () => 0.5,
    database: ':memory:',
    ...rest,
  });
  const { store, handlers } = app;
  await store.feeds.save(feed('grid'), clock.now());
  return {
    app,
    clock,
    say: async (line, context = ada) => shown((await handlers.text(context, line)).document),
    async bring(articles, at) {
      for (const article of articles) {
        await store.articles.save(article);
        await store.articles.brought(article.url, 'feed-grid', at === undefined ? clock.now() : new Date(at));
      }
      await mine({ store, clock, log: quiet, miner: TASKS });
    },
  };
}
