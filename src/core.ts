/** The core, wired: what every way of running Debrief has in common. What people can say to it is added by `app.ts`, platforms by `main.ts`. */

import { randomUUID } from 'node:crypto';
import type { World } from './commands/world.ts';
import type { Config } from './config.ts';
import { carriesEditions, createDelivering, type Delivering, editionId } from './deliver/index.ts';
import { field } from './domain/in-use.ts';
import { createHttp } from './effects/http.ts';
import { linkRoots } from './effects/seal.ts';
import { perHost } from './gather/hosts.ts';
import type { Reader } from './gather/reader.ts';
import { createRobots } from './gather/robots.ts';
import { type HoldDeps, ifHeld } from './health/hold.ts';
import { createLinks } from './links/index.ts';
import type { Document } from './model.ts';
import { namedFeed } from './pipeline/feeds.ts';
import { createPipeline, type Pipeline } from './pipeline/index.ts';
import type { Miner } from './pipeline/miner.ts';
import { ALONE, type Claim } from './pipeline/round.ts';
import type { Clock } from './ports/clock.ts';
import type { Http } from './ports/http.ts';
import type { Jobs } from './ports/jobs.ts';
import type { Log } from './ports/log.ts';
import { type Metrics, NO_METRICS } from './ports/metrics.ts';
import type { Platform } from './ports/platform.ts';
import type { Store } from './ports/store.ts';
import { createReader } from './reader/index.ts';
import { openSqlite } from './store/sqlite/open.ts';
import { openThinking, type Thinking } from './thinking.ts';

export const VERSION = '0.1.0';

/** The token that robots.txt files name us by. */
const AGENT = 'DebriefBot';

/** What runs has so long to end once the store is to be closed. */
const CLOSE_MS = 1_000;

export type Core = {
  readonly config: Config;
  readonly store: Store;
  readonly http: Http;
  readonly reader: { close(): Promise<void> };
  readonly pipeline: Pipeline;
  readonly world: Omit<World, 'specs'>;
  readonly jobs: Jobs;
  /** What this process holds of what one of several may do or have at a time; null where there is no other. */
  readonly holding: HoldDeps | null;
  readonly delivering: Delivering;
  /** The platforms that run in this process; whoever starts one adds it. */
  readonly platforms: Platform[];
  /** Makes one real request to the model and tells what was found; null without one. */
  readonly checkModel: Thinking['check'];
  readonly metrics: Metrics;
  /** Loads and compiles what answers, some tenths of a second once, so that whoever asks first does not wait for it. */
  warm(): Promise<void>;
  /** Closing twice is harmless. */
  close(): Promise<void>;
};

export type CoreOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Where somebody may ask for them. */
  readonly metrics?: Metrics;
  /** `:memory:` for a run that keeps nothing. */
  readonly database?: string;
  /** Who reads what strangers send, where it is not a thread of its own. */
  readonly reader?: Reader & Miner & { close(): Promise<void> };
  /** The way to the web, where it is not the configured one. */
  readonly web?: Http & { close(): Promise<void> };
  /** Where pages are served, where that is not the configured address. */
  readonly origin?: () => string | null;
};

/** The address that pages are reached by: the public one, else that of this machine. */
function addressOf({ http: { host, port, publicUrl } }: Config): string | null {
  if (port === null) return null;
  if (publicUrl !== null) return publicUrl.replace(/(?<!\/)\/+$/, '');
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return port === 0 ? null : `http://${own}:${port}`;
}

async function openStore(config: Config, database: string | undefined, log: Log): Promise<Store> {
  if (database !== undefined) return openSqlite(database, log);
  if (config.database.kind === 'sqlite') return openSqlite(config.database.file, log);
  const { openPostgres } = await import('./store/postgres/open.ts');
  return openPostgres(config.database.url, log);
}

/** A store that several processes share carries their jobs too. */
async function openJobs(
  { config, clock, log, database }: CoreOptions,
  onDead: (queue: string, key: string) => Promise<void>,
): Promise<Jobs> {
  if (database !== undefined || config.database.kind === 'sqlite') {
    const { memoryJobs } = await import('./effects/jobs/memory.ts');
    return memoryJobs(clock, log, { onDead });
  }
  const { postgresJobs } = await import('./effects/jobs/postgres.ts');
  return postgresJobs(config.database.url, clock, log, { onDead });
}

