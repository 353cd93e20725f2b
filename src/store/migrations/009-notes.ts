import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A note says until when it is wanted. Of those that stand, what passes goes with the next night. */
export const notes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('alter table notes add column expires text').execute(db);
    for (const passing of ['told:%', 'begun:%', 'feed-found:%', 'model budget %'])
      await sql`update notes set expires = '' where key like ${passing}`.execute(db);
  },
};
