import { describe, expect, it } from 'vitest';
import { FEEDS } from '../../src/domain/ai-infrastructure/feeds.ts';
import { unpolled } from '../../src/domain/habits.ts';
import { feedId } from '../../src/gather/address.ts';
import { isAhead } from '../../src/gather/dates.ts';
import { healthOf } from '../../src/gather/health.ts';
import { poll } from '../../src/gather/poll.ts';
import type { FeedState } from '../../src/model.ts';
import type { HttpResponse } from '../../src/ports/http.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { newFeed } from './new-feed.ts';

const NOW = new Date('2026-11-24T08:00:00.000Z');
const FEED = newFeed('https://grid.example/feed');
const minutesUntil = (state: FeedState) => (Date.parse(state.nextPollAt) - NOW.getTime()) / 60_000;

const item = (title: string, at: string | null) =>
  `<item><title>${title}</title>${at === null ? '' : `<pubDate>${at}</pubDate>`}</item>`;
const rss = (items: string, head = '') =>
  `<rss version="2.0"><channel><title>Grid</title>${head}${items}</channel></rss>`;

async function answering(body: string, more: Partial<HttpResponse> = {}, state = unpolled(FEED.id, NOW)) {
  const answer: HttpResponse = {
    status: 200,
    headers: {},
    body: new TextEncoder().encode(body),
    url: FEED.url,
    redirects: [],
    ...more,
  };
  const http = { get: async () => answer };
  const result = await poll(FEED, state, { http, reader: TASKS, now: NOW, random: () => 0, reachHours: 24 });
  const { entries } = result;
  return {
    ...result,
    items: entries.map(({ item }) => item),
    news: entries.flatMap(({ item, isNews }) => (isNews ? [item] : [])),
  };
}

