import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Differences } from '../differences.ts';

/** Search indexes are kept so that ranking need not unpack what it reads; rows from before stay as they are. */
export const unpacked = ({ unpackedSearch }: Differences): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of unpackedSearch) await sql.raw(statement).execute(db);
  },
});
