/** What the machine's owner does with the database's file: copies of it, its return, whether it is whole, what fills it. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import { z } from 'zod';
import { StoreError, UsageError } from '../../errors.ts';
import { restore as restored } from '../../evidence/restore.ts';
import { Article, Figure, Quote } from '../../model.ts';
import { namesOf, newerIn } from '../migrations/index.ts';
import { textOf } from '../thinned.ts';
import { faultOf, isLocked } from './faults.ts';
import { SQLITE } from './fts5.ts';

const OWNER_ONLY = 0o600;

export type Check = {
  /** What is wrong; empty where all is whole. */
  readonly faults: readonly string[];
  /** Those that stand in their articles. */
  readonly figures: number;
  readonly quotes: number;
  /** Whether an earlier version made it: its figures and quotes are not compared before a start has brought it to the newest form. */
  readonly isEarlier: boolean;
};

export type Size = {
  /** In bytes; `free` is what the file has room for without growing. */
  readonly bytes: number;
  readonly free: number;
  /** The largest first, an index counted with its table. */
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly rows: number }[];
};

/** Opens a file that is Debrief's. Throws a UsageError for what is not there, no database, or another program's. */
function openOurs(file: string, readOnly: boolean): DatabaseSync {
  if (!existsSync(file)) throw new UsageError([`${file}: there is no such file`]);
  try {
    const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
    const ours = database.prepare('select 1 from sqlite_master where name = ?').get(DEFAULT_MIGRATION_TABLE);
    if (ours !== undefined) return database;
    database.close();
  } catch (error) {
    const fault = faultOf(error);
    throw new UsageError([`${file}: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
  throw new UsageError([`${file}: no database of Debrief`]);
}

/** Does something with a file, and closes it; what SQLite throws says what it is. */
function over<T>(file: string, readOnly: boolean, act: (database: DatabaseSync) => T): T {
  const database = openOurs(file, readOnly);
  try {
    return act(database);
  } catch (error) {
    throw faultOf(error);
  } finally {
    database.close();
  }
}

/** Whether an earlier version made the database. Throws a UsageError where a later one did. */
function isEarlier(file: string, database: DatabaseSync): boolean {
  const rows = database.prepare(`select name from "${DEFAULT_MIGRATION_TABLE}"`).all();
  const [known, run] = [namesOf(SQLITE), rows.map(({ name }) => String(name))];
  const later = run.filter((name) => !known.includes(name));
  if (later.length > 0) throw new UsageError([`${file}: ${newerIn(later)}`]);
  return run.length < known.length;
}

/**
 * Writes the database as it stands at one moment into another file, whoever writes to it meanwhile. The copy is whole or is not there.
 * Throws a UsageError where the copy would overwrite something, or its folder takes none.
 */
export async function backup(file: string, to: string): Promise<void> {
  if (existsSync(to)) throw new UsageError([`${to}: exists already; give a name that is free`]);
  const part = `${to}.part`;
  await rm(part, { force: true });
  try {
    const made = await open(part, 'wx', OWNER_ONLY).catch((cause: Error) => {
      throw new UsageError([
        `${to}: cannot be written (${cause.message}); name a file in a folder that you may write to`,
      ]);
    });
    await made.close();
    over(file, true, (database) => database.prepare('vacuum into ?').run(part));
    await rename(part, to);
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Puts a copy in the database's place; what was there is kept beside it, under the name that is answered (null where nothing was). Throws
 * a UsageError where the copy is not whole, or where a process has the database open.
 */
export async function restore(from: string, file: string): Promise<string | null> {
  const { faults } = check(from);
  if (faults.length > 0) throw new UsageError([`${from}: not whole, so nothing was restored`, ...faults]);
  const kept = existsSync(file) ? `${file}.before-restore` : null;
  if (kept !== null) {
    if (existsSync(kept)) throw new UsageError([`${kept}: is still there from another time; move it away first`]);
    alone(file);
  }
  const part = `${file}.part`;
  await copyFile(from, part);
  await chmod(part, OWNER_ONLY);
  // Of a damaged file the log of writes may hold what the file does not.
  if (kept !== null)
    for (const end of ['-wal', '-shm', '']) if (existsSync(file + end)) await rename(file + end, kept + end);
  await rename(part, file);
  return kept;
}

/** Takes all that is beside a database's file into it, unless that is damaged. Throws a UsageError where another process has it open. */
function alone(file: string): void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma wal_checkpoint(truncate); pragma locking_mode = exclusive; begin exclusive; rollback');
    database.exec('pragma journal_mode = delete');
  } catch (error) {
    if (isLocked(error)) throw new UsageError([`${file}: a process has it open; end Debrief first`]);
    if (!(faultOf(error) instanceof StoreError)) throw error;
  } finally {
    database.close();
  }
}

const Row = z.looseObject({ body: z.string(), text: z.string(), layout: z.string().nullable() });

/** Whether the file is whole, its indexes agree with its tables, and every figure and quote stands in its article. */
export function check(file: string): Check {
  return over(file, false, (database) => {
    const earlier = isEarlier(file, database);
    const faults: string[] = [];
    for (const row of database.prepare('pragma integrity_check(20)').all())
      if (row.integrity_check !== 'ok') faults.push(`the file: ${String(row.integrity_check)}`);
    for (const row of database.prepare('pragma foreign_key_check').all().slice(0, 20))
      faults.push(`a row of ${String(row.table)} names one of ${String(row.parent)} that is not there`);
    if (earlier) return { figures: 0, quotes: 0, faults, isEarlier: true };
    for (const table of ['articles', 'ledger_figures', 'ledger_quotes']) {
      try {
        // https://sqlite.org/fts5.html, 4.3.8: with a rank of 1 the index is compared with its table.
        database.exec(`insert into ${table}_fts (${table}_fts, rank) values ('integrity-check', 1)`);
      } catch {
        faults.push(`the search of ${table} does not agree with the table`);
      }
    }
    const standing = (kind: 'figure' | 'quote'): number => {
      const table = `ledger_${kind}s`;
      const rows = database.prepare(
        `select l.body, a.*, a.address as url from ${table} l join articles a on a.id = l.article`,
      );
      let count = 0;
      for (const row of rows.iterate()) {
        count += 1;
        const { body, ...article } = Row.parse(row);
        try {
          const of = Article.parse({ ...article, ...textOf(article) });
          const stored: unknown = JSON.parse(body);
          if (kind === 'figure') restored(kind, z.object({ figure: Figure }).parse(stored).figure, of);
          else restored(kind, z.object({ quote: Quote }).parse(stored).quote, of);
        } catch (error) {
          if (faults.length < 40) faults.push(`a ${kind}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return count;
    };
    return { figures: standing('figure'), quotes: standing('quote'), faults, isEarlier: false };
  });
}

