import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { FigureEntry, Store } from '../../src/ports/store.ts';
import { copyTables, digest } from '../../src/store/copy.ts';
import type { Opened } from '../../src/store/differences.ts';
import * as postgres from '../../src/store/postgres/open.ts';
import * as sqlite from '../../src/store/sqlite/open.ts';
import { storeOver } from '../../src/store/store.ts';
import { missing } from '../postgres/server.ts';
import { emptyDatabase } from '../postgres/shared.ts';
import { article, channel, debrief, document, feed, figure, point, quiet, quote } from '../samples.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const deal = article(
  'deal',
  'Northwind Cloud will lease 2.4 gigawatts in Ohio. “It is a lot,” said Mara Lindqvist, its head of energy.',
);
const copied = article('copied', deal.text.replace('Ohio', 'Iowa'), { title: 'Zürich\0 naïve “日本”' });
const old = article('old', 'Helio pays $1.2 billion for it.\n\nNobody had asked.', {
  fetched: '2025-01-01T00:00:00.000Z',
});

/** What is read in the articles. */
async function keepEvidence(store: Store): Promise<void> {
  const leased = figure(deal, '2.4 gigawatts', { value: 2.4, unitText: 'gigawatts' });
  const paid = figure(old, '$1.2 billion', { value: 1.2e9, unit: 'USD', unitText: '$' });
  const said = quote(deal, 'It is a lot,', { speaker: 'Mara Lindqvist' });
  const about = { entities: ['northwind'], topics: ['power'], words: '', at: NOW.toISOString(), weight: 1 };
  const entry = (one: typeof leased, text = ''): FigureEntry => ({
    ...{ figure: one, low: 1, high: 2.5, from: null, to: null, forecast: false },
    sentence: { start: 0, end: text.length, text },
    ...about,
  });
  await store.ledger.save(deal.id, [entry(leased, deal.text.split(' “')[0])], [{ quote: said, ...about }]);
  await store.ledger.save(old.id, [entry(paid, old.text.split('\n')[0])], []);
  for (const [{ id: article }, figures, quotes] of [
    [deal, [leased], [said]],
    [copied, [], []],
    [old, [paid], []],
  ] as const)
    await store.evidence.save({ article, sentences: [], figures, quotes }, '1');
  await store.copies.sketch(deal.id, [1, 2], NOW);
}

/** Something of every kind that is kept. */
async function fill(store: Store): Promise<void> {
  for (const name of ['grid', 'own'])
    await store.feeds.save(feed(name, name === 'own' ? { owner: 'fake:acme' } : {}), NOW);
  const item = { guid: '1', url: deal.url, title: 'T', published: null, updated: null, author: null, html: null };
  const facets = { guid: '1', page: deal.url, text: null, face: 'face' };
  await store.items.add('feed-grid', [{ key: '1', item, facets, odd: null, skip: null }], NOW);
  await store.items.addOld('feed-own', [{ key: '1', item, page: deal.url, text: null }], NOW);
  for (const one of [deal, copied, old]) {
    await store.articles.save(one);
    await store.articles.brought(one.url, 'feed-grid', NOW);
  }
  await keepEvidence(store);
  await store.copies.settle([deal.id, copied.id], [{ article: copied.id, source: deal.id }]);
  await store.prune(NOW, { textDays: 30, figuresDays: 900 });
  const headline = point(deal, 'Northwind Cloud will lease 2.4 gigawatts in Ohio.');
  await store.debriefs.save(debrief('d1', NOW.toISOString(), { headline, inShort: [headline] }));
  await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: 'Acme' });
  await store.workspaces.addAdmin('fake:acme', 'U1');
  await store.installations.put('fake:acme', 'sealed');
  await store.looks.add({ workspace: 'fake:acme', reader: 'ana', debrief: 'd1', at: NOW.toISOString() });
  const wants = channel('infra', { nextDueAt: NOW.toISOString() });
  await store.channels.save({ ...wants, choice: { ...wants.choice, feeds: ['feed-grid'] } });
  await store.deliveries.open([{ id: 'e1', channel: wants.id, slot: NOW, next: later(60), skip: null }], NOW);
  const claim = await store.deliveries.claim('e1', NOW, 60_000);
  if (claim === null) throw new Error('the edition is due');
  const reference = { channel: 'infra', message: 'm1', link: null };
  await store.deliveries.savePart(claim, { key: 'main', state: 'sent', reference, reason: null });
  const change = { workspace: 'fake:acme', user: 'Ana', userId: 'U1', action: 'feeds add', detail: 'Grid', edits: [] };
  await store.audit.add({ ...change, at: NOW.toISOString() });
  await store.reports.add({
    id: 'r1',
    workspace: 'fake:acme',
    kind: 'figure',
    article: deal.id,
    start: 0,
    end: 9,
    reason: null,
    by: 'Ana',
    at: NOW.toISOString(),
    state: 'open',
  });
  await store.cache.put('c', 'reply', later(10));
  await store.budget.add('all', '2026-11-24', { requests: 1, inputTokens: 3_000_000_000, outputTokens: 10, micros: 5 });
  await store.threads.put('t', '{"q":1}', later(10));
  await store.notes.set('n', JSON.stringify(document('x')), null);
  await store.leases.take('round', 'somebody', NOW, 60_000);
}

