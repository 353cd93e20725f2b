import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type Address, copy, digest } from '../src/store/copy.ts';
import { connect, openPostgres } from '../src/store/postgres/open.ts';
import { openSqlite, openTables } from '../src/store/sqlite/open.ts';
import { newDatabase, startPostgres } from '../test/postgres/server.ts';
import { lookUpsIn } from './history/look-ups.ts';
import { fillRest } from './history/rest.ts';
import { historyFile } from './history/store.ts';
import { measurePair } from './timing/pair.ts';

const log = { debug() {}, info() {}, warn() {}, error: console.error };

/** `npm run bench -- postgres [--articles 100000]`: a store of two years, all its tables filled, moved from a file to a PostgreSQL and back, row by row the same, and the look-ups of both beside each other. */
export async function run(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { articles: { type: 'string' } } });
  const news = await historyFile(values.articles === undefined ? undefined : Number(values.articles));
  const folder = await mkdtemp(join(tmpdir(), 'debrief-copied-'));
  const file = join(folder, 'whole.sqlite');
  await copyFile(news, file);
  fillRest(file);
  const server = await startPostgres();
  try {
    const url = await newDatabase(server.url, 'history');
    const moved = async (from: Address, to: Address) => {
      const started = performance.now();
      const { rows, hash } = await copy(from, to, log);
      const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
      const seconds = (performance.now() - started) / 1000;
      console.log(`${from.kind} to ${to.kind}: ${count} rows in ${seconds.toFixed(0)} s, hash ${hash.slice(0, 16)}`);
      return hash;
    };
    const there = await moved({ kind: 'sqlite', file }, { kind: 'postgres', url });
    const again = join(folder, 'again.sqlite');
    await moved({ kind: 'postgres', url }, { kind: 'sqlite', file: again });
    const back = await openTables(again);
    const { hash, rows } = await digest(back);
    await back.db.destroy();
    const empty = Object.keys(rows).filter((table) => rows[table] === 0);
    console.log(
      `there and back: ${hash === there ? 'nothing differs' : 'THEY DIFFER'}, ${empty.length} tables are empty`,
    );

    const admin = connect(url, log, { most: 1, patient: true });
    // As autovacuum does by itself, some minutes later.
    await sql`vacuum analyze`.execute(admin);
    await admin.destroy();
    const [small, large] = [await openSqlite(file, log), await openPostgres(url, log)];
    const [ours, theirs] = [await lookUpsIn(small), await lookUpsIn(large)];
    for (const [name, lookUp] of ours) {
      const other = theirs.get(name);
      if (other !== undefined) await measurePair(name, lookUp, other);
    }
    await small.close();
    await large.close();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}
