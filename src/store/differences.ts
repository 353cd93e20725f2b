import { type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Database } from './schema.ts';

/** The tables whose words are searched. */
export const SEARCHED = ['articles', 'ledger_figures', 'ledger_quotes'] as const;
export type SearchIndex = (typeof SEARCHED)[number];

export type Matches = RawBuilder<{ n: number; rank: number }>;

/** Adds rows that have these columns, and perhaps others. */
export type Put = (
  table: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
) => Promise<void>;

/** All in which one database differs from another; the queries themselves are the same. */
export type Differences = {
  /** The column type of a number that the database gives each row. */
  readonly rowNumber: string;
  /** Statements that make the full-text indexes and keep them in step with their tables. */
  readonly searchTables: readonly string[];
  /** Migrations of this database alone, by names among those of all. */
  readonly migrations: Readonly<Record<string, Migration>>;
  readonly matching: Matching;
  /** What follows a column that is one of these values, of which there is one at least. */
  among(values: readonly string[]): RawBuilder<unknown>;
  /** The newest rows that have all of the words, `most` of them, the newest ranked first. */
  together(index: SearchIndex, words: readonly string[], most: number): Matches;
  /** Whether transactions that write wait for each other, so that of several small ones one is better. */
  readonly isOneWriter: boolean;
  /** Whether a select can hold the rows that it finds until its statement ends. SQLite has one writer at a time anyway. */
  readonly locksRows: boolean;
  /** Within a transaction: others that hold the same key wait until it ends. SQLite has one writer at a time anyway. */
  hold(on: Database, key: string): Promise<void>;
  /** Within a transaction, before its first statement: all that it reads is of one moment, whole tables in the order of their keys. */
  freeze(on: Database): Promise<void>;
  /**
   * Does work in a transaction that outlives this process, and not a failure of the machine at once after it: the disk is not waited for. What is
   * committed later in the usual way brings it to the disk too.
   */
  lightly<T>(db: Database, work: (on: Database) => Promise<T>): Promise<T>;
  /**
   * Within a transaction: does work that fills empty tables with very many rows, by what it is given for that; then makes what hangs on rows
   * (indexes, searches, statistics), step by step. The database's own numbers go on after the highest.
   */
  inBulk<T>(
    on: Database,
    work: (put: Put) => Promise<T>,
    onIndexing: (table: string, done: number, of: number) => void,
  ): Promise<T>;
  /** Gives back what the full-text indexes still hold of rows that are gone, and counts what the planner goes by. PostgreSQL's autovacuum does so by itself. */
  settle(db: Database): Promise<void>;
};

/** A database that is open and in its newest form. */
export type Opened = { readonly db: Database; readonly differences: Differences };

/**
 * Tables of rows (`n`, `rank`: lower is better, on one scale) that have any of the words, no row in two of them. A word
 * is letters and digits with the points and hyphens inside it. Of the rows that have nothing but very common words only
 * the newest count.
 */
export type Matching = (db: Database, index: SearchIndex, words: readonly string[]) => Promise<readonly Found[]>;

/** Matches with the order that their database has them in, so that whoever takes the first few looks at no more. */
export type Found = { readonly matches: Matches; readonly by: 'rank' | 'newest' };

/** The best rows of all the tables of matches together; `read` answers the first `limit` of one, in its order. */
export async function bestOf<Row extends { readonly rank: number }>(
  tables: readonly Found[],
  limit: number,
  read: (found: Found) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const table of tables) rows.push(...(await read(table)));
  return rows.toSorted((a, b) => a.rank - b.rank).slice(0, limit);
}

/** The rows of all the tables of matches, in no order. */
export function unionOf(tables: readonly Found[]): Matches {
  const all = tables.map(({ matches }) => sql`select n, rank from ${matches} m`);
  return sql`(${sql.join(all, sql` union all `)})`;
}
