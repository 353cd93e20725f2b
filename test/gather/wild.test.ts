import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';
import { canonicalUrl, feedUrl } from '../../src/gather/address.ts';
import { readPage, textOf } from '../../src/gather/article.ts';
import { decodeBytes } from '../../src/gather/charset.ts';
import { parseDate } from '../../src/gather/dates.ts';
import { discover } from '../../src/gather/discover.ts';
import { parseFeed } from '../../src/gather/parse.ts';
import { TASKS } from '../../src/reader/tasks.ts';

const releases: (() => unknown)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

describe('dates as the world writes them', () => {
  it.each([
    ['2026-11-26T09:00:00+01', '2026-11-26T08:00:00.000Z'],
    ['Thu, 26 Nov 2026 09:00:00 +1', '2026-11-26T08:00:00.000Z'],
    ['20261126T090000Z', '2026-11-26T09:00:00.000Z'],
    ['20261126T0900+0530', '2026-11-26T03:30:00.000Z'],
    ['2026年11月26日 09:00', '2026-11-26T09:00:00.000Z'],
    ['2026年11月26日(木) 下午5時30分', '2026-11-26T17:30:00.000Z'],
    ['2026년 11월 26일 오전 9:05', '2026-11-26T09:05:00.000Z'],
    ['2026-11-26 09:00 Europe/Berlin', '2026-11-26T08:00:00.000Z'],
    ['2026-07-01T09:00:00[Europe/Berlin]', '2026-07-01T07:00:00.000Z'],
    ['2026-11-26 09:00 America/Argentina/Salta', '2026-11-26T12:00:00.000Z'],
    ['26 ноября 2026 г. 09:00', '2026-11-26T09:00:00.000Z'],
    ['26 Νοεμβρίου 2026', '2026-11-26T00:00:00.000Z'],
    ['torstai 26. marraskuuta 2026', '2026-11-26T00:00:00.000Z'],
    ['2026. november 26.', '2026-11-26T00:00:00.000Z'],
    ['2026 m. lapkričio 26 d.', '2026-11-26T00:00:00.000Z'],
    ['26 de novembre de 2026', '2026-11-26T00:00:00.000Z'],
    ['26. nóvember 2026', '2026-11-26T00:00:00.000Z'],
    ['26 noiembrie 2026', '2026-11-26T00:00:00.000Z'],
    ['26 листопада 2026', '2026-11-26T00:00:00.000Z'],
    ['constructor 26, 2026', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['1970-01-01T01:00:00+01:00', null],
    ['0001-01-01T00:00:00Z', null],
  ])('%s', (written, instant) => {
    expect(parseDate(written)).toBe(instant);
  });
});

describe('characters', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    new Uint8Array(
      Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? Buffer.from(part) : part))),
    );

  it('of UTF-8 stay what they are beside a byte that is wrong', () => {
    const damaged = bytes('It cost €2.4 billion', [0xff], ' and “more”.');
    expect(decodeBytes(damaged, 'text/xml; charset=utf-8')).toBe('It cost €2.4 billion\ufffd and “more”.');
    expect(decodeBytes(damaged, null)).toContain('€2.4');
  });

  it('may be cut within the last', () => {
    expect(decodeBytes(bytes('Kühlung für Zürich', [0xc3]), null)).toBe('Kühlung für Zürich\ufffd');
    expect(decodeBytes(bytes('plain words', [0xe2, 0x82]), 'text/xml; charset=utf-8')).toBe('plain words\ufffd');
  });

  it('of a single-byte text that is declared UTF-8 are read as what they are', () => {
    const latin = Uint8Array.from('Kühlung für Zürich', (char) => char.charCodeAt(0));
    expect(decodeBytes(latin, 'text/xml; charset=utf-8')).toBe('Kühlung für Zürich');
  });

  it('of a document that knows its own are read by it where its server calls all UTF-8', () => {
    const named = bytes('<?xml version="1.0" encoding="koi8-r"?><title>', [0xec, 0xc9, 0xce, 0xc9, 0xd1], '</title>');
    expect(decodeBytes(named, 'text/xml; charset=utf-8')).toContain('<title>Линия</title>');
  });
});

describe('what was escaped once too often', () => {
  const first = async (entry: string, type = '') =>
    (
      await parseFeed(
        new TextEncoder().encode(`<rss version="2.0"><channel><title>T</title><item>${entry}</item></channel></rss>`),
        { contentType: type, url: null },
      )
    ).items[0];

  it.each([
    ['Vetch &amp;amp;amp; Sons&amp;amp;#8217; loan', 'Vetch & Sons’ loan'],
    ['<![CDATA[Vetch &amp;amp; Sons]]>', 'Vetch & Sons'],
    ['R&amp;D gets &amp;lt;b&amp;gt;5 MW&amp;lt;/b&amp;gt;', 'R&D gets 5 MW'],
    ['How the &amp;lt;video&amp;gt; tag works', 'How the <video> tag works'],
    ['AT&amp;T; 3 &amp;lt; 5', 'AT&T; 3 < 5'],
  ])('is read as people meant it in a title: %s', async (written, title) => {
    expect((await first(`<title>${written}</title>`))?.title).toBe(title);
  });

  it('is read as people meant it in a JSON Feed, whose titles some programs write as HTML', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Grid &amp; Power',
      items: [
        { id: 'a', title: 'Vetch &#038; Sons&#8217; <em>loan</em>' },
        { id: 'b', title: 'AT&T; 3 < 5' },
      ],
    };
    const parsed = await parseFeed(new TextEncoder().encode(JSON.stringify(feed)), { contentType: null, url: null });
    expect([parsed.title, ...parsed.items.map(({ title }) => title)]).toEqual([
      'Grid & Power',
      'Vetch & Sons’ loan',
      'AT&T; 3 < 5',
    ]);
  });

  it.each([
    [
      '&amp;lt;p&amp;gt;It draws 5 MW.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;So it does.&amp;lt;/p&amp;gt;',
      'It draws 5 MW.\n\nSo it does.',
    ],
    ['Use &amp;lt;p&amp;gt; and &amp;lt;/p&amp;gt; around it.', 'Use <p> and </p> around it.'],
  ])('is read as people meant it in a text: %s', async (written, text) => {
    expect(textOf((await first(`<title>T</title><description>${written}</description>`))?.html ?? '')).toBe(text);
  });
});

