/** Pages and feeds as programs have them: over HTTP, read back by other readers. */
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Web } from '../../../adapters/web/index.ts';
import { parseFeed } from '../../../src/gather/parse.ts';
import type { Linker } from '../../../src/ports/links.ts';
import { openStage, type Stage } from '../../stage.ts';
import { servePages } from './served.ts';

const WORKSPACE = 'terminal:local';
const NOW = new Date('2026-11-24T13:30:00.000Z');
const LONG_AGO = new Date('2026-09-01T00:00:00.000Z');

let stage: Stage;
let web: Web;
let open: Web;
let linker: Linker;
let id = '';

beforeAll(async () => {
  let origin: string | null = null;
  stage = await openStage({ origin: () => origin });
  web = await servePages(stage.app);
  open = await servePages(stage.app, { workspace: WORKSPACE, channel: 'terminal', grant: 'reader' });
  origin = web.origin;
  const made = await stage.app.world.links.of(WORKSPACE);
  if (made === null) throw new Error('no pages are served');
  linker = made;
  await stage.say('latest');
  [id = ''] = await stage.app.store.looks.since(WORKSPACE, NOW);
}, 60_000);
afterAll(async () => {
  await web.stop();
  await open.stop();
  await stage.close();
});

const edition = (from = NOW): string => linker.edition(id, 'terminal', from);

describe('a page over HTTP', () => {
  it('is kept by nobody, framed by nobody, found by no robot, and asked for again by its content', async () => {
    const answer = await fetch(edition());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+' 'sha256-[^']+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-cache',
      'content-encoding': 'gzip',
    });
    expect(await answer.text()).toContain('<meta name="robots" content="noindex,nofollow">');
    const again = await fetch(edition(), { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(await (await fetch(`${web.origin}/robots.txt`)).text()).toContain('Disallow: /');
  });

  it('refuses what is forged, what has expired and what is not there, and says what to do', async () => {
    const expired = await fetch(edition(LONG_AGO));
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain('/debrief page');
    const cut = await fetch(edition().replace(/.(?=\/e\/)/, (last) => (last === 'A' ? 'B' : 'A')));
    expect(cut.status).toBe(403);
    expect(await cut.text()).toContain('This link does not hold');
    for (const path of ['', 'archive', 'search?q=x', 'feeds', 'preview', `e/${id}`, `e/${id}.json`, 'feed/atom'])
      expect((await fetch(`${web.origin}/${path}`)).status, path).toBe(403);
    for (const nowhere of [`${web.origin}/nothing/here`, `${linker.pages('reader', 'terminal', NOW)}nowhere`]) {
      const answer = await fetch(nowhere);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/<html lang="en[^"]*">.*<h1>There is no such page/s);
    }
  });

  it('shows a reader nothing of an admin’s', async () => {
    const root = linker.pages('reader', 'terminal', NOW);
    expect((await fetch(root)).status).toBe(200);
    for (const path of ['preview', 'feeds']) expect((await fetch(`${root}${path}`)).status, path).toBe(403);
  });

  it('is open without a link where that was set, to readers alone, and under this machine’s own name', async () => {
    for (const path of ['', 'archive', `e/${id}`, `e/${id}.md`, 'search?kind=figures&q=h200'])
      expect((await fetch(`${open.origin}/${path}`)).status, path).toBe(200);
    for (const path of ['preview', 'feeds']) expect((await fetch(`${open.origin}/${path}`)).status, path).toBe(403);
    const { port } = new URL(open.origin);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, headers: { host: `evil.example:${port}` } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
    expect(status).toBe(404);
  });

  it('speaks the visitor’s language around what articles say', async () => {
    const root = linker.pages('reader', 'terminal', NOW);
    const headers = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };
    expect(await (await fetch(`${root}search`, { headers })).text()).toContain('Wonach suchst du?');
  });

  it('is JSON and Markdown as well', async () => {
    const json = await (await fetch(`${edition()}.json`)).json();
    expect(json).toMatchObject({
      headline: expect.any(String),
      stories: expect.any(Array),
      sources: expect.any(Array),
    });
    const markdown = await (await fetch(`${edition()}.md`)).text();
    expect(markdown).toMatch(/^# AI infrastructure · Tuesday 24 November\n/);
    expect(markdown).toMatch(/^\| Figure \| What \|/m);
    expect(markdown).toContain(`(<${web.origin}/p/`);
    const { text } = await stage.say('latest --markdown');
    expect(text).toContain('# AI infrastructure · Tuesday 24 November');
    expect(text).toMatch(/\[\\\[1\\\]\]\(<http/);
  });
});

describe('a channel’s debriefs for feed readers', () => {
  it('are read back whole from Atom, by our own reader and by another', async () => {
    const answer = await fetch(linker.feed('terminal', 'atom'));
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const own = await parseFeed(bytes, { contentType: 'application/atom+xml', url: linker.feed('terminal', 'atom') });
    const other = parseAtomFeed(new TextDecoder().decode(bytes));
    expect(own.items).toHaveLength(3);
    expect(other.entries).toHaveLength(3);
    expect(own.items[0]).toMatchObject({
      title: expect.stringContaining('Northwind'),
      published: '2026-11-24T13:30:00.000Z',
    });
    for (const [index, entry] of (other.entries ?? []).entries()) {
      const item = own.items[index];
      expect(item?.guid).toBe(entry.id);
      expect(item?.url).toBe(entry.links?.[0]?.href);
      expect(item?.html).toContain('<h2>Key figures</h2>');
      expect(entry.content?.value).toContain('<h2>Key figures</h2>');
      expect((await fetch(item?.url ?? '')).status).toBe(200);
    }
  });

  it('are read back whole from JSON Feed', async () => {
    const answer = await fetch(linker.feed('terminal', 'json'));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const own = await parseFeed(bytes, { contentType: 'application/feed+json', url: linker.feed('terminal', 'json') });
    const other = parseJsonFeed(new TextDecoder().decode(bytes));
    expect(other.items).toHaveLength(3);
    expect(own.items.map(({ guid, url, html }) => [guid, url, html])).toEqual(
      other.items?.map(({ id: guid, url, content_html: html }) => [guid, url, html]),
    );
  });
});
