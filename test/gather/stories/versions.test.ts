import { describe, expect, it } from 'vitest';
import { type Entry, page, rss, startTown } from '../town.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();

const FIRST =
  'Corrie Data will draw 600 megawatts at its campus near Stavern from 2028, the company said on Tuesday, and has signed for the power already.';
const SECOND = FIRST.replace('600', '660');
const ENTRY: Entry = {
  title: 'Corrie Data signs for 600 MW in Stavern',
  link: '/corrie',
  guid: 'corrie',
  date: '2026-11-24T07:00:00Z',
  text: FIRST,
};

async function publish(entry: Entry): Promise<void> {
  town.serve(HOST, '/feed.xml', rss([entry]));
  await reader.poll();
}

describe('a correction', () => {
  it('of the entry is a new version where its text is all there is, and what it replaced leaves the ledger', async () => {
    const feed = await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', 403);
    await publish(ENTRY);
    const first = await reader.only();
    expect(await reader.figures()).toEqual(['600 megawatts']);
    await publish({ ...ENTRY, text: SECOND });
    expect(await reader.only()).toMatchObject({ text: SECOND, supersedes: first.id, origin: 'feed' });
    expect(await reader.figures()).toEqual(['660 megawatts']);
    expect(await reader.store.articles.get(first.id)).toMatchObject({ text: FIRST });
    expect(feed.id).toBeTruthy();
  });

  it('of the title alone is a new version', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', 403);
    await publish(ENTRY);
    const first = await reader.only();
    await publish({ ...ENTRY, title: 'Corrie Data signs for power in Stavern' });
    expect(await reader.only()).toMatchObject({
      title: 'Corrie Data signs for power in Stavern',
      supersedes: first.id,
    });
  });

  it('of the entry has its page read again at once', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', page(ENTRY.title ?? '', [FIRST]));
    await publish(ENTRY);
    await publish(ENTRY);
    expect(town.asked(HOST, '/corrie')).toBe(1);
    town.serve(HOST, '/corrie', page(ENTRY.title ?? '', [SECOND]));
    await publish({ ...ENTRY, more: '<updated>2026-11-24T09:30:00Z</updated>' });
    expect(town.asked(HOST, '/corrie')).toBe(2);
    expect(await reader.only()).toMatchObject({ text: SECOND, origin: 'page' });
    expect(await reader.figures()).toEqual(['660 megawatts']);
  });

  it('of the page is found by reading it again, and brings its new headline', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', page('Corrie Data signs for 600 MW in Stavern', [FIRST]));
    await publish(ENTRY);
    town.serve(HOST, '/corrie', page('Correction: Corrie Data signs for 660 MW in Stavern', [SECOND]));
    await reader.pass(5 * 60, 60);
    expect(await reader.only()).toMatchObject({
      title: 'Correction: Corrie Data signs for 660 MW in Stavern',
      text: SECOND,
    });
  });

  it('of the page keeps the entry’s title where the page’s has not changed', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', page('Corrie Data signs in Stavern: a closer look', [FIRST]));
    await publish(ENTRY);
    town.serve(HOST, '/corrie', page('Corrie Data signs in Stavern: a closer look', [SECOND]));
    await reader.pass(5 * 60, 60);
    expect(await reader.only()).toMatchObject({ title: ENTRY.title, text: SECOND });
  });

  it('that is taken back brings the first version back', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', 403);
    await publish(ENTRY);
    const first = await reader.only();
    await publish({ ...ENTRY, text: SECOND });
    await publish(ENTRY);
    expect((await reader.only()).id).toBe(first.id);
    expect(await reader.figures()).toEqual(['600 megawatts']);
  });

  it('with another date and guid beside the same link and title is no second article', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', 403);
    await publish({ ...ENTRY, guid: null });
    await publish({ ...ENTRY, guid: null, date: '2026-11-24T09:00:00Z', text: SECOND });
    expect(await reader.only()).toMatchObject({ text: SECOND });
  });

  it('that comes at every poll has the page read once an hour at most', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', page(ENTRY.title ?? '', [FIRST]));
    for (let n = 0; n < 13; n += 1) {
      town.serve(
        HOST,
        '/feed.xml',
        rss([{ ...ENTRY, more: `<updated>${reader.clock.now().toISOString()}</updated>` }]),
      );
      await reader.poll(15);
    }
    expect(town.asked(HOST, '/corrie')).toBeLessThanOrEqual(5);
  });

  it('is none where only the page’s way of being linked changed', async () => {
    await reader.follow(HOST, '/feed.xml');
    town.serve(HOST, '/corrie', page(ENTRY.title ?? '', [FIRST]));
    await publish({ ...ENTRY, link: '/corrie?utm_source=a' });
    await publish({ ...ENTRY, link: '/corrie?utm_source=b' });
    expect((await reader.only()).supersedes).toBeNull();
    expect(town.asked(HOST, '/corrie')).toBe(1);
  });
});
