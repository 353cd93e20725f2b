/** A whole store moved from one database to another: from a file to a server, or back. */
import { createHash, type Hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { StoreError, UsageError } from '../errors.ts';
import type { Log } from '../ports/log.ts';
import type { Opened, Put } from './differences.ts';
import type { Database, Tables } from './schema.ts';

export type Address =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** How far a copy is: rows of a table that are written or compared; steps by which what hangs on the rows is made. */
export type CopyProgress = {
  readonly doing: 'copying' | 'indexing' | 'comparing';
  readonly table: string;
  readonly done: number;
  readonly of: number;
};

/** How many rows there are of each table, and one hash over all of them in the order of their keys. */
export type Copied = { readonly rows: Readonly<Record<string, number>>; readonly hash: string };

/**
 * Every table with the columns of its key, in an order in which no row names one that is not there yet. Leases and turns are not copied: they
 * are of the processes that run.
 */
const KEYS: { readonly [T in Exclude<keyof Tables, 'leases' | 'turns'>]: readonly (keyof Tables[T] & string)[] } = {
  feeds: ['id'],
  feed_addresses: ['url'],
  feed_states: ['feed'],
  subscriptions: ['workspace', 'feed'],
  items: ['feed', 'key'],
  old_items: ['feed'],
  articles: ['n'],
  article_feeds: ['line', 'feed'],
  evidence: ['article'],
  ledger_figures: ['n'],
  ledger_figure_tags: ['tag', 'entry'],
  ledger_quotes: ['n'],
  ledger_quote_tags: ['tag', 'entry'],
  article_sketches: ['hash', 'article'],
  altered_copies: ['article'],
  reports: ['id'],
  debriefs: ['id'],
  debrief_articles: ['debrief', 'article'],
  looks: ['n'],
  workspaces: ['id'],
  workspace_admins: ['workspace', 'user'],
  installations: ['id'],
  channels: ['id'],
  channel_feeds: ['channel', 'feed'],
  deliveries: ['edition'],
  parts: ['edition', 'key'],
  audit: ['workspace', 'at', 'user', 'action', 'detail'],
  cache: ['key'],
  budget: ['scope', 'day'],
  threads: ['key'],
  notes: ['key'],
};

/** Reckoned by the database from the others. */
const RECKONED: Readonly<Record<string, readonly string[]>> = { articles: ['address'] };

/** Rows in one statement: of the widest table some ten thousand values, and of the largest texts some megabytes. */
const PAGE = 500;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table in the order of their keys, page by page. */
async function* pagesOf(db: Database, table: string, keys: readonly string[]): AsyncIterable<readonly Row[]> {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  for (let last: Row | undefined; ; ) {
    const after: RawBuilder<unknown> =
      last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => last?.[key]))})`;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(PAGE)}`.execute(db);
    if (rows.length > 0) yield rows.map(plain);
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

const isTaken = (value: unknown): boolean => typeof value !== 'string' || !value.includes('\0');

/** A row as it is the same in every database: with what stands for a character that PostgreSQL does not take. */
function plain(row: Row): Row {
  if (Object.values(row).every(isTaken)) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
    ]),
  );
}

/** What a row says of itself, the columns in one order for every database. */
const columnsOf = (table: string, row: Row): readonly string[] =>
  Object.keys(row)
    .filter((column) => !(RECKONED[table] ?? []).includes(column))
    .toSorted();

async function countOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Goes through all tables, with a hash over each. */
async function through(
  db: Database,
  doing: CopyProgress['doing'],
  onProgress: (progress: CopyProgress) => void,
  act: Put,
): Promise<ReadonlyMap<string, { readonly rows: number; readonly hash: string }>> {
  const found = new Map<string, { readonly rows: number; readonly hash: string }>();
  for (const [table, keys] of Object.entries(KEYS)) {
    const of = await countOf(db, table);
    const hash: Hash = createHash('sha256');
    let done = 0;
    onProgress({ doing, table, done, of });
    for await (const rows of pagesOf(db, table, keys)) {
      const columns = columnsOf(table, rows[0] ?? {});
      if (done === 0) hash.update(`${JSON.stringify(columns)}\n`);
      hash.update(rows.map((row) => `${JSON.stringify(columns.map((column) => row[column]))}\n`).join(''));
      await act(table, columns, rows);
      done += rows.length;
      onProgress({ doing, table, done, of });
    }
    found.set(table, { rows: done, hash: hash.digest('hex') });
  }
  return found;
}

/** What stands in a store. */
export async function digest({ db }: Opened, onProgress: (progress: CopyProgress) => void = () => {}): Promise<Copied> {
  return summed(await through(db, 'comparing', onProgress, async () => {}));
}

function summed(tables: ReadonlyMap<string, { readonly rows: number; readonly hash: string }>): Copied {
  const hash = createHash('sha256')
    .update(JSON.stringify([...tables]))
    .digest('hex');
  return { rows: Object.fromEntries(Array.from(tables, ([table, { rows }]) => [table, rows])), hash };
}

/**
 * Copies all that one database holds, as it stands at one moment, into another that is empty; wholly, or, where counts or hashes of what
 * arrived differ, not at all. Rejects with a UsageError where the other is not empty, with a StoreError where something differs.
 */
export async function copyTables(
  from: Opened,
  to: Opened,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<Copied> {
  return from.db.transaction().execute(async (source) => {
    await from.differences.freeze(source);
    return to.db.transaction().execute(async (target) => {
      for (const table of Object.keys(KEYS))
        if ((await countOf(target, table)) > 0)
          throw new UsageError([`store copy: TO is not empty (it has ${table}); give one that is`]);
      const given = await to.differences.inBulk(
        target,
        (put) => through(source, 'copying', onProgress, put),
        (table, done, of) => onProgress({ doing: 'indexing', table, done, of }),
      );
      const arrived = await through(target, 'comparing', onProgress, async () => {});
      for (const [table, { rows, hash }] of given) {
        const there = arrived.get(table);
        if (there?.rows !== rows || there.hash !== hash)
          throw new StoreError(
            'damaged',
            `store copy: ${table} differs after it was copied (${rows} rows, ${there?.rows ?? 0} arrived): nothing was kept`,
          );
      }
      return summed(given);
    });
  });
}

async function openTables(address: Address, isFilled: boolean, log: Log): Promise<Opened> {
  if (address.kind === 'sqlite') return (await import('./sqlite/open.ts')).openTables(address.file, { isFilled });
  return (await import('./postgres/open.ts')).openTables(address.url, log);
}

/** The same for two addresses, which are brought to the newest form before. */
export async function copy(
  from: Address,
  to: Address,
  log: Log,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<Copied> {
  const source = await openTables(from, false, log);
  try {
    const target = await openTables(to, true, log);
    try {
      return await copyTables(source, target, onProgress);
    } finally {
      await target.db.destroy();
    }
  } finally {
    await source.db.destroy();
  }
}
