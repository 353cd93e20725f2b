import { CompiledQuery, type Insertable, type Selectable, sql } from 'kysely';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import { Item } from '../model.ts';
import type { ItemFacets, ItemState, ItemStore, KnownItem, NewItem, OldItem } from '../ports/store.ts';
import { OLD_NOTE, oldItemStore, withStates } from './old-items.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, read } from './values.ts';

/** A guid that all entries of a feed share brings all of them: the last are enough. */
const KNOWN = 2000;

/** What was old has no face. */
type NewRow = Omit<NewItem, 'facets'> & {
  readonly facets: Omit<ItemFacets, 'face'> & { readonly face: string | null };
};

const stateRow = ({ item, facets: { text, ...facets }, odd }: Omit<NewRow, 'skip'>) => ({
  ...facets,
  text_hash: text,
  odd,
  body: JSON.stringify(item),
});

const rowOfOld = ({ key, item, page, text }: OldItem): NewRow => ({
  key,
  item,
  facets: { guid: item.guid, page, text, face: null },
  skip: OLD_NOTE,
  odd: null,
});

type Known = Pick<Selectable<Tables['items']>, 'key' | 'body' | 'guid' | 'page' | 'text_hash' | 'face'>;

function knownOf({ key, body, guid, page, text_hash: text, face }: Known): KnownItem {
  const facets = face === null ? null : { guid, page, text, face };
  return { key, item: read(Item, body), text, facets };
}

/** The statement that adds so many entries, by how many they are: building one takes longer than running it. */
export type Additions = Map<number, string>;

/** Every row names the same columns in the same order, so that one statement's parameters are the next one's too. */
const rowIn = (feed: string, at: string, { skip, ...state }: NewRow): Insertable<Tables['items']> => ({
  ...stateRow(state),
  feed,
  key: state.key,
  seen_at: at,
  listed_at: at,
  changed_at: at,
  note: skip,
  attempts: 0,
  next_read_at: skip === null ? at : null,
});

/** The entries of a feed as its document lists them: which are known, which are new, and what of them was changed. */
export function listedItems(
  db: Database,
  additions: Additions,
): Pick<ItemStore, 'known' | 'add' | 'addOld' | 'listed' | 'change'> {
  const addition = (rows: readonly Insertable<Tables['items']>[]): string =>
    db
      .insertInto('items')
      .values(rows)
      .onConflict((at) => at.columns(['feed', 'key']).doNothing())
      .returning('key')
      .compile().sql;
  const old = oldItemStore(db);
  const insert = async (feed: string, items: readonly NewRow[], now: Date): Promise<string[]> => {
    const added: string[] = [];
    for (const chunk of inChunks(items, 50)) {
      const rows = chunk.map((state) => rowIn(feed, instant(now), state));
      const statement = additions.get(rows.length) ?? addition(rows);
      additions.set(rows.length, statement);
      const query = CompiledQuery.raw(statement, rows.flatMap(Object.values));
      const answer = await db.executeQuery<{ key: string }>(query);
      added.push(...answer.rows.map(({ key }) => key));
    }
    return added;
  };

  return {
    async known(feed, entries) {
      const found = new Map<string, KnownItem>(
        (await old.of(feed)).map(({ key, item, text }) => [key, { key, item, text, facets: null }]),
      );
      const { rows: any } = await sql`select 1 from items where feed = ${feed} limit 1`.execute(db);
      if (any.length === 0) return [...found.values()];
      for (const chunk of inChunks(entries())) {
        const keys = [...new Set(chunk.flatMap(({ key, guid }) => [key ?? [], guid ?? []].flat()))];
        const pages = [...new Set(chunk.flatMap(({ page }) => page ?? []))];
        const faces = [...new Set(chunk.map(({ face }) => face))];
        const rows = await db
          .selectFrom('items')
          .select(['key', 'body', 'guid', 'page', 'text_hash', 'face'])
          .where('feed', '=', feed)
          .where(({ or, eb }) =>
            or(
              (
                [
                  ['key', keys],
                  ['guid', keys],
                  ['page', pages],
                  ['face', faces],
                ] as const
              ).flatMap(([column, values]) => (values.length === 0 ? [] : [eb(column, 'in', values)])),
            ),
          )
          .orderBy('seen_at', 'desc')
          .limit(KNOWN)
          .execute();
        for (const row of rows) if (!found.has(row.key)) found.set(row.key, knownOf(row));
      }
      return [...found.values()];
    },
    async add(feed, items, now) {
      const pages = new Set(items.flatMap(({ facets }) => facets.page ?? []));
      const before = pages.size === 0 ? [] : await old.of(feed);
      // An entry that has the link of another is looked up by it, and so is the other.
      const isLinked = ({ page }: OldItem): boolean => page !== null && pages.has(page);
      const linked = before.filter(isLinked);
      if (linked.length > 0) {
        await insert(feed, linked.map(rowOfOld), now);
        await old.put(
          feed,
          before.filter((item) => !isLinked(item)),
          now,
        );
      }
      return insert(feed, items, now);
    },
    addOld: old.add,
    async listed(feed, keys, now) {
      const lately = instant(new Date(now.getTime() - DAY_MS));
      for (const chunk of inChunks(keys))
        await db
          .updateTable('items')
          .set({ listed_at: instant(now) })
          .where('feed', '=', feed)
          .where('key', 'in', chunk)
          .where(({ or, eb }) => or([eb('listed_at', 'is', null), eb('listed_at', '<', lately)]))
          .execute();
      await old.listed(feed, keys, now);
    },
    async change(feed, items, now) {
      const soon = instant(new Date(now.getTime() + HOUR_MS));
      const before = instant(new Date(now.getTime() - HOUR_MS));
      const rest = new Map<string, ItemState>();
      for (const state of items) {
        const { numUpdatedRows } = await db
          .updateTable('items')
          .set(({ eb, ref }) => ({
            ...stateRow(state),
            // What was kept before entries had a face is not known to have changed.
            changed_at: eb.case().when('face', 'is', null).then(ref('changed_at')).else(instant(now)).end(),
            next_read_at: eb
              .case()
              .when('face', 'is', null)
              .then(ref('next_read_at'))
              .when('attempts', '=', 0)
              .then(ref('next_read_at'))
              .when('changed_at', '>', before)
              .then(soon)
              .else(instant(now))
              .end(),
          }))
          .where('feed', '=', feed)
          .where('key', '=', state.key)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) rest.set(state.key, state);
      }
      if (rest.size > 0) await old.put(feed, withStates(await old.of(feed), rest), now);
    },
  };
}
