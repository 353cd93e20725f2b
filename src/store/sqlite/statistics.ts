import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Counts what the planner chooses by, from a part of the rows, of each table that was never counted or that grew tenfold since: SQLite does not do so
 * by itself. For a connection that lives long, at its start and once a day (https://sqlite.org/lang_analyze.html, 3.1).
 */
export const COUNT = sql`pragma optimize = 0x10002`;

/** The same for all that have the file open: a connection reads the counts with the tables' definitions, and those again only once they change. */
export async function recount(db: Database): Promise<void> {
  await db.transaction().execute(async (on) => {
    await COUNT.execute(on);
    await sql`create table counted (n integer)`.execute(on);
    await sql`drop table counted`.execute(on);
  });
}
