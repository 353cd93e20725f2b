import { sql } from 'kysely';
import { type Differences, SEARCHED, type SearchIndex } from '../differences.ts';
import { matchingOver } from '../matching.ts';
import type { Database } from '../schema.ts';
import { inBulk } from './bulk.ts';
import { LIGHT } from './driver.ts';
import { FTS5 } from './matching.ts';
import { recount } from './statistics.ts';

const COLUMNS: Readonly<Record<SearchIndex, readonly string[]>> = {
  articles: ['title', 'text'],
  ledger_figures: ['words'],
  ledger_quotes: ['words'],
};

/** A word of a title says more about an article than one of its body. */
const WEIGHTS: Readonly<Record<SearchIndex, readonly number[]>> = {
  articles: [4, 1],
  ledger_figures: [1],
  ledger_quotes: [1],
};

/** An external-content index: the text itself is kept once, in its table (https://sqlite.org/fts5.html, 4.4.3). */
function indexOf(table: SearchIndex): string[] {
  const columns = COLUMNS[table];
  const list = columns.join(', ');
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const weights = WEIGHTS[table].join(', ');
  const forget = `insert into ${table}_fts (${table}_fts, rowid, ${list}) values ('delete', old.n, ${values('old')});`;
  const keep = `insert into ${table}_fts (rowid, ${list}) values (new.n, ${values('new')});`;
  return [
    `create virtual table ${table}_fts using fts5 (${list}, content = '${table}', content_rowid = 'n',
      tokenize = 'porter unicode61 remove_diacritics 2')`,
    `insert into ${table}_fts (${table}_fts, rank) values ('rank', 'bm25(${weights})')`,
    `create trigger ${table}_fts_insert after insert on ${table} begin ${keep} end`,
    `create trigger ${table}_fts_delete after delete on ${table} begin ${forget} end`,
    `create trigger ${table}_fts_update after update of ${list} on ${table} begin ${forget} ${keep} end`,
  ];
}

/** Pages that are merged at a time: some milliseconds, after which others have their turn. */
const PAGES = 100;

/** Merges a piece of an index; false once there is nothing left to merge. SQLite counts one change for the statement itself. */
async function mergePiece(db: Database, index: SearchIndex, pages: number): Promise<boolean> {
  return db.transaction().execute(async (on) => {
    const changes = sql<{ n: number }>`select total_changes() as n`;
    const before = (await changes.execute(on)).rows[0]?.n ?? 0;
    const table = sql.table(`${index}_fts`);
    await sql`insert into ${table} (${table}, rank) values ('merge', ${pages})`.execute(on);
    return ((await changes.execute(on)).rows[0]?.n ?? 0) - before > 1;
  });
}

/**
 * A row that is deleted leaves a mark in the index, and both go only once the pieces they stand in are merged, which by itself happens
 * ever more rarely. A negative number of pages begins a merge of all pieces (https://sqlite.org/fts5.html, 6.8).
 */
async function settle(db: Database): Promise<void> {
  for (const index of SEARCHED) {
    let goesOn = await mergePiece(db, index, -PAGES);
    while (goesOn) goesOn = await mergePiece(db, index, PAGES);
  }
  await recount(db);
}

export const SQLITE: Differences = {
  rowNumber: 'integer primary key',
  searchTables: SEARCHED.flatMap(indexOf),
  migrations: {},
  matching: matchingOver(FTS5),
  among: (values) => sql`in (${sql.join(values)})`,
  together: FTS5.together,
  hold: async () => {},
  lightly: (db, work) =>
    db.connection().execute(async (one) => {
      await one.executeQuery(LIGHT);
      return one.transaction().execute(work);
    }),
  // A transaction has the file for itself, and the next row's number is one more than the highest.
  freeze: async () => {},
  isOneWriter: true,
  locksRows: false,
  inBulk,
  settle,
};