describe('U+0000', () => {
  it('stands in nothing that is kept, however it was written', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'a\0b',
      items: [{ id: 'a\0b', title: 'a\0b', content_text: 'a\0b', author: { name: 'a\0b \ud800' } }],
    };
    const parsed = await parseFeed(new TextEncoder().encode(JSON.stringify(feed)), { contentType: null, url: null });
    expect(parsed.items[0]).toMatchObject({ guid: 'ab', title: 'ab', html: '<p>ab</p>', author: 'ab \ufffd' });
    const page = readPage(
      new TextEncoder().encode(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\\u0000b"}</script><p>a\0b, and so it went on.</p>`,
      ),
      null,
    );
    expect(JSON.stringify(page)).not.toContain('\\u0000');
  });
});

describe('addresses', () => {
  it('keep every byte but what tracks', () => {
    const kept = 'https://a.example/p?q=a%20b+c&x&sig=%2Fa%2f==&empty=&utm=1';
    expect(canonicalUrl(`${kept}&utm_source=rss&fbclid=1`)).toBe(kept);
    expect(canonicalUrl('https://a.example/p?utm%5Fsource=rss')).toBe('https://a.example/p');
  });

  it('of feeds are refused with a password, in words', () => {
    expect(() => feedUrl('https://me:word@paid.example/feed')).toThrow(/name and a password/);
    expect(feedUrl('feed://paid.example/feed')).toBe('http://paid.example/feed');
  });
});

describe('finding the feeds of a site, on a real server', () => {
  const feed = (title: string) =>
    `<rss version="2.0"><channel><title>${title}</title><item><title>News of ${title}</title></item></channel></rss>`;

  async function site(pages: Readonly<Record<string, string | { readonly to: string }>>) {
    const server = createServer(({ url = '/' }, response) => {
      const page = pages[url];
      if (page === undefined) response.writeHead(404).end();
      else if (typeof page === 'object') response.writeHead(302, { location: page.to }).end();
      else response.end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
    const http = createHttp({ userAgent: 'debrief-test', allowHosts: [host] });
    releases.push(
      () => new Promise((resolve) => server.close(resolve)),
      () => server.closeAllConnections(),
      () => http.close(),
    );
    const titles = async (typed: string) =>
      (await discover(typed, { http, reader: TASKS })).candidates.map(({ feed: { title } }) => title);
    return { host, titles };
  }

  it.each([
    [
      'resolves by the address that the page was answered from',
      {
        '/': { to: '/en/' },
        '/en/': '<link rel="alternate" type="application/rss+xml" href="news.xml">',
        '/en/news.xml': feed('Here'),
      },
      ['Here'],
    ],
    [
      'resolves by <base>',
      {
        '/': '<base href="/b/"><link rel="alternate" type="application/rss+xml" href="f.xml">',
        '/b/f.xml': feed('Based'),
      },
      ['Based'],
    ],
    [
      'takes rel in any case, and of several words',
      { '/': '<LINK REL="Alternate Home" TYPE="Application/RSS+XML" HREF="/f">', '/f': feed('Loud') },
      ['Loud'],
    ],
    [
      'takes a JSON Feed as application/json',
      {
        '/': '<link rel="alternate" type="application/json" href="/f.json">',
        '/f.json': '{"version":"https://jsonfeed.org/version/1.1","title":"Js","items":[]}',
      },
      ['Js'],
    ],
    [
      'offers all of several',
      {
        '/': '<link rel="alternate" type="application/rss+xml" href="/1"><link rel="alternate" type="application/atom+xml" href="/2">',
        '/1': feed('One'),
        '/2': feed('Two'),
      },
      ['One', 'Two'],
    ],
    [
      'leaves comments aside where there is anything else',
      {
        '/': '<link rel="alternate" type="application/rss+xml" title="Comments" href="/c"><link rel="alternate" type="application/rss+xml" href="/1">',
        '/1': feed('One'),
        '/c': feed('Said'),
      },
      ['One'],
    ],
    [
      'and takes them where there is nothing',
      { '/': '<link rel="alternate" type="application/rss+xml" title="Comments" href="/c">', '/c': feed('Said') },
      ['Said'],
    ],
  ])('%s', async (_, pages, expected) => {
    const { host, titles } = await site(pages);
    expect(await titles(`http://${host}/`)).toEqual(expected);
  });

  it('takes a bare host with a port, by http where it has no https, and feed://', async () => {
    const { host, titles } = await site({ '/': `<a href="feed://HOST/f">RSS</a>`, '/f': feed('Bare') });
    expect(await titles(host)).toEqual([]);
    expect(await titles(`feed://${host}/f`)).toEqual(['Bare']);
    expect(await titles(`${host}/f`)).toEqual(['Bare']);
  });
});
