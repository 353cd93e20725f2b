import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The newest version of a line is sought by both: with an index of lines alone SQLite, which knows nothing of how often a value stands there, takes the
 * one of what is newest, which is nearly all.
 */
export const versions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`drop index articles_url`.execute(db);
    await sql`create index articles_line on articles (line, newest)`.execute(db);
  },
};
