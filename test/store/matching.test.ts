import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { matchingOver } from '../../src/store/matching.ts';
import { migrate } from '../../src/store/migrations/index.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite/driver.ts';
import { SQLITE } from '../../src/store/sqlite/fts5.ts';
import { FTS5 } from '../../src/store/sqlite/matching.ts';
import { storeOver } from '../../src/store/store.ts';
import { article, feed, figure, quiet } from '../samples.ts';

const NOW = new Date('2026-11-24T07:30:00.000Z');
const window = { feeds: ['feed-grid'], from: new Date('2026-11-24T00:00:00.000Z'), to: NOW };
const sight = { workspace: 'fake:acme', feeds: ['feed-grid'] };

/** As after years of news: six rows are ranked of what is everywhere, and three of a rare word are enough. */
const FEW = { ranked: 6, enough: 3, filled: 6 };

describe('words among very many rows', () => {
  let store: Store;
  beforeEach(async () => {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(':memory:') });
    const differences = { ...SQLITE, matching: matchingOver(FTS5, FEW) };
    await migrate(db, differences);
    store = storeOver(db, differences, quiet);
    await store.feeds.save(feed('grid'), NOW);
  });
  afterEach(() => store.close());

  async function keep(name: string, text: string): Promise<void> {
    const one = article(name, text, { title: name });
    await store.articles.save(one);
    await store.articles.brought(one.url, 'feed-grid', NOW);
    const [, number] = /(\d+ MW)/.exec(text) ?? [];
    if (number === undefined) return;
    const at = '2026-11-24T05:00:00.000Z';
    const sentence = { start: 0, end: text.length, text };
    const value = Number.parseInt(number, 10);
    const tags = { entities: [], topics: [], words: '', low: value, high: value, from: null, to: null };
    const rest = { ...tags, forecast: false, at, sentence, weight: value };
    await store.ledger.save(one.id, [{ figure: figure(one, number, { value, unit: 'megawatt' }), ...rest }], []);
  }
  const articles = async (words: string, limit = 20) =>
    (await store.articles.search(words, { ...window, limit })).map((hit) => hit.article.title);
  const figures = async (words: string, query: object = {}) => {
    const page = await store.ledger.figures({ sight, words, order: 'match', limit: 20, ...query });
    return page.entries.map((entry) => entry.low);
  };

  async function keepMany(): Promise<void> {
    await keep('old', 'Tarnbrook asks for 900 MW of power.');
    await keep('older', 'The heath near Tarnbrook is quiet.');
    for (let n = 0; n < 12; n += 1) await keep(`power ${n}`, `Plant number ${n} gives ${10 + n} MW of power.`);
    for (let n = 0; n < 24; n += 1) await keep(`weather ${n}`, `Rain took ${100 + n} MW from the hills.`);
  }

  it('finds what is rare, however much that is newer has the common word beside it', async () => {
    await keepMany();
    const found = await articles('Tarnbrook power');
    expect(found.slice(0, 2)).toEqual(['old', 'older']);
    expect(found).toHaveLength(2 + 6);
    expect((await figures('power at Tarnbrook'))[0]).toBe(900);
  });

  it('looks at the newest of what has common words alone', async () => {
    await keepMany();
    expect((await articles('power')).toSorted()).toEqual([6, 7, 8, 9, 10, 11].map((n) => `power ${n}`).toSorted());
  });

  it('takes no row for a common word alone where the rare one has enough', async () => {
    await keepMany();
    await keep('again', 'Tarnbrook waits.');
    expect((await articles('Tarnbrook power')).toSorted()).toEqual(['again', 'old', 'older']);
  });

  it('passes over a word that is nearly everywhere, unless it is all that is asked for', async () => {
    for (let n = 0; n < 12; n += 1) await keep(`plant ${n}`, n % 4 === 0 ? 'A plant of gas.' : 'A plant.');
    expect((await articles('gas plant')).toSorted()).toEqual(['plant 0', 'plant 4', 'plant 8']);
    expect(await articles('plant')).toHaveLength(6);
    expect(await articles('gas nowhere')).toHaveLength(3);
    expect(await articles('nowhere')).toEqual([]);
  });

  it('pages and orders what several of its lists bring together', async () => {
    await keepMany();
    const all = await figures('Tarnbrook power');
    expect(all).toHaveLength(7);
    expect(await figures('Tarnbrook power', { limit: 3, offset: 3 })).toEqual(all.slice(3, 6));
    expect(await figures('Tarnbrook power', { order: 'weight' })).toEqual(all.toSorted((a, b) => b - a));
    expect(await figures('Tarnbrook power', { sight: { ...sight, feeds: ['feed-other'] } })).toEqual([]);
  });
});
