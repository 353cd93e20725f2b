import { CompiledQuery, sql } from 'kysely';
import { type Differences, type Put, SEARCHED } from '../differences.ts';
import type { Database } from '../schema.ts';
import { COUNT } from './statistics.ts';

type Made = { readonly type: 'index' | 'trigger'; readonly name: string; readonly table: string; readonly sql: string };

/** One statement for all pages of a table: building one takes longer than running it. */
function putter(on: Database): Put {
  const statements = new Map<string, string>();
  return async (table, columns, rows) => {
    const key = `${table} ${rows.length}`;
    const list = columns.map((column) => `"${column}"`).join(', ');
    const marks = `(${columns.map(() => '?').join(', ')})`;
    const statement =
      statements.get(key) ?? `insert into ${table} (${list}) values ${Array(rows.length).fill(marks).join(', ')}`;
    statements.set(key, statement);
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    await on.executeQuery(CompiledQuery.raw(statement, values));
  };
}

/**
 * Indexes and searches are made of rows that are there, in one pass over sorted keys. Indexes come back in the order of the migrations, by which
 * SQLite chooses between those that serve as well.
 */
export const inBulk: Differences['inBulk'] = async (on, work, onIndexing) => {
  const { rows: made } = await sql<Made>`select type, name, tbl_name as "table", sql from sqlite_master
    where sql is not null and (type = 'index' or type = 'trigger' and name like '%\\_fts\\_%' escape '\\')
    order by type, rowid`.execute(on);
  for (const { type, name } of made) await sql`drop ${sql.raw(type)} ${sql.ref(name)}`.execute(on);
  const done = await work(putter(on));
  const steps = [
    ...SEARCHED.map((table) => {
      const search = sql.table(`${table}_fts`);
      return { table, statement: sql`insert into ${search} (${search}) values ('rebuild')` };
    }),
    ...made.map((one) => ({ table: one.table, statement: sql.raw(one.sql) })),
    { table: 'all', statement: COUNT },
  ];
  for (const [at, { table, statement }] of steps.entries()) {
    onIndexing(table, at, steps.length);
    await statement.execute(on);
  }
  return done;
};
