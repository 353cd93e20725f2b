import { describe, expect, it } from 'vitest';
import { RELEASE_BODY, RELEASE_PAGE, RELEASE_TEXT, RELEASE_TITLE } from '../../release.ts';
import { rss, startTown } from '../town.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();
const ENTRY = { title: RELEASE_TITLE, link: '/results', guid: 'results', date: '2026-11-24T07:00:00Z' };

describe('a table of results', () => {
  it('is read as lines from a page that is laid out with tables, and its figures are kept', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/results', RELEASE_PAGE);
    town.serve(HOST, '/feed.xml', rss([{ ...ENTRY, text: '' }]));
    await reader.poll();
    expect(await reader.only()).toMatchObject({ text: RELEASE_TEXT, origin: 'page' });
    expect((await reader.figures()).toSorted()).toEqual(
      expect.arrayContaining(['$165', '$198', '$355', '$37', '$410', '$52', '120 megawatts']),
    );
  });

  it('is read alike from the feed, where the page cannot be had', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/results', 403);
    town.serve(HOST, '/feed.xml', rss([{ ...ENTRY, text: RELEASE_BODY }]));
    await reader.poll();
    expect(await reader.only()).toMatchObject({ text: RELEASE_TEXT, origin: 'feed' });
  });
});
