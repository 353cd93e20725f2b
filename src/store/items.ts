import { CompiledQuery, type Insertable, type Selectable, sql } from 'kysely';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import { Item } from '../model.ts';
import type {
  ItemFacets,
  ItemNote,
  ItemState,
  ItemStore,
  KnownItem,
  NewItem,
  OldItem,
  OtherItem,
} from '../ports/store.ts';
import { OLD_NOTE, oldItemStore, withStates } from './old-items.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, instantOrNull, read } from './values.ts';

/** A guid that all entries of a feed share brings all of them: the last are enough. */
const KNOWN = 2000;
/** Of so many others a few tell as much as all. */
const OTHERS = 20;
/** No entry is read again later: a time beyond is what a wrong clock left, and counts as come. */
const LONGEST_MS = 2 * DAY_MS;

type Row = Selectable<Tables['items']>;

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

type Known = Pick<Row, 'key' | 'body' | 'guid' | 'page' | 'text_hash' | 'face'>;

function knownOf({ key, body, guid, page, text_hash: text, face }: Known): KnownItem {
  const facets = face === null ? null : { guid, page, text, face };
  return { key, item: read(Item, body), text, facets };
}

const otherOf = ({ feed, key, page, body }: Pick<Row, 'feed' | 'key' | 'page' | 'body'>): OtherItem => ({
  feed,
  key,
  page,
  title: read(Item, body).title,
});

function noteOf({ feed, body, url, seen_at, note, odd }: Row): ItemNote[] {
  const notes = [odd, note].filter((each) => each !== null);
  if (notes.length === 0) return [];
  const item = read(Item, body);
  return [{ feed, title: item.title, url: url ?? item.url, seenAt: seen_at, note: notes.join('; ') }];
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

export function itemStore(db: Database, additions: Additions = new Map()): ItemStore {
  const addition = (rows: readonly Insertable<Tables['items']>[]): string =>
    db
      .insertInto('items')
      .values(rows)
      .onConflict((at) => at.columns(['feed', 'key']).doNothing())
      .returning('key')
      .compile().sql;
  const others = async (column: 'page' | 'answered' | 'page_hash' | 'url', value: string) =>
    db
      .selectFrom('items')
      .select(['feed', 'key', 'page', 'body'])
      .where(column, '=', value)
      .orderBy('seen_at', 'desc')
      .limit(OTHERS)
      .execute();

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
    async due(now, limit) {
      const beyond = instant(new Date(now.getTime() + LONGEST_MS));
      const rows = await db
        .selectFrom('items')
        .selectAll()
        .where(({ or, eb }) => or([eb('next_read_at', '<=', instant(now)), eb('next_read_at', '>', beyond)]))
        .orderBy('next_read_at', 'desc')
        .orderBy('feed')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        feed: row.feed,
        key: row.key,
        item: read(Item, row.body),
        seenAt: row.seen_at,
        changedAt: row.changed_at,
        url: row.url,
        line: row.line,
        headline: row.headline,
        note: row.note,
        attempts: row.attempts,
      }));
    },
    async unread(items) {
      const attempts = new Map<string, number>();
      for (const [feed, own] of Map.groupBy(items, (item) => item.feed))
        for (const keys of inChunks(own.map(({ key }) => key))) {
          const query = db.selectFrom('items').select(['key', 'attempts']).where('feed', '=', feed);
          for (const row of await query.where('key', 'in', keys).execute())
            attempts.set(`${feed} ${row.key}`, row.attempts);
        }
      return items.filter((item) => attempts.get(`${item.feed} ${item.key}`) === item.attempts);
    },
    async settle(feed, key, { url, line, note, headline, answered, pageHash, nextReadAt }) {
      await db
        .updateTable('items')
        .set((row) => ({
          url,
          line,
          note,
          headline,
          answered,
          page_hash: pageHash,
          next_read_at: instantOrNull(nextReadAt),
          attempts: row('attempts', '+', 1),
        }))
        .where('feed', '=', feed)
        .where('key', '=', key)
        .execute();
    },
    async again(items, at) {
      for (const { feed, key } of items)
        await db
          .updateTable('items')
          .set({ next_read_at: instant(at) })
          .where('feed', '=', feed)
          .where('key', '=', key)
          .execute();
    },
    async pagesOf(feed) {
      const rows = await db
        .selectFrom('items')
        .select('page')
        .where('feed', '=', feed)
        .orderBy('seen_at', 'desc')
        .limit(OTHERS)
        .execute();
      const pages = [...rows.map(({ page }) => page), ...(await old.of(feed)).map(({ page }) => page)];
      return pages.filter((page) => page !== null).slice(0, OTHERS);
    },
    linkingTo: async (page) => (await others('page', page)).map(otherOf),
    async answeredBy(address) {
      const rows = [...(await others('answered', address)), ...(await others('url', address))];
      return [...new Map(rows.map((row) => [`${row.feed} ${row.key}`, otherOf(row)])).values()];
    },
    withPage: async (hash) => (await others('page_hash', hash)).map(otherOf),
    async notes(feeds, since, limit) {
      const found: ItemNote[] = [];
      for (const chunk of inChunks(feeds)) {
        const rows = await db
          .selectFrom('items')
          .selectAll()
          .where('feed', 'in', chunk)
          .where('seen_at', '>=', instant(since))
          .where(({ or, and, eb }) =>
            or([and([eb('note', 'is not', null), eb('attempts', '>', 0)]), eb('odd', 'is not', null)]),
          )
          .orderBy('seen_at', 'desc')
          .limit(limit)
          .execute();
        found.push(...rows.flatMap(noteOf));
      }
      return found.toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1)).slice(0, limit);
    },
    async notesAt(address, feeds) {
      if (feeds.length === 0) return [];
      const rows = await db
        .selectFrom('items')
        .selectAll()
        .where(({ or, eb }) => or([eb('url', '=', address), eb('page', '=', address), eb('answered', '=', address)]))
        .where('feed', 'in', feeds)
        .orderBy('seen_at', 'desc')
        .limit(OTHERS)
        .execute();
      return [...rows.flatMap(noteOf), ...(await old.notesAt(address, feeds))];
    },
  };
}
