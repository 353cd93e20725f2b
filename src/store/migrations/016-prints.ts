import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether an entry was changed is seen by what is kept of it. */
export const prints: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table items drop column print`.execute(db);
  },
};
