import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/gather/article.ts';
import { parseFeed } from '../../src/gather/parse.ts';

const URL_OF_FEED = 'https://grid.example/feed.xml';
const rss = (inside: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>Grid</title><link>https://grid.example/</link>${inside}</channel></rss>`;
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Grid</title><entry>${inside}</entry></feed>`;
const FEEDBURNER = ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"';

/** What trackers of feed readers report as lost or wrong. */
describe('a feed of an odd kind is read as it is meant', () => {
  it.each<[string, string, readonly object[]]>([
    [
      'titles that a second start tag closes',
      rss(
        '<item><title>Line opens<title><link>https://grid.example/1</link></item><item><title>Dam</title><link>https://grid.example/2<link></item>',
      ),
      [
        { title: 'Line opens', url: 'https://grid.example/1' },
        { title: 'Dam', url: 'https://grid.example/2' },
      ],
    ],
    [
      'links of a service that counts clicks beside the true ones',
      rss(
        '<item><link>https://feeds.example/~r/1</link><feedburner:origLink>https://grid.example/1</feedburner:origLink></item>',
        FEEDBURNER,
      ),
      [{ url: 'https://feeds.example/~r/1', original: 'https://grid.example/1' }],
    ],
    [
      'the same in Atom',
      atom(
        '<id>x</id><link href="https://feeds.example/~r/1"/><feedburner:origLink>https://grid.example/1</feedburner:origLink>',
        FEEDBURNER,
      ),
      [{ url: 'https://feeds.example/~r/1', original: 'https://grid.example/1' }],
    ],
    [
      'an address for an id, and a link to the entry’s own document alone',
      atom('<id>https://grid.example/1</id><link rel="self" href="https://grid.example/1.atom"/>'),
      [{ url: 'https://grid.example/1' }],
    ],
    [
      'content that is elsewhere',
      atom('<id>tag:1</id><content src="/1.html" type="text/html"/>'),
      [{ url: 'https://grid.example/1.html' }],
    ],
    [
      'RSS under the namespace of Atom',
      rss(
        '<item><title>Dam</title><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item>',
        ' xmlns="http://www.w3.org/2005/Atom"',
      ),
      [{ title: 'Dam', published: '2026-11-24T08:00:00.000Z' }],
    ],
    [
      'authors of Atom in RSS',
      rss(
        '<item><a10:author><a10:name>Ada Example</a10:name></a10:author></item>',
        ' xmlns:a10="http://www.w3.org/2005/Atom"',
      ),
      [{ author: 'Ada Example' }],
    ],
    [
      'programmes with nothing but what their directory wants',
      rss(
        '<item><itunes:title>Dam</itunes:title><itunes:summary>The dam is full.</itunes:summary></item>',
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
      ),
      [{ title: 'Dam', html: 'The dam is full.' }],
    ],
    [
      'a section within a section',
      rss('<item><title><![CDATA[<![CDATA[Dam opens]]]]><![CDATA[>]]></title></item>'),
      [{ title: 'Dam opens' }],
    ],
    [
      'links that were escaped twice, broken over lines, or have spaces',
      rss(
        '<item><link>https://grid.example/?p=1&amp;#038;q=2</link></item><item><link>https://grid.example/a\n/1</link></item><item><link>https://grid.example/a b</link></item>',
      ),
      [
        { url: 'https://grid.example/?p=1&q=2' },
        { url: 'https://grid.example/a/1' },
        { url: 'https://grid.example/a%20b' },
      ],
    ],
    [
      'two channels',
      '<rss version="2.0"><channel><item><title>One</title></item></channel><channel><item><title>Two</title></item></channel></rss>',
      [{ title: 'One' }, { title: 'Two' }],
    ],
    ['entries in an element of their own', rss('<items><item><title>Dam</title></item></items>'), [{ title: 'Dam' }]],
    [
      'parts of a second since 1970',
      rss('<item><pubDate>1795507200.5</pubDate></item>'),
      [{ published: '2026-11-24T08:00:00.500Z' }],
    ],
  ])('%s', async (_, document, items) => {
    const given = { contentType: 'application/xml', url: URL_OF_FEED };
    expect((await parseFeed(new TextEncoder().encode(document), given)).items).toMatchObject(items);
  });
});

describe('the author of a page', () => {
  const named = (byline: string) =>
    readPage(`<body><h1>Dam opens</h1><p class="byline">${byline}</p></body>`, null).author;

  it.each([
    ['Ada von Example', 'Ada von Example'],
    ['Von Ada von Example', 'Ada von Example'],
    ['María de la Peña', 'María de la Peña'],
    ['Interview von Ada Example', 'Ada Example'],
    ['Interview: Ada Example', 'Ada Example'],
    ['Text: Ada de Example', 'Ada de Example'],
    ['Foto: Ada Example', null],
  ])('of “%s”', (byline, author) => {
    expect(named(byline)).toBe(author);
  });

  it('is named once, however often her name stands there', () => {
    const html =
      '<body><h1>Dam</h1><a rel="author">Ada Example</a><a rel="author">All articles of Ada Example</a></body>';
    expect(readPage(html, null).author).toBe('Ada Example');
  });
});
