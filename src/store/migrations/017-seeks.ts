import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was found by going through a table that grows with the years (`test/store/plans.test.ts`). */
const STATEMENTS: readonly string[] = [
  // An article that goes is looked for among the sources of copies.
  'create index altered_copies_source on altered_copies (source)',
  'create index articles_fetched on articles (fetched)',
  'create index deliveries_debrief on deliveries (debrief) where debrief is not null',
  // Those that wait are few, which SQLite does not know of a value: it counts how many rows a value has on average.
  "create index deliveries_waiting on deliveries (slot) where state in ('due', 'claimed')",
  'create index feeds_owner on feeds (owner)',
  'create index items_unlisted on items (feed) where listed_at is null',
  // What was mined by which extractor stands with the article: those that are not would be looked for among all.
  'alter table articles add column mined text',
  `update articles set mined = (select extractor from evidence where evidence.article = articles.id) where layout is null`,
  'create index articles_mined on articles (mined) where layout is null',
];

export const seeks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
