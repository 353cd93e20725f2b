/** A whole store moved from one database to another: from a file to a server, or back. */
import { createHash, type Hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { StoreError, UsageError } from '../errors.ts';
import type { Log } from '../ports/log.ts';
import type { Opened } from './differences.ts';
import type { Database, Tables } from './schema.ts';

export type Address =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** How far a copy is: rows of a table that are written, or compared. */
export type CopyProgress = {
  readonly doing: 'copying' | 'comparing';
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

/** Rows in one statement: of the widest table some thousand values, and of the largest texts some megabytes. */
const PAGE = 200;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table in the order of their keys, page by page. */
async function* pagesOf(db: Database, table: string, keys: readonly string[]): AsyncIterable<readonly Row[]> {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  for (let last: Row | undefined; ; ) {
    const after: RawBuilder<unknown> =
      last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => last?.[key]))})`;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(PAGE)}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

/** A row as it is the same in every database: without what is reckoned, and with what stands for a character that PostgreSQL does not take. */
function plain(table: string, row: Row): readonly (readonly [string, unknown])[] {
  const reckoned = RECKONED[table] ?? [];
  return Object.entries(row)
    .filter(([column]) => !reckoned.includes(column))
    .map(([column, value]) => [column, typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function countOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Goes through all tables, with a hash over each. */
async function through(
  db: Database,
  doing: CopyProgress['doing'],
  onProgress: (progress: CopyProgress) => void,
  act: (table: string, rows: readonly Row[]) => Promise<void>,
): Promise<ReadonlyMap<string, { readonly rows: number; readonly hash: string }>> {
  const found = new Map<string, { readonly rows: number; readonly hash: string }>();
  for (const [table, keys] of Object.entries(KEYS)) {
    const of = await countOf(db, table);
    const hash: Hash = createHash('sha256');
    let done = 0;
    onProgress({ doing, table, done, of });
    for await (const rows of pagesOf(db, table, keys)) {
      for (const row of rows) hash.update(JSON.stringify(plain(table, row))).update('\n');
      await act(table, rows);
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
      const put = async (table: string, rows: readonly Row[]): Promise<void> => {
        const plainRows = rows.map((row) => plain(table, row));
        const columns = (plainRows[0] ?? []).map(([column]) => sql.ref(column));
        const values = plainRows.map((row) => sql`(${sql.join(row.map(([, value]) => value))})`);
        await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values ${sql.join(values)}`.execute(target);
      };
      const given = await to.differences.inBulk(target, () => through(source, 'copying', onProgress, put));
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

async function openTables(address: Address, log: Log): Promise<Opened> {
  if (address.kind === 'sqlite') return (await import('./sqlite/open.ts')).openTables(address.file);
  return (await import('./postgres/open.ts')).openTables(address.url, log);
}

/** The same for two addresses, which are brought to the newest form before. */
export async function copy(
  from: Address,
  to: Address,
  log: Log,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<Copied> {
  const source = await openTables(from, log);
  try {
    const target = await openTables(to, log);
    try {
      return await copyTables(source, target, onProgress);
    } finally {
      await target.db.destroy();
    }
  } finally {
    await source.db.destroy();
  }
}
