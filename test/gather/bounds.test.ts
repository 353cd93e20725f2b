import { describe, expect, it } from 'vitest';
import { fetchPage } from '../../src/gather/page.ts';
import { addressOfPage } from '../../src/gather/whose.ts';
import type { HttpRequest } from '../../src/ports/http.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { feed } from '../samples.ts';

describe('the address that a page claims', () => {
  const answered = 'https://news.example/2026/lease?from=rss';
  const claimed = (canonical: string, owner: string | null = null) =>
    addressOfPage({ answered, canonical, feed: feed('grid', { owner }), siblings: [] });

  it.each([
    ['its own front page', 'https://news.example/', null],
    ['another publisher’s page', 'https://rival.example/2026/lease', /another publisher \(rival\.example\)/],
    ['another publisher’s front page', 'https://rival.example/', /another publisher/],
  ])('is not believed where it is %s', (_, canonical, note) => {
    const found = claimed(canonical);
    expect(found.url).toBe(answered);
    if (note === null) expect(found.note).toBeNull();
    else expect(found.note).toMatch(note);
  });

  it('is believed where it stays with its publisher, and not in a private feed, whose key may be in it', () => {
    expect(claimed('https://news.example/lease-in-lima').url).toBe('https://news.example/lease-in-lima');
    expect(claimed('https://news.example/lease-in-lima', 'fake:acme').url).toBe(answered);
  });
});

it('a page is asked for up to five megabytes and twenty seconds, and no more', async () => {
  const asked: HttpRequest[] = [];
  await fetchPage('https://news.example/a', {
    http: {
      get: async (request) => {
        asked.push(request);
        return { status: 404, headers: {}, body: new Uint8Array(), url: request.url, redirects: [] };
      },
    },
    robots: { verdict: async () => 'allowed' },
    reader: TASKS,
    now: new Date('2026-11-24T08:00:00Z'),
  });
  expect(asked).toMatchObject([{ maxBytes: 5_000_000, timeoutMs: 20_000 }]);
});
