import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What one of several processes holds. */
export const leases: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('create table leases (key text primary key, holder text not null, until text not null)').execute(db);
  },
};
