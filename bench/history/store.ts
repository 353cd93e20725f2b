import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { worked } from '../timing/measure.ts';
import { ARTICLES, FEEDS, FIGURES_EACH, type News, newsAt, START } from './articles.ts';
import { type Row, rowsOf } from './rows.ts';

const log: Log = { debug() {}, info() {}, warn() {}, error: console.error };
const PREFIX = 'debrief-bench-';
/** Articles that the store itself writes, to tell what it writes. */
const SAMPLE = 20;
const TABLES = [
  'articles',
  'article_feeds',
  'ledger_figures',
  'ledger_figure_tags',
  'ledger_quotes',
  'ledger_quote_tags',
];
/** What decides on the rest. */
const WRITERS = ['articles.ts', 'rows.ts', 'store.ts', 'words.ts'];
const quoted = (name: string) => `"${name}"`;
const feedOf = (n: number) => `feed-${n % FEEDS}`;

const files = new Map<number, Promise<string>>();

/** The file of two years of news, which is kept for the next run until the store or the news are written differently. */
export function historyFile(articles = ARTICLES): Promise<string> {
  // Once a run: the news are drawn by chance, which goes on with each drawing.
  const file = files.get(articles) ?? fileOf(articles);
  files.set(articles, file);
  return file;
}

async function fileOf(articles: number): Promise<string> {
  const sample = Array.from({ length: SAMPLE }, (_, n) => newsAt(n));
  const written = await sampleBy('store', sample);
  const version = `${PREFIX}${fingerprint(written)}`;
  const file = join(tmpdir(), `${version}${articles === ARTICLES ? '' : `-${articles}`}.sqlite`);
  if (!existsSync(file)) {
    const differing = differenceOf(written, await sampleBy('rows', sample));
    if (differing !== null) throw new Error(`bench/history/rows.ts and the store write ${differing} differently`);
    const started = worked();
    await emptyStore(`${file}.part`);
    fill(`${file}.part`, sample, articles);
    renameSync(`${file}.part`, file);
    // Those of other versions, now that this one stands.
    for (const name of readdirSync(tmpdir()))
      if (name.startsWith(PREFIX) && name.includes('.sqlite') && !name.startsWith(version))
        rmSync(join(tmpdir(), name), { force: true });
    const seconds = ((worked() - started) / 1000).toFixed(0);
    console.log(`${articles} articles, ${articles * FIGURES_EACH} figures written in ${seconds} s`);
  }
  console.log(`${file} (${Math.round(statSync(file).size / 2 ** 20)} MB)`);
  return file;
}

/** The store over it. */
export const openHistory = async (): Promise<Store> => openSqlite(await historyFile(), log);

/** The rows of each table, and what the tables are. */
type Dump = Readonly<Record<string, string>>;

/** Of all that decides what stands in the file. */
function fingerprint(written: Dump): string {
  const hash = createHash('sha256').update(JSON.stringify(written));
  for (const file of WRITERS) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 12);
}

const differenceOf = (one: Dump, other: Dump): string | null =>
  Object.keys(one).find((table) => one[table] !== other[table]) ?? null;

/** What stands in a file of the first articles, as the store writes it or as `rowsOf` tells it. */
async function sampleBy(writer: 'store' | 'rows', sample: readonly News[]): Promise<Dump> {
  const file = join(tmpdir(), `${PREFIX}${process.pid}-${writer}.sample`);
  try {
    await emptyStore(file);
    if (writer === 'rows') fill(file, sample, sample.length);
    else {
      const store = await openSqlite(file, log);
      for (const [n, { article, figures, quotes }] of sample.entries()) {
        await store.articles.save(article);
        await store.articles.brought(article.url, feedOf(n), new Date(article.fetched));
        await store.ledger.save(article.id, figures, quotes);
      }
      await store.close();
    }
    return dumpOf(file);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

function dumpOf(file: string): Dump {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = (query: string) => JSON.stringify(db.prepare(query).all());
  const dump = Object.fromEntries(
    TABLES.map((table) => [table, rows(`select * from ${table} order by 1, 2, 3`)] as const),
  );
  const schema = rows('select sql from sqlite_master where sql is not null order by name');
  db.close();
  return { ...dump, schema };
}

/** A store with its feeds. */
async function emptyStore(file: string): Promise<void> {
  rmSync(file, { force: true });
  const store = await openSqlite(file, log);
  for (let n = 0; n < FEEDS; n += 1) {
    const id = feedOf(n);
    const feed = { id, url: `https://${id}.example/`, title: id, site: null, publisher: id, topics: [], owner: null };
    await store.feeds.save({ ...feed, kind: 'news' }, new Date(START));
  }
  await store.close();
}

/**
 * Writes so many articles in one transaction: first their rows, then what is reckoned from them as a whole, the indexes in the order of the
 * migrations, by which SQLite chooses between those that serve as well.
 */
function fill(file: string, first: readonly News[], count: number): void {
  const db = new DatabaseSync(file);
  // A file that is not whole is made anew.
  db.exec('pragma synchronous = off; pragma cache_size = -400000; begin');
  const list = TABLES.map((table) => `'${table}'`).join(', ');
  const reckoned = db
    .prepare(
      `select type, name, sql from sqlite_master
      where type in ('index', 'trigger') and tbl_name in (${list}) and sql is not null order by type, rowid`,
    )
    .all();
  for (const { type, name } of reckoned) db.exec(`drop ${type} ${quoted(String(name))}`);
  const insert = inserter(db);
  const after = { figures: 0, quotes: 0 };
  for (let n = 0; n < count; n += 1) {
    const news = first[n] ?? newsAt(n);
    for (const [table, row] of rowsOf(news, feedOf(n), after)) insert(table, row);
    after.figures += news.figures.length;
    after.quotes += news.quotes.length;
  }
  for (const { name } of db.prepare("select name from sqlite_master where sql like '%using fts5%'").all())
    db.exec(`insert into ${quoted(String(name))} (${quoted(String(name))}) values ('rebuild')`);
  for (const { sql } of reckoned) db.exec(String(sql));
  db.exec('commit');
  db.close();
}

/** Inserts a row, by one statement for each table. */
function inserter(db: DatabaseSync): (table: string, row: Row) => void {
  const statements = new Map<string, StatementSync>();
  return (table, row) => {
    let statement = statements.get(table);
    if (statement === undefined) {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(', ');
      statement = db.prepare(`insert into ${table} (${columns.map(quoted).join(', ')}) values (${marks})`);
      statements.set(table, statement);
    }
    statement.run(...Object.values(row));
  };
}
