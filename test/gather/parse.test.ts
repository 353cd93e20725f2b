import { describe, expect, it } from 'vitest';
import { ParseError } from '../../src/errors.ts';
import { parseFeed } from '../../src/gather/parse.ts';

const parse = (document: string | Uint8Array, url: string | null = null, contentType: string | null = null) =>
  parseFeed(typeof document === 'string' ? new TextEncoder().encode(document) : document, { contentType, url });

const rss = (items: string, head = '') =>
  `<rss version="2.0"><channel><title>Grid Notes</title>${head}${items}</channel></rss>`;

describe('RSS', () => {
  it('gives each entry its own fields', async () => {
    const feed = await parse(
      rss(
        `<item><title>Two turbines &amp;amp; a substation</title><link>https://grid.example/a</link><guid isPermaLink="false">a-1</guid>
         <pubDate>Tue, 24 Nov 2026 09:30:00 +0100</pubDate><author>desk@grid.example (Ada Example)</author>
         <description>Short.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Long, and whole.</p>]]></content:encoded></item>`,
        '<link>https://grid.example/</link><ttl>90</ttl>',
      ),
    );
    expect(feed).toEqual({
      title: 'Grid Notes',
      site: 'https://grid.example/',
      hints: { ttlMinutes: 90 },
      whole: true,
      items: [
        {
          guid: 'a-1',
          url: 'https://grid.example/a',
          title: 'Two turbines & a substation',
          published: '2026-11-24T08:30:00.000Z',
          updated: null,
          author: 'Ada Example',
          html: '<p>Long, and whole.</p>',
        },
      ],
    });
  });

  it('takes a guid for the address unless it says that it is none', async () => {
    const { items } = await parse(
      rss(
        '<item><guid>https://grid.example/a</guid></item><item><guid isPermaLink="false">https://grid.example/b</guid></item>',
      ),
    );
    expect(items.map(({ url }) => url)).toEqual(['https://grid.example/a', null]);
  });

  it('reads RDF with its entries beside the channel', async () => {
    const { items, site } = await parse(
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
       <channel r:about="/"><title>Fab</title><link>https://fab.example/</link></channel>
       <item r:about="https://fab.example/1"><title>A wafer</title><d:date>2026-11-24</d:date></item></r:RDF>`,
    );
    expect(site).toBe('https://fab.example/');
    expect(items).toMatchObject([
      { guid: 'https://fab.example/1', title: 'A wafer', published: '2026-11-24T00:00:00.000Z' },
    ]);
  });
});

describe('Atom', () => {
  it('prefers the page among its links, resolves by xml:base, and reads text, html and xhtml alike', async () => {
    const { items } = await parse(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://chips.example/news/"><a:title type="text">Chips &lt; 3 nm</a:title>
       <a:entry xml:base="2026/"><a:id>tag:chips.example,2026:7</a:id><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> node</div></a:title>
       <a:link rel="self" href="7.atom"/><a:link rel="alternate" type="application/json" href="7.json"/><a:link href="7.html" type="text/html"/>
       <a:published>2026-11-24T08:30:00Z</a:published><a:updated>2026-11-25T08:30:00Z</a:updated>
       <a:author><a:name>Bo Example</a:name></a:author><a:content type="html">&lt;p&gt;Text&lt;/p&gt;</a:content></a:entry></a:feed>`,
    );
    expect(items).toEqual([
      {
        guid: 'tag:chips.example,2026:7',
        url: 'https://chips.example/news/2026/7.html',
        title: 'A bold node',
        published: '2026-11-24T08:30:00.000Z',
        updated: '2026-11-25T08:30:00.000Z',
        author: 'Bo Example',
        html: '<p>Text</p>',
      },
    ]);
  });
});

describe('JSON Feed', () => {
  it('is read beside the others, and one wrong field costs that field alone', async () => {
    const { title, items } = await parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Cooling',
        items: [
          {
            id: 7,
            url: '/7',
            title: ['no text'],
            content_text: 'One.\n\nTwo & three.',
            date_published: '2026-11-24T08:30:00+01:00',
            authors: [{ name: 'Cy Example' }],
          },
        ],
      }),
      'https://cooling.example/feed.json',
    );
    expect(title).toBe('Cooling');
    expect(items).toEqual([
      {
        guid: '7',
        url: 'https://cooling.example/7',
        title: null,
        published: '2026-11-24T07:30:00.000Z',
        updated: null,
        author: 'Cy Example',
        html: '<p>One.</p><p>Two &amp; three.</p>',
      },
    ]);
  });
});

