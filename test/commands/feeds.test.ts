import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { MOST_FEEDS } from '../../src/commands/feeds/room.ts';
import { readConfig } from '../../src/config.ts';
import { mine } from '../../src/pipeline/mine.ts';
import type { Context } from '../../src/ports/platform.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { article, feed, quiet } from '../samples.ts';
import { shown } from '../stage.ts';
import { virtualClock } from '../virtual-clock.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');
const ada: Context = {
  platform: 'fake',
  workspace: 'fake:acme',
  channel: 'infra',
  thread: null,
  user: { id: 'ada', name: 'Ada' },
  admin: true,
  owner: false,
};
const TOKEN = ['q7RzK2', 'vX9bT4', 'mW3nJ8', 'cL5'].join('');

describe('the feeds of a workspace', () => {
  let app: App;
  let opml = '';
  const clock = virtualClock(NOW);
  const say = async (line: string): Promise<string> => shown((await app.handlers.text(ada, line)).document);
  beforeEach(async () => {
    const body = () => new TextEncoder().encode(opml);
    app = await openApp({
      config: readConfig({}),
      clock,
      log: quiet,
      random: () => 0.5,
      database: ':memory:',
      web: {
        get: async ({ url }) => ({ status: 200, headers: {}, body: body(), url, redirects: [] }),
        close: async () => {},
      },
    });
    const lease = article('lease', 'Oslund Cloud leased a data centre of 64 megawatts in Aldmoor, it said on Tuesday.');
    await app.store.feeds.save(feed('grid'), NOW);
    await app.store.articles.save(lease);
    await app.store.articles.brought(lease.url, 'feed-grid', NOW);
    await mine({ store: app.store, miner: TASKS, clock, log: quiet });
  });
  afterEach(() => app.close());

  it('are none once all were taken out, which is not the pack', async () => {
    expect(await say('latest')).toContain('64 megawatts');
    await say('feeds remove grid');
    expect(await say('latest')).not.toContain('64 megawatts');
  });

  it('are shown by their names and hosts, where the address lets in whoever has it', async () => {
    const url = `https://letter.example/private/${TOKEN}/rss.xml?auth=${TOKEN}`;
    await app.store.feeds.save(feed('letter', { url, owner: 'fake:acme', title: null, publisher: null }), NOW);
    const replies = [await say('feeds list'), await say('feeds check'), shown(await app.handlers.home(ada))];
    replies.push(await say('feeds remove letter.example'), await say('audit'));
    for (const reply of replies) expect(reply).not.toContain(TOKEN);
    expect(replies[3]).toContain('letter.example');
  });

  it('are given to nobody else by an export, where they are the machine owner’s secret', async () => {
    await app.store.feeds.save(feed('paid', { url: `https://paid.example/rss?token=${TOKEN}` }), NOW);
    const text = JSON.stringify((await app.handlers.text(ada, 'feeds export')).document);
    expect(text).toContain('grid.example');
    expect(text).not.toContain(TOKEN);
    expect(text).toContain('1 feed of this machine is not in the list');
  });

  it('have a most, which an import says it has reached', async () => {
    const outlines = Array.from({ length: MOST_FEEDS + 7 }, (_, n) => `<outline xmlUrl="https://f${n}.example/rss"/>`);
    opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
    const text = (await say('feeds import https://lists.example/all.opml')).replace(/\s+/g, ' ');
    expect(text).toContain(`${MOST_FEEDS} feeds added`);
    expect(text).toContain('7 more feeds of the list not added');
    expect((await app.store.feeds.visible('fake:acme')).filter(({ owner }) => owner !== null)).toHaveLength(MOST_FEEDS);
    expect(await say('feeds import https://lists.example/all.opml')).toContain('0 feeds added');
  });
});
