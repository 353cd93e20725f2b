import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Two channels of one choice may have been told different things: their editions of one moment are two. */
export const memory: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('drop index debriefs_edition').execute(db);
    await sql.raw('create index debriefs_choice on debriefs (choice, window_to)').execute(db);
  },
};
