import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const TABLES: readonly string[] = [
  `create table article_sketches (
    hash bigint not null, article text not null references articles (id), at text not null, primary key (hash, article))`,
  `create index article_sketches_article on article_sketches (article)`,
  `create index article_sketches_at on article_sketches (at)`,
  `create table altered_copies (article text primary key references articles (id), source text not null references articles (id))`,
];

/** What tells a copy with changed words from its source. */
export const copies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
