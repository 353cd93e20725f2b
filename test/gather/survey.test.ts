import { describe, expect, it } from 'vitest';
import { itemOf, linkOf, titleOf } from '../../src/gather/entry.ts';
import { textOf } from '../../src/gather/facets.ts';
import { parseFeed } from '../../src/gather/parse.ts';
import { readRepaired } from '../../src/gather/repaired.ts';
import { readStraight } from '../../src/gather/straight.ts';
import { survey } from '../../src/gather/survey.ts';
import type { Document } from '../../src/gather/values.ts';

const URL_OF_FEED = 'https://grid.example/feeds/all.xml';
const rss = (inside: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>Grid Notes</title><link>https://grid.example/news/</link>${inside}</channel></rss>`;
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Fab Notes</title><link href="https://fab.example/"/>${inside}</feed>`;

function told({ feed, entries }: Document) {
  const site = linkOf(feed, URL_OF_FEED);
  return { title: titleOf(feed), site, items: entries.map((entry) => itemOf(entry, { url: URL_OF_FEED, site })) };
}

const LONG = 'The substation took its first load on Monday, nine weeks ahead of plan. '.repeat(4);
const WELL_FORMED: readonly (readonly [string, string])[] = [
  [
    'ids, dates and authors of RSS',
    rss(
      '<item><guid isPermaLink="false">n-1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate><author>d@grid.example (Ada Example)</author></item>',
    ),
  ],
  [
    'prose in CDATA beside prose that is escaped',
    rss(
      `<item><title>A &amp; B</title><description><![CDATA[<p>${LONG}</p>]]> &lt;b&gt;and&lt;/b&gt; more</description></item>`,
    ),
  ],
  ['references to characters', rss('<item><title>Z&#xFC;rich &#8212; &#38;amp; more</title></item>')],
  [
    'the end of a section within a text',
    rss('<item><description>&lt;code&gt;a[b[0]]&amp;gt;1&lt;/code&gt;</description></item>'),
  ],
  [
    'prefixes of another choice',
    rss(
      '<item><z:creator>Bo Example</z:creator><z:date>2026-11-24T08:00:00Z</z:date></item>',
      ' xmlns:z="http://purl.org/dc/elements/1.1/"',
    ),
  ],
  [
    'a dates given twice',
    rss('<item><pubDate>24 Nov 2026 08:00 GMT</pubDate><pubDate>24 Nov 2026 09:00 GMT</pubDate></item>'),
  ],
  [
    'foreign leaves with a namespace of their own',
    rss('<item><title>One</title><site xmlns="com-example:additions">7</site></item>'),
  ],
  [
    'comments and instructions',
    `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- made <by> hand -->${rss('<item><!-- <title>no</title> --><title>Yes</title></item>').slice(21)}`,
  ],
  [
    'tags that go on where another ends, and space before their ends',
    rss(
      ['a', 'b']
        .map((name) => `<item><enclosure type="x>" url="https://grid.example/${name}"/><guid >${name}</guid\n></item>`)
        .join(''),
    ),
  ],
  [
    'relative links, by the address of the site',
    rss('<item><link>2026/dam</link></item><item><guid>https://grid.example/b</guid></item>'),
  ],
  [
    'Atom with bases within bases',
    atom('<entry xml:base="2026/"><id>urn:x:1</id><link href="dam"/></entry>', ' xml:base="https://fab.example/news/"'),
  ],
  [
    'people and sources of Atom',
    atom(
      '<entry><author><name>Cy Example</name><email>cy@fab.example</email></author><source><title>The Wire</title></source></entry>',
    ),
  ],
  [
    'Atom that says which text is HTML, and which is not',
    atom(`<entry><title type="text">1 &lt; 2</title><content type="html">&lt;p&gt;${LONG}&lt;/p&gt;</content></entry>`),
  ],
  [
    'Atom text in base64',
    atom(
      `<entry><content type="application/octet-stream">${Buffer.from('<p>Wafers</p>').toString('base64')}</content></entry>`,
    ),
  ],
  [
    'RDF with its entries beside the channel',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/"><title>Fab</title><link>https://fab.example/</link></channel><item rdf:about="https://fab.example/1"><title>A wafer</title></item></rdf:RDF>',
  ],
];

describe('a well-formed feed', () => {
  it.each(WELL_FORMED)('is read straight as the repairing reader reads it: %s', async (_, document) => {
    const wellFormed = survey(document);
    if (wellFormed === null) throw new Error('taken for one that needs repair');
    const straight = told(await readStraight(wellFormed, URL_OF_FEED));
    expect(straight).toEqual(told(readRepaired(document, URL_OF_FEED)));
    expect(straight.items.length).toBeGreaterThan(0);
  });

  it.each(WELL_FORMED)(
    'names and dates its entries alike where they are old and only looked at: %s',
    async (_, document) => {
      const bytes = new TextEncoder().encode(document);
      const read = async (since: string | null) => {
        const { items, ...feed } = await parseFeed(bytes, { contentType: null, url: URL_OF_FEED }, since);
        return {
          ...feed,
          items: items.map(({ author, source, ...item }) => ({
            ...item,
            hash: textOf({ ...item, author }),
          })),
        };
      };
      expect(await read('2100-01-01T00:00:00.000Z')).toEqual(await read(null));
    },
  );

  it('is read as far as it is news, and only looked at further on', () => {
    const dated = (day: number) =>
      `<item><title>Day ${day}</title><pubDate>2026-11-${day}</pubDate><author>d@grid.example (Ada)</author><description>${LONG}</description></item>`;
    const found = survey(
      rss(`${[24, 20, 23, 22].map(dated).join('')}<item><title>No day</title></item><item/>`),
      '2026-11-23T12:00:00.000Z',
    );
    // A day without a time is news until it ends.
    expect(found?.entries.map((entry) => entry?.values.title?.[0]?.text ?? null)).toEqual([
      null,
      'Day 20',
      null,
      'Day 22',
      null,
      null,
    ]);
    expect(found?.skeleton.match(/<title>Day \d\d|<title>No day/g)).toEqual([
      '<title>Day 24',
      '<title>Day 23',
      '<title>No day',
    ]);
    expect(found?.texts).toHaveLength(2);
  });

  it('is read by looking alone where nothing of it is news', () => {
    const day = '<pubDate>2026-11-20</pubDate>';
    const looked = (document: string) => {
      const found = survey(document, '2026-11-23T00:00:00.000Z')?.looked ?? null;
      return found === null ? null : { ...told(found), ttl: found.feed.ttl?.[0]?.text };
    };
    const head = '<ttl>90</ttl><image><title>Not this</title><link>https://no.example/</link></image>';
    expect(looked(rss(`${head}<item><title>One</title>${day}</item>`))).toMatchObject({
      title: 'Grid Notes',
      site: 'https://grid.example/news/',
      ttl: '90',
      items: [{ title: 'One', published: '2026-11-20T00:00:00.000Z' }],
    });
    const rdf = WELL_FORMED.find(([name]) => name.startsWith('RDF'))?.[1] ?? '';
    const beside = rdf.replace('</channel>', '</channel><image><title>Not this</title></image>');
    expect(looked(beside.replace('</item>', '<dc:date>2026-11-20</dc:date></item>'))).toMatchObject({ title: 'Fab' });
    expect(looked(rss(`<item><title>One</title>${day}</item><item><title>Two</title></item>`))).toBeNull();
  });

  it('gives its relative links the address of the site, or of their base', async () => {
    const read = async (document: string) => {
      const wellFormed = survey(document);
      return wellFormed === null ? null : told(await readStraight(wellFormed, URL_OF_FEED)).items[0]?.url;
    };
    expect(await read(rss('<item><link>2026/dam</link></item>'))).toBe('https://grid.example/news/2026/dam');
    expect(
      await read(atom('<entry xml:base="2026/"><link href="dam"/></entry>', ' xml:base="https://fab.example/news/"')),
    ).toBe('https://fab.example/news/2026/dam');
  });
});

describe('what needs repair, or would lose something by a strict reader', () => {
  it.each([
    ['an entity that nobody declared', rss('<item><title>A&nbsp;B</title></item>')],
    ['a bare ampersand', rss('<item><title>R&D</title></item>')],
    ['a bare ampersand in an attribute', atom('<entry><link href="https://fab.example/?a=1&b=2"/></entry>')],
    ['an element left open', rss('<item><title>A</item>')],
    ['an end whose name goes on', rss('<item><title>A</titles></item>')],
    ['a document cut short', rss('<item><title>A</title></item>').slice(0, -15)],
    ['an attribute without quotes', rss('<item><guid isPermaLink=false>1</guid></item>')],
    ['text after the end', `${rss('<item/>')} <br> served in 3 ms`],
    ['a control character', rss('<item><title>A\u0008B</title></item>')],
    [
      'entities of its own',
      `<!DOCTYPE rss [<!ENTITY co "Co.">]>${rss('<item><title>Grid &co;</title></item>').slice(21)}`,
    ],
    [
      'elements in prose, whose order counts',
      atom(
        '<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> plan</div></content></entry>',
      ),
    ],
    ['tags of prose that nobody escaped', rss('<item><description>A <b>bold</b> plan</description></item>')],
    [
      'a prefix that means two things',
      rss(
        '<item xmlns:d="http://purl.org/dc/elements/1.1/"><d:date>2026</d:date></item><item xmlns:d="http://www.w3.org/2005/Atom"><d:id>1</d:id></item>',
      ),
    ],
    ['a name of ours in a foreign namespace', rss('<item><title xmlns="urn:other">Not this</title></item>')],
    [
      'entries out of their place',
      '<rss version="2.0"><channel><title>A</title></channel><item><title>B</title></item></rss>',
    ],
    ['Atom under a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>A</a:title></a:feed>'],
    [
      'a base on a root whose attributes are not handed over',
      rss('<item><link>a</link></item>', ' xml:base="https://a.example/"'),
    ],
  ])('is left to the repairing reader: %s', (_, document) => {
    expect(survey(document)).toBeNull();
  });
});
