import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { ofPostgres } from '../../src/store/postgres/ddl.ts';
import { POSTGRES } from '../../src/store/postgres/differences.ts';
import { faultOf } from '../../src/store/postgres/faults.ts';
import { TSEARCH } from '../../src/store/postgres/fulltext.ts';
import { connect, openPostgres } from '../../src/store/postgres/open.ts';
import { storeOver } from '../../src/store/store.ts';
import { storeContract } from '../contract/store.ts';
import { missing } from '../postgres/server.ts';
import { emptyDatabase } from '../postgres/shared.ts';
import { article, channel, feed, quiet } from '../samples.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const reason = missing();

describe.skipIf(reason !== null)(`PostgreSQL${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let url: string;
  let admin: ReturnType<typeof connect>;
  let shared: ReturnType<typeof connect>;
  let empty: string;
  beforeAll(async () => {
    url = await emptyDatabase();
    const store = await openPostgres(url, quiet);
    await store.close();
    await store.close();
    admin = connect(url, quiet, { most: 1 });
    shared = connect(url, quiet);
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(
      admin,
    );
    // Without its triggers, so that the order does not matter; to truncate tables of a few rows takes a hundred times as long.
    empty = ['set session_replication_role = replica', ...rows.map(({ name }) => `delete from ${name}`)].join(';');
  }, 90_000);
  afterAll(async () => {
    await shared.destroy();
    await admin.destroy();
  });

  /** The database, ready and empty again: making one anew for each test takes longer than the test, and so do a connection's first statements. */
  const emptied = async (): Promise<Store> => {
    await sql.raw(empty).execute(admin);
    return { ...storeOver(shared, POSTGRES, quiet), close: async () => {} };
  };
  /** Two that have no connection in common. */
  const replicas = async (): Promise<readonly [Store, Store]> => {
    await sql.raw(empty).execute(admin);
    return [storeOver(connect(url, quiet), POSTGRES, quiet), storeOver(connect(url, quiet), POSTGRES, quiet)];
  };

  storeContract('PostgreSQL', emptied);

  it('is made ready once when several replicas start at the same time', async () => {
    const fresh = await emptyDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres(fresh, quiet)));
    for (const store of stores) await store.feeds.save(feed('grid'), NOW);
    expect(await stores[0]?.feeds.pack()).toHaveLength(1);
    const again = await openPostgres(fresh, quiet);
    expect(await again.feeds.pack()).toHaveLength(1);
    for (const store of [...stores, again]) await store.close();
  });

  it('has one newest version of a page, however many replicas keep one of it at once', async () => {
    const stores = await replicas();
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => stores[n % 2]?.articles.save(article('deal', `It buys ${n} MW.`))),
    );
    const { rows } = await sql<{ n: number }>`select count(*) as n from articles where newest = 1`.execute(admin);
    expect(rows).toEqual([{ n: 1 }]);
    for (const store of stores) await store.close();
  });

  it('takes from the planner how many rows have a common word, once that has counted them, and looks at so many of any other', async () => {
    const store = await emptied();
    for (let n = 0; n < 20; n += 1) await store.articles.save(article(`plant ${n}`, `Plant ${n} gives power.`));
    await store.articles.save(article('heath', 'The heath near Tarnbrook is quiet.'));
    const rowsWith = async (word: string): Promise<number> => {
      const last = await TSEARCH.last(shared, 'articles');
      const [met] = await TSEARCH.met(shared, 'articles', [word], 5, last);
      return met === undefined ? 0 : met.share > 0 ? Math.round(met.share * last) : met.rows;
    };
    expect(await rowsWith('power')).toBe(6);
    await sql`analyze articles_search`.execute(admin);
    expect(await rowsWith('power')).toBe(20);
    expect(await rowsWith('Tarnbrook')).toBe(1);
    expect(await rowsWith('gives-power')).toBe(6);
    expect(await rowsWith('nothing')).toBe(0);
  });

  it('serves replicas that write at once', async () => {
    const stores = await replicas();
    await stores[0].workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await Promise.all(
      stores.flatMap((store, who) =>
        Array.from({ length: 25 }, (_, n) => store.channels.save(channel(`c${who}-${n}`))),
      ),
    );
    expect(await stores[1].channels.all()).toHaveLength(50);
    for (const store of stores) await store.close();
  });

  it('sorts texts by their bytes, whatever order its database has for people', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%' and data_type = 'text'
      and collation_name is distinct from 'C'`.execute(admin);
    expect(rows).toEqual([]);
    expect(ofPostgres('create table t (text text not null, n integer)')).toBe(
      'create table t (text text collate "C" not null, n bigint)',
    );
    expect(ofPostgres('create index i on t (text)')).toBe('create index i on t (text)');
  });

  it('keeps what strangers send, a zero byte in a title among it', async () => {
    const store = await emptied();
    await store.articles.save(article('odd', 'It buys 40 MW.', { title: 'A\0B' }));
    expect(await store.articles.newest('https://news.example/odd')).toMatchObject({ title: 'A\ufffdB' });
    await store.close();
  });

  it('of a later version is left as it is, and said to be that', async () => {
    const fresh = await emptyDatabase();
    await (await openPostgres(fresh, quiet)).close();
    const later = connect(fresh, quiet, { most: 1 });
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2027-01-01')`.execute(later);
    await later.destroy();
    await expect(openPostgres(fresh, quiet)).rejects.toThrow(/a later version of Debrief \(999-later\)/);
  });

  it('that does not answer, or does not know who asks, says what to do, and never the password', async () => {
    const away = await openPostgres('postgres://debrief:pass-phrase@127.0.0.1:1/debrief', quiet).catch(String);
    expect(away).toMatch(/does not answer: see that it runs/);
    expect(away).not.toContain('pass-phrase');
    const nowhere = new URL(url);
    nowhere.pathname = '/nowhere';
    await expect(openPostgres(nowhere.href, quiet)).rejects.toThrow(/has none of this name: create it/);
    const code = (state: string) => faultOf(Object.assign(new Error('as PostgreSQL says it'), { code: state }));
    expect(code('53100')).toMatchObject({ kind: 'full', message: expect.stringContaining('make room') });
    expect(code('28P01')).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('password') });
    expect(code('25006')).toMatchObject({ kind: 'read only' });
    expect(code('23505')).not.toHaveProperty('kind');
  });
});
