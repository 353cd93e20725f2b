/** The core, wired: what every way of running Debrief has in common. Platforms are added by `main.ts`. */
import { createHandlers } from './commands/handlers.ts';
import { REGISTRY } from './commands/registry.ts';
import type { World } from './commands/world.ts';
import type { Config } from './config.ts';
import { DEFAULT_FEEDS } from './domain/feeds.ts';
import { createHttp } from './effects/http.ts';
import { UsageError } from './errors.ts';
import { perHost } from './gather/hosts.ts';
import { createRobots } from './gather/robots.ts';
import { addFeed } from './pipeline/feeds.ts';
import { createPipeline, type Pipeline } from './pipeline/index.ts';
import type { Clock } from './ports/clock.ts';
import type { Http } from './ports/http.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Log } from './ports/log.ts';
import type { Handlers, Platform } from './ports/platform.ts';
import type { Store } from './ports/store.ts';
import { openSqlite } from './store/sqlite/open.ts';

export const VERSION = '0.1.0';

/** The token that robots.txt files name us by. */
const AGENT = 'DebriefBot';

export type App = {
  readonly config: Config;
  readonly store: Store;
  readonly http: Http;
  readonly pipeline: Pipeline;
  readonly world: World;
  readonly handlers: Handlers;
  /** The platforms that run in this process, by name. */
  readonly platforms: Map<string, Platform>;
  /** Closing twice is harmless. */
  close(): Promise<void>;
};

export type AppOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** `:memory:` for a run that keeps nothing. */
  readonly database?: string;
};

async function openStore(config: Config, database: string | undefined, log: Log): Promise<Store> {
  if (database !== undefined) return openSqlite(database, log);
  if (config.database.kind === 'sqlite') return openSqlite(config.database.file, log);
  throw new UsageError([
    'DEBRIEF_DATABASE_URL: PostgreSQL is not supported by this version; give a file such as debrief.sqlite',
  ]);
}

/** Without a key there is no model, and its package is never loaded. */
async function openModel(config: Config): Promise<LanguageModel | null> {
  if (config.model.key === null) return null;
  const { createModel } = await import('./effects/model.ts');
  return createModel({ key: config.model.key, baseUrl: config.model.baseUrl, name: config.model.name });
}

export async function openApp({ config, clock, log, random, database }: AppOptions): Promise<App> {
  const store = await openStore(config, database, log);
  const contact = config.contact === null ? '' : `; ${config.contact}`;
  const web = createHttp({
    userAgent: `${AGENT}/${VERSION} (news digest bot${contact})`,
    allowHosts: config.allowHosts,
  });
  const http = perHost(web);
  const robots = createRobots({ http, agent: AGENT });
  const model = await openModel(config);
  const pipeline = createPipeline({ store, http, robots, clock, log, random, model });
  const platforms = new Map<string, Platform>();
  const world: World = {
    store,
    pipeline,
    http,
    model,
    clock,
    log,
    zone: config.zone,
    platform: (name) => platforms.get(name) ?? null,
    specs: () => REGISTRY.commands.map(({ spec }) => spec),
  };
  let closed = false;
  return {
    config,
    store,
    http,
    pipeline,
    world,
    handlers: createHandlers(REGISTRY, world),
    platforms,
    async close() {
      if (closed) return;
      closed = true;
      await web.close();
      await store.close();
    },
  };
}

/** Keeps the feeds of the default pack; those that are there already stay as they are. */
export async function seedPack(store: Store, now: Date): Promise<void> {
  for (const feed of DEFAULT_FEEDS)
    if ((await store.feeds.byUrl(feed.url)) === null) await addFeed(store, { ...feed, title: null }, now);
}
