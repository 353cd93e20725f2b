import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** From when on a lane is free, in milliseconds since 1970. */
export const turns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('create table turns (lane text primary key, free bigint not null)').execute(db);
  },
};
