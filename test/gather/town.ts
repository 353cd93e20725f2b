/** Small servers under names of their own, and what Debrief makes of them over several polls on a virtual clock. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeEach } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';
import { createRobots } from '../../src/gather/robots.ts';
import type { Article, Feed } from '../../src/model.ts';
import { gather } from '../../src/pipeline/gather.ts';
import type { GatherReport } from '../../src/pipeline/round.ts';
import type { Store } from '../../src/ports/store.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import type { Database } from '../../src/store/schema.ts';
import { openTables } from '../../src/store/sqlite/open.ts';
import { storeOver } from '../../src/store/store.ts';
import { quiet } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { newFeed } from './new-feed.ts';

const MINUTE = 60_000;
export const START = '2026-11-24T08:00:00.000Z';

/** An entry as a feed has it; what is null is left out. */
export type Entry = {
  readonly title?: string | null;
  readonly link?: string | null;
  readonly guid?: string | null;
  readonly date?: string | null;
  readonly text?: string | null;
  /** Further elements, as markup. */
  readonly more?: string;
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const element = (name: string, text: string | null | undefined): string =>
  text == null ? '' : `<${name}>${escaped(text)}</${name}>`;

export function rss(entries: readonly Entry[], head = ''): string {
  const items = entries.map(
    ({ title, link, guid, date, text, more = '' }) =>
      `<item>${element('title', title)}${element('link', link)}${guid == null ? '' : `<guid isPermaLink="false">${escaped(guid)}</guid>`}${element('pubDate', date == null ? null : new Date(date).toUTCString())}${element('description', text)}${more}</item>`,
  );
  return `<rss version="2.0"><channel>${head === '' ? '<title>A feed</title>' : head}${items.join('')}</channel></rss>`;
}

export function page(title: string, paragraphs: readonly string[], head = ''): string {
  const body = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
  return `<html><head><title>${escaped(title)}</title>${head}</head><body><article><h1>${escaped(title)}</h1>${body}</article></body></html>`;
}

export type Answer = string | number | RequestListener;

export type Town = {
  /** The address of a path at a host. */
  url(host: string, path: string): string;
  /** What a host answers at a path from now on: a body, a status, or what is done. */
  serve(host: string, path: string, answer: Answer): void;
  redirect(host: string, path: string, to: string, status?: number): void;
  /** How often a path was asked for. */
  asked(host: string, path: string): number;
};

export type Reader = {
  readonly store: Store;
  readonly clock: VirtualClock;
  /** Follows a feed, which is anybody's unless a workspace has it for its own. */
  follow(host: string, path: string, known?: Partial<Feed>): Promise<Feed>;
  /** Lets so many minutes pass and polls every feed, due or not. */
  poll(minutes?: number): Promise<GatherReport>;
  /** Lets so many minutes pass, gathering what is due each time. */
  pass(minutes: number, step?: number): Promise<void>;
  /** What stands for whoever sees these feeds, or all of them, by title. */
  news(feeds?: readonly Feed[]): Promise<readonly Article[]>;
  titles(feeds?: readonly Feed[]): Promise<readonly string[]>;
  /** The one article that stands. */
  only(feeds?: readonly Feed[]): Promise<Article>;
  /** Texts of the figures that the ledger has for these feeds. */
  figures(feeds?: readonly Feed[]): Promise<readonly string[]>;
  /** What `feeds check` and `why` tell. */
  notes(): Promise<readonly string[]>;
};

/** The embedded store, opened once for a file, as that takes longer than most stories do; `empty` takes out all that is in it. */
async function openStore() {
  const { db, differences } = await openTables(':memory:');
  const { rows } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and instr(name, '_fts') = 0 and instr(name, 'migration') = 0`.execute(db);
  const empty = (): Promise<void> =>
    db.transaction().execute(async (on: Database) => {
      await sql`pragma defer_foreign_keys = on`.execute(on);
      for (const { name } of rows) await sql`delete from ${sql.table(name)}`.execute(on);
    });
  return { db, empty, open: () => storeOver(db, differences, quiet) };
}

/** A town, and Debrief in it: for each story of the file that calls it the town is deserted, and nothing is read yet. */
export async function startTown(): Promise<{ readonly town: Town; readonly reader: Reader }> {
  const answers = new Map<string, Answer>();
  const requests: string[] = [];
  const keyOf = (host: string, path: string) => `${host} ${path}`;
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const key = keyOf(host, request.url ?? '');
    requests.push(key);
    const answer = answers.get(key) ?? 404;
    if (typeof answer === 'function') return answer(request, response);
    if (typeof answer === 'number') return response.writeHead(answer).end();
    const type = /^\s*<(?:\?xml|rss|feed)/.test(answer) ? 'application/xml' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = (host: string, path: string) => `http://${host}:${port}${path}`;

  const town: Town = {
    url,
    serve(host, path, answer) {
      answers.set(keyOf(host, path), answer);
    },
    redirect(host, path, to, status = 302) {
      answers.set(keyOf(host, path), (_, response) => response.writeHead(status, { location: to }).end());
    },
    asked: (host, path) => requests.filter((key) => key === keyOf(host, path)).length,
  };

  const http = createHttp({
    userAgent: 'DebriefBot/test',
    // Every name of the town leads to its one server.
    allowHosts: TOWN,
    resolver: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const tables = await openStore();
  const begin = () => ({
    store: tables.open(),
    clock: virtualClock(START),
    robots: createRobots({ http, agent: 'DebriefBot' }),
    followed: Array.of<Feed>(),
  });
  let now = begin();
  const round = () =>
    gather({ ...now, http, reader: TASKS, miner: TASKS, log: quiet, random: () => 0 }, { pages: true, reachHours: 24 });
  const ids = (feeds: readonly Feed[]) => feeds.map(({ id }) => id);
  const always = { from: new Date('2000-01-01'), to: new Date('2100-01-01'), limit: 100 };
  const reader: Reader = {
    get store() {
      return now.store;
    },
    get clock() {
      return now.clock;
    },
    async follow(host, path, known = {}) {
      const feed = await now.store.feeds.save(newFeed(url(host, path), known), now.clock.now());
      now.followed.push(feed);
      return feed;
    },
    async poll(minutes = 60) {
      await now.clock.advance(minutes * MINUTE);
      for (const state of await now.store.feeds.states(ids(now.followed)))
        await now.store.feeds.saveState({ ...state, nextPollAt: now.clock.now().toISOString() });
      return round();
    },
    async pass(minutes, step = 5) {
      for (let gone = 0; gone < minutes; gone += step) {
        await now.clock.advance(step * MINUTE);
        await round();
      }
    },
    async news(feeds = now.followed) {
      const found = await now.store.articles.window({ ...always, feeds: ids(feeds) });
      return found.toSorted((a, b) => (a.title < b.title ? -1 : 1));
    },
    titles: async (feeds) => (await reader.news(feeds)).map(({ title }) => title),
    async only(feeds) {
      const found = await reader.news(feeds);
      const [article] = found;
      if (article === undefined || found.length > 1)
        throw new Error(`expected one article, got ${JSON.stringify(found.map(({ title, url }) => [title, url]))}`);
      return article;
    },
    async figures(feeds = now.followed) {
      const sight = { workspace: 'fake:acme', feeds: ids(feeds) };
      const { entries } = await now.store.ledger.figures({ sight, order: 'newest', limit: 50 });
      return entries.map(({ figure }) => figure.text);
    },
    notes: async () =>
      (await now.store.items.notes(ids(now.followed), new Date(0), 50)).map(({ title, note }) => `${title}: ${note}`),
  };

  beforeEach(async () => {
    answers.clear();
    requests.length = 0;
    await tables.empty();
    now = begin();
  });
  afterAll(async () => {
    await tables.db.destroy();
    await http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { town, reader };
}

/** The names of the town. */
const TOWN = [
  'grid.example',
  'www.grid.example',
  'feeds.grid.example',
  'letter.example',
  'planet.example',
  'one.co.uk',
  'two.co.uk',
  'one.github.io',
  'two.github.io',
  'one.substack.com',
  'two.substack.com',
  'reuters.com',
  'www.reuters.com',
  'news.google.com',
  'accounts.grid.example',
];
