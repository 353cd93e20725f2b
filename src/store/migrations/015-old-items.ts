import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Entries that are never read, all of a feed in one row. Those that have rows of their own keep them. */
export const oldItems: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table old_items (
          feed text primary key references feeds on delete cascade, listed_at text not null, body text not null)`,
      )
      .execute(db);
  },
};