const TableSize = z.object({ name: z.string(), bytes: z.number() });
const Count = z.object({ n: z.number() });

/** What fills the file. */
export function size(file: string): Size {
  return over(file, true, (database) => {
    const number = (query: string): number => Count.parse(database.prepare(query).get()).n;
    const page = number('select page_size as n from pragma_page_size');
    const sizes = database.prepare(
      `select case when m.tbl_name like '%\\_fts\\_%' escape '\\' then substr(m.tbl_name, 1, instr(m.tbl_name, '_fts') - 1) || ' (search)'
        else coalesce(m.tbl_name, s.name) end as name, sum(s.pgsize) as bytes
      from dbstat s left join sqlite_master m on m.name = s.name group by 1 order by 2 desc`,
    );
    const known = new Set(
      database
        .prepare("select name from sqlite_master where type = 'table'")
        .all()
        .map((row) => row.name),
    );
    const tables = sizes.all().map((row) => {
      const { name, bytes } = TableSize.parse({ ...row });
      return { name, bytes, rows: known.has(name) ? number(`select count(*) as n from "${name}"`) : 0 };
    });
    return {
      bytes: page * number('select page_count as n from pragma_page_count'),
      free: page * number('select freelist_count as n from pragma_freelist_count'),
      tables,
    };
  });
}
