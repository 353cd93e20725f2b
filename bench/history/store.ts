import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrations/index.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite/driver.ts';
import { SQLITE } from '../../src/store/sqlite/fts5.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { storeOver } from '../../src/store/store.ts';
import { worked } from '../timing/measure.ts';
import { ARTICLES, FEEDS, FIGURES_EACH, newsAt, START } from './articles.ts';

const log: Log = { debug() {}, info() {}, warn() {}, error: console.error };
const PREFIX = 'debrief-bench-';
/** Articles that are written in one transaction: one for each is most of the time of a filling. */
const AT_ONCE = 5_000;

/** The file of two years of news, which is kept for the next run until the store or the news are written differently. */
export async function historyFile(): Promise<string> {
  const name = `${PREFIX}${fingerprint()}.sqlite`;
  const file = join(tmpdir(), name);
  if (!existsSync(file)) {
    for (const old of readdirSync(tmpdir()))
      if (old.startsWith(PREFIX) && old.includes('.sqlite')) rmSync(join(tmpdir(), old), { force: true });
    const started = worked();
    await fill(`${file}.part`);
    renameSync(`${file}.part`, file);
    const seconds = ((worked() - started) / 1000).toFixed(0);
    console.log(`${ARTICLES} articles, ${ARTICLES * FIGURES_EACH} figures written in ${seconds} s`);
  }
  console.log(`${file} (${Math.round(statSync(file).size / 2 ** 20)} MB)`);
  return file;
}

/** The store over it. */
export const openHistory = async (): Promise<Store> => openSqlite(await historyFile(), log);

/** Of all that decides what stands in the file. */
function fingerprint(): string {
  const root = join(import.meta.dirname, '../..');
  const hash = createHash('sha256');
  for (const folder of ['src/store', 'bench/history']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => each.endsWith('.ts')).toSorted())
      hash.update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function fill(file: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: inOneTransaction(sqliteDialect(file)) });
  await migrate(db, SQLITE);
  const store = storeOver(db, SQLITE, log);
  await sql`pragma synchronous = off`.execute(db);
  for (let n = 0; n < FEEDS; n += 1) {
    const id = `feed-${n}`;
    const feed = { id, url: `https://${id}.example/`, title: id, site: null, publisher: id, topics: [], owner: null };
    await store.feeds.save({ ...feed, kind: 'news' }, new Date(START));
  }
  for (let from = 0; from < ARTICLES; from += AT_ONCE) {
    await sql`begin`.execute(db);
    for (let n = from; n < Math.min(ARTICLES, from + AT_ONCE); n += 1) {
      const { article, figures, quotes } = newsAt(n);
      await store.articles.save(article);
      await store.articles.brought(article.url, `feed-${n % FEEDS}`, new Date(article.fetched));
      await store.ledger.save(article.id, figures, quotes);
    }
    await sql`commit`.execute(db);
  }
  await store.close();
}

/** What the store does in transactions of its own becomes part of the one that is open. */
function inOneTransaction(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      driver.beginTransaction = async () => {};
      driver.commitTransaction = async () => {};
      return driver;
    },
  };
}
