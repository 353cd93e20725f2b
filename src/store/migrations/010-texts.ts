import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The hash of an entry's text stands beside the entry, which may be kept without its text. */
export const texts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('alter table items add column text_hash text').execute(db);
  },
};
