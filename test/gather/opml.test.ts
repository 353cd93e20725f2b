import { describe, expect, it } from 'vitest';
import { readOpml as readOpmlBytes, writeOpml } from '../../src/gather/opml.ts';
import { newFeed } from './new-feed.ts';

const readOpml = (text: string) => readOpmlBytes(new TextEncoder().encode(text));
const unknown = { site: null, publisher: null, kind: 'news' };

describe('lists of feeds', () => {
  it('are read with their folders as topics, and each line that failed is told', () => {
    const { feeds, faults } = readOpml(`<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Power"><outline text="Grid"><outline type="rss" text="Grid Weekly" xmlUrl="https://grid.example/feed?utm_source=opml"/></outline></outline>
      <outline text="Loose &amp; fine" xmlUrl="http://loose.example/rss"/>
      <outline text="Twice" xmlUrl="https://www.grid.example/feed/"/>
      <outline text="Broken" xmlUrl="mailto:desk@grid.example"/>
      <outline text="Nothing"/></body></opml>`);
    expect(feeds).toEqual([
      { ...unknown, url: 'https://grid.example/feed', title: 'Grid Weekly', topics: ['Power', 'Grid'] },
      { ...unknown, url: 'http://loose.example/rss', title: 'Loose & fine', topics: [] },
    ]);
    expect(faults).toEqual([
      { line: 'Twice', reason: 'stands in the list twice' },
      { line: 'Broken', reason: expect.stringContaining('expected http or https') },
      { line: 'Nothing', reason: 'has no xmlUrl, the address of the feed' },
    ]);
  });

  it('have a feed once that stands in several folders, with the topics of all of them', () => {
    const line = '<outline text="Vetch &amp;amp; Sons" xmlUrl="https://vetch.example/feed"/>';
    const folder = (name: string) => `<outline text="${name}">${line}</outline>`;
    const { feeds, faults } = readOpml(`<opml><body>${folder('Power')}${folder('R&amp;amp;D')}${line}</body></opml>`);
    expect(feeds).toMatchObject([{ title: 'Vetch & Sons', topics: ['Power', 'R&D'] }]);
    expect(faults).toEqual([{ line: 'Vetch & Sons', reason: 'stands in the list twice' }]);
  });

  it('come back with a folder whose name has a comma', () => {
    const feed = newFeed('https://fab.example/feed', { title: 'Fab', topics: ['chips, memory', 'cooling'] });
    expect(readOpml(writeOpml([feed], 'Debrief')).feeds).toMatchObject([{ topics: feed.topics }]);
  });

  it('come back as they were written', () => {
    const feeds = [
      newFeed('https://grid.example/feed', { title: 'Grid "Weekly" & more', topics: ['power'] }),
      newFeed('https://fab.example/feed', {
        title: 'Fab \u0007 \ud800',
        site: 'https://fab.example/',
        topics: ['chips', 'cooling'],
        publisher: 'Fab & Sons',
        kind: 'vendor',
      }),
      newFeed('https://all.example/feed', { title: 'All' }),
    ];
    expect(readOpml(writeOpml(feeds, 'Debrief'))).toEqual({
      feeds: feeds.map(({ id: _, owner: __, title, ...feed }) => ({
        ...feed,
        title: title?.replace(/ \u0007 \ud800/, ''),
      })),
      faults: [],
    });
  });

  it('are strict XML that starts with its declaration, whatever a title holds', () => {
    const opml = writeOpml(
      [newFeed('https://a.example/f?a=1&b=2', { title: 'A\u0000 <b> "&amp;" \ufffe' })],
      'Mine & yours',
    );
    expect(opml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<opml /);
    expect(opml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe]|&(?!(?:amp|lt|gt|quot);)/);
  });

  it('are read in their own character set', () => {
    const latin = Uint8Array.from(
      '<?xml version="1.0" encoding="iso-8859-1"?><opml version="2.0"><body><outline text="K\u00fchlung" xmlUrl="https://k.example/f"/></body></opml>',
      (char) => char.charCodeAt(0),
    );
    expect(readOpmlBytes(latin).feeds.map(({ title }) => title)).toEqual(['Kühlung']);
    expect(
      readOpmlBytes(
        new Uint8Array(
          Buffer.from(
            '\ufeff<opml><body><outline text="Ölmarkt" xmlUrl="https://o.example/f"/></body></opml>',
            'utf16le',
          ),
        ),
      ).feeds,
    ).toMatchObject([{ title: 'Ölmarkt' }]);
  });

  it('tell an address with a password instead of keeping it', () => {
    const { feeds, faults } = readOpml(
      '<opml><body><outline text="Paid" xmlUrl="https://me:word@paid.example/f"/></body></opml>',
    );
    expect(feeds).toEqual([]);
    expect(faults).toMatchObject([{ line: 'Paid', reason: expect.stringContaining('name and a password') }]);
  });

  it('that are none say what is expected', () => {
    expect(() => readOpml('<html><body>Hello</body></html>')).toThrow(/not OPML: expected <opml>/);
  });
});
