import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';
import { perHost } from '../../src/gather/hosts.ts';
import { readItem } from '../../src/gather/read.ts';
import { createRobots } from '../../src/gather/robots.ts';
import { articleOf } from '../../src/gather/version.ts';
import { type Article, type Item, lineOf } from '../../src/model.ts';
import type { StoredItem } from '../../src/ports/store.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { newFeed } from './new-feed.ts';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const BODY =
  'The contract starts with 600 megawatts in the third quarter and grows from there, as turbines arrive from two makers that were named in the filing.';
const OWN = 'Northwind will lease power in Ohio, it said.';

describe('reading what an entry links to', () => {
  let server: Server;
  let http: ReturnType<typeof createHttp>;
  let base: string;
  let asked: string[] = [];
  let pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const page = pages[request.url ?? ''];
      if (page === undefined) response.writeHead(404).end();
      else page(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    base = `http://${host}`;
    http = createHttp({ userAgent: 'debrief-test', allowHosts: [host] });
  });
  beforeEach(() => {
    asked = [];
    pages = {};
  });
  afterAll(async () => {
    await http.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const html =
    (body: string, head = '', headers: Record<string, string> = {}) =>
    (_: IncomingMessage, response: ServerResponse) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
        .end(`<html><head>${head}</head><body><h1>Northwind leases</h1>${body}</body></html>`);

  const item = (more: Partial<Item> = {}): Item => ({
    guid: 'a-1',
    url: `${base}/a?utm_source=feed`,
    title: 'Northwind leases 2.4 GW',
    published: '2026-11-24T08:30:00.000Z',
    updated: null,
    author: null,
    html: `<p>${OWN}</p>`,
    ...more,
  });

  const read = async (given: Item, previous: Article | null = null) => {
    const feed = newFeed(`${base}/feed.xml`, { publisher: 'Grid Weekly' });
    const robots = createRobots({ http, agent: 'debrief' });
    const found = await readItem(given, feed, { http, robots, reader: TASKS, now: NOW, pages: true });
    const at = NOW.toISOString();
    const line = previous === null ? null : lineOf(previous.url, previous.origin === 'page' ? null : feed.id);
    const stored: StoredItem = {
      feed: feed.id,
      key: 'a-1',
      item: given,
      seenAt: at,
      changedAt: at,
      url: previous?.url ?? null,
      line,
      headline: null,
      note: null,
      attempts: 0,
    };
    const none = async () => [];
    const items = { linkingTo: none, answeredBy: none, withPage: none, pagesOf: none };
    const articles = { newest: async (asked: string) => (asked === line ? previous : null) };
    return articleOf(stored, feed, found, { items, articles, now: NOW });
  };

  it('takes the page, under its canonical address, with a hash of the text', async () => {
    pages['/a'] = html(`<p>${BODY}</p>`, '<meta name="author" content="Ada Example">');
    const result = await read(item());
    expect(result).toMatchObject({
      kind: 'article',
      article: {
        url: `${base}/a`,
        title: 'Northwind leases 2.4 GW',
        text: BODY,
        author: 'Ada Example',
        publisher: 'Grid Weekly',
        published: '2026-11-24T08:30:00.000Z',
        fetched: NOW.toISOString(),
        origin: 'page',
        note: null,
        supersedes: null,
      },
    });
  });

  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, RegExp]>([
    ['is missing', (_, response) => response.writeHead(404).end(), /answered 404/],
    ['is a shell', html('<div id="app"></div>'), /no text without scripts/],
    ['says it was not found', html('<h1>Page not found</h1>', '<title>Page not found</title>'), /not found/],
    ['asks machines to stay away', html(`<p>${BODY}</p>`, '<meta name="robots" content="noai">'), /asks that machines/],
    ['asks so in a header', html(`<p>${BODY}</p>`, '', { 'x-robots-tag': 'noai, noimageai' }), /asks that machines/],
    [
      'is a PDF',
      (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
      /no text but application\/pdf/,
    ],
    ['redirects to the front page', (_, response) => response.writeHead(302, { location: '/' }).end(), /not found/],
    [
      'redirects in a circle',
      (_, response) => response.writeHead(302, { location: '/a' }).end(),
      /could not be had: redirects in a circle/,
    ],
  ])('takes the feed’s own text where the page %s, and says so', async (_, answer, note) => {
    pages['/a'] = answer;
    pages['/'] = html(`<p>${BODY}</p>`);
    expect(await read(item())).toMatchObject({
      kind: 'article',
      article: { text: OWN, origin: 'feed', note: expect.stringMatching(note) },
    });
  });

  it('does not ask for what robots.txt forbids', async () => {
    pages['/robots.txt'] = (_, response) => response.end('User-agent: *\nDisallow: /a\n');
    pages['/a'] = html(`<p>${BODY}</p>`);
    expect(await read(item())).toMatchObject({
      article: { origin: 'feed', note: expect.stringContaining('asks robots') },
    });
    expect(asked).toEqual(['/robots.txt']);
  });

  it('takes what stands before a paywall where the feed has less', async () => {
    pages['/a'] = html(`<p>${BODY}</p><p>Subscribe now to continue reading.</p>`);
    expect(await read(item())).toMatchObject({
      article: { text: BODY, origin: 'page', note: 'its page is for subscribers' },
    });
  });

  it('leaves a date out that lies in the future, and says so', async () => {
    pages['/a'] = html(`<p>${BODY}</p>`);
    expect(await read(item({ published: '2027-01-01T00:00:00.000Z' }))).toMatchObject({
      article: { published: null, note: expect.stringContaining('in the future') },
    });
  });

  it('skips an entry that leads nowhere and says nothing, and a file without a word beside it', async () => {
    expect(await read(item({ url: 'mailto:desk@grid.example', title: null, html: null }))).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('no title and no text'),
    });
    pages['/a'] = (_, response) => response.writeHead(200, { 'content-type': 'application/zip' }).end('PK');
    expect(await read(item({ html: null }))).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('application/zip'),
    });
  });

  it('makes a new version of a page that was corrected, and none of one that was not or cannot be had again', async () => {
    pages['/a'] = html(`<p>${BODY}</p>`);
    const first = await read(item());
    if (first.kind !== 'article') throw new Error('expected an article');
    expect(await read(item(), first.article)).toMatchObject({ isNew: false, article: first.article });
    pages['/a'] = html(`<p>${BODY.replace('600', '660')}</p>`);
    const second = await read(item(), first.article);
    expect(second).toMatchObject({
      kind: 'article',
      article: { url: first.article.url, supersedes: first.article.id },
    });
    pages['/a'] = (_, response) => response.writeHead(500).end();
    expect(await read(item(), first.article)).toMatchObject({ isNew: false, article: first.article });
  });

  it('holds at most two requests at a time to a host', async () => {
    let running = 0;
    let most = 0;
    for (let n = 0; n < 8; n += 1) {
      pages[`/p${n}`] = (_, response) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          response.end('done');
        }, 10);
      };
    }
    const polite = perHost(http);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => polite.get({ url: `${base}/p${n}`, maxBytes: 1000, timeoutMs: 5000 })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(most).toBe(2);
  });
});
