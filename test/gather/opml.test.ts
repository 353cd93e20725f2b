import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from '../../src/gather/opml.ts';
import { newFeed } from './new-feed.ts';

describe('lists of feeds', () => {
  it('are read with their folders as topics, and each line that failed is told', () => {
    const { feeds, faults } = readOpml(`<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Power"><outline text="Grid"><outline type="rss" text="Grid Weekly" xmlUrl="https://grid.example/feed?utm_source=opml"/></outline></outline>
      <outline text="Loose &amp; fine" xmlUrl="http://loose.example/rss"/>
      <outline text="Twice" xmlUrl="https://www.grid.example/feed/"/>
      <outline text="Broken" xmlUrl="mailto:desk@grid.example"/>
      <outline text="Nothing"/></body></opml>`);
    expect(feeds).toEqual([
      { url: 'https://grid.example/feed', title: 'Grid Weekly', topics: ['Power', 'Grid'] },
      { url: 'http://loose.example/rss', title: 'Loose & fine', topics: [] },
    ]);
    expect(faults).toEqual([
      { line: 'Twice', reason: 'stands in the list twice' },
      { line: 'Broken', reason: expect.stringContaining('expected http or https') },
      { line: 'Nothing', reason: 'has no xmlUrl, the address of the feed' },
    ]);
  });

  it('come back as they were written', () => {
    const feeds = [
      newFeed('https://grid.example/feed', { title: 'Grid "Weekly" & more', topics: ['power'] }),
      newFeed('https://fab.example/feed', { title: 'Fab', site: 'https://fab.example/', topics: ['chips'] }),
      newFeed('https://all.example/feed', { title: 'All' }),
    ];
    expect(readOpml(writeOpml(feeds, 'Debrief'))).toEqual({
      feeds: feeds.map(({ url, title, topics }) => ({ url, title, topics })),
      faults: [],
    });
  });

  it('that are none say what is expected', () => {
    expect(() => readOpml('<html><body>Hello</body></html>')).toThrow(/not OPML: expected <opml>/);
  });
});
