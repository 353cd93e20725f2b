import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/hash.ts';
import type { FigureEntry, ItemState, Store } from '../../src/ports/store.ts';
import { article, debrief, feed, figure, point, quote } from '../samples.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const KEEP = { textDays: 30, figuresDays: 90 };

/** What every store forgets, and what it keeps: `open` answers an empty one. */
export function retentionContract(open: () => Promise<Store>): void {
  describe('what is old', () => {
    const lines = [
      'Northwind runs eleven sites.',
      'It leases 2.4 GW in Ohio. The lease began on Monday.',
      'Nobody had asked for it.',
      '"We ran out of land," Mara Lindqvist said.',
      'Helio is a neighbour. Both share a road.',
    ];
    const source = article('deal', lines.join('\n\n'));
    const plain = article('plain', 'Nothing in it is counted, and nobody told of it.');
    const told = point(source, 'Helio is a neighbour.');
    const leased: FigureEntry = {
      figure: figure(source, '2.4 GW', { value: 2.4, caption: 'It leases … in Ohio' }),
      entities: ['northwind'],
      topics: [],
      low: 2.4,
      high: 2.4,
      from: null,
      to: null,
      forecast: false,
      at: '2026-11-24T05:00:00.000Z',
      sentence: { start: 30, end: 55, text: 'It leases 2.4 GW in Ohio.' },
      words: '',
      weight: 1,
    };
    const said = {
      quote: quote(source, 'We ran out of land,', { speaker: 'Mara Lindqvist' }),
      entities: [],
      topics: [],
      at: '2026-11-24T05:00:00.000Z',
      words: '',
      weight: 1,
    };
    const sight = { workspace: 'fake:acme', feeds: ['feed-grid'] };
    const figures = async () => (await store.ledger.figures({ sight, limit: 9, order: 'weight' })).entries;
    const found = async (words: string) => {
      const window = { feeds: sight.feeds, from: days(-1), to: days(1), limit: 9 };
      return (await store.articles.search(words, window)).map(({ article: { id } }) => id);
    };

    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.feeds.save(feed('grid'), NOW);
      for (const one of [source, plain]) {
        await store.articles.save(one);
        await store.articles.brought(one.url, 'feed-grid', NOW);
        await store.evidence.save({ article: one.id, sentences: [], figures: [], quotes: [] }, '1');
      }
      await store.ledger.save(source.id, [leased], [said]);
      await store.debriefs.save(debrief('d1', NOW.toISOString(), { headline: told, inShort: [told] }));
    });
    afterEach(() => store.close());

    it('is thinned to the sentences that something rests on, where they stood, and verified as before', async () => {
      await store.prune(days(29), KEEP);
      expect(await store.articles.get(source.id)).toEqual(source);
      await store.prune(days(31), KEEP);
      const left = await store.articles.get(source.id);
      expect(left?.text).toHaveLength(source.text.length);
      expect(left?.text.split('\n').filter((line) => line !== '')).toEqual([
        'It leases 2.4 GW in Ohio.',
        '"We ran out of land," Mara Lindqvist said.',
        'Helio is a neighbour.',
      ]);
      expect(left?.hash).toBe(source.hash);
      expect(left?.thinned).toBe(sha256(left?.text ?? ''));
      expect(await figures()).toEqual([leased]);
      expect((await store.ledger.quotes({ sight, limit: 9 })).entries).toEqual([said]);
      expect(await store.debriefs.get('d1')).toMatchObject({ headline: told, inShort: [told] });
      await store.prune(days(32), KEEP);
      expect(await store.articles.get(source.id)).toEqual(left);
    });

    it('is found by what is left of it alone, and never mined again', async () => {
      expect(await found('eleven sites')).toEqual([source.id]);
      await store.prune(days(31), KEEP);
      expect(await found('eleven sites')).toEqual([]);
      expect(await found('Ohio')).toEqual([source.id]);
      expect(await store.evidence.unmined('2', 9)).toEqual([]);
    });

    it('goes as a whole where nothing rests on it', async () => {
      await store.prune(days(31), KEEP);
      expect(await store.articles.get(plain.id)).toBeNull();
      expect(await store.articles.newest(plain.url)).toBeNull();
    });

    it('is the same version still, also for a page that is read again', async () => {
      await store.prune(days(31), KEEP);
      await store.articles.save(source);
      expect((await store.articles.newest(source.url))?.thinned).toBeDefined();
      const changed = article('deal', 'Northwind leases 3 GW.', { supersedes: source.id });
      await store.articles.save(changed);
      expect((await store.articles.newest(source.url))?.text).toBe(changed.text);
      expect(await figures()).toEqual([]);
    });

    it('stands for its address as it did when it was whole', async () => {
      const teaser = article(
        'deal',
        'Northwind leases 2.4 GW in Ohio, and says that it ran out of land for all that it plans.',
      );
      await store.articles.save({ ...teaser, fetched: days(20).toISOString() }, `feed-grid ${teaser.url}`);
      await store.articles.brought(`feed-grid ${teaser.url}`, 'feed-grid', NOW);
      await store.prune(days(31), KEEP);
      expect((await store.articles.standing(source.url, sight.feeds))?.id).toBe(source.id);
    });

    it('keeps of a version that was replaced what was told of it, and none of its figures', async () => {
      const changed = article('deal', 'Northwind leases 3 GW.', { fetched: days(20).toISOString() });
      await store.articles.save(changed);
      await store.prune(days(31), KEEP);
      const left = (await store.articles.get(source.id))?.text.trim();
      expect(left).toBe('Helio is a neighbour.');
    });

    it('goes with its figures, quotes and debriefs when their time is over, too', async () => {
      await store.prune(days(31), KEEP);
      await store.prune(days(91), KEEP);
      expect(await figures()).toEqual([]);
      expect(await store.debriefs.get('d1')).toBeNull();
      expect(await store.articles.get(source.id)).toBeNull();
    });

    it('is an entry that its feed lists no more, once the feed was read without it', async () => {
      const state = (key: string): ItemState => ({
        key,
        item: { guid: key, url: null, title: key, published: null, updated: null, author: null, html: null },
        facets: { guid: key, page: null, text: null, face: key },
        odd: null,
      });
      const known = async () => {
        const listed = ['listed', 'gone', 'old', 'older'].map((key) => ({ key, guid: null, page: null, face: '' }));
        return (await store.items.known('feed-grid', () => listed)).map(({ key }) => key);
      };
      await store.items.add(
        'feed-grid',
        [state('listed'), state('gone')].map((one) => ({ ...one, skip: null })),
        NOW,
      );
      const old = { item: state('old').item, page: null, text: null };
      await store.items.addOld(
        'feed-grid',
        [
          { ...old, key: 'old' },
          { ...old, key: 'older' },
        ],
        NOW,
      );
      // A feed that was not read for long may list them still.
      await store.prune(days(60), KEEP);
      expect((await known()).toSorted()).toEqual(['gone', 'listed', 'old', 'older']);
      await store.items.listed('feed-grid', ['listed', 'old'], days(61));
      await store.prune(days(61), KEEP);
      // What is never read goes when none of it is listed any more.
      expect((await known()).toSorted()).toEqual(['listed', 'old', 'older']);
      await store.items.listed('feed-grid', ['listed'], days(150));
      await store.prune(days(150), KEEP);
      expect(await known()).toEqual(['listed']);
    });
  });
}
