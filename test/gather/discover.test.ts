import { describe, expect, it } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { discover } from '../../src/gather/discover.ts';
import type { Http } from '../../src/ports/http.ts';
import { TASKS } from '../../src/reader/tasks.ts';

const FEED = '<rss><channel><title>Grid Weekly</title><item><title>A dam is sold</title></item></channel></rss>';

/** A web of a few pages; what is not in it answers 404. */
function web(pages: Readonly<Record<string, string | { readonly to: string }>>): Http & { readonly asked: string[] } {
  const asked: string[] = [];
  const get: Http['get'] = async ({ url }) => {
    asked.push(url);
    const page = pages[url];
    const target = typeof page === 'object' ? page.to : url;
    const text = typeof page === 'object' ? pages[page.to] : page;
    if (url.includes('down.example')) throw new FetchError('dns', url, 'down.example: no such host');
    return {
      status: typeof text === 'string' ? 200 : 404,
      headers: {},
      body: new TextEncoder().encode(typeof text === 'string' ? text : ''),
      url: target,
      redirects: target === url ? [] : [{ status: 301, to: target }],
    };
  };
  return { get, asked };
}

describe('finding the feed of a site', () => {
  it('takes feed: in a page for the page’s own scheme', async () => {
    const html = '<a href="feed://grid.example/rss">RSS</a> <a href="feed:http://old.example/rss">RSS</a>';
    const from = { contentType: 'text/html', url: 'https://grid.example/' };
    const { feeds } = await TASKS.links(new TextEncoder().encode(html), from);
    expect(feeds).toEqual(['https://grid.example/rss', 'http://old.example/rss']);
  });

  const PAGES = 'https://grid.example';
  it.each([
    ['whose folder is called feeds', { '/': '<a href="/feeds/all.xml">All</a>' }, '/feeds/all.xml'],
    ['with its version in its name', { '/': '<a href="rss20.xml"><img src="x.png"></a>' }, '/rss20.xml'],
    [
      'that only words tell of',
      { '/': '<a href="/syndication.axd" title="Subscribe by RSS">*</a>' },
      '/syndication.axd',
    ],
    [
      'on a page that lists feeds',
      { '/': '<a href="/rss">RSS</a>', '/rss': '<a href="/rss/power">Power</a>' },
      '/rss/power',
    ],
    [
      'behind a page that sends on',
      { '/': '<meta http-equiv="refresh" content="0; url=/de/">', '/de/': '<link rel="feed" href="news">' },
      '/de/news',
    ],
  ] as const)('finds one %s', async (_, pages, feed) => {
    const all = { ...pages, [feed]: FEED };
    const http = web(Object.fromEntries(Object.entries(all).map(([path, text]) => [`${PAGES}${path}`, text])));
    const { candidates } = await discover('grid.example', { http, reader: TASKS });
    expect(candidates.map(({ url }) => url)).toEqual([`${PAGES}${feed}`]);
  });

  it('takes an address that is a feed, and shows what is in it', async () => {
    const { candidates } = await discover('https://grid.example/rss', {
      http: web({ 'https://grid.example/rss': FEED }),
      reader: TASKS,
    });
    expect(candidates).toMatchObject([
      { url: 'https://grid.example/rss', feed: { title: 'Grid Weekly', items: [{ title: 'A dam is sold' }] } },
    ]);
  });

  it('takes a bare host, follows its link tags, and leaves the feed of comments aside', async () => {
    const http = web({
      'https://grid.example/': `<html><head>
        <link rel="alternate" type="application/rss+xml" title="Grid » Comments Feed" href="/comments/feed">
        <link rel="alternate" type="application/atom+xml" href="/news.atom"></head></html>`,
      'https://grid.example/news.atom': FEED,
      'https://grid.example/comments/feed': FEED,
    });
    const { candidates } = await discover('grid.example', { http, reader: TASKS });
    expect(candidates.map(({ url }) => url)).toEqual(['https://grid.example/news.atom']);
  });

  it('tries the usual addresses where the page says nothing', async () => {
    const http = web({ 'https://grid.example/': '<html><p>Hello</p></html>', 'https://grid.example/feed.xml': FEED });
    const { candidates, tried } = await discover('https://grid.example', { http, reader: TASKS });
    expect(candidates.map(({ url }) => url)).toEqual(['https://grid.example/feed.xml']);
    expect(tried[0]).toMatchObject({ url: 'https://grid.example/', reason: expect.stringContaining('HTML page') });
  });

  it('names the feed where it ended up, and one that two links lead to once', async () => {
    const http = web({
      'https://grid.example/': '<a href="/rss">RSS</a> <a href="/feed/old">Feed</a>',
      'https://grid.example/rss': { to: 'https://grid.example/feed' },
      'https://grid.example/feed/old': { to: 'https://grid.example/feed' },
      'https://grid.example/feed': FEED,
    });
    const { candidates } = await discover('https://grid.example/', { http, reader: TASKS });
    expect(candidates.map(({ url }) => url)).toEqual(['https://grid.example/feed']);
  });

  it('says for each address why it is no feed', async () => {
    const { candidates, tried } = await discover('down.example', { http: web({}), reader: TASKS });
    expect(candidates).toEqual([]);
    expect(tried[0]).toEqual({ url: 'https://down.example/', reason: 'down.example: no such host' });
  });
});