describe('documents as they really are', () => {
  it('are read in the character set that their bytes are in, whatever they declare', async () => {
    const latin = Uint8Array.from(rss('<item><title>K\u00fchlung f\u00fcr Z\u00fcrich</title></item>'), (char) =>
      char.charCodeAt(0),
    );
    const declared = new TextEncoder().encode(
      `<?xml version="1.0" encoding="iso-8859-1"?>${rss('<item><title>Kühlung</title></item>')}`,
    );
    const wide = new Uint8Array(Buffer.from(`\ufeff${rss('<item><title>Kühlung</title></item>')}`, 'utf16le'));
    expect((await parse(latin)).items[0]?.title).toBe('Kühlung für Zürich');
    expect((await parse(declared)).items[0]?.title).toBe('Kühlung');
    expect((await parse(wide)).items[0]?.title).toBe('Kühlung');
  });

  it.each([
    [
      'undeclared entities',
      '<item><title>Power&nbsp;&mdash; and &bogus; more</title></item>',
      'Power — and &bogus; more',
    ],
    ['bare ampersands', '<item><title>R&D at AT&T</title></item>', 'R&D at AT&T'],
    ['control characters', '<item><title>Grid\u0000\u0008 lock</title></item>', 'Grid lock'],
    ['undeclared prefixes', '<item><title>Fine</title><itunes:duration>3</itunes:duration></item>', 'Fine'],
    ['elements left open', '<item><title>First</title><description><b>open</description></item>', 'First'],
    [
      'scripts in titles',
      '<item><title>Calm &lt;script&gt;alert(1)&lt;/script&gt;waters</title></item>',
      'Calm waters',
    ],
  ])('survive %s', async (_, items, title) => {
    expect((await parse(rss(items))).items[0]?.title).toBe(title);
  });

  it('keep what came before a truncated end', async () => {
    const { items, whole } = await parse(
      rss('<item><title>Whole</title></item><item><title>Cut in the mid').split('</channel>')[0] ?? '',
    );
    expect(whole).toBe(false);
    expect(items.map(({ title }) => title)).toEqual(['Whole', expect.stringContaining('Cut in the mid')]);
  });

  it('need no version, no head and no declared root namespace', async () => {
    expect((await parse('<rss><channel><item><title>Bare</title></item></channel></rss>')).items).toHaveLength(1);
    expect((await parse('<feed><entry><title>Bare</title></entry></feed>')).items).toHaveLength(1);
  });

  it('resolve entities that their own head declares, and none from elsewhere', async () => {
    const head = '<!DOCTYPE rss [<!ENTITY co "Northwind"> <!ENTITY out SYSTEM "file:///etc/passwd">]>';
    expect((await parse(`${head}${rss('<item><title>&co; &out;</title></item>')}`)).items[0]?.title).toBe(
      'Northwind &out;',
    );
  });

  it('say that a date is missing or no date, and invent none', async () => {
    const { items } = await parse(
      rss('<item><title>a</title></item><item><title>b</title><pubDate>soon</pubDate></item>'),
    );
    expect(items.map(({ published }) => published)).toEqual([null, null]);
  });
});

describe('what is no feed', () => {
  it.each([
    [
      'an HTML page',
      '<!doctype html><html><body><p>Hello</p></body></html>',
      /HTML page, not a feed; give the address/,
    ],
    ['nothing', '   ', /feed is empty; open its address/],
    ['other XML', '<sitemap><url/></sitemap>', /root is <sitemap>, expected/],
    ['plain text', 'Service unavailable', /neither XML nor JSON but plain text that begins “Service unavailable”/],
    ['other JSON', '{"ok": true}', /no JSON Feed: expected an object with "items"/],
    ['JSON cut short', '{"items": [', /ends too early/],
  ])('%s: says what it is and what to do', async (_, document, message) => {
    const error = await parse(document).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ParseError);
    expect(String(error)).toMatch(message);
  });
});

describe('documents that are made to be slow', () => {
  it.each([
    ['entries without end', `<rss><channel>${'<item>'.repeat(30_000)}`],
    ['angle brackets', `<rss>${'<'.repeat(300_000)}`],
    ['ampersands', `<rss><channel><title>${'&'.repeat(300_000)}`],
    ['CDATA in CDATA', `<rss><channel><title>${'<![CDATA['.repeat(50_000)}`],
    ['brackets for an author', `<rss><channel><item><author>${'('.repeat(300_000)}`],
  ])('are read within a second: %s', async (_, document) => {
    const before = process.cpuUsage().user;
    await parse(document).catch(() => null);
    expect(process.cpuUsage().user - before).toBeLessThan(1_500_000);
  });
});
