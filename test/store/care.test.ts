import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mine } from '../../src/pipeline/mine.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { start } from '../../src/store/migrations/001-start.ts';
import { backup, check, restore, size } from '../../src/store/sqlite/care.ts';
import { sqliteDialect } from '../../src/store/sqlite/driver.ts';
import { SQLITE } from '../../src/store/sqlite/fts5.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { article, feed, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const deal = article(
  'deal',
  'Northwind Cloud will lease 2.4 gigawatts in Ohio. “It is a lot,” said Mara Lindqvist, its head of energy.',
);

/** A database as the first version made it: its tables, a feed, an article. */
async function firstVersion(file: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(file) });
  const provider = { getMigrations: async () => ({ '001-start': start(SQLITE) }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  const { id, url, hash, publisher, fetched, title, text } = deal;
  for (const statement of [
    sql`insert into feeds (id, url, title, kind, topics) values ('feed-grid', 'https://grid.example/feed.xml', 'grid', 'news', '[]')`,
    sql`insert into articles (id, url, at, newest, hash, publisher, fetched, origin, title, text)
      values (${id}, ${url}, ${fetched}, 1, ${hash}, ${publisher}, ${fetched}, 'page', ${title}, ${text})`,
    sql`insert into article_feeds (url, feed, at) values (${url}, 'feed-grid', ${fetched})`,
  ])
    await statement.execute(db);
  await db.destroy();
}

describe('the database in its owner’s hands', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debrief-'));
    file = join(folder, 'debrief.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const filled = async () => {
    const store = await openSqlite(file, quiet);
    await store.feeds.save(feed('grid'), NOW);
    await store.articles.save(deal);
    await store.articles.brought(deal.url, 'feed-grid', NOW);
    await mine({ miner: TASKS, store, clock: virtualClock(NOW), log: quiet });
    return store;
  };

  it('is copied whole while it is written to, for its owner alone, and never over anything', async () => {
    const store = await filled();
    const copy = join(folder, 'copy.sqlite');
    let writing = true;
    const writes = (async () => {
      for (let n = 0; writing; n += 1) {
        await store.notes.set(`n${n}`, 'x'.repeat(1_000), null);
        // The embedded store answers at once: the copy has its turn in between.
        await setImmediate();
      }
    })();
    await backup(file, copy);
    writing = false;
    await writes;
    await store.close();
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    expect(check(copy)).toEqual({ faults: [], figures: 1, quotes: 1, isEarlier: false });
    await expect(backup(file, copy)).rejects.toThrow(/exists already/);
    await expect(backup(file, join(folder, 'nowhere', 'copy.sqlite'))).rejects.toThrow(/cannot be written .* folder/);
  });

  it('keeps an old text that is not the one that was stored as it is: thinned it would look whole', async () => {
    await (await filled()).close();
    const database = new DatabaseSync(file);
    const changed = deal.text.replace('2.4', '9.9');
    database.prepare('update articles set text = ?').run(changed);
    database.close();
    const store = await openSqlite(file, quiet);
    await store.prune(new Date(NOW.getTime() + 40 * 86_400_000), { textDays: 30, figuresDays: 900 });
    const left = await store.articles.get(deal.id);
    await store.close();
    expect(changed).not.toBe(deal.text);
    expect(left).toMatchObject({ text: changed, hash: deal.hash });
    expect(left?.thinned).toBeUndefined();
  });

  it('comes back from a copy; what was there is kept beside it', async () => {
    const store = await filled();
    const copy = join(folder, 'copy.sqlite');
    await backup(file, copy);
    await store.notes.set('after', 'the copy', null);
    await expect(restore(copy, file)).rejects.toThrow(/a process has it open; end Debrief first/);
    await store.close();
    const kept = await restore(copy, file);
    const again = await openSqlite(file, quiet);
    expect(await again.notes.get('after')).toBeNull();
    expect(await again.articles.newest(deal.url)).toMatchObject({ text: deal.text });
    await again.close();
    const before = await openSqlite(kept ?? '', quiet);
    expect(await before.notes.get('after')).toBe('the copy');
    await before.close();
    await expect(restore(copy, file)).rejects.toThrow(/still there from another time/);
  });

  it('is said to be damaged where it is, and no such copy is put in its place', async () => {
    await (await filled()).close();
    const raw = new DatabaseSync(file);
    raw.exec("update articles set text = replace(text, '2.4', '4.2')");
    raw.close();
    const found = check(file);
    expect(found.faults).toHaveLength(2);
    expect(found.faults.join()).toContain('hash');
    await expect(restore(file, join(folder, 'new.sqlite'))).rejects.toThrow(/not whole, so nothing was restored/);

    const text = await readFile(file);
    await writeFile(join(folder, 'cut.sqlite'), text.subarray(0, text.length / 2));
    expect(() => check(join(folder, 'cut.sqlite'))).toThrow(/damaged|not whole/);
    await writeFile(join(folder, 'none.sqlite'), 'no database at all, however far one reads');
    expect(() => check(join(folder, 'none.sqlite'))).toThrow(/is no database/);
    expect(() => check(join(folder, 'missing.sqlite'))).toThrow(/no such file/);
  });

  it('comes back from a copy where it is damaged itself, which is kept as it is', async () => {
    const store = await filled();
    const copy = join(folder, 'copy.sqlite');
    await backup(file, copy);
    await store.close();
    for (const at of [0, 5]) {
      const damaged = (await readFile(file)).fill(0x7a, at * 4096, (at + 1) * 4096);
      await writeFile(file, damaged);
      expect(await restore(copy, file)).toBe(`${file}.before-restore`);
      expect(check(file)).toMatchObject({ faults: [], figures: 1 });
      if (at === 0) expect(damaged.equals(await readFile(`${file}.before-restore`))).toBe(true);
      await rm(`${file}.before-restore`);
    }
  });

  it('of the first version is whole, comes back from a copy, and has what it had in the newest form', async () => {
    await firstVersion(file);
    const copy = join(folder, 'copy.sqlite');
    await backup(file, copy);
    expect(check(copy)).toEqual({ faults: [], figures: 0, quotes: 0, isEarlier: true });
    await restore(copy, file);
    const store = await openSqlite(file, quiet);
    expect(await store.articles.newest(deal.url)).toMatchObject({ text: deal.text });
    expect((await store.feeds.pack()).map(({ title }) => title)).toEqual(['grid']);
    await store.close();
    expect(check(file)).toMatchObject({ faults: [], isEarlier: false });
  });

  it('of a later version is said to be so, and is not put in the place of one', async () => {
    await (await filled()).close();
    const later = new DatabaseSync(file);
    later.exec("insert into kysely_migration values ('999-later', '2027-01-01')");
    later.close();
    const advice = /made by a later version of Debrief \(999-later\)/;
    expect(() => check(file)).toThrow(advice);
    await expect(restore(file, join(folder, 'new.sqlite'))).rejects.toThrow(advice);
  });

  it('tells what fills it', async () => {
    await (await filled()).close();
    const { bytes, tables } = size(file);
    expect(bytes).toBe((await stat(file)).size);
    expect(tables.find(({ name }) => name === 'articles')).toMatchObject({ rows: 1 });
    expect(tables.map(({ name }) => name)).toContain('articles (search)');
    expect(tables.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(bytes);
  });
});
