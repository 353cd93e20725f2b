import { sql } from 'kysely';
import { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import { Item } from '../model.ts';
import type { ItemNote, ItemState, ItemStore, NewItem } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { inChunks, instant, read } from './values.ts';

const text = z.string().nullable();
const OldItem = z.object({
  key: z.string(),
  item: Item,
  facets: z.object({ guid: text, page: text, text, face: z.string(), print: z.string() }),
  note: z.string(),
});
const OldItems = z.array(OldItem);
/** An entry that is never read, with the reason. */
export type OldItem = z.infer<typeof OldItem>;

/** Whether nothing will be asked of an entry but whether it is known. */
export const isOld = ({ skip, odd }: NewItem): boolean => skip !== null && odd === null;

export const oldItemOf = ({ key, item, facets, skip }: NewItem): OldItem => ({ key, item, facets, note: skip ?? '' });

export const newItemOf = ({ key, item, facets, note }: OldItem): NewItem => ({
  key,
  item,
  facets,
  skip: note,
  odd: null,
});

/**
 * The entries that are never read, of which a feed's first poll brings nearly nothing else: all of a feed are one row, since they are only to be known
 * again. They are kept as long as one of them is listed.
 */
export function oldItemStore(db: Database) {
  const of = async (feed: string): Promise<readonly OldItem[]> => {
    const row = await db.selectFrom('old_items').select('body').where('feed', '=', feed).executeTakeFirst();
    return row === undefined ? [] : read(OldItems, row.body);
  };
  return {
    of,
    /** Those that have a key, guid, page or face in common with one of these. */
    async among(feed: string, entries: Parameters<ItemStore['known']>[1]): Promise<readonly OldItem[]> {
      const items = await of(feed);
      if (items.length === 0) return [];
      const names = new Set(entries.flatMap(({ key, guid }) => [key ?? [], guid ?? []].flat()));
      const pages = new Set(entries.flatMap(({ page }) => page ?? []));
      const faces = new Set(entries.map(({ face }) => face));
      return items.filter(
        ({ key, facets: { guid, page, face } }) =>
          names.has(key) || names.has(guid ?? '') || pages.has(page ?? '') || faces.has(face),
      );
    },
    async put(feed: string, items: readonly OldItem[], now: Date): Promise<void> {
      const row = { listed_at: instant(now), body: JSON.stringify(items) };
      await db
        .insertInto('old_items')
        .values({ feed, ...row })
        .onConflict((at) => at.column('feed').doUpdateSet(row))
        .execute();
    },
    /** Those of `from` are `into`'s from here on. */
    async join(from: string, into: string): Promise<void> {
      const row = await db.selectFrom('old_items').select('listed_at').where('feed', '=', from).executeTakeFirst();
      if (row === undefined) return;
      const items = [...(await of(from)), ...(await of(into))];
      await this.put(into, [...new Map(items.map((item) => [item.key, item])).values()], new Date(row.listed_at));
    },
    /** Some of these are listed still, it may be. */
    async listed(feed: string, keys: readonly string[], now: Date): Promise<void> {
      const lately = instant(new Date(now.getTime() - DAY_MS));
      const row = await db
        .selectFrom('old_items')
        .select('body')
        .where('feed', '=', feed)
        .where('listed_at', '<', lately)
        .executeTakeFirst();
      const known = new Set(row === undefined ? [] : read(OldItems, row.body).map(({ key }) => key));
      if (keys.some((key) => known.has(key)))
        await db
          .updateTable('old_items')
          .set({ listed_at: instant(now) })
          .where('feed', '=', feed)
          .execute();
    },
    /** What was noted of those that lead to an address. */
    async notesAt(address: string, feeds: readonly string[]): Promise<readonly ItemNote[]> {
      const found: ItemNote[] = [];
      const written = JSON.stringify(address).replace(/[\\%_]/g, '\\$&');
      for (const chunk of inChunks(feeds)) {
        const rows = await db
          .selectFrom('old_items')
          .selectAll()
          .where('feed', 'in', chunk)
          .where(sql<boolean>`body like ${`%${written}%`} escape '\\'`)
          .execute();
        for (const { feed, body, listed_at: seenAt } of rows)
          for (const { item, facets, note } of read(OldItems, body))
            if (facets.page === address || item.url === address)
              found.push({ feed, title: item.title, url: item.url, seenAt, note });
      }
      return found;
    },
  };
}

/** The same entries, with these in their new states. */
export const withStates = (items: readonly OldItem[], states: ReadonlyMap<string, ItemState>): readonly OldItem[] =>
  items.map((old) => {
    const state = states.get(old.key);
    return state === undefined ? old : { ...old, item: state.item, facets: state.facets };
  });
