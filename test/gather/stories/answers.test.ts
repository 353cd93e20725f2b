import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Answer, type Entry, page, rss, startTown } from '../town.ts';
import { BODY, LINE, OWN } from './line.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();

const SECOND: Entry = {
  ...LINE,
  title: 'A second line is asked for',
  link: '/second',
  guid: 'second',
  date: '2026-11-24T10:30:00Z',
};

const as =
  (type: string, body: string | Buffer, encoding: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type, ...encoding }).end(body);
  };

const NOT_FOUND = page('Page not found', [
  'Sorry, the page that you look for does not exist. Try the search, or go back to the front page to see what is new there.',
]);
const SCRIPT =
  '<html><head><title>Loading</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>';

describe('what an article’s address answers that is no article', () => {
  it.each<[string, Answer]>([
    ['a PDF file', as('application/pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj', 'latin1'))],
    ['JSON', as('application/json', '{"error":"login"}')],
    ['a picture', as('image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]))],
    ['nothing', as('text/html', '')],
    ['204', 204],
    ['that it found nothing, as a page', NOT_FOUND],
    ['a program that would draw the page', SCRIPT],
    ['an offer', page('Subscribe to read', ['Subscribe to unlock this article: €1 for 4 weeks, then €20 per month.'])],
    [
      'thirty megabytes in a few',
      as('text/html', gzipSync(Buffer.alloc(30_000_000, 97)), { 'content-encoding': 'gzip' }),
    ],
    [
      'itself again',
      ({ url = '' }, response) => {
        response.writeHead(302, { location: url }).end();
      },
    ],
  ])('(%s) leaves the feed’s words, with a note', async (_, answer) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', rss([LINE]));
    town.serve(HOST, '/line', answer);
    await reader.poll();
    expect(await reader.only()).toMatchObject({ text: OWN, origin: 'feed', note: expect.any(String) });
  });

  it.each([
    ['nothing found', NOT_FOUND],
    ['a program', SCRIPT],
  ])('(%s) says nothing of an entry that is its title alone', async (_, answer) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', rss([{ ...LINE, text: null }]));
    town.serve(HOST, '/line', answer);
    await reader.poll();
    expect((await reader.only()).text).toBe(LINE.title);
  });
});

describe('a feed’s address', () => {
  it.each<[string, Answer]>([
    ['a page that it is being worked on', page('Down for maintenance', ['Back soon.'])],
    ['nothing', as('application/rss+xml', '')],
    ['204', 204],
    ['the first half of its head', as('application/rss+xml', rss([LINE]).slice(0, 60))],
    ['JSON of its own', as('application/json', '{"error": "rate limited"}')],
    [
      'no more than a closed connection',
      (_, response) => {
        response.destroy();
      },
    ],
  ])('that answers %s for a while is told of in words, and nothing is lost by it', async (_, answer) => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', rss([LINE]));
    await reader.poll();
    town.serve(HOST, '/feed.xml', answer);
    const { failed } = await reader.poll();
    expect(failed).toMatchObject([{ reason: expect.not.stringMatching(/undefined|[\u0000-\u001f]/) }]);
    town.serve(HOST, '/feed.xml', rss([SECOND, LINE]));
    expect((await reader.poll()).failed).toEqual([]);
    expect(await reader.titles()).toEqual([SECOND.title, LINE.title]);
  });

  it('may have Atom where it had RSS, without a second article of any', async () => {
    const link = town.url(HOST, '/line');
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', rss([{ ...LINE, link, guid: town.url(HOST, '/?p=1') }]));
    await reader.poll();
    const entry = `<entry><id>tag:${HOST},2026:1</id><title>${LINE.title}</title><link href="${link}"/><published>${LINE.date}</published><updated>${LINE.date}</updated><summary>${OWN}</summary></entry>`;
    town.serve(HOST, '/feed.xml', `<feed xmlns="http://www.w3.org/2005/Atom"><title>A feed</title>${entry}</feed>`);
    await reader.poll();
    expect(await reader.titles()).toEqual([LINE.title]);
  });
});

describe('marks of where a word may be broken', () => {
  it('stand neither in a title nor in a text, and split no figure', async () => {
    const title = 'Pell\u00adworm Power be\u00adgins a line';
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/feed.xml', rss([{ ...LINE, title }]));
    town.serve(
      HOST,
      '/line',
      page(title, [BODY.replace('megawatts', 'mega\u00adwatts').replace('900 ', '900\u200b ')]),
    );
    await reader.poll();
    expect(await reader.only()).toMatchObject({ title: 'Pellworm Power begins a line', text: BODY });
    expect(await reader.figures()).toContain('900 megawatts');
  });
});
