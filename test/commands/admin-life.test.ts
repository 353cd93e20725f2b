import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { sitDown } from '../adapters/terminal/typing.ts';
import { SILENT } from '../stage.ts';

const NOW = new Date('2026-11-24T13:30:00Z');
const FEEDS = 40;

const rss = (n: number): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${n}</title>
  <link>http://feed${n}.example/</link><item><title>Campus ${n} adds ${n} megawatts</title><guid>${n}</guid>
  <pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate><description>Campus ${n} adds ${n} megawatts of power.</description></item></channel></rss>`;

const opml = (origin: string): string => {
  const outline = (n: number): string => `<outline type="rss" text="Feed ${n}" xmlUrl="${origin}/${n}.xml"/>`;
  const all = Array.from({ length: FEEDS }, (_, index) => index + 1);
  return `<opml version="2.0"><body><outline text="Storage">${all.slice(0, 5).map(outline).join('')}</outline>
    ${all.slice(5).map(outline).join('')}<outline text="No address"/></body></opml>`;
};

/** Forty feeds, of which the seventh is broken, and the list of them. */
const press = createServer(({ url = '' }, response) => {
  const origin = `http://127.0.0.1:${(press.address() as AddressInfo).port}`;
  const n = Number(/^\/(\d+)\.xml$/.exec(url)?.[1] ?? 0);
  if (n === 7) response.writeHead(500).end('out of order');
  else if (url === '/feeds.opml') response.end(opml(origin));
  else if (n > 0) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(n));
  else response.writeHead(404).end();
});

let app: App;
let origin = '';
let now = NOW;
beforeAll(async () => {
  await new Promise<void>((resolve) => press.listen(0, '127.0.0.1', resolve));
  const { port } = press.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const config = { ...readConfig({}), allowHosts: [`127.0.0.1:${port}`] };
  const clock = { now: () => now, sleep: async () => {} };
  app = await openApp({ config, clock, log: SILENT, random: () => 0.5, database: ':memory:' });
});
afterAll(async () => {
  await app.close();
  press.close();
});

