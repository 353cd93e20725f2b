import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Answer, type Entry, page, rss, startTown } from '../town.ts';
import { BODY, LINE, OWN } from './line.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();

const PAGE = page('Pellworm Power begins a line to Tarn', [BODY]);
const DOCUMENT = rss([LINE]);

/** Answers once, and as the next one does from then on. */
const first =
  (once: Answer, then: Answer): Answer =>
  (request, response) => {
    town.serve(HOST, request.url ?? '', then);
    if (typeof once === 'function') once(request, response);
    else if (typeof once === 'number') response.writeHead(once).end();
    else response.end(once);
  };

describe('a page that cannot be had at first', () => {
  it.each<[string, Answer]>([
    ['503', 503],
    ['404', 404],
    ['429', 429],
    [
      'half of its body',
      (_, response) => {
        response.writeHead(200, { 'content-length': '9000' }).write('<html><body><p>Pell');
        setImmediate(() => response.destroy());
      },
    ],
  ])('for %s is read again within the day, and takes the place of the feed’s words', async (_, fault) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', DOCUMENT);
    town.serve(HOST, '/line', first(fault, PAGE));
    await reader.poll();
    expect(await reader.only()).toMatchObject({ text: OWN, origin: 'feed' });
    await reader.pass(120, 30);
    expect(await reader.only()).toMatchObject({ text: BODY, origin: 'page' });
  });

  it('is asked for a day, and then left with the feed’s words', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', DOCUMENT);
    town.serve(HOST, '/line', 503);
    await reader.poll();
    await reader.pass(30 * 60, 60);
    const asked = town.asked(HOST, '/line');
    await reader.pass(24 * 60, 240);
    expect(asked).toBeGreaterThan(2);
    expect(town.asked(HOST, '/line')).toBe(asked);
    expect(await reader.only()).toMatchObject({ text: OWN, origin: 'feed' });
  });

  it('for robots.txt that fails is read once that answers', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', DOCUMENT);
    town.serve(HOST, '/line', PAGE);
    town.serve(HOST, '/robots.txt', 503);
    await reader.poll();
    expect(await reader.only()).toMatchObject({ origin: 'feed' });
    town.serve(HOST, '/robots.txt', 'User-agent: *\nDisallow: /private\n');
    await reader.pass(240, 30);
    expect(await reader.only()).toMatchObject({ text: BODY, origin: 'page' });
  });
});

describe('a feed that fails', () => {
  const failure = async () => {
    const { failed } = await reader.poll();
    return failed.map(({ kind, reason }) => `${kind}: ${reason}`).join();
  };

  it.each<[string, Answer, RegExp]>([
    ['304 to who asked for all', 304, /http 304: .*nothing changed/],
    ['a page instead', page('Grid', [BODY]), /document: .*an HTML page, not a feed/],
    ['a picture', (_, response) => response.end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), /document: /],
    [
      'a test for a browser',
      (_, response) =>
        response
          .writeHead(503, { server: 'cloudflare', 'cf-mitigated': 'challenge', 'content-type': 'text/html' })
          .end('<title>Just a moment...</title>'),
      /challenge: .*tests for a browser/,
    ],
    ['a half of itself', DOCUMENT.slice(0, 60), /document: .*breaks off before its end/],
  ])('with %s is told in words, and brings its news when it is well again', async (_, fault, words) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', fault);
    expect(await failure()).toMatch(words);
    expect(await reader.news()).toEqual([]);
    town.serve(HOST, '/feed.xml', DOCUMENT);
    expect(await failure()).toBe('');
    expect(await reader.titles()).toEqual([LINE.title]);
  });

  it('is no fault where it is packed as bare deflate', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateRawSync(DOCUMENT));
    });
    expect(await failure()).toBe('');
    expect(await reader.titles()).toEqual([LINE.title]);
  });

  it('and says that it is gone for good is left alone until somebody adds it again', async () => {
    const feed = await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', first(410, DOCUMENT));
    expect(await failure()).toMatch(/http 410/);
    await reader.pass(600, 120);
    expect(town.asked(HOST, '/feed.xml')).toBe(1);
    const [state] = await reader.store.feeds.states([feed.id]);
    if (state === undefined) throw new Error('no state');
    await reader.store.feeds.saveState({ ...state, gone: false });
    expect(await failure()).toBe('');
    expect(await reader.titles()).toEqual([LINE.title]);
  });

  it('loses nothing that it published meanwhile', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', DOCUMENT);
    await reader.poll();
    town.serve(HOST, '/feed.xml', 500);
    await reader.poll(24 * 60);
    const later: Entry = { title: 'Tarn votes', link: '/vote', guid: 'vote', date: '2026-11-24T20:00:00Z', text: OWN };
    town.serve(HOST, '/feed.xml', rss([later, LINE]));
    await reader.poll(3 * 24 * 60);
    expect(await reader.titles()).toEqual([LINE.title, 'Tarn votes']);
  });
});

describe('a document that is as it was', () => {
  it.each<[string, boolean]>([
    ['by its tag', true],
    ['by its bytes alone', false],
  ])('%s brings nothing and costs one request', async (_, hasTag) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/line', PAGE);
    town.serve(HOST, '/feed.xml', (request, response) => {
      if (hasTag && request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, hasTag ? { etag: '"a"' } : {}).end(DOCUMENT);
    });
    expect(await reader.poll()).toMatchObject({ items: 1, articles: 1 });
    expect(await reader.poll()).toMatchObject({ items: 0, articles: 0, failed: [] });
    expect([town.asked(HOST, '/feed.xml'), town.asked(HOST, '/line')]).toEqual([2, 1]);
  });
});
