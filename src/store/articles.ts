import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { Article, Item } from '../model.ts';
import type { ArticleStore, ItemStore, Window } from '../ports/store.ts';
import { unaltered } from './copies.ts';
import { bestOf, type Differences } from './differences.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, instantOrNull, read, searchWords } from './values.ts';

export function itemStore(db: Database): ItemStore {
  return {
    async add(feed, items, now) {
      const added: string[] = [];
      for (const chunk of inChunks(items, 100)) {
        const rows = await db
          .insertInto('items')
          .values(
            chunk.map(({ key, item, skip }) => ({
              feed,
              key,
              body: JSON.stringify(item),
              seen_at: instant(now),
              url: null,
              note: skip,
              attempts: 0,
              next_read_at: skip === null ? instant(now) : null,
            })),
          )
          .onConflict((at) => at.columns(['feed', 'key']).doNothing())
          .returning('key')
          .execute();
        added.push(...rows.map(({ key }) => key));
      }
      return added;
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('items')
        .selectAll()
        .where('next_read_at', '<=', instant(now))
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
        url: row.url,
        note: row.note,
        attempts: row.attempts,
      }));
    },
    async settle(feed, key, { url, note, nextReadAt }) {
      await db
        .updateTable('items')
        .set((row) => ({ url, note, next_read_at: instantOrNull(nextReadAt), attempts: row('attempts', '+', 1) }))
        .where('feed', '=', feed)
        .where('key', '=', key)
        .execute();
    },
  };
}

export function articleOf(row: Selectable<Tables['articles']>): Article {
  return Article.parse(row);
}

/** Of an article: it stands, these feeds brought it, and its time is in the window. */
function within({ feeds, from, to }: Window) {
  return ({ and, eb, exists, selectFrom }: ExpressionBuilder<Tables, 'articles'>) =>
    and([
      eb('articles.newest', '=', 1),
      eb('articles.at', '>=', instant(from)),
      eb('articles.at', '<', instant(to)),
      exists(
        selectFrom('article_feeds')
          .select('article_feeds.feed')
          .whereRef('article_feeds.url', '=', 'articles.url')
          .where('article_feeds.feed', 'in', feeds),
      ),
    ]);
}

export function articleStore(db: Database, { matching }: Differences): ArticleStore {
  return {
    async save(article) {
      await db.transaction().execute(async (on) => {
        const first = await on
          .selectFrom('articles')
          .select(({ fn }) => fn.min('fetched').as('fetched'))
          .where('url', '=', article.url)
          .executeTakeFirst();
        const published = instantOrNull(article.published);
        await on
          .insertInto('articles')
          .values({
            ...article,
            published,
            fetched: instant(article.fetched),
            at: published ?? first?.fetched ?? instant(article.fetched),
            newest: 1,
          })
          .onConflict((at) => at.column('id').doNothing())
          .execute();
        // A page may also go back to what it said before: then that version is the newest again.
        await on
          .updateTable('articles')
          .set(({ eb }) => ({ newest: eb.case().when('id', '=', article.id).then(1).else(0).end() }))
          .where('url', '=', article.url)
          .where(({ eb, or, and }) =>
            or([
              and([eb('id', '=', article.id), eb('newest', '=', 0)]),
              and([eb('id', '!=', article.id), eb('newest', '=', 1)]),
            ]),
          )
          .execute();
      });
    },
    async brought(url, feed, at) {
      await db
        .insertInto('article_feeds')
        .values({ url, feed, at: instant(at) })
        .onConflict((conflict) => conflict.columns(['url', 'feed']).doNothing())
        .execute();
    },
    async broughtBy(urls) {
      const found = new Map<string, string[]>();
      for (const chunk of inChunks(urls)) {
        const rows = await db
          .selectFrom('article_feeds')
          .select(['url', 'feed'])
          .where('url', 'in', chunk)
          .orderBy('at')
          .orderBy('feed')
          .execute();
        for (const { url, feed } of rows) found.set(url, [...(found.get(url) ?? []), feed]);
      }
      return found;
    },
    async get(id) {
      const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : articleOf(row);
    },
    async many(ids) {
      const found = new Map<string, Article>();
      for (const chunk of inChunks([...new Set(ids)])) {
        const rows = await db.selectFrom('articles').selectAll().where('id', 'in', chunk).execute();
        for (const row of rows) found.set(row.id, articleOf(row));
      }
      return found;
    },
    async newest(url) {
      const query = db.selectFrom('articles').selectAll().where('url', '=', url).where('newest', '=', 1);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : articleOf(row);
    },
    async gathered({ feeds, from, to, oldest, limit }) {
      if (feeds.length === 0) return [];
      const brought = (eb: ExpressionBuilder<Tables, 'articles'>) =>
        eb
          .selectFrom('article_feeds')
          .select(({ fn }) => fn.min('article_feeds.at').as('at'))
          .whereRef('article_feeds.url', '=', 'articles.url')
          .where('article_feeds.feed', 'in', feeds);
      const rows = await db
        .selectFrom('articles')
        .select((eb) => ['articles.id', 'articles.fetched', brought(eb).as('brought')])
        .where('articles.newest', '=', 1)
        .where('articles.at', '>=', instant(oldest))
        .execute();
      return rows
        .flatMap(({ id, fetched, brought: at }) => (at === null ? [] : [{ id, seen: at > fetched ? at : fetched }]))
        .filter(({ seen }) => seen >= instant(from) && seen <= instant(to))
        .sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : a.id < b.id ? -1 : 1))
        .slice(-limit);
    },
    async window({ limit, ...window }) {
      if (window.feeds.length === 0) return [];
      const query = db
        .selectFrom('articles')
        .selectAll('articles')
        .where(within(window))
        .orderBy('articles.at')
        .orderBy('articles.n')
        .limit(limit);
      return (await query.execute()).map(articleOf);
    },
    async search(text, { limit, ...window }) {
      const words = searchWords(text);
      if (window.feeds.length === 0 || words.length === 0) return [];
      // Two steps: the bodies of those alone that are answered are read. The cross join keeps the index of words first;
      // it would be asked once for each article of the window otherwise.
      const best = await bestOf(await matching(db, 'articles', words), limit, (hits) =>
        db
          .selectFrom(hits.as('hits'))
          .crossJoin('articles')
          .select(['articles.n', 'hits.rank'])
          .whereRef('articles.n', '=', 'hits.n')
          .where(within(window))
          .where(unaltered(sql`articles.id`, window.feeds))
          .orderBy('hits.rank')
          .limit(limit)
          .execute(),
      );
      const bodies = new Map<number, Article>();
      for (const chunk of inChunks(best)) {
        const numbers = chunk.map(({ n }) => n);
        const rows = await db.selectFrom('articles').selectAll().where('n', 'in', numbers).execute();
        for (const row of rows) bodies.set(row.n, articleOf(row));
      }
      const order = best.toSorted((a, b) => a.rank - b.rank || b.n - a.n);
      return order.flatMap(({ n, rank }) => {
        const article = bodies.get(n);
        return article === undefined ? [] : [{ article, score: -rank }];
      });
    },
  };
}
