import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpolled } from '../../src/domain/habits.ts';
import { createHttp } from '../../src/effects/http.ts';
import { noticeOf } from '../../src/gather/health.ts';
import { poll } from '../../src/gather/poll.ts';
import type { Feed, FeedState } from '../../src/model.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { newFeed } from './new-feed.ts';

const HOUR = 3_600_000;

/** A feed of three entries, one every two hours, the newest at `newest`. */
function rss(newest: Date): string {
  const items = [0, 2, 4].map((hours) => {
    const at = new Date(newest.getTime() - hours * HOUR);
    return `<item><title>Substation ${at.getTime()}</title><guid>${at.getTime()}</guid><pubDate>${at.toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>Grid Notes</title>${items.join('')}</channel></rss>`;
}

/** The life of one feed on a virtual clock: polled when it is due, as often as that comes. */
describe('the life of a feed', () => {
  let server: Server;
  let base: string;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let now = new Date('2026-11-20T08:00:00.000Z');
  let feed: Feed;
  let state: FeedState;
  const polls: { at: Date; path: string; etag: string | undefined }[] = [];
  const notices: { at: Date; kind: string; words: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      polls.push({ at: now, path: request.url ?? '', etag: request.headers['if-none-match'] });
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    feed = newFeed(`http://${base}/feed.xml`);
    state = unpolled(feed.id, now);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function until(end: Date): Promise<void> {
    const http = createHttp({ userAgent: 'debrief-test', allowHosts: [base] });
    while (!state.gone && Date.parse(state.nextPollAt) <= end.getTime()) {
      now = new Date(Math.max(now.getTime(), Date.parse(state.nextPollAt)));
      const result = await poll(feed, state, { http, reader: TASKS, now, random: () => 0.5, reachHours: 24 });
      feed = result.feed;
      state = result.state;
      const notice = noticeOf(feed, state, now);
      if (notice !== null) {
        notices.push({ at: now, kind: notice.kind, words: notice.words });
        state = { ...state, told: notice.told };
      }
    }
    now = end;
    await http.close();
  }

  const hours = (from: Date, count: number) => new Date(from.getTime() + count * HOUR);
  const publishing = (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(200, { etag: `"${now.getTime()}"` }).end(rss(hours(now, -0.5)));

  it('is polled about twice as often as it publishes, with the tag that it gave', async () => {
    answer = publishing;
    await until(hours(now, 12));
    expect(feed.title).toBe('Grid Notes');
    expect(state.error).toBeNull();
    expect(polls.length).toBeGreaterThanOrEqual(10);
    expect(polls.length).toBeLessThanOrEqual(13);
    expect(polls[1]?.etag).toBe(`"${polls[0]?.at.getTime()}"`);
    expect(state.itemsLast7Days).toBe(3);
  });

  it('is told by 304 that nothing is new', async () => {
    answer = (_, response) => response.writeHead(304).end();
    await until(hours(now, 3));
    expect(state.error).toBeNull();
    expect(state.etag).not.toBeNull();
  });

  it('moves with a 301 and is polled at its new address from then on', async () => {
    answer = (request, response) => {
      if (request.url === '/feed.xml') response.writeHead(301, { location: '/moved.xml' }).end();
      else publishing(request, response);
    };
    const id = feed.id;
    await until(hours(now, 4));
    expect(feed.url).toBe(`http://${base}/moved.xml`);
    expect(feed.id).toBe(id);
    const before = polls.length;
    await until(hours(now, 4));
    expect(polls.slice(before).map(({ path }) => path)).not.toContain('/feed.xml');
  });

  it('is asked ever more rarely while it fails for three days, and its admins are told once', async () => {
    answer = (_, response) => response.writeHead(500).end();
    const before = polls.length;
    await until(hours(now, 72));
    const tries = polls.slice(before);
    const gaps = tries.slice(1).map(({ at }, index) => at.getTime() - (tries[index]?.at.getTime() ?? 0));
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1.1 * 24 * HOUR);
    expect(tries.length).toBeLessThan(12);
    expect(state.failures).toBe(tries.length);
    expect(notices.map(({ kind }) => kind)).toEqual(['failing']);
    expect(notices[0]?.words).toMatch(/Grid Notes: the server has a fault \(500\).*next try in/);
  });

  it('recovers, and its admins are told once', async () => {
    answer = publishing;
    await until(hours(now, 48));
    expect(state.error).toBeNull();
    expect(state.failures).toBe(0);
    expect(notices.map(({ kind }) => kind)).toEqual(['failing', 'recovered']);
  });

  it('waits as long as a 429 asks', async () => {
    answer = (_, response) => response.writeHead(429, { 'retry-after': String(6 * 3600) }).end();
    const before = polls.length;
    await until(hours(now, 5));
    expect(polls.length).toBe(before + 1);
    expect(state.error?.message).toContain('fewer requests');
  });

  it('is told to be silent once when it publishes nothing for far longer than its habit', async () => {
    const last = now;
    answer = (_, response) => response.writeHead(200).end(rss(last));
    await until(hours(now, 24 * 6));
    expect(notices.map(({ kind }) => kind)).toEqual(['failing', 'recovered', 'silent']);
    expect(notices[2]?.words).toContain('usually one every 2 hours');
  });

  it('ends with a 410', async () => {
    answer = (_, response) => response.writeHead(410).end();
    await until(hours(now, 72));
    const count = polls.length;
    await until(hours(now, 24 * 30));
    expect(state.gone).toBe(true);
    expect(polls.length).toBe(count);
  });
});
