import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { calendar } from '../../src/newsroom/calendar.ts';
import { type Newsroom, PARTS, startNewsroom } from '../../src/newsroom/index.ts';

const AT = new Date('2026-11-24T12:30:00Z');
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ at: AT });
});
afterAll(() => newsroom.stop());

const get = (path: string, headers: Record<string, string> = {}, redirect: 'follow' | 'manual' = 'follow') =>
  fetch(newsroom.origin + path, { headers, redirect });

const feedOf = (publisher: string): string => {
  const feed = newsroom.feeds.find((candidate) => candidate.publisher === publisher);
  if (feed === undefined) throw new Error(`no feed of ${publisher}`);
  return feed.url;
};

describe('the newsroom', () => {
  it('has some 40 articles of ten publishers over three days', () => {
    const pieces = PUBLISHERS.flatMap((publisher) => publisher.pieces);
    expect(PUBLISHERS).toHaveLength(10);
    expect(pieces.length).toBeGreaterThanOrEqual(40);
    for (const day of [1, 2, 3]) expect(pieces.filter((piece) => piece.day === day).length).toBeGreaterThan(10);
  });

  it('serves a page for every entry of every living feed but the one that is gone', async () => {
    const missing: string[] = [];
    for (const publisher of PUBLISHERS) {
      for (const { slug } of publisher.pieces) {
        const { status } = await get(`/${publisher.id}/${slug}`);
        if (status !== 200) missing.push(`${publisher.id}/${slug}`);
      }
    }
    expect(missing).toEqual(PARTS.gone);
  });

  it('names only articles that are there in the table of parts', () => {
    const all = PUBLISHERS.flatMap(({ id, pieces }) => pieces.map(({ slug }) => `${id}/${slug}`));
    expect(
      Object.values(PARTS)
        .flat()
        .filter((path) => !all.includes(path)),
    ).toEqual([]);
  });

  it('casts its parts as the table says', () => {
    const on = calendar(AT);
    const pieceAt = (path: string) =>
      PUBLISHERS.flatMap(({ id, pieces }) => pieces.filter(({ slug }) => path === `${id}/${slug}`));
    const texts = (paths: readonly string[]) => paths.flatMap(pieceAt).map((piece) => piece.body(on));
    const quotes = (text: string) => Array.from(text.matchAll(/[“"]([^”"]+)/g), ([, words = '']) => words);

    for (const text of texts(PARTS.fourPublishers)) expect(text).toMatch(/2\.4 gigawatts[\s\S]*600 megawatts/);
    expect(new Set(PARTS.fourPublishers.map((path) => path.split('/')[0])).size).toBe(4);

    const [wire = ''] = texts(PARTS.wire);
    const [whole, again, light = ''] = texts(PARTS.wireCopies);
    expect([whole, again]).toEqual([wire, wire]);
    expect(wire).toContain(quotes(light)[0]);

    const [original = ''] = texts(PARTS.synonymOriginal);
    const [copy = ''] = texts(PARTS.synonymCopy);
    expect(quotes(copy)).toHaveLength(quotes(original).length);
    expect(quotes(copy).filter((words) => original.includes(words))).toEqual([]);

    expect(
      texts(PARTS.disagreement).map((text) => /\$\d+ billion for fiscal|\$\d+ billion in fiscal/.exec(text)?.[0]),
    ).toEqual(['$38 billion for fiscal', '$41 billion in fiscal']);
    expect(PARTS.running.flatMap(pieceAt).map(({ day }) => day)).toEqual([1, 2, 2, 3]);
  });

  it.each([
    ['Grid Weekly', 'application/rss+xml; charset=utf-8', '<content:encoded><![CDATA['],
    ['Harbour Ledger', 'application/rss+xml; charset=utf-8', 'utm_source=rss&amp;'],
    ['Meridian Wire', 'application/atom+xml; charset=utf-8', '<content type="html">'],
    ['Rackline', 'application/rss+xml; charset=iso-8859-1', ' EST</pubDate>'],
    ['ComputeIndex', 'application/feed+json; charset=utf-8', '"version": "https://jsonfeed.org/version/1.1"'],
    ['Northwind Cloud', 'application/atom+xml; charset=utf-8', 'href="ohio-power-agreement"'],
    ['Sable River Power', 'application/rss+xml; charset=utf-8', '<dc:date>2026-11-24T07:00:00Z</dc:date>'],
    ['Tarn Research Lab', 'application/atom+xml; charset=utf-8', '<content type="xhtml">'],
    ['Statute & Silicon', 'application/rss+xml; charset=utf-8', '10&nbsp;kilometres'],
    ['TechPulse 360', 'application/rss+xml; charset=utf-8', 'isPermaLink="false"'],
  ])('gives %s a feed with its own habits', async (publisher, type, habit) => {
    const response = await fetch(feedOf(publisher));
    const body = new TextDecoder(type.includes('8859') ? 'latin1' : 'utf-8').decode(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe(type);
    expect(body).toContain(habit);
    expect(body).not.toContain('\uFFFD');
  });

  it('answers 304 to whoever has the newest version, by tag or by date', async () => {
    for (const { url, publisher } of newsroom.feeds) {
      if (publisher === 'Chip Courier') continue;
      const { headers } = await fetch(url);
      const [etag, modified] = [headers.get('etag'), headers.get('last-modified')];
      const condition: Record<string, string> =
        etag === null ? { 'if-modified-since': modified ?? '' } : { 'if-none-match': etag };
      expect((await fetch(url, { headers: condition })).status, publisher).toBe(304);
    }
  });

  it('has a feed that moved for good and one that is down', async () => {
    const moved = await get('/rackline/feed', {}, 'manual');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${newsroom.origin}/rackline/rss.xml`]);
    const dead = await fetch(feedOf('Chip Courier'));
    expect([dead.status, dead.headers.get('retry-after')]).toEqual([503, '3600']);
  });

  it('shows a stub where the page is for subscribers, and the text in the feed', async () => {
    const stub = await (await get(`/${PARTS.paywalled[0]}`)).text();
    const feed = await (await fetch(feedOf('Harbour Ledger'))).text();
    expect(stub).toContain('Subscribe to continue reading');
    expect(stub).not.toContain('940 megawatts');
    expect(feed).toContain('940 megawatts');
  });

  it('corrects a page, its feed and the tag of the feed', async () => {
    const own = await startNewsroom({ at: AT });
    const [path] = PARTS.corrected;
    const read = async () => {
      const feed = await fetch(`${own.origin}/grid-weekly/feed.xml`);
      return { etag: feed.headers.get('etag'), page: await (await fetch(`${own.origin}/${path}`)).text() };
    };
    const before = await read();
    own.correct();
    const after = await read();
    await own.stop();
    expect(before.page).toContain('saves 72 million litres');
    expect(before.page).not.toContain('Correction');
    expect(after.page).toContain('saves 27 million litres');
    expect(after.page).toContain('Correction, 24 November 2026:');
    expect(after.etag).not.toBe(before.etag);
  });

  it('publishes nothing after the moment at which it stands, however early, and keeps the order', async () => {
    const early = await startNewsroom({ at: new Date('2026-11-24T00:20:00Z') });
    const feed = await (await fetch(`${early.origin}/computeindex/feed.json`)).text();
    await early.stop();
    const times = Array.from(feed.matchAll(/"date_published": "([^"]+)"/g), ([, time = '']) => time);
    expect(times).toHaveLength(4);
    expect(times.every((time) => time < '2026-11-24T00:20:00Z')).toBe(true);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('dates its news by the day it is opened', async () => {
    const later = await startNewsroom({ at: new Date('2031-02-03T15:00:00Z') });
    const page = await (await fetch(`${later.origin}/grid-weekly/northwind-ohio-lease`)).text();
    await later.stop();
    expect(page).toContain('signed on Sunday, starts with 600 megawatts in the third quarter of 2032');
  });

  it('stops twice without harm', async () => {
    const brief = await startNewsroom({ at: AT });
    await brief.stop();
    await brief.stop();
    await expect(fetch(brief.origin)).rejects.toThrow();
  });
});
