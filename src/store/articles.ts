import { type ExpressionBuilder, type RawBuilder, type Selectable, sql } from 'kysely';
import { Article } from '../model.ts';
import type { ArticleStore, Window } from '../ports/store.ts';
import { unaltered } from './copies.ts';
import { bestOf, type Differences } from './differences.ts';
import type { Database, Tables } from './schema.ts';
import { stands } from './sight.ts';
import { textOf } from './thinned.ts';
import { inChunks, instant, instantOrNull, searchWords } from './values.ts';

export function articleOf(row: Selectable<Tables['articles']>): Article {
  return Article.parse({ ...row, url: row.address, ...textOf(row) });
}

/** Of an article: it stands for these feeds, and its time is in the window. */
function within({ from, to }: Window, feeds: RawBuilder<unknown>) {
  return ({ and, eb }: ExpressionBuilder<Tables, 'articles'>) =>
    and([
      eb('articles.newest', '=', 1),
      eb('articles.at', '>=', instant(from)),
      eb('articles.at', '<', instant(to)),
      stands('articles', feeds),
    ]);
}

export function articleStore(db: Database, { among, matching, hold }: Differences): ArticleStore {
  return {
    async save({ url, thinned: _, ...article }, line = url) {
      await db.transaction().execute(async (on) => {
        await hold(on, `line ${line}`);
        const first = await on
          .selectFrom('articles')
          .select(({ fn }) => fn.min('fetched').as('fetched'))
          .where('line', '=', line)
          .executeTakeFirst();
        const published = instantOrNull(article.published);
        await on
          .insertInto('articles')
          .values({
            ...article,
            line,
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
          .set({ newest: sql`case when id = ${article.id} then 1 else 0 end` })
          .where('line', '=', line)
          .where(({ eb, or, and }) =>
            or([
              and([eb('id', '=', article.id), eb('newest', '=', 0)]),
              and([eb('id', '!=', article.id), eb('newest', '=', 1)]),
            ]),
          )
          .execute();
      });
    },
    async brought(line, feed, at) {
      await db
        .insertInto('article_feeds')
        .values({ line, feed, at: instant(at) })
        .onConflict((conflict) => conflict.columns(['line', 'feed']).doNothing())
        .execute();
    },
    async retire(line) {
      await db.updateTable('articles').set({ newest: 0 }).where('line', '=', line).where('newest', '=', 1).execute();
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
    async newest(line) {
      const query = db.selectFrom('articles').selectAll().where('line', '=', line).where('newest', '=', 1);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : articleOf(row);
    },
    async standing(address, feeds) {
      if (feeds.length === 0) return null;
      const query = db
        .selectFrom('articles')
        .selectAll()
        .where('address', '=', address)
        .where(stands('articles', among(feeds)));
      const row = await query.executeTakeFirst();
      return row === undefined ? null : articleOf(row);
    },
    async gathered({ feeds, from, to, oldest, limit }) {
      if (feeds.length === 0) return [];
      const brought = (eb: ExpressionBuilder<Tables, 'articles'>) =>
        eb
          .selectFrom('article_feeds')
          .select(({ fn }) => fn.min('article_feeds.at').as('at'))
          .whereRef('article_feeds.line', '=', 'articles.line')
          .where('article_feeds.feed', 'in', feeds);
      const rows = await db
        .selectFrom('articles')
        .select((eb) => ['articles.id', 'articles.fetched', brought(eb).as('brought')])
        .where('articles.newest', '=', 1)
        .where(stands('articles', among(feeds)))
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
        .where(within(window, among(window.feeds)))
        .orderBy('articles.at')
        .orderBy('articles.n')
        .limit(limit);
      return (await query.execute()).map(articleOf);
    },
    async search(text, { limit, ...window }) {
      const words = searchWords(text);
      if (window.feeds.length === 0 || words.length === 0) return [];
      const feeds = among(window.feeds);
      // Two steps: the bodies of those alone that are answered are read. The cross join keeps the index of words first;
      // it would be asked once for each article of the window otherwise.
      const best = await bestOf(await matching(db, 'articles', words), limit, ({ matches, by }) =>
        db
          .selectFrom(matches.as('hits'))
          .crossJoin('articles')
          .select(['articles.n', 'hits.rank'])
          .whereRef('articles.n', '=', 'hits.n')
          .where(within(window, feeds))
          .where(unaltered(sql`articles.id`, feeds))
          .orderBy(by === 'rank' ? sql`hits.rank` : sql`hits.n desc`)
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