describe('the life of an admin, at the prompt', () => {
  it('goes from nothing to three channels, forty feeds, a failing one, a mistake undone, the hand-over and the deletion', async () => {
    const { say: at, terminal } = await sitDown(app.handlers);
    const say = async (line: string): Promise<string> => {
      now = new Date(now.getTime() + 60_000);
      return (await at(line)).replace(/\s+/g, ' ');
    };

    // Nothing yet, and it says how to begin.
    expect(await say('channels')).toContain('No channel gets a debrief yet. Set one up with: channel schedule');
    expect(await say('undo')).toContain('no change of yours that could be taken back');

    // Three channels, each in the words of somebody else.
    expect(await say('schedule weekdays half past eight Berlin --channel infra')).toContain(
      '#infra gets its debrief on weekdays at 08:30 Europe/Berlin',
    );
    expect(await say('channel schedule Mon-Thu 8:30, Fri 10:00 New York --channel trading')).toContain(
      'on Mon to Thu at 08:30, and on Fri at 10:00 America/New_York',
    );
    expect(await say('channel schedule twice a day in India --channel pune')).toContain(
      'every day at 08:30 and 16:30 Asia/Kolkata',
    );

    // What is set for a channel without a schedule is kept, and starts nothing.
    expect(await say('channel mute crypto --channel quiet')).toContain('#quiet gets no debrief: it is off');
    expect(await say('holidays 24 Dec, 25 Dec --channel infra')).toContain('not on 2026-12-24, 2026-12-25');
    const glance = await say('channels');
    for (const word of ['#infra', '#trading', '#pune', '#quiet all topics off']) expect(glance).toContain(word);
    expect(
      (await app.store.channels.due(new Date('2027-06-01T00:00:00Z'), 9)).map(({ address }) => address),
    ).not.toContain('quiet');

    // Forty feeds from a list, one of which fails.
    expect(await say(`feeds import ${origin}/feeds.opml`)).toContain('40 feeds added');
    await app.pipeline.gather({ pages: false, reachHours: 24 });
    expect(await say('feeds check')).toMatch(/39 fine · 1 failing/);
    expect(await say('feeds list')).toContain('20 more: feeds list --all');
    expect(await say('feeds list --all')).toContain('Feed 40');

    // Nothing is removed by a guess.
    const asked = await say('feeds remove 7');
    expect(asked).toContain('Nothing was removed: no feed is called just “7”');
    expect(asked).toContain('Feed 7: feeds remove Feed 7');
    expect(await say('feeds remove Feed 7')).toContain('Removed “Feed 7”');
    expect((await app.store.feeds.visible('terminal:local')).length).toBe(FEEDS - 1);

    // A folder of the list is a topic of its own.
    expect(await say('channel topics storage --channel pune')).toContain('whatever its feeds bring, from 5 feeds');

    // A mistake, seen in what was before and after, and taken back; then the one before it.
    expect(await say('channel schedule sundays 3am --channel infra')).toContain(
      'when: on weekdays at 08:30 Europe/Berlin → on Sun at 03:00 Europe/Berlin',
    );
    expect(await say('undo')).toContain('Taken back, channel schedule');
    expect(await say('channel show --channel infra')).toMatch(
      /when on weekdays at 08:30 Europe\/Berlin.*holidays 2026-12-24, 2026-12-25/,
    );
    expect(await say('undo')).toContain('Taken back, channel topics');
    expect(await say('undo')).toContain('Taken back, feeds remove');
    expect(await say('undo')).toContain('Taken back, feeds import');
    expect((await app.store.feeds.visible('terminal:local')).length).toBe(0);
    expect(await say(`import ${origin}/feeds.opml`)).toContain('40 feeds added');
    const log = await say('audit');
    expect(log).toContain(
      '#infra: when: on weekdays at 08:30 Europe/Berlin → on Sun at 03:00 Europe/Berlin (taken back)',
    );

    // Off keeps what was set; undo starts it again.
    expect(await say('channel off --channel trading')).toContain('#trading gets no debrief: it is off');
    expect(await say('undo')).toContain('Taken back, channel off');
    expect(await say('pause until monday --channel trading')).toContain('Next: Mon 30 Nov');

    // The hand-over tells how it stands.
    const handed = await say('handover to U123');
    expect(handed).toContain('Handed over to U123');
    expect(handed).toContain('Next debriefs');
    expect(await say('admins')).toContain('U123');

    // Everything as a file, for programs too, and then everything gone.
    const exported = await at('export');
    const kept = JSON.parse(exported.slice(exported.indexOf('{'), exported.lastIndexOf('}') + 1));
    expect(kept.channels).toHaveLength(4);
    expect(kept.feeds).toHaveLength(FEEDS);
    expect(JSON.parse((await at('channels --json')).replace(/^[^{]*/, '').replace(/[^}]*$/, '')).summary).toBe(
      '4 channels',
    );
    expect(await say('delete')).toContain(
      'Nothing was deleted. This would delete, for good and without undo: 4 channels',
    );
    expect(await say('del everything')).toContain('is not run from an abbreviation');
    expect(await say('delete everything')).toContain('Deleted: 4 channels');
    expect(await say('channels')).toContain('No channel gets a debrief yet');
    expect(await say('audit')).toContain('Nothing was changed here yet');
    await terminal.stop();
  });

  it('takes nothing back that somebody else has changed since', async () => {
    const ana = {
      platform: 'terminal',
      workspace: 'terminal:two',
      channel: 'c',
      thread: null,
      admin: true,
      owner: false,
    };
    const as = (id: string, line: string) => app.handlers.text({ ...ana, user: { id, name: id } }, line);
    await as('ana', 'channel schedule weekdays 8:30 Berlin');
    await as('ben', 'channel topics chips');
    const refused = await as('ana', 'undo');
    expect(refused.ok).toBe(false);
    expect(refused.document.summary).toContain('Nothing was taken back');
    expect((await as('ben', 'undo')).ok).toBe(true);
    expect((await as('ana', 'undo')).ok).toBe(true);
    expect((await app.store.channels.get('terminal:two:c'))?.state).toBe('off');
  });
});