/** What hangs on the rows of a store. */
async function madeIn({ db, differences }: Opened): Promise<readonly unknown[]> {
  const made = differences.locksRows
    ? sql`select indexdef from pg_indexes where schemaname = 'public'
        union all select conrelid::regclass::text || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
        union all select tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`
    : sql`select sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by type, rowid`;
  return (await made.execute(db)).rows;
}

const reason = missing();

describe.skipIf(reason !== null)(`a store that is copied${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('holds the same on a PostgreSQL and in a file again, goes on there, and is never copied over anything', async () => {
    const [file, server, again] = [
      await sqlite.openTables(':memory:'),
      await postgres.openTables(await emptyDatabase(), quiet),
      await sqlite.openTables(':memory:'),
    ];
    try {
      await fill(storeOver(file.db, file.differences, quiet));
      const before = await digest(file);
      const made = [await madeIn(server), await madeIn(again)];
      expect(Object.entries(before.rows).filter(([, rows]) => rows === 0)).toEqual([]);
      const lines: string[] = [];
      expect(
        await copyTables(file, server, ({ doing, table, done, of }) => lines.push(`${doing} ${table} ${done}/${of}`)),
      ).toEqual(before);
      expect(lines).toContain('copying articles 3/3');
      expect(lines.at(-1)).toBe(`comparing notes ${before.rows.notes}/${before.rows.notes}`);
      expect(await digest(server)).toEqual(before);
      expect(await copyTables(server, again)).toEqual(before);
      expect([await madeIn(server), await madeIn(again)]).toEqual(made);
      for (const { db, differences } of [server, again]) {
        const store = storeOver(db, differences, quiet);
        expect(await store.leases.take('round', 'another', NOW, 60_000)).toBe(true);
        const sight = { workspace: 'fake:acme', feeds: ['feed-grid'] };
        const { entries } = await store.ledger.figures({ sight, limit: 9, order: 'match', words: 'Northwind leases' });
        expect(entries.map(({ figure }) => figure.text)).toEqual(['2.4 gigawatts']);
        const next = article('next', 'Helio builds a dam.');
        await store.articles.save(next);
        expect((await store.articles.get(next.id))?.text).toBe(next.text);
      }
      await expect(copyTables(file, again)).rejects.toThrow(/TO is not empty \(it has feeds\)/);
    } finally {
      for (const { db } of [file, server, again]) await db.destroy();
    }
  }, 60_000);

  it('is not there at all where what arrived differs', async () => {
    const [file, other] = [await sqlite.openTables(':memory:'), await sqlite.openTables(':memory:')];
    try {
      await fill(storeOver(file.db, file.differences, quiet));
      await sql`create trigger spoils after insert on parts begin update parts set state = 'absent'; end`.execute(
        other.db,
      );
      await expect(copyTables(file, other)).rejects.toThrow(/parts differs .* nothing was kept/);
      expect(Object.values((await digest(other)).rows).every((rows) => rows === 0)).toBe(true);
    } finally {
      for (const { db } of [file, other]) await db.destroy();
    }
  });
});