describe('a first poll', () => {
  it('brings no flood: what is older than a day, or has no date, is no news', async () => {
    const { items, news, remarks } = await answering(
      rss(
        item('new', '24 Nov 2026 07:00 GMT') +
          item('old', '22 Nov 2026 07:00 GMT') +
          item('undated', null) +
          item('ahead', '24 Dec 2026 07:00 GMT'),
      ),
    );
    expect(items).toHaveLength(4);
    expect(news.map(({ title }) => title)).toEqual(['new', 'ahead']);
    expect(remarks).toEqual(['1 of 4 entries have no date', '1 of 4 entries are dated in the future']);
  });

  it('brings the first few of a feed without any dates: their pages tell how old they are', async () => {
    const { items, news } = await answering(rss(Array.from({ length: 40 }, (_, n) => item(`${n}`, null)).join('')));
    expect(items).toHaveLength(40);
    expect(news.map(({ title }) => title)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('takes every entry for news later, since what is known is told apart by whoever keeps it', async () => {
    const state = { ...unpolled(FEED.id, NOW), lastSuccessAt: '2026-11-24T07:00:00.000Z' };
    const { news } = await answering(rss(item('old', '22 Nov 2026 07:00 GMT') + item('undated', null)), {}, state);
    expect(news).toHaveLength(2);
  });
});

describe('dates that say less than they seem to', () => {
  it('are a whole day where no time is told, wherever that day began', async () => {
    const { news, remarks } = await answering(
      rss(item('yesterday', '2026-11-23') + item('the day before', '2026-11-22') + item('today', '2026-11-24')),
    );
    expect(news.map(({ title }) => title)).toEqual(['yesterday', 'today']);
    expect(remarks).toEqual([]);
    expect(isAhead('2026-11-25T00:00:00.000Z', new Date('2026-11-24T11:00:00.000Z'))).toBe(false);
    expect(isAhead('2026-11-25T00:00:00.000Z', new Date('2026-11-24T08:00:00.000Z'))).toBe(true);
    expect(isAhead('2026-11-25T00:00:01.000Z', new Date('2026-11-24T11:00:00.000Z'))).toBe(true);
  });

  it('are left to the pages where every entry has the moment of the poll', async () => {
    const stamped = ['one', 'two', 'three'].map((title, n) => item(title, `24 Nov 2026 07:59:0${n} GMT`)).join('');
    const { items, news, remarks } = await answering(rss(stamped));
    expect(items.map(({ published }) => published)).toEqual([null, null, null]);
    expect(news).toHaveLength(3);
    expect(remarks[0]).toMatch(/at the moment of the poll/);
    const mixed = await answering(rss(stamped + item('four', '24 Nov 2026 05:00 GMT')));
    expect(mixed.news).toHaveLength(4);
  });
});

describe('the next poll', () => {
  const often = Array.from({ length: 10 }, (_, n) =>
    item(`${n}`, new Date(NOW.getTime() - n * 600_000).toUTCString()),
  ).join('');
  const seldom = Array.from({ length: 10 }, (_, n) =>
    item(`${n}`, new Date(NOW.getTime() - n * 6 * 3_600_000).toUTCString()),
  ).join('');

  it.each<[string, string, Record<string, string>, number]>([
    ['comes after an hour where entries come hours apart', rss(seldom), {}, 60],
    ['comes no sooner than after a quarter of an hour', rss(often), {}, 15],
    ['waits for the feed’s ttl', rss(often, '<ttl>120</ttl>'), {}, 120],
    [
      'waits for the period of the syndication module',
      rss(
        often,
        '<s:updatePeriod xmlns:s="http://purl.org/rss/1.0/modules/syndication/">daily</s:updatePeriod><s:updateFrequency xmlns:s="http://purl.org/rss/1.0/modules/syndication/">4</s:updateFrequency>',
      ),
      {},
      360,
    ],
    ['waits while the answer is fresh', rss(often), { 'cache-control': 'public, max-age=5400', age: '600' }, 80],
    ['does not wait longer than a day', rss(often, '<ttl>100000</ttl>'), {}, 1440],
    ['does not wait for what must not be kept', rss(often), { 'cache-control': 'no-cache, max-age=5400' }, 15],
  ])('%s', async (_, body, headers, minutes) => {
    expect(minutesUntil((await answering(body, { headers })).state)).toBeCloseTo(minutes, 5);
  });

  it.each([
    [1, 15],
    [2, 30],
    [5, 240],
    [8, 1440],
    [50, 1440],
  ])('after %i failures in a row comes after %i minutes, and never not at all', async (failures, minutes) => {
    const { state } = await answering('', { status: 500 }, { ...unpolled(FEED.id, NOW), failures: failures - 1 });
    expect(minutesUntil(state)).toBe(minutes);
  });

  it('waits as long as Retry-After says, in seconds or until a date', async () => {
    const wait = async (given: string) =>
      minutesUntil((await answering('', { status: 503, headers: { 'retry-after': given } })).state);
    expect(await wait('7200')).toBe(120);
    expect(await wait('Tue, 24 Nov 2026 11:00:00 GMT')).toBe(180);
    expect(await wait('soon')).toBe(15);
  });
});

describe('moving', () => {
  const moved = async (redirects: HttpResponse['redirects']) =>
    (await answering(rss(item('a', null)), { redirects, url: redirects.at(-1)?.to ?? '' })).feed.url;

  it('is for good by 301 and 308, as far as nothing else comes before', async () => {
    expect(
      await moved([
        { status: 301, to: 'https://grid.example/b' },
        { status: 308, to: 'https://grid.example/c' },
      ]),
    ).toBe('https://grid.example/c');
    expect(
      await moved([
        { status: 301, to: 'https://grid.example/b' },
        { status: 302, to: 'https://cdn.example/x' },
      ]),
    ).toBe('https://grid.example/b');
    expect(
      await moved([
        { status: 302, to: 'https://cdn.example/x' },
        { status: 301, to: 'https://cdn.example/y' },
      ]),
    ).toBe(FEED.url);
  });

  it('does not follow to a page that is no feed', async () => {
    const { feed, state, outcome } = await answering('<html><body>Welcome</body></html>', {
      redirects: [{ status: 301, to: 'https://grid.example/' }],
      url: 'https://grid.example/',
    });
    expect(outcome).toBe('failed');
    expect(feed.url).toBe(FEED.url);
    expect(state.error).toMatchObject({ kind: 'document', message: expect.stringContaining('HTML page') });
  });
});

describe('a document that is as it was', () => {
  const body = rss(item('A dam is sold', '24 Nov 2026 07:00 GMT'));

  it('is not read again, whatever its server says of it', async () => {
    const first = await answering(body);
    expect(first.outcome).toBe('items');
    const again = await answering(body, { headers: { etag: '"another"' } }, first.state);
    expect(again).toMatchObject({ outcome: 'unchanged', items: [], state: { etag: '"another"', failures: 0 } });
    const changed = await answering(body.replace('sold', 'bought'), {}, again.state);
    expect(changed.items.map(({ title }) => title)).toEqual(['A dam is bought']);
  });

  it('is read again where it broke off the time before', async () => {
    const half = body.slice(0, -20);
    const first = await answering(half);
    expect(first.state).toMatchObject({ digest: null, error: { kind: 'document' } });
    expect((await answering(half, {}, first.state)).outcome).toBe('items');
  });

  it('is none where nobody asked whether it changed', async () => {
    const { outcome, state } = await answering('', { status: 304 });
    expect(outcome).toBe('failed');
    expect(state).toMatchObject({ lastSuccessAt: null, error: { kind: 'http 304' } });
    const known = { ...unpolled(FEED.id, NOW), etag: '"a"', lastSuccessAt: NOW.toISOString() };
    expect((await answering('', { status: 304 }, known)).outcome).toBe('unchanged');
  });
});

describe('a page that tests for a browser', () => {
  it.each<[string, Partial<HttpResponse>]>([
    ['by its header', { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    ['by its script', { status: 503 }],
  ])('is told as one: %s', async (_, more) => {
    const page = '<html><title>One moment</title><script src="/cdn-cgi/challenge-platform/h/b/x.js"></script></html>';
    const { outcome, state } = await answering(page, more);
    expect(outcome).toBe('failed');
    expect(state.error).toMatchObject({ kind: 'challenge', message: expect.stringContaining('tests for a browser') });
  });
});

describe('what people read of a feed', () => {
  it('is what failed, since when, what to do and when it is tried again', async () => {
    const { state } = await answering(
      '',
      { status: 404 },
      {
        ...unpolled(FEED.id, NOW),
        error: { kind: 'http 404', message: 'x', since: '2026-11-23T08:00:00.000Z' },
        failures: 3,
      },
    );
    expect(healthOf(state, NOW)).toEqual({
      status: 'failing',
      words:
        'there is no feed at this address any more (404); look for its new one with: feeds add <address of the site> (for 24 hours; next try in 2 hours)',
    });
  });
});

it('has a default pack of about forty feeds, each once', () => {
  expect(FEEDS.length).toBeGreaterThanOrEqual(38);
  expect(FEEDS.length).toBeLessThanOrEqual(45);
  expect(new Set(FEEDS.map(({ url }) => feedId(url))).size).toBe(FEEDS.length);
  expect(new Set(FEEDS.map(({ kind }) => kind))).toEqual(
    new Set(['news', 'analysis', 'vendor', 'lab', 'filings', 'research']),
  );
});
