import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ifHeld } from '../../src/health/hold.ts';
import type { Article } from '../../src/model.ts';
import { gather } from '../../src/pipeline/gather.ts';
import type { Store } from '../../src/ports/store.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { feed, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const HOSTS = ['grid', 'wire', 'power', 'cable'];

const page = (host: string, n: number) => `<html><head><title>Plant ${n} of ${host}</title></head><body><article>
  <h1>Plant ${n} of ${host}</h1><p>The plant number ${n} of ${host} gives ${100 + n} megawatts of power to the halls beside the river, its owner says.</p>
  <p>It was built by four hundred people of the valley in ${2 + n} years, and nobody there has asked for another one since then.</p>
  </article></body></html>`;
const document = (host: string) =>
  `<rss version="2.0"><channel><title>${host}</title>${[1, 2, 3]
    .map(
      (n) => `<item><guid>${n}</guid><title>Plant ${n} of ${host}</title><link>https://${host}.example/${n}</link>
      <pubDate>Tue, 24 Nov 2026 0${n}:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

describe('a round that several processes share', () => {
  let store: Store;
  let asked: string[];
  let mined: string[];
  const clock = virtualClock(NOW.toISOString());
  beforeEach(async () => {
    store = await openSqlite(':memory:', quiet);
    asked = [];
    mined = [];
    for (const name of HOSTS) await store.feeds.save(feed(name), NOW);
  });
  afterEach(() => store.close());

  /** A process that reads, by its name; `faulty`: the address of a feed or an article that it fails on. */
  const process = (holder: string, faulty = '') => {
    const get = async ({ url }: { url: string }) => {
      asked.push(url);
      await turn();
      const { hostname, pathname } = new URL(url);
      const [host = ''] = hostname.split('.');
      const isFeed = pathname === '/feed.xml';
      if (isFeed && url === faulty) throw new Error('a fault of Debrief');
      const body = new TextEncoder().encode(isFeed ? document(host) : page(host, Number(pathname.slice(1))));
      const headers = { 'content-type': isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8' };
      return { url, status: 200, headers, body, redirects: [] };
    };
    const miner = {
      ...TASKS,
      async mine({ id, url }: Article, begin?: () => Promise<void>) {
        mined.push(id);
        await begin?.();
        await turn();
        if (url === faulty) throw new Error('a fault of Debrief');
        const evidence = { article: id, sentences: [], figures: [], quotes: [] };
        return { evidence, entries: { figures: [], quotes: [] }, sketch: [] };
      },
    };
    return gather(
      {
        store,
        http: { get },
        robots: { verdict: async () => 'allowed' as const },
        reader: TASKS,
        miner,
        clock,
        log: quiet,
        random: () => 0.5,
        claim: (key, work) => ifHeld(key, { leases: store.leases, holder, clock }, work),
      },
      { pages: true, reachHours: 24 },
    );
  };

  it('asks for each feed and each page once, and mines each article once', async () => {
    const reports = await Promise.all(['one', 'two', 'three'].map((name) => process(name)));
    // What one process was still at is left to the next round of any.
    reports.push(await process('one'));
    const pages = HOSTS.flatMap((host) => ['feed.xml', 1, 2, 3].map((name) => `https://${host}.example/${name}`));
    expect(asked.toSorted()).toEqual(pages.toSorted());
    expect(reports.reduce((sum, { feeds }) => sum + feeds, 0)).toBe(HOSTS.length);
    expect(reports.reduce((sum, { articles }) => sum + articles, 0)).toBe(3 * HOSTS.length);
    expect(mined).toHaveLength(3 * HOSTS.length);
    expect(new Set(mined).size).toBe(mined.length);
  });

  it('takes over what a process held that died, a minute later', async () => {
    await store.leases.take('host:grid.example', 'dead', NOW, 60_000);
    await process('one');
    expect(asked.filter((url) => url.includes('grid'))).toEqual([]);
    await clock.advanceTo(new Date(NOW.getTime() + 60_000));
    await process('one');
    expect(asked.filter((url) => url.includes('grid'))).toHaveLength(4);
  });

  it('leaves an article that processes failed on twice, and counts it as left once', async () => {
    const left: number[] = [];
    for (const name of ['one', 'two', 'three']) left.push((await process(name, 'https://grid.example/1')).left);
    expect(left).toEqual([0, 1, 0]);
    expect(mined).toHaveLength(3 * HOSTS.length + 1);
  });

  it('tells of a feed that it has failed on for a day', async () => {
    const faulty = 'https://grid.example/feed.xml';
    expect((await process('one', faulty)).notices).toEqual([]);
    await clock.advance(24 * 3_600_000);
    const { failed, notices } = await process('two', faulty);
    expect(failed.map(({ kind }) => kind)).toEqual(['fault']);
    expect(notices.map(({ feed: { id }, notice: { kind } }) => `${id} ${kind}`)).toEqual(['feed-grid failing']);
  });
});
