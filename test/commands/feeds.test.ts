import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { MOST_FEEDS } from '../../src/commands/feeds/room.ts';
import { article, feed } from '../samples.ts';
import { shown } from '../stage.ts';
import { ada, type Desk, NOON, openDesk } from './desk.ts';

const NOW = new Date(NOON);
const TOKEN = ['q7RzK2', 'vX9bT4', 'mW3nJ8', 'cL5'].join('');

describe('the feeds of a workspace', () => {
  let app: App;
  let desk: Desk;
  let opml = '';
  const say = (line: string): Promise<string> => desk.say(line);
  beforeEach(async () => {
    const body = () => new TextEncoder().encode(opml);
    desk = await openDesk({
      web: {
        get: async ({ url }) => ({ status: 200, headers: {}, body: body(), url, redirects: [] }),
        close: async () => {},
      },
    });
    app = desk.app;
    await desk.bring([
      article('lease', 'Oslund Cloud leased a data centre of 64 megawatts in Aldmoor, it said on Tuesday.'),
    ]);
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
