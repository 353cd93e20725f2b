import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillRest } from '../../bench/history/rest.ts';
import { faultOf } from '../../src/store/sqlite/faults.ts';
import { openSqlite, openTables } from '../../src/store/sqlite/open.ts';
import { serving } from '../../src/store/sqlite/serving.ts';
import { storeContract } from '../contract/store.ts';
import { article, channel, feed, quiet } from '../samples.ts';

storeContract('SQLite', () => openSqlite(':memory:', quiet));

describe('a database file', () => {
  const NOW = new Date('2026-11-24T07:30:00.000Z');
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debrief-'));
    file = join(folder, 'debrief.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is served by one service at a time, and by the next as soon as that one ends or is killed', async () => {
    const leave = serving(file);
    expect(() => serving(file)).toThrow(/another Debrief serves .*debrief\.sqlite/);
    leave();
    const code = `const { serving } = await import(${JSON.stringify(new URL('../../src/store/sqlite/serving.ts', import.meta.url).href)});
      globalThis.leave = serving(${JSON.stringify(file)}); console.log('serves'); setInterval(() => {}, 1e6);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', code]);
    await once(other.stdout, 'data');
    expect(() => serving(file)).toThrow(/another Debrief serves/);
    other.kill('SIGKILL');
    await once(other, 'close');
    serving(file)();
  });

  it('takes the rows of every table that the measurements fill', async () => {
    const store = await openSqlite(file, quiet);
    await store.feeds.save(feed('grid'), NOW);
    await store.articles.save(article('deal', 'Northwind leases power.'));
    await store.close();
    fillRest(file);
    const again = await openSqlite(file, quiet);
    expect((await again.workspaces.list()).map(({ id }) => id)).toContain('fake:acme');
    await again.close();
  });

  it('has everything after it was closed and opened again', async () => {
    const first = await openSqlite(file, quiet);
    await first.feeds.save(feed('grid'), NOW);
    await first.articles.save(article('deal', 'Northwind leases power.'));
    await first.close();
    const again = await openSqlite(file, quiet);
    expect(await again.feeds.pack()).toEqual([feed('grid')]);
    expect(await again.articles.newest('https://news.example/deal')).toMatchObject({ text: 'Northwind leases power.' });
    await again.close();
  });

  it('waits for the disk with every commit but those that may be lost with the machine, whatever becomes of them', async () => {
    const { db, differences } = await openTables(file);
    const waits = async (on: typeof db) => (await sql<{ synchronous: number }>`pragma synchronous`.execute(on)).rows;
    const [full, normal] = [[{ synchronous: 2 }], [{ synchronous: 1 }]];
    expect(await differences.lightly(db, waits)).toEqual(normal);
    expect(await db.transaction().execute(waits)).toEqual(full);
    const fails = differences.lightly(db, async () => {
      throw new Error('no room on the disk');
    });
    await expect(fails).rejects.toThrow('no room');
    expect(await db.transaction().execute(waits)).toEqual(full);
    await db.destroy();
  });

  it('finds the newest version of an article by its line, and looks at no other', async () => {
    const store = await openSqlite(file, quiet);
    await store.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const [plan] = database.prepare('explain query plan select * from articles where line = ? and newest = ?').all();
    database.close();
    expect(plan).toMatchObject({ detail: expect.stringContaining('line=?') });
  });

  it('that grew is counted anew each night, for those who read it too', async () => {
    const { db, differences } = await openTables(file);
    const fill = (rows: number, action: string, detail: string) =>
      sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${rows}) insert into audit
        select 'w' || i, 'at', 'user', ${sql.raw(action)}, ${sql.raw(detail)}, null, null, null, i from n`.execute(db);
    await sql`create index by_action on audit (action)`.execute(db);
    await sql`create index by_detail on audit (detail)`.execute(db);
    const other = new DatabaseSync(file, { readOnly: true });
    const chosen = `select n from audit where action = 'a' and detail = 'd'`;
    const plan = () => {
      other.prepare(chosen).all();
      return other.prepare(`explain query plan ${chosen}`).get()?.detail;
    };
    await fill(20, `'a' || i`, `'d'`);
    await differences.settle(db);
    expect(plan()).toContain('by_action');
    await db.deleteFrom('audit').execute();
    await fill(2_000, `'a'`, `'d' || i`);
    await differences.settle(db);
    expect(plan()).toContain('by_detail');
    other.close();
    await db.destroy();
  });

  it('is made ready once when several processes open it at the same time', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openSqlite(file, quiet)));
    for (const store of stores) await store.feeds.save(feed('grid'), NOW);
    expect(await stores[0]?.feeds.pack()).toHaveLength(1);
    for (const store of stores) await store.close();
  });

  it('serves two who write at once: each waits for the other, and neither fails', async () => {
    const stores = await Promise.all([openSqlite(file, quiet), openSqlite(file, quiet)]);
    await stores[0].workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await Promise.all(
      stores.flatMap((store, who) =>
        Array.from({ length: 25 }, (_, n) => store.channels.save(channel(`c${who}-${n}`))),
      ),
    );
    expect(await stores[1].channels.all()).toHaveLength(50);
    for (const store of stores) await store.close();
  });

  it('of another program is left as it is', async () => {
    const other = new DatabaseSync(file);
    other.exec('create table customers (name text)');
    await expect(openSqlite(file, quiet)).rejects.toThrow(/belongs to another program.*DEBRIEF_DATABASE_URL/);
    expect(other.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([{ name: 'customers' }]);
    other.close();
  });

  it('is read and written by nobody but its owner, though others could before', async () => {
    await writeFile(file, '', { mode: 0o666 });
    const store = await openSqlite(file, quiet);
    await store.feeds.save(feed('grid'), NOW);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600);
    await store.close();
  });

  it('of a later version is left as it is, and said to be that', async () => {
    await (await openSqlite(file, quiet)).close();
    const later = new DatabaseSync(file);
    later.exec("insert into kysely_migration (name, timestamp) values ('999-later', '2027-01-01')");
    await expect(openSqlite(file, quiet)).rejects.toThrow(/a later version of Debrief \(999-later\)/);
    later.close();
  });

  it('that another process keeps to itself, that has no room, or that may not be written says so', async () => {
    const store = await openSqlite(file, quiet);
    const code = (errcode: number) => faultOf(Object.assign(new Error('as SQLite says it'), { errcode }));
    expect(code(5)).toMatchObject({ kind: 'locked' });
    expect(code(13)).toMatchObject({ kind: 'full', message: expect.stringContaining('make room') });
    // No room for the file that processes share: what SQLite calls a fault of the disk.
    expect(code(4874)).toMatchObject({ kind: 'full' });
    expect(code(10)).toMatchObject({ kind: 'unreachable' });
    expect(code(8 | (4 << 8))).toMatchObject({ kind: 'read only' });
    await store.close();
    const raw = new DatabaseSync(file);
    raw.exec('pragma journal_mode = delete');
    raw.exec('begin exclusive');
    await expect(openSqlite(file, quiet, { busyMs: 100 })).rejects.toThrow(
      /another process holds it: end the one[^:]*\)$/,
    );
    raw.exec('rollback');
    raw.close();
  });

  it('says what to do when the file is none of ours, or cannot be made', async () => {
    await writeFile(file, 'this is a text and no database, however long one reads on in it');
    await expect(openSqlite(file, quiet)).rejects.toThrow(/DEBRIEF_DATABASE_URL names a file in a folder/);
    await expect(openSqlite(join(folder, 'missing', 'x.sqlite'), quiet)).rejects.toThrow(
      /"[^"]*x\.sqlite" cannot be used/,
    );
  });
});