export async function openCore(options: CoreOptions): Promise<Core> {
  const { config, clock, log, random, database, metrics = NO_METRICS } = options;
  const store = await openStore(config, database, log);
  const contact = config.contact === null ? '' : `; ${config.contact}`;
  const userAgent = `${AGENT}/${VERSION} (news digest bot${contact})`;
  const web = options.web ?? createHttp({ userAgent, allowHosts: config.allowHosts });
  const http = perHost(web);
  const robots = createRobots({ http, agent: AGENT });
  const { model, editor, answerer, check } = await openThinking(store, options, async (message) => {
    log.warn({}, message);
    const document: Document = {
      summary: 'The model’s budget is used up; debriefs go on without it',
      blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: message }] }],
      thread: [],
    };
    for (const { id } of await store.workspaces.list()) await delivering.tell(id, message, document);
  });
  const reader = options.reader ?? createReader();
  // SQLite has one process, which waits for nobody, and not for what it held itself before it was killed.
  const isShared = database === undefined && config.database.kind === 'postgres';
  const holding = isShared ? { leases: store.leases, holder: randomUUID(), clock } : null;
  const claim: Claim = holding === null ? ALONE : (key, work) => ifHeld(key, holding, work);
  const gathering = { store, http, robots, reader, miner: reader, clock, log, random, claim };
  const pipeline = createPipeline({ ...gathering, editor, metrics });
  const platforms: Platform[] = [];
  const links = createLinks({
    store,
    roots: () => linkRoots(config.secret, config.formerSecret),
    inChat: config.http.publicUrl !== null && config.http.port !== null,
    address: options.origin ?? (() => addressOf(config)),
  });
  const jobs = await openJobs(options, async (queue, key) => {
    if (carriesEditions(queue)) await delivering.dead(key);
  });
  const delivering = createDelivering({
    store,
    clock,
    log,
    jobs,
    platforms,
    metrics,
    async compose(channel, slot) {
      // What a debrief is shown as is loaded by those processes that show one.
      const [{ hiddenIn, withoutHidden }, { waysOf }, { debriefDocument }] = await Promise.all([
        import('./commands/hidden.ts'),
        import('./commands/ways.ts'),
        import('./document/debrief.ts'),
      ]);
      const choice = await pipeline.choiceOf(channel.workspace, channel.choice);
      const attached = await store.deliveries.debrief(editionId(channel.id, slot));
      const debrief =
        (attached === null ? null : await store.debriefs.get(attached)) ??
        (await pipeline.compose(choice, slot, 'edition', await pipeline.toldIn(channel.id, slot)));
      const hidden = await hiddenIn(channel.workspace, store);
      const ways = await waysOf(debrief, { ...channel, channel: channel.address }, { links });
      const document = debriefDocument(withoutHidden(debrief, hidden), channel.schedule.zone, ways);
      return { debrief: debrief.id, document };
    },
  });
  const world: Core['world'] = {
    store,
    pipeline,
    http,
    reader,
    model,
    answerer,
    clock,
    links,
    log,
    zone: config.zone,
    delivering,
    platform: (name) => platforms.find((platform) => platform.name === name) ?? null,
  };
  let closed = false;
  return {
    config,
    store,
    http,
    reader,
    pipeline,
    world,
    jobs,
    holding,
    delivering,
    platforms,
    checkModel: check,
    metrics,
    async warm() {
      const { warm } = await import('./ask/warm.ts');
      await warm(clock.now());
    },
    async close() {
      if (closed) return;
      closed = true;
      const ended = Promise.allSettled([pipeline.stop(), reader.close(), jobs.stop()]);
      const limit = new AbortController();
      await Promise.race([ended, clock.sleep(CLOSE_MS, limit.signal)]);
      limit.abort();
      await delivering.handBack();
      await web.close();
      await store.close();
    },
  };
}

/** Keeps the feeds of the default pack; those that are there already stay as they are. */
export function seedPack(store: Store, now: Date): Promise<void> {
  return store.feeds.seed(
    field().feeds.map((feed) => namedFeed({ ...feed, title: null })),
    now,
  );
}
