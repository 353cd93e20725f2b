import type { Selectable } from 'kysely';
import { DAY_MS } from '../durations.ts';
import { Item } from '../model.ts';
import type { ItemNote, ItemStore, OtherItem } from '../ports/store.ts';
import { type Additions, listedItems } from './listed-items.ts';
import { oldItemStore } from './old-items.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, instantOrNull, read } from './values.ts';

/** Of so many others a few tell as much as all. */
const OTHERS = 20;
/** No entry is read again later: a time beyond is what a wrong clock left, and counts as come. */
const LONGEST_MS = 2 * DAY_MS;

type Row = Selectable<Tables['items']>;

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

export function itemStore(db: Database, additions: Additions = new Map()): ItemStore {
  const others = async (column: 'page' | 'answered' | 'page_hash' | 'url', value: string) =>
    db
      .selectFrom('items')
      .select(['feed', 'key', 'page', 'body'])
      .where(column, '=', value)
      .orderBy('seen_at', 'desc')
      .limit(OTHERS)
      .execute();

  const old = oldItemStore(db);

  return {
    ...listedItems(db, additions),
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
