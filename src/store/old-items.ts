import { sql } from 'kysely';
import { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import { Item } from '../model.ts';
import type { ItemNote, ItemState, OldItem } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { inChunks, instant, read } from './values.ts';

const text = z.string().nullable();
const OldItems = z.array(z.object({ key: z.string(), item: Item, page: text, text }));

export const OLD_NOTE = 'older than the feed is followed';

/**
 * The entries that are never read, of which a feed's first poll brings nearly nothing else: all of a feed are one row, since they are only to be known
 * again. They are kept as long as one of them is listed.
 */
export function oldItemStore(db: Database) {
  // At each poll, hence written out: putting a statement together takes longer than running it.
  const of = async (feed: string): Promise<readonly OldItem[]> => {
    const { rows } = await sql<{ body: string }>`select body from old_items where feed = ${feed}`.execute(db);
    return rows.flatMap(({ body }) => read(OldItems, body));
  };
  const put = async (feed: string, items: readonly OldItem[], now: Date): Promise<void> => {
    await sql`insert into old_items (feed, listed_at, body) values (${feed}, ${instant(now)}, ${JSON.stringify(items)})
      on conflict (feed) do update set listed_at = excluded.listed_at, body = excluded.body`.execute(db);
  };
  return {
    of,
    put,
    async add(feed: string, items: readonly OldItem[], now: Date): Promise<void> {
      const { numAffectedRows } =
        await sql`insert into old_items (feed, listed_at, body) values (${feed}, ${instant(now)}, ${JSON.stringify(items)})
        on conflict (feed) do nothing`.execute(db);
      // By far most are of a feed's first poll, before which there is nothing.
      if (numAffectedRows === 1n) return;
      const all = [...(await of(feed)), ...items].map((item) => [item.key, item] as const);
      await put(feed, [...new Map(all).values()], now);
    },
    /** Those of `from` are `into`'s from here on. */
    async join(from: string, into: string): Promise<void> {
      const row = await db.selectFrom('old_items').select('listed_at').where('feed', '=', from).executeTakeFirst();
      if (row === undefined) return;
      const items = [...(await of(from)), ...(await of(into))];
      await put(into, [...new Map(items.map((item) => [item.key, item])).values()], new Date(row.listed_at));
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
          for (const { item, page } of read(OldItems, body))
            if (page === address || item.url === address)
              found.push({ feed, title: item.title, url: item.url, seenAt, note: OLD_NOTE });
      }
      return found;
    },
  };
}

/** The same entries, with these in their new states. */
export const withStates = (items: readonly OldItem[], states: ReadonlyMap<string, ItemState>): readonly OldItem[] =>
  items.map((old) => {
    const state = states.get(old.key);
    return state === undefined
      ? old
      : { key: old.key, item: state.item, page: state.facets.page, text: state.facets.text };
  });
