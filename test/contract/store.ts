import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineOf } from '../../src/model.ts';
import type { FigureEntry, ItemFacets, QuoteEntry, Store } from '../../src/ports/store.ts';
import { article, channel, choice, debrief, feed, figure, point, quote } from '../samples.ts';
import { retentionContract } from './retention.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY = { from: new Date('2026-11-24T00:00:00.000Z'), to: new Date('2026-11-25T00:00:00.000Z') };

/** What every store must do. `open` answers an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await store.close();
    });

    const workspace = (id: string) => store.workspaces.save({ id, platform: 'fake', name: null });

    retentionContract(open);

    describe('feeds', () => {
      it('is due at once when it is added, and adding it again changes neither that nor its state', async () => {
        await store.feeds.save(feed('grid'), NOW);
        const [first] = await store.feeds.due(NOW, 10);
        expect(first?.feed).toEqual(feed('grid'));
        if (first === undefined) throw new Error('nothing is due');
        await store.feeds.saveState({ ...first.state, etag: '"a"', nextPollAt: later(60).toISOString() });
        await store.feeds.save(feed('grid', { title: 'Grid Weekly' }), later(1));
        expect(await store.feeds.due(later(59), 10)).toEqual([]);
        const [again] = await store.feeds.due(later(60), 10);
        expect(again?.state.etag).toBe('"a"');
        expect(again?.feed.title).toBe('Grid Weekly');
      });

      it('polls the longest waiting first, and never what is gone', async () => {
        for (const [name, minutes] of [
          ['b', 2],
          ['a', 1],
          ['c', 0],
        ] as const) {
          await store.feeds.save(feed(name), later(minutes));
        }
        const [gone] = await store.feeds.states(['feed-c']);
        if (gone === undefined) throw new Error('no state');
        await store.feeds.saveState({ ...gone, gone: true });
        expect((await store.feeds.due(later(5), 10)).map((due) => due.feed.id)).toEqual(['feed-a', 'feed-b']);
        expect(await store.feeds.due(later(5), 1)).toHaveLength(1);
      });

      it('shows a private feed to its own workspace alone, until another adds the same address itself', async () => {
        await store.feeds.save(feed('pack'), NOW);
        await store.feeds.save(feed('secret', { owner: 'fake:acme' }), NOW);
        const seen = async (id: string) => (await store.feeds.visible(id)).map((one) => one.id);
        expect(await seen('fake:acme')).toEqual(['feed-pack', 'feed-secret']);
        expect(await seen('fake:other')).toEqual(['feed-pack']);
        expect((await store.feeds.pack()).map((one) => one.id)).toEqual(['feed-pack']);
        await store.feeds.save(feed('secret', { owner: 'fake:other' }), NOW);
        expect(await seen('fake:other')).toEqual(['feed-pack', 'feed-secret']);
        expect(await seen('fake:third')).toEqual(['feed-pack']);
      });

      it('keeps a feed of the pack for all when a workspace adds it too', async () => {
        await store.feeds.save(feed('pack', { kind: 'vendor' }), NOW);
        const kept = await store.feeds.save(feed('pack', { owner: 'fake:acme', kind: 'news' }), NOW);
        expect(kept).toMatchObject({ owner: null, kind: 'vendor' });
        expect(await store.feeds.visible('fake:other')).toHaveLength(1);
      });

      it('saves many feeds of the pack at once: new ones are due, known ones are told anew, and an address keeps its feed', async () => {
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.move('feed-grid', 'https://grid.example/moved');
        await store.feeds.save(feed('secret', { owner: 'fake:acme' }), NOW);
        const moved = feed('moved', { url: 'https://grid.example/moved', title: 'Grid Weekly', kind: 'vendor' });
        await store.feeds.savePack([moved, feed('secret'), feed('coal'), feed('coal')], later(1));
        await store.feeds.savePack([], later(2));
        expect((await store.feeds.pack()).map(({ id, title, kind }) => [id, title, kind])).toEqual([
          ['feed-coal', feed('coal').title, 'news'],
          ['feed-grid', 'Grid Weekly', 'vendor'],
          ['feed-secret', feed('secret').title, 'news'],
        ]);
        expect((await store.feeds.due(NOW, 9)).map((due) => due.feed.id)).toEqual(['feed-grid', 'feed-secret']);
        expect(await store.feeds.due(later(1), 9)).toHaveLength(3);
      });

      it('seeds the feeds that it has at no address, and leaves the others as they are', async () => {
        await store.feeds.save(feed('grid', { title: 'Grid Weekly' }), NOW);
        await store.feeds.move('feed-grid', 'https://grid.example/moved');
        await store.feeds.save(feed('secret', { owner: 'fake:acme' }), NOW);
        await store.feeds.seed([feed('grid'), feed('secret'), feed('coal')], later(1));
        await store.feeds.seed([feed('coal')], later(2));
        expect((await store.feeds.pack()).map(({ id, title }) => [id, title])).toEqual([
          ['feed-coal', feed('coal').title],
          ['feed-grid', 'Grid Weekly'],
        ]);
        expect((await store.feeds.due(later(1), 10)).map((due) => due.feed.id)).toContain('feed-coal');
      });

      it('hides a feed of the pack from a workspace that removed it', async () => {
        await store.feeds.save(feed('pack'), NOW);
        await store.feeds.unsubscribe('fake:acme', 'feed-pack');
        expect(await store.feeds.visible('fake:acme')).toEqual([]);
        expect(await store.feeds.visible('fake:other')).toHaveLength(1);
        await store.feeds.subscribe('fake:acme', 'feed-pack');
        expect(await store.feeds.visible('fake:acme')).toHaveLength(1);
      });

      it('is found by its old address after it moved', async () => {
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.move('feed-grid', 'https://new.example/feed');
        for (const url of ['https://grid.example/feed.xml', 'https://new.example/feed']) {
          expect(await store.feeds.byUrl(url)).toMatchObject({ id: 'feed-grid', url: 'https://new.example/feed' });
        }
        expect(await store.feeds.byUrl('https://elsewhere.example/')).toBeNull();
      });

      it('is the same feed when it is added by the address that it moved to', async () => {
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.move('feed-grid', 'https://new.example/feed');
        const added = feed('new', { url: 'https://new.example/feed', owner: 'fake:acme' });
        expect(await store.feeds.save(added, NOW)).toMatchObject({ id: 'feed-grid', owner: null });
        await store.feeds.save(feed('grid'), NOW);
        expect(await store.feeds.pack()).toMatchObject([{ id: 'feed-grid', url: 'https://new.example/feed' }]);
      });

      it('becomes one with the feed that it moved to, for its subscribers, channels and articles', async () => {
        await workspace('fake:acme');
        await store.feeds.save(feed('old', { owner: 'fake:acme' }), NOW);
        await store.feeds.save(feed('new'), NOW);
        await store.channels.save(channel('infra', { choice: { ...choice, feeds: ['feed-old'] } }));
        await store.articles.save(article('a', 'Power is short.'));
        await store.articles.brought('https://news.example/a', 'feed-old', NOW);
        const kept = await store.feeds.move('feed-old', feed('new').url);
        expect(kept.id).toBe('feed-new');
        expect(await store.feeds.get('feed-old')).toBeNull();
        expect((await store.feeds.byUrl(feed('old').url))?.id).toBe('feed-new');
        expect((await store.channels.get('fake:acme:infra'))?.choice.feeds).toEqual(['feed-new']);
        expect(await store.articles.window({ ...DAY, feeds: ['feed-new'], limit: 9 })).toHaveLength(1);
        expect(await store.feeds.users('feed-new')).toEqual(['fake:acme']);
      });

      it('does not hand the text of a private feed on to those who see the feed that it became', async () => {
        await store.feeds.save(feed('old', { owner: 'fake:acme' }), NOW);
        await store.feeds.save(feed('new'), NOW);
        const own = article('a', 'Power is short, subscribers read.', { origin: 'feed' });
        await store.articles.save(own, lineOf(own.url, 'feed-old'));
        await store.articles.brought(lineOf(own.url, 'feed-old'), 'feed-old', NOW);
        await store.feeds.move('feed-old', feed('new').url);
        expect(await store.articles.window({ ...DAY, feeds: ['feed-new'], limit: 9 })).toEqual([]);
      });

      it('takes its own text along when feeds of one sight become one', async () => {
        for (const name of ['old', 'new']) await store.feeds.save(feed(name), NOW);
        for (const name of ['feed-old', 'feed-new']) {
          const own = article('a', `Power is short, says ${name}.`, { origin: 'feed' });
          await store.articles.save(own, lineOf(own.url, name));
          await store.articles.brought(lineOf(own.url, name), name, NOW);
        }
        const alone = article('b', 'Power is cheap.', { origin: 'feed' });
        await store.articles.save(alone, lineOf(alone.url, 'feed-old'));
        await store.articles.brought(lineOf(alone.url, 'feed-old'), 'feed-old', NOW);
        await store.feeds.move('feed-old', feed('new').url);
        const found = await store.articles.window({ ...DAY, feeds: ['feed-new'], limit: 9 });
        expect(found.map(({ text }) => text).toSorted()).toEqual(['Power is cheap.', 'Power is short, says feed-new.']);
      });

      it('stays anybody’s when a feed of the pack moves to an address that somebody had for themselves', async () => {
        await store.feeds.save(feed('pack'), NOW);
        await store.feeds.save(feed('own', { owner: 'fake:acme' }), NOW);
        await store.feeds.move('feed-pack', feed('own').url);
        expect(await store.feeds.pack()).toMatchObject([{ id: 'feed-own', owner: null }]);
      });

      it('knows who uses a feed: by subscription, by a choice that names it, by taking the pack', async () => {
        for (const id of ['fake:acme', 'fake:chooser', 'fake:pack']) await workspace(id);
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.subscribe('fake:acme', 'feed-grid');
        await store.channels.save(
          channel('x', { workspace: 'fake:chooser', choice: { ...choice, feeds: ['feed-grid'] } }),
        );
        await store.channels.save(channel('x', { workspace: 'fake:pack' }));
        expect(await store.feeds.users('feed-grid')).toEqual(['fake:acme', 'fake:chooser', 'fake:pack']);
      });
    });

    describe('items', () => {
      const item = { guid: '1', url: null, title: 'T', published: null, updated: null, author: null, html: null };
      const state = (key: string, rest: Partial<ItemFacets> = {}) => ({
        key,
        item,
        facets: { guid: null, page: null, text: null, face: `face ${key}`, ...rest },
        odd: null,
      });
      const outcome = { line: null, note: null, headline: null, answered: null, pageHash: null };

      it('keeps each item once, and reads it until it was read', async () => {
        await store.feeds.save(feed('grid'), NOW);
        expect(await store.items.add('feed-grid', [{ ...state('1'), skip: null }], NOW)).toEqual(['1']);
        expect(
          await store.items.add(
            'feed-grid',
            [
              { ...state('1'), skip: null },
              { ...state('2'), skip: null },
              { ...state('3'), skip: 'older than the feed is followed' },
            ],
            later(1),
          ),
        ).toEqual(['2', '3']);
        expect(await store.items.due(NOW, 10)).toMatchObject([{ key: '1', item, attempts: 0 }]);
        await store.items.settle('feed-grid', '1', {
          ...outcome,
          url: 'https://news.example/a',
          nextReadAt: later(60),
        });
        await store.items.settle('feed-grid', '2', { ...outcome, url: null, note: 'a PDF', nextReadAt: null });
        expect(await store.items.due(later(59), 10)).toEqual([]);
        expect(await store.items.due(later(60), 10)).toMatchObject([
          { key: '1', url: 'https://news.example/a', attempts: 1 },
        ]);
        expect(await store.items.add('feed-grid', [], NOW)).toEqual([]);
        // A clock that was wrong for a minute has put it off for ten years.
        await store.items.settle('feed-grid', '1', { ...outcome, url: null, nextReadAt: later(10 * 365 * 24 * 60) });
        expect(await store.items.due(later(60), 10)).toMatchObject([{ key: '1' }]);
      });

      it('finds the entries of a feed by any facet, and others by what they led to', async () => {
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.save(feed('other'), NOW);
        const page = 'https://news.example/a';
        const states = [state('1', { guid: 'g' }), state('2', { page }), state('3')];
        for (const name of ['feed-grid', 'feed-other'])
          await store.items.add(
            name,
            states.map((each) => ({ ...each, skip: null })),
            NOW,
          );
        const none = { key: null, guid: null, page: null, face: 'none' };
        expect(await store.items.known('feed-grid', () => [none])).toEqual([]);
        const known = await store.items.known('feed-grid', () => [
          { ...none, guid: 'g' },
          { ...none, guid: 'h', page },
          { ...none, face: 'face 3' },
        ]);
        expect(known.map(({ key }) => key).toSorted()).toEqual(['1', '2', '3']);
        const seen = { answered: 'https://news.example/login', pageHash: 'hash' };
        await store.items.settle('feed-grid', '2', { ...outcome, ...seen, url: page, nextReadAt: null });
        const two = { feed: 'feed-grid', key: '2', page, title: 'T' };
        expect(await store.items.answeredBy('https://news.example/login')).toEqual([two]);
        expect(await store.items.answeredBy(page)).toEqual([two]);
        expect(await store.items.withPage('hash')).toEqual([two]);
        expect(await store.items.linkingTo(page)).toHaveLength(2);
        expect(await store.items.pagesOf('feed-grid')).toEqual([page]);
      });

      it('knows what is too old to be read by any facet, in its newest state, and wherever its feed moves', async () => {
        for (const name of ['grid', 'moved']) await store.feeds.save(feed(name), NOW);
        const page = 'https://news.example/100%_old';
        const old = (key: string, title: string | null = 'T') => ({
          key,
          item: { ...item, title },
          page: null,
          text: null,
        });
        await store.items.addOld('feed-grid', [old('1'), { ...old('2'), page }, old('3')], NOW);
        await store.items.addOld('feed-grid', [old('3'), old('4')], NOW);
        await store.items.change(
          'feed-grid',
          [{ ...state('3', { text: 'hash' }), item: { ...item, title: 'New' } }],
          NOW,
        );
        const none = { key: null, guid: null, page: null, face: 'none' };
        const known = (name: string) => store.items.known(name, () => [none]);
        const all = [old('1'), old('2'), { ...old('3', 'New'), text: 'hash' }, old('4')].map(
          ({ page: _, ...one }) => one,
        );
        expect(await known('feed-grid')).toMatchObject(all);
        const note = 'older than the feed is followed';
        expect(await store.items.notesAt(page, ['feed-grid'])).toMatchObject([{ feed: 'feed-grid', title: 'T', note }]);
        expect(await store.items.notesAt('https://news.example/100percent_old', ['feed-grid'])).toEqual([]);
        await store.feeds.move('feed-grid', feed('moved').url);
        expect(await known('feed-moved')).toMatchObject(all);
      });

      it('has what is old among those that link to a page once an entry that is read does', async () => {
        await store.feeds.save(feed('grid'), NOW);
        const page = 'https://news.example/live';
        const skip = 'older than the feed is followed';
        await store.items.add(
          'feed-grid',
          [
            { ...state('old', { page }), skip },
            { ...state('other'), skip },
          ],
          NOW,
        );
        await store.items.add('feed-grid', [{ ...state('new', { page }), skip: null }], later(60));
        expect((await store.items.linkingTo(page)).map(({ key }) => key).toSorted()).toEqual(['new', 'old']);
        expect(await store.items.due(later(60), 9)).toMatchObject([{ key: 'new' }]);
        const wanted = ['old', 'other', 'new'].map((key) => ({ key, guid: null, page: null, face: '' }));
        expect(await store.items.known('feed-grid', () => wanted)).toHaveLength(3);
      });

      it('reads what was changed again, at most once an hour, and what was skipped not at all', async () => {
        await store.feeds.save(feed('grid'), NOW);
        const skipped = { ...state('old'), skip: 'older than the feed is followed' };
        await store.items.add('feed-grid', [{ ...state('1'), skip: null }, skipped], NOW);
        await store.items.settle('feed-grid', '1', { ...outcome, url: null, nextReadAt: null });
        const changed = { ...item, title: 'Corrected' };
        await store.items.change('feed-grid', [{ ...state('1'), item: changed }], later(120));
        await store.items.change('feed-grid', [state('old')], later(120));
        expect(await store.items.due(later(120), 9)).toMatchObject([{ key: '1', item: { title: 'Corrected' } }]);
        await store.items.settle('feed-grid', '1', { ...outcome, url: null, nextReadAt: null });
        await store.items.change('feed-grid', [state('1')], later(130));
        expect(await store.items.due(later(180), 9)).toEqual([]);
        expect(await store.items.due(later(190), 9)).toHaveLength(1);
      });

      it('tells what was noted of the entries of these feeds, and nothing of what is only old', async () => {
        await store.feeds.save(feed('grid'), NOW);
        const skipped = { ...state('old'), skip: 'older than the feed is followed' };
        await store.items.add('feed-grid', [{ ...state('1'), odd: 'listed twice', skip: null }, skipped], NOW);
        await store.items.settle('feed-grid', '1', {
          ...outcome,
          url: 'https://news.example/a',
          note: 'a PDF',
          nextReadAt: null,
        });
        const noted = { feed: 'feed-grid', title: 'T', url: 'https://news.example/a', note: 'listed twice; a PDF' };
        expect(await store.items.notes(['feed-grid'], NOW, 9)).toMatchObject([noted]);
        expect(await store.items.notesAt('https://news.example/a', ['feed-grid'])).toMatchObject([noted]);
        expect(await store.items.notes(['feed-other'], NOW, 9)).toEqual([]);
        expect(await store.items.notesAt('https://news.example/a', [])).toEqual([]);
      });
    });

    describe('articles', () => {
      const first = article('deal', 'Northwind leases power in Ohio.');
      const second = article('deal', 'Northwind leases more power in Ohio.', {
        supersedes: first.id,
        fetched: '2026-11-24T09:00:00.000Z',
      });

      beforeEach(async () => {
        await store.feeds.save(feed('grid'), NOW);
        await store.feeds.save(feed('secret', { owner: 'fake:acme' }), NOW);
      });

      it('keeps every version and shows the newest', async () => {
        await store.articles.save(first);
        await store.articles.save(second);
        await store.articles.brought(first.url, 'feed-grid', NOW);
        expect(await store.articles.get(first.id)).toEqual(first);
        expect(await store.articles.newest(first.url)).toEqual(second);
        expect(await store.articles.window({ ...DAY, feeds: ['feed-grid'], limit: 9 })).toEqual([second]);
        expect([...(await store.articles.many([first.id, second.id, 'none'])).keys()].toSorted()).toEqual(
          [first.id, second.id].toSorted(),
        );
      });

      it('shows an earlier version again when a page goes back to it', async () => {
        for (const version of [first, second, first]) await store.articles.save(version);
        expect((await store.articles.newest(first.url))?.id).toBe(first.id);
        expect(await store.articles.get(second.id)).toEqual(second);
      });

      it('goes by the time of publication, or where there is none by when it was first read', async () => {
        const early = article('early', 'One.', { published: '2026-11-23T23:59:59Z' });
        const start = article('start', 'Two.', { published: '2026-11-24T00:00:00Z' });
        const undated = article('undated', 'Three.', { published: null });
        const changed = article('undated', 'Four.', { published: null, fetched: '2026-11-26T00:00:00.000Z' });
        const end = article('end', 'Five.', { published: '2026-11-25T00:00:00Z' });
        for (const one of [early, start, undated, changed, end]) {
          await store.articles.save(one);
          await store.articles.brought(one.url, 'feed-grid', NOW);
        }
        const found = await store.articles.window({ ...DAY, feeds: ['feed-grid'], limit: 9 });
        expect(found.map(({ text }) => text)).toEqual(['Two.', 'Four.']);
      });

      it('finds only what the feeds brought that may be seen', async () => {
        const hidden = article('hidden', 'Helio plans a reactor.');
        await store.articles.save(first);
        await store.articles.save(hidden);
        await store.articles.brought(first.url, 'feed-grid', NOW);
        await store.articles.brought(first.url, 'feed-secret', NOW);
        await store.articles.brought(hidden.url, 'feed-secret', NOW);
        const window = { ...DAY, limit: 9 };
        expect(await store.articles.window({ ...window, feeds: ['feed-grid'] })).toEqual([first]);
        expect(await store.articles.search('reactor', { ...window, feeds: ['feed-grid'] })).toEqual([]);
        expect(await store.articles.search('reactor', { ...window, feeds: ['feed-secret'] })).toHaveLength(1);
        expect(await store.articles.window({ ...window, feeds: [] })).toEqual([]);
        expect(await store.articles.search('reactor', { ...window, feeds: [] })).toEqual([]);
      });

      it('shows a feed’s own text to whoever sees the feed, and of all that stands at an address what says most', async () => {
        const own = article('deal', 'Northwind leases power in Ohio, subscribers read, for $777 million a year.', {
          origin: 'feed',
        });
        const line = lineOf(own.url, 'feed-secret');
        await store.articles.save(first);
        await store.articles.brought(first.url, 'feed-grid', NOW);
        await store.articles.save(own, line);
        await store.articles.brought(line, 'feed-secret', NOW);
        const seen = async (feeds: readonly string[]) => [
          (await store.articles.window({ ...DAY, feeds, limit: 9 })).map(({ id }) => id),
          (await store.articles.search('Ohio', { ...DAY, feeds, limit: 9 })).map((hit) => hit.article.id),
          (await store.articles.standing(own.url, feeds))?.id,
        ];
        expect(await seen(['feed-grid'])).toEqual([[first.id], [first.id], first.id]);
        expect(await seen(['feed-secret'])).toEqual([[own.id], [own.id], own.id]);
        expect(await seen(['feed-grid', 'feed-secret'])).toEqual([[own.id], [own.id], own.id]);
        expect(await store.articles.newest(first.url)).toEqual(first);
        expect(await store.articles.newest(line)).toEqual(own);
        await store.articles.retire(line);
        expect(await seen(['feed-grid', 'feed-secret'])).toEqual([[first.id], [first.id], first.id]);
        expect(await store.articles.standing(own.url, [])).toBeNull();
      });

      it('finds words by their stem, the best match first, and nothing for stop words', async () => {
        const window = { ...DAY, feeds: ['feed-grid'], limit: 9 };
        const rest = { published: '2026-11-24T04:00:00.000Z' };
        const texts = [
          article('reactors', 'Helio restarts two reactors. The reactors feed a campus.', rest),
          article(
            'mention',
            'A long text about chips, racks and fibre that names a reactor once and then goes on.',
            rest,
          ),
          article('other', 'Nothing of the kind, in AWS’s cafe in Malmö.', rest),
        ];
        for (const one of texts) {
          await store.articles.save(one);
          await store.articles.brought(one.url, 'feed-grid', NOW);
        }
        const hits = await store.articles.search('What about the reactor?', window);
        expect(hits.map((hit) => hit.article.title)).toEqual(['About reactors', 'About mention']);
        expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Number.POSITIVE_INFINITY);
        expect(hits[1]?.score).toBeGreaterThan(0);
        expect(await store.articles.search('what is the of and', window)).toEqual([]);
        expect(await store.articles.search('', window)).toEqual([]);
        for (const word of ['MALMO', 'aws', "AWS's"])
          expect(await store.articles.search(word, window), word).toHaveLength(1);
        expect(await store.articles.search('reactors', { ...window, from: DAY.to })).toEqual([]);
      });

      it('takes any text as words: quotes, operators and brackets are none of its language', async () => {
        const window = { ...DAY, feeds: ['feed-grid'], limit: 9 };
        await store.articles.save(first);
        await store.articles.brought(first.url, 'feed-grid', NOW);
        for (const text of ['"Ohio', 'Ohio AND NOT (', "Ohio'; drop table articles", 'text: Ohio*', 'Ohio NEAR/2 ^']) {
          expect(await store.articles.search(text, window), text).toHaveLength(1);
        }
        expect(await store.articles.search('%_"\'()*:^-', window)).toEqual([]);
      });

      it('searches the newest version alone', async () => {
        await store.articles.save(article('deal', 'They lease three gigawatts.'));
        await store.articles.save(article('deal', 'They lease two gigawatts.'));
        await store.articles.brought(first.url, 'feed-grid', NOW);
        const window = { ...DAY, feeds: ['feed-grid'], limit: 9 };
        expect(await store.articles.search('three', window)).toEqual([]);
        expect(await store.articles.search('gigawatts', window)).toHaveLength(1);
      });
    });

    describe('evidence and the ledger', () => {
      const text = 'Northwind leases 2.4 GW in Ohio. "We ran out of land," Mara Lindqvist said. Helio plans 600 MW.';
      const source = article('deal', text);
      const other = article('plan', 'Analysts expect 3 GW by 2030.', { published: '2026-11-24T06:00:00.000Z' });
      const sentence = { start: 0, end: 32, text: text.slice(0, 32) };
      const sight = { workspace: 'fake:acme', feeds: ['feed-grid'] };

      const entry = (of: FigureEntry['figure'], rest: Partial<FigureEntry> = {}): FigureEntry => ({
        figure: of,
        entities: ['northwind'],
        topics: ['power'],
        low: 2.4,
        high: 2.4,
        from: null,
        to: null,
        forecast: false,
        at: '2026-11-24T05:00:00.000Z',
        sentence,
        words: 'Northwind Cloud',
        weight: 1,
        ...rest,
      });
      const leased = entry(figure(source, '2.4 GW', { value: 2.4, concept: 'power leased' }));
      const planned = entry(figure(source, '600 MW', { value: 600, unit: 'megawatt' }), {
        entities: ['helio', 'northwind'],
        weight: 3,
      });
      const expected = entry(figure(other, '3 GW', { value: 3 }), {
        entities: [],
        at: '2026-11-24T06:00:00.000Z',
        forecast: true,
        weight: 2,
        from: '2030-01-01T00:00:00.000Z',
        to: '2030-12-31T23:59:59.000Z',
        sentence: { start: 0, end: 29, text: other.text },
        words: '',
      });
      const said: QuoteEntry = {
        quote: quote(source, 'We ran out of land,', { speaker: 'Mara Lindqvist' }),
        entities: ['northwind'],
        topics: [],
        at: '2026-11-24T05:00:00.000Z',
        words: 'Northwind Cloud',
        weight: 1,
      };
      const figures = async (query: object) =>
        (await store.ledger.figures({ sight, limit: 9, order: 'weight', ...query })).entries;

      beforeEach(async () => {
        await store.feeds.save(feed('grid'), NOW);
        for (const one of [source, other]) {
          await store.articles.save(one);
          await store.articles.brought(one.url, 'feed-grid', NOW);
        }
        await store.ledger.save(source.id, [leased, planned], [said]);
        await store.ledger.save(other.id, [expected], []);
      });

      it('gives back through the gate what was mined, and says what was not mined yet', async () => {
        const mined = { article: source.id, sentences: [sentence], figures: [leased.figure], quotes: [said.quote] };
        expect(await store.evidence.unmined('1', 9)).toEqual([other.id, source.id]);
        await store.evidence.save(mined, '1');
        await store.evidence.save(mined, '1');
        expect((await store.evidence.many([source.id, 'none'])).get(source.id)).toEqual(mined);
        expect(await store.evidence.quotes([source, other])).toEqual(new Map([[source.id, { quotes: [said.quote] }]]));
        expect(await store.evidence.unmined('1', 9)).toEqual([other.id]);
        expect(await store.evidence.unmined('2', 9)).toHaveLength(2);
      });

      it('leaves out what does not stand in its article any more', async () => {
        const forged = { ...leased.figure, text: '9.4 GW' };
        await store.evidence.save(
          { article: source.id, sentences: [], figures: [forged, planned.figure], quotes: [] },
          '1',
        );
        expect((await store.evidence.many([source.id])).get(source.id)?.figures).toEqual([planned.figure]);
      });

      it('finds figures by entity, topic, unit and words', async () => {
        expect(await figures({ entities: ['northwind'] })).toEqual([planned, leased]);
        expect(await figures({ entities: ['helio', 'none'] })).toEqual([planned]);
        expect(await figures({ entities: ['northwind'], topics: ['power'], units: ['gigawatt'] })).toEqual([leased]);
        expect(await figures({ entities: ['nobody'] })).toEqual([]);
        expect(await figures({ words: 'leasing Ohio', order: 'match' })).toContainEqual(leased);
        expect(await figures({ words: 'analyst', order: 'match' })).toEqual([expected]);
        expect(await figures({ words: 'analyst', entities: ['northwind'], order: 'match' })).toEqual([]);
        expect(await figures({ words: 'of the' })).toEqual([]);
      });

      it('gives candidates without a look at their articles, and lets through those that stand there', async () => {
        const forged = { ...planned, figure: { ...planned.figure, text: '9.4 GW' } };
        await store.ledger.save(source.id, [leased, forged], []);
        const query = { sight, limit: 9, order: 'weight', entities: ['northwind'] } as const;
        const { entries } = await store.ledger.candidates(query);
        expect(entries).toEqual([forged, leased]);
        expect([...(await store.ledger.verified(entries)).values()]).toEqual([leased]);
        expect(await figures(query)).toEqual([leased]);
      });

      it('finds what has all the words before what has one of them', async () => {
        const all = await figures({ words: 'analysts leases Northwind', order: 'match' });
        expect(all).toHaveLength(3);
        const both = entry(planned.figure, { words: 'analysts', weight: 0.1 });
        await store.ledger.save(source.id, [leased, both], []);
        expect((await figures({ words: 'analysts leases Northwind', order: 'match' }))[0]).toEqual(both);
        expect(await figures({ words: 'analysts leases Northwind', order: 'match', limit: 1 })).toEqual([both]);
      });

      it('orders them by weight or time, and pages without overlap', async () => {
        expect(await figures({})).toEqual([planned, expected, leased]);
        expect(await figures({ order: 'newest' })).toEqual([expected, planned, leased]);
        expect(await figures({ order: 'oldest', entities: ['northwind'] })).toEqual([leased, planned]);
        const query = { sight, order: 'weight' as const, limit: 2 };
        expect(await store.ledger.figures(query)).toEqual({ entries: [planned, expected], more: true });
        expect(await store.ledger.figures({ ...query, offset: 2 })).toEqual({ entries: [leased], more: false });
        expect(await figures({ from: later(-90) })).toEqual([expected]);
        expect(await figures({ to: later(-90) })).toEqual([planned, leased]);
      });

      it('keeps the entries of an article once, however often they are saved', async () => {
        await store.ledger.save(source.id, [leased], []);
        await store.ledger.save(source.id, [leased], []);
        expect(await figures({ entities: ['northwind'] })).toEqual([leased]);
        expect(await figures({ words: 'Ohio', order: 'match' })).toEqual([leased]);
        expect((await store.ledger.quotes({ sight, limit: 9 })).entries).toEqual([]);
      });

      it('finds quotes by words, speaker and entity', async () => {
        const quotes = async (query: object) => (await store.ledger.quotes({ sight, limit: 9, ...query })).entries;
        expect(await quotes({ words: 'lindqvist' })).toEqual([said]);
        expect(await quotes({ words: 'land' })).toEqual([said]);
        expect(await quotes({ entities: ['northwind'] })).toEqual([said]);
        expect(await quotes({ words: 'sea' })).toEqual([]);
        expect(await store.ledger.speakers(sight, 'mar', 9)).toEqual(['Mara Lindqvist']);
        expect(await store.ledger.speakers(sight, 'x', 9)).toEqual([]);
      });

      it('shows nothing of feeds that may not be seen, nor of versions that are replaced', async () => {
        const blind = { workspace: 'fake:other', feeds: ['feed-elsewhere'] };
        expect(await figures({ sight: blind })).toEqual([]);
        expect(await figures({ sight: { ...blind, feeds: [] } })).toEqual([]);
        expect(await store.ledger.speakers(blind, 'mar', 9)).toEqual([]);
        expect((await store.ledger.quotes({ sight: blind, words: 'land', limit: 9 })).entries).toEqual([]);
        await store.articles.save(article('deal', 'Northwind leases 3.1 GW in Ohio.'));
        expect(await figures({})).toEqual([expected]);
      });

      it('finds nothing of an altered copy for whoever may see what it was taken from', async () => {
        await store.feeds.save(feed('wire'), NOW);
        const original = article('original', 'Northwind takes 2.4 GW in Ohio.');
        await store.articles.save(original);
        await store.articles.brought(original.url, 'feed-wire', NOW);
        await store.copies.settle([source.id, original.id], [{ article: source.id, source: original.id }]);
        const both = { ...sight, feeds: ['feed-grid', 'feed-wire'] };
        expect(await figures({ sight: both })).toEqual([expected]);
        expect((await store.ledger.quotes({ sight: both, words: 'land', limit: 9 })).entries).toEqual([]);
        expect(await store.ledger.speakers(both, 'mar', 9)).toEqual([]);
        const found = async (feeds: readonly string[]) =>
          (await store.articles.search('Northwind', { ...DAY, feeds, limit: 9 })).map(({ article: { id } }) => id);
        expect(await found(both.feeds)).toEqual([original.id]);
        // Nobody learns from what is missing that there is a source which they may not see.
        expect(await figures({})).toHaveLength(3);
        expect(await found(sight.feeds)).toEqual([source.id]);
        await store.copies.settle([source.id, original.id], []);
        expect(await figures({ sight: both })).toHaveLength(3);
      });

      it('finds articles by what their sketches share, newest versions alone, and forgets them in time', async () => {
        await store.copies.sketch(source.id, [1, 2, 3, 4], NOW);
        await store.copies.sketch(source.id, [1, 2, 3, 281474976710655], NOW);
        await store.copies.sketch(other.id, [3, 4, 5], NOW);
        expect(await store.copies.alike([3, 281474976710655, 9], 1, 9)).toEqual([source.id, other.id]);
        expect(await store.copies.alike([3, 281474976710655, 9], 2, 9)).toEqual([source.id]);
        expect(await store.copies.alike([1, 3], 1, 1)).toEqual([source.id]);
        expect(await store.copies.alike([], 0, 9)).toEqual([]);
        await store.articles.save(article('deal', 'Northwind leases 3.1 GW in Ohio.'));
        expect(await store.copies.alike([3], 1, 9)).toEqual([other.id]);
        await store.prune(later(60 * 24 * 31));
        expect(await store.copies.alike([3], 1, 9)).toEqual([]);
      });

      it('hides what a workspace reported from that workspace alone, until the report is dismissed', async () => {
        const { start, end } = leased.figure;
        const report = {
          id: `fake:acme:figure:${source.id}:${start}-${end}`,
          workspace: 'fake:acme',
          kind: 'figure' as const,
          article: source.id,
          start,
          end,
          reason: 'they lease less',
          by: 'U1',
          at: NOW.toISOString(),
          state: 'open' as const,
        };
        expect(await store.reports.add(report)).toBe(true);
        expect(await store.reports.add({ ...report, by: 'U2' })).toBe(false);
        expect(await store.reports.list('fake:acme', 'open')).toEqual([report]);
        expect(await figures({ units: ['gigawatt'] })).toEqual([expected]);
        expect(await figures({ units: ['gigawatt'], sight: { ...sight, workspace: 'fake:other' } })).toHaveLength(2);
        await store.reports.settle(report.id, 'dismissed');
        expect(await figures({ units: ['gigawatt'] })).toHaveLength(2);
        expect(await store.reports.list('fake:acme', 'open')).toEqual([]);
        expect(await store.reports.list('fake:acme', 'dismissed')).toMatchObject([{ id: report.id }]);
      });
    });

    describe('stories and debriefs', () => {
      const source = article('deal', 'Northwind leases 2.4 GW in Ohio. It starts in 2026.');
      const headline = point(source, 'Northwind leases 2.4 GW in Ohio.');

      it('gives a debrief back through the gate, and without what does not stand any more', async () => {
        await store.articles.save(source);
        const kept = debrief('d1', NOW.toISOString(), {
          headline,
          inShort: [headline],
          figures: [{ figure: figure(source, '2.4 GW'), witnesses: [figure(source, '2.4 GW')], differences: [] }],
          stories: [
            {
              id: 's1',
              headline,
              brief: false,
              points: [headline],
              quantities: [],
              quotes: [],
              articles: [source.id],
              copies: [],
              publishers: 1,
              topics: [],
              rank: 1,
              reasons: [{ what: 'new', weight: 1 }],
              novelty: { state: 'new', changes: [], toldIn: null },
            },
          ],
        });
        expect(await store.debriefs.save(kept)).toEqual(kept);
        expect(await store.debriefs.get('d1')).toEqual(kept);
        const forged = { ...headline, cites: [{ article: source.id, start: 0, end: 4, text: 'Helio' }] };
        await store.debriefs.save(
          debrief('d2', later(9).toISOString(), { headline: forged, inShort: [forged, headline] }),
        );
        expect(await store.debriefs.get('d2')).toMatchObject({ headline: null, inShort: [headline] });
        expect(await store.debriefs.get('none')).toBeNull();
      });

      it('keeps the first of an id, and two editions of one choice and moment beside each other', async () => {
        const [one, other] = [
          { ...choice, feeds: ['a', 'b'] },
          { ...choice, feeds: ['b', 'a'] },
        ];
        await store.debriefs.save(debrief('d1', NOW.toISOString(), { choice: one }));
        expect((await store.debriefs.save(debrief('d1', NOW.toISOString(), { choice: other }))).choice).toEqual(one);
        await store.debriefs.save(debrief('d2', NOW.toISOString(), { choice: other }));
        expect((await store.debriefs.last(other, later(1), 9)).map(({ id }) => id).toSorted()).toEqual(['d1', 'd2']);
        expect(await store.debriefs.last(choice, later(1), 9)).toEqual([]);
      });

      it('remembers the last editions of a choice, and no looks', async () => {
        for (const minutes of [0, 10, 20]) {
          await store.debriefs.save(debrief(`d${minutes}`, later(minutes).toISOString()));
        }
        await store.debriefs.save(debrief('look', later(5).toISOString(), { purpose: 'look' }));
        expect((await store.debriefs.last(choice, later(20), 9)).map(({ id }) => id)).toEqual(['d10', 'd0']);
        expect((await store.debriefs.last(choice, later(20), 1)).map(({ id }) => id)).toEqual(['d10']);
        expect((await store.debriefs.get('look'))?.purpose).toBe('look');
      });
    });

    describe('channels and deliveries', () => {
      const slot = NOW;
      const next = later(24 * 60);
      const infra = channel('infra', { nextDueAt: slot.toISOString() });
      const edition = { id: 'e1', channel: infra.id, slot, next, skip: null };
      const LEASE = 60_000;

      beforeEach(async () => {
        await workspace('fake:acme');
        await store.channels.save(infra);
      });

      const claimed = async (at = NOW) => {
        const claim = await store.deliveries.claim('e1', at, LEASE);
        if (claim === null) throw new Error('not claimed');
        return claim;
      };

      it('finds the active channels that are due, the earliest first', async () => {
        await store.channels.save(channel('early', { nextDueAt: later(-5).toISOString() }));
        await store.channels.save(channel('late', { nextDueAt: later(5).toISOString() }));
        await store.channels.save(channel('paused', { nextDueAt: slot.toISOString(), state: 'paused' }));
        await store.channels.save(channel('never'));
        expect((await store.channels.due(NOW, 9)).map(({ address }) => address)).toEqual(['early', 'infra']);
        expect(await store.channels.get(infra.id)).toEqual(infra);
        expect(await store.channels.list('fake:acme')).toHaveLength(5);
        expect(await store.channels.setState(infra.id, 'lost', 'it was archived')).toBe(true);
        expect(await store.channels.setState(infra.id, 'lost', 'it was archived')).toBe(false);
        expect(await store.channels.get(infra.id)).toMatchObject({ state: 'lost', note: 'it was archived' });
      });

      it('makes an edition once, and moves the channel on with it', async () => {
        expect(await store.deliveries.open([edition], NOW)).toMatchObject([
          { edition: 'e1', state: 'due', attempts: 0 },
        ]);
        expect(await store.deliveries.open([edition], NOW)).toEqual([]);
        expect((await store.channels.get(infra.id))?.nextDueAt).toBe(next.toISOString());
        await store.channels.save(infra);
        expect(await store.deliveries.open([{ ...edition, id: 'e2' }], NOW)).toEqual([]);
        expect((await store.channels.get(infra.id))?.nextDueAt).toBe(next.toISOString());
      });

      it('records a slot that is skipped, with its reason', async () => {
        await store.deliveries.open([{ ...edition, skip: 'nothing ran' }], NOW);
        expect(await store.deliveries.last(infra.id, 9)).toMatchObject([{ state: 'skipped', reason: 'nothing ran' }]);
        expect(await store.deliveries.due(NOW, 9)).toEqual([]);
      });

      it('gives a delivery to one of many who claim it', async () => {
        await store.deliveries.open([edition], NOW);
        const claims = await Promise.all(Array.from({ length: 8 }, () => store.deliveries.claim('e1', NOW, LEASE)));
        expect(claims.filter((claim) => claim !== null)).toEqual([{ edition: 'e1', attempt: 1 }]);
      });

      it('gives it to another when the lease has run out, and then hears the first no more', async () => {
        await store.deliveries.open([edition], NOW);
        const first = await claimed();
        expect(await store.deliveries.claim('e1', later(0.9), LEASE)).toBeNull();
        expect(await store.deliveries.due(later(0.9), 9)).toEqual([]);
        expect(await store.deliveries.due(later(1), 9)).toMatchObject([
          { edition: 'e1', workspace: 'fake:acme', platform: 'fake' },
        ]);
        const second = await claimed(later(1));
        expect(second.attempt).toBe(2);
        expect(await store.deliveries.renew(first, later(1), LEASE)).toBe(false);
        expect(await store.deliveries.attach(first, 'd1', later(1), LEASE)).toBe(false);
        const part = { key: 'main', state: 'posting' as const, reference: null, reason: null };
        expect(await store.deliveries.savePart(first, part)).toBe(false);
        expect(await store.deliveries.settle(first, { state: 'skipped', reason: 'late' })).toBe(false);
        expect(await store.deliveries.savePart(second, part)).toBe(true);
        expect(await store.deliveries.renew(second, later(1), 10 * LEASE)).toBe(true);
        expect(await store.deliveries.claim('e1', later(5), LEASE)).toBeNull();
      });

      it('keeps what became of it, with each of its messages', async () => {
        const reference = { channel: 'infra', message: '17.1', link: null };
        await store.deliveries.open([edition], NOW);
        const claim = await claimed();
        expect(await store.deliveries.attach(claim, 'd1', NOW, LEASE)).toBe(true);
        expect(await store.deliveries.debrief('e1')).toBe('d1');
        expect(await store.deliveries.get('e1')).toMatchObject({ leaseUntil: later(1).toISOString() });
        await store.deliveries.savePart(claim, { key: 'main', state: 'posting', reference: null, reason: null });
        await store.deliveries.savePart(claim, { key: 'main', state: 'sent', reference, reason: null });
        expect(await store.deliveries.parts('e1')).toEqual([
          { edition: 'e1', key: 'main', state: 'sent', reference, reason: null },
        ]);
        expect(await store.deliveries.settle(claim, { state: 'sent', reference })).toBe(true);
        expect(await store.deliveries.settle(claim, { state: 'sent', reference })).toBe(false);
        expect(await store.deliveries.get('e1')).toMatchObject({ state: 'sent', reference, leaseUntil: null });
        expect(await store.deliveries.due(later(9), 9)).toEqual([]);
      });

      it('waits until it is time to try again', async () => {
        await store.deliveries.open([edition], NOW);
        await store.deliveries.settle(await claimed(), {
          state: 'due',
          nextAttemptAt: later(3),
          reason: 'asked to wait',
        });
        expect(await store.deliveries.due(later(2), 9)).toEqual([]);
        expect(await store.deliveries.claim('e1', later(2), LEASE)).toBeNull();
        expect(await store.deliveries.due(later(3), 9)).toMatchObject([{ edition: 'e1', reason: 'asked to wait' }]);
      });

      it('waits while its channel is lost or paused', async () => {
        await store.deliveries.open([edition], NOW);
        await store.channels.setState(infra.id, 'lost', 'gone');
        expect(await store.deliveries.due(NOW, 9)).toEqual([]);
        await store.channels.setState(infra.id, 'active', null);
        expect(await store.deliveries.due(NOW, 9)).toHaveLength(1);
      });

      it('goes with its channel when that is known by another id', async () => {
        await store.deliveries.open([edition], NOW);
        const known = await store.channels.get(infra.id);
        if (known === null) throw new Error('no channel');
        await store.channels.move(infra.id, { ...known, id: 'fake:acme:shared', address: 'shared' });
        expect(await store.channels.get(infra.id)).toBeNull();
        expect(await store.channels.get('fake:acme:shared')).toEqual({
          ...known,
          id: 'fake:acme:shared',
          address: 'shared',
        });
        expect(await store.deliveries.due(NOW, 9)).toMatchObject([{ edition: 'e1', channel: 'fake:acme:shared' }]);
      });

      it('is posted again on demand when nobody could tell, and only then', async () => {
        await store.deliveries.open([edition], NOW);
        expect(await store.deliveries.reopen('e1', NOW)).toBe(false);
        const claim = await claimed();
        await store.deliveries.savePart(claim, { key: 'main', state: 'unknown', reference: null, reason: 'no answer' });
        await store.deliveries.settle(claim, { state: 'unknown', reason: 'no answer' });
        expect(await store.deliveries.due(later(99), 9)).toEqual([]);
        expect(await store.deliveries.reopen('e1', NOW)).toBe(true);
        expect(await store.deliveries.parts('e1')).toEqual([]);
        expect(await store.deliveries.due(NOW, 9)).toHaveLength(1);
      });

      it('makes an edition out of turn without moving the channel', async () => {
        const extra = { id: 'x1', channel: infra.id, slot: later(7) };
        await store.deliveries.extra(extra, later(7));
        expect((await store.deliveries.extra(extra, later(8))).edition).toBe('x1');
        expect((await store.channels.get(infra.id))?.nextDueAt).toBe(slot.toISOString());
        expect((await store.deliveries.last(infra.id, 9)).map(({ edition: id }) => id)).toEqual(['x1']);
      });
    });

    describe('turns', () => {
      it('come one after the other, whoever takes them', async () => {
        const waits = await Promise.all(Array.from({ length: 4 }, () => store.turns.take('T1', NOW, 250, 60_000)));
        expect(waits.toSorted((a, b) => a - b)).toEqual([0, 250, 500, 750]);
        expect(await store.turns.take('T2', NOW, 250, 60_000)).toBe(0);
        expect(await store.turns.take('T1', later(1), 250, 60_000)).toBe(0);
      });

      it('are not taken further ahead than one would wait', async () => {
        for (const wait of [0, 400, 800]) expect(await store.turns.take('T1', NOW, 400, 800)).toBe(wait);
        expect(await store.turns.take('T1', NOW, 400, 800)).toBe(1_200);
        expect(await store.turns.take('T1', NOW, 400, 800)).toBe(1_200);
      });

      it('do not wait for what a wrong clock took', async () => {
        await store.turns.take('T1', new Date(NOW.getTime() + 9 * 86_400_000), 250, 60_000);
        expect(await store.turns.take('T1', NOW, 250, 60_000)).toBe(0);
      });
    });

    describe('leases', () => {
      it('are held by one at a time, lengthened by who holds them, and free when given back', async () => {
        expect(await store.leases.take('round', 'a', NOW, 60_000)).toBe(true);
        expect(await store.leases.take('round', 'b', later(0.5), 60_000)).toBe(false);
        expect(await store.leases.take('round', 'a', later(0.5), 60_000)).toBe(true);
        expect(await store.leases.take('round', 'b', later(1), 60_000)).toBe(false);
        await store.leases.release('round', 'b');
        expect(await store.leases.take('round', 'b', later(1), 60_000)).toBe(false);
        await store.leases.release('round', 'a');
        expect(await store.leases.take('round', 'b', later(1), 60_000)).toBe(true);
      });

      it('are taken over from who died, by one of those that want them', async () => {
        await store.leases.take('round', 'dead', NOW, 60_000);
        const takers = await Promise.all(
          ['a', 'b', 'c'].map((who) => store.leases.take('round', who, later(1), 60_000)),
        );
        expect(takers.filter(Boolean)).toHaveLength(1);
      });
    });

    describe('workspaces and small things', () => {
      it('forgets a workspace that removed the bot, and leaves the others theirs', async () => {
        for (const id of ['fake:acme', 'fake:other']) {
          await workspace(id);
          await store.channels.save(channel('infra', { workspace: id }));
          await store.feeds.save(feed('shared', { owner: id }), NOW);
          await store.installations.put(id, 'sealed');
          await store.workspaces.addAdmin(id, 'U1');
        }
        await store.feeds.save(feed('own', { owner: 'fake:acme' }), NOW);
        await store.workspaces.remove('fake:acme');
        await store.workspaces.remove('fake:acme');
        expect((await store.workspaces.list()).map(({ id }) => id)).toEqual(['fake:other']);
        expect((await store.channels.all()).map(({ id }) => id)).toEqual(['fake:other:infra']);
        expect(await store.installations.get('fake:other')).toBe('sealed');
        expect(await store.installations.get('fake:acme')).toBeNull();
        expect(await store.feeds.get('feed-own')).toBeNull();
        expect((await store.feeds.visible('fake:other')).map(({ id }) => id)).toEqual(['feed-shared']);
        expect(await store.workspaces.admins('fake:acme')).toEqual([]);
      });

      it('leaves no word of a workspace that is removed, and none less of another whose name begins alike', async () => {
        const one = { requests: 1, inputTokens: 2, outputTokens: 3, micros: 4 };
        for (const id of ['fake:acme', 'fake:acme2']) {
          await workspace(id);
          await store.threads.put(`ask:${id}:infra:ana`, 'what does it cost?', later(60));
          for (const key of [`told:${id}:feed:x`, `hold:${id}`, `feed-found:${id}:x`])
            await store.notes.set(key, 'x', null);
          await store.budget.add(`questions ${id} ana`, '2026-11-24', one);
          await store.budget.add(`questions ${id}`, '2026-11-24', one);
          await store.debriefs.save(debrief(`own of ${id}`, later(1).toISOString(), { purpose: 'look' }));
          await store.looks.add({ workspace: id, reader: 'x', debrief: `own of ${id}`, at: NOW.toISOString() });
        }
        await store.debriefs.save(debrief('shared', later(1).toISOString(), { purpose: 'look' }));
        for (const id of ['fake:acme', 'fake:acme2'])
          await store.looks.add({ workspace: id, reader: 'x', debrief: 'shared', at: NOW.toISOString() });
        await store.workspaces.remove('fake:acme');
        const left = async (id: string) => [
          await store.threads.get(`ask:${id}:infra:ana`, NOW),
          await store.notes.get(`told:${id}:feed:x`),
          await store.notes.get(`hold:${id}`),
          await store.notes.get(`feed-found:${id}:x`),
          (await store.debriefs.get(`own of ${id}`))?.id ?? null,
          (await store.budget.get(`questions ${id} ana`, '2026-11-24')).requests || null,
          (await store.budget.get(`questions ${id}`, '2026-11-24')).requests || null,
        ];
        expect((await left('fake:acme')).every((value) => value === null)).toBe(true);
        expect((await left('fake:acme2')).every((value) => value !== null)).toBe(true);
        expect(await store.debriefs.get('shared')).not.toBeNull();
      });

      it('does not poll a private feed that nobody has, and forgets its text in the end', async () => {
        await workspace('fake:acme');
        const own = article('own', 'Northwind leases 2.4 gigawatts.');
        await store.feeds.save(feed('own', { owner: 'fake:acme' }), NOW);
        await store.articles.save(own);
        await store.articles.brought(own.url, 'feed-own', NOW);
        await store.feeds.unsubscribe('fake:acme', 'feed-own');
        expect(await store.feeds.due(later(1), 9)).toEqual([]);
        const days = (count: number) => later(count * 24 * 60);
        const keep = { textDays: 90, figuresDays: 90 };
        await store.prune(days(29), keep);
        expect(await store.articles.get(own.id)).not.toBeNull();
        await store.feeds.subscribe('fake:acme', 'feed-own');
        expect(await store.feeds.due(days(29), 9)).toHaveLength(1);
        await store.prune(days(60), keep);
        expect(await store.articles.get(own.id)).not.toBeNull();
        await store.feeds.unsubscribe('fake:acme', 'feed-own');
        await store.prune(days(60), keep);
        expect(await store.feeds.get('feed-own')).toBeNull();
        expect(await store.articles.get(own.id)).toBeNull();
      });

      it('keeps the admins that people name', async () => {
        await workspace('fake:acme');
        for (const user of ['U2', 'U1', 'U1']) await store.workspaces.addAdmin('fake:acme', user);
        await store.workspaces.removeAdmin('fake:acme', 'U2');
        expect(await store.workspaces.admins('fake:acme')).toEqual(['U1']);
      });

      it('writes changes down, the newest first', async () => {
        const entry = {
          workspace: 'fake:acme',
          user: 'Ana',
          userId: 'U1',
          action: 'feeds add',
          detail: 'Grid Weekly',
          edits: [],
        };
        await store.audit.add({ ...entry, at: NOW.toISOString() });
        await store.audit.add({ ...entry, at: later(1).toISOString(), action: 'feeds remove' });
        expect((await store.audit.list('fake:acme', 9)).map(({ action }) => action)).toEqual([
          'feeds remove',
          'feeds add',
        ]);
        expect(await store.audit.list('fake:other', 9)).toEqual([]);
      });

      it('finds the last change of somebody that can be taken back, also among those of one instant', async () => {
        const edit = { kind: 'admin', user: 'U2', before: false, after: true } as const;
        const entry = {
          workspace: 'fake:acme',
          at: NOW.toISOString(),
          user: 'Ana',
          userId: 'U1',
          action: 'admins add',
        };
        for (const detail of ['zoe', 'bob']) await store.audit.add({ ...entry, detail, edits: [edit] });
        await store.audit.add({ ...entry, action: 'post', detail: '#infra', edits: [] });
        await store.audit.add({ ...entry, user: 'Zoe', userId: 'U9', detail: 'carl', edits: [edit] });
        const last = await store.audit.last('fake:acme', 'U1');
        expect(last).toMatchObject({ detail: 'bob', edits: [edit], undone: false });
        if (last !== null) await store.audit.undone(last, later(1));
        expect((await store.audit.last('fake:acme', 'U1'))?.detail).toBe('zoe');
        expect(await store.audit.last('fake:acme', 'U2')).toBeNull();
      });

      it('adds up what a day cost, also when many add at once', async () => {
        const spent = { requests: 1, inputTokens: 100, outputTokens: 10, micros: 5 };
        await Promise.all(Array.from({ length: 5 }, () => store.budget.add('all', '2026-11-24', spent)));
        expect(await store.budget.get('all', '2026-11-24')).toEqual({
          requests: 5,
          inputTokens: 500,
          outputTokens: 50,
          micros: 25,
        });
        expect((await store.budget.get('all', '2026-11-25')).requests).toBe(0);
        expect(await store.budget.days('all', '2026-11-01', '2026-11-30')).toMatchObject([{ day: '2026-11-24' }]);
      });

      it('forgets threads and cached replies when their time is over', async () => {
        await store.threads.put('t', '{"q":1}', later(10));
        await store.cache.put('c', 'reply', later(10));
        expect(await store.threads.get('t', later(9))).toBe('{"q":1}');
        expect(await store.threads.get('t', later(10))).toBeNull();
        expect(await store.cache.get('c')).toBe('reply');
        await store.prune(later(10));
        expect(await store.cache.get('c')).toBeNull();
      });

      it('lets one caller be the first', async () => {
        const first = await Promise.all([1, 2, 3].map((who) => store.notes.once('told', String(who), null)));
        expect(first.filter(Boolean)).toHaveLength(1);
        await store.notes.forget('told');
        await store.notes.set('told', 'x', later(10));
        expect(await store.notes.get('told')).toBe('x');
      });

      it('keeps a note until it is not wanted any more, or for good', async () => {
        await store.notes.set('passing', 'x', later(10));
        await store.notes.once('first', 'x', later(10));
        await store.notes.set('standing', 'x', later(10));
        await store.notes.set('standing', 'y', null);
        await store.prune(later(9));
        expect(await store.notes.get('passing')).toBe('x');
        await store.prune(later(10));
        expect(await Promise.all(['passing', 'first', 'standing'].map(store.notes.get))).toEqual([null, null, 'y']);
      });
    });
  });
}
