import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Most entries are never read, and have none of these: an index that leaves them out is small, and costs nothing when they are added. */
const COLUMNS = ['url', 'answered', 'page_hash'] as const;

export const sparse: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of COLUMNS) {
      await sql.raw(`drop index items_${column}`).execute(db);
      await sql.raw(`create index items_${column} on items (${column}) where ${column} is not null`).execute(db);
    }
  },
};
