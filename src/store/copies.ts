import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CopyStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { finds, isSeen } from './sight.ts';
import { inChunks, instant } from './values.ts';

/** That the article of this column is no altered copy of one that these feeds brought. */
export function unaltered(article: RawBuilder<unknown>, feeds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`not ${finds(sql`select 1 from altered_copies c join articles s on s.id = c.source
    where c.article = ${article} and ${isSeen('s', feeds)}`)}`;
}

export function copyStore(db: Database): CopyStore {
  return {
    async sketch(article, sketch, at) {
      await db.transaction().execute(async (on) => {
        await on.deleteFrom('article_sketches').where('article', '=', article).execute();
        const rows = [...new Set(sketch)].map((hash) => ({ hash, article, at: instant(at) }));
        if (rows.length > 0) await on.insertInto('article_sketches').values(rows).execute();
      });
    },
    async alike(sketch, least, limit) {
      if (sketch.length === 0) return [];
      const shared = sql<number>`count(*)`;
      // The cross join keeps the few that share a hash first; SQLite would go through all that is newest otherwise.
      const rows = await db
        .selectFrom('article_sketches')
        .crossJoin('articles')
        .select('article_sketches.article')
        .whereRef('articles.id', '=', 'article_sketches.article')
        .where('article_sketches.hash', 'in', sketch)
        .where('articles.newest', '=', 1)
        .groupBy('article_sketches.article')
        .having(shared, '>=', least)
        .orderBy(shared, 'desc')
        .orderBy('article_sketches.article')
        .limit(limit)
        .execute();
      return rows.map(({ article }) => article);
    },
    async settle(articles, altered) {
      await db.transaction().execute(async (on) => {
        for (const chunk of inChunks(articles))
          await on.deleteFrom('altered_copies').where('article', 'in', chunk).execute();
        if (altered.length > 0)
          await on
            .insertInto('altered_copies')
            .values([...altered])
            .execute();
      });
    },
  };
}
