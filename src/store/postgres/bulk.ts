import { sql } from 'kysely';
import { type Differences, type Put, SEARCHED } from '../differences.ts';
import type { Database } from '../schema.ts';
import { fillSearch, keepSearch } from './fulltext.ts';

type Made = { readonly table: string; readonly name: string; readonly definition: string };

/** For as long as the transaction: what one sort of an index's keys may hold. */
const MEMORY = '256MB';

/**
 * For as long as the transaction: pages of a table that follow each other are read along its key. PostgreSQL reckons what comes after a key from its first
 * column alone, takes it for next to nothing within the last tag of all, and would sort that whole tag for each page.
 */
export const BY_KEYS = sql`select set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`;

/** A page of rows is one value: the server plans a statement with thousands of them for longer than it runs it. */
const putter =
  (on: Database): Put =>
  async (table, columns, rows) => {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${list})
      select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`.execute(on);
  };

/** What is not of a table's own keys. */
async function indexesOf(on: Database): Promise<readonly Made[]> {
  const { rows } = await sql<Made>`
    select i.indrelid::regclass::text as "table", i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by i.indexrelid`.execute(on);
  return rows;
}

async function referencesOf(on: Database): Promise<readonly Made[]> {
  const { rows } = await sql<Made>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by oid`.execute(on);
  return rows;
}

/** Indexes, searches and what one row says of another are made and checked of rows that are there, each in one pass. */
export const inBulk: Differences['inBulk'] = async (on, work, onIndexing) => {
  await BY_KEYS.execute(on);
  const [references, indexes] = [await referencesOf(on), await indexesOf(on)];
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(on);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(on);
  for (const table of SEARCHED) await sql.raw(keepSearch(table, false)).execute(on);
  const done = await work(putter(on));
  const steps = [
    ...SEARCHED.map((table) => [table, fillSearch(table)] as const),
    ...indexes.map(({ table, definition }) => [table, definition] as const),
    ['all', 'analyze'] as const,
    ...references.map(
      ({ table, name, definition }) => [table, `alter table ${table} add constraint ${name} ${definition}`] as const,
    ),
    ...SEARCHED.map((table) => [table, keepSearch(table, true)] as const),
    ...[...SEARCHED, 'looks'].map(
      (table) =>
        [
          table,
          `select setval(pg_get_serial_sequence('${table}', 'n'), max(n)) from ${table} having max(n) is not null`,
        ] as const,
    ),
  ];
  await sql.raw(`set local maintenance_work_mem = '${MEMORY}'`).execute(on);
  for (const [at, [table, statement]] of steps.entries()) {
    onIndexing(table, at, steps.length);
    await sql.raw(statement).execute(on);
  }
  return done;
};
