import { describe, expect, it } from 'vitest';
import { lookUp, lookUpAll, type Part } from '../../src/ledger/look-up.ts';
import { trendVerified } from '../../src/ledger/read-back.ts';
import type { Candidate, FigureEntry, LedgerStore } from '../../src/ports/store.ts';
import { kept } from './entry.ts';

const NOW = new Date('2026-11-24T08:00:00.000Z');
const TODAY = '2026-11-24T06:00:00.000Z';
const NINE_WEEKS_AGO = '2026-09-22T06:00:00.000Z';

type Given = { readonly weight: number; readonly concept?: string; readonly at?: string };

/** What the ledger keeps of one sentence, weighing as much as the test says. */
function entry(name: string, text: string, { weight, concept, at = TODAY }: Given): FigureEntry {
  const [first] = kept(name, `News of ${name}`, text, at);
  if (first === undefined) throw new Error(`nothing is counted in ${text}`);
  const figure = { ...first.figure, concept: concept ?? first.figure.concept };
  return { ...first, figure, weight };
}

/** A ledger that has these, of which the ones of `damaged` articles do not hold any more; `read` tells what was read back. */
function ledgerOf(
  entries: readonly FigureEntry[],
  damaged: readonly string[] = [],
  read: Candidate[] = [],
): LedgerStore {
  return {
    candidates: async () => ({ entries, more: false }),
    async verified(candidates) {
      read.push(...candidates);
      const held = entries.filter(({ figure }) => !damaged.includes(figure.article));
      return new Map(held.filter((entry) => candidates.includes(entry)).map((entry) => [entry, entry]));
    },
    figures: async () => ({ entries, more: false }),
    save: async () => {},
    quotes: async () => ({ entries: [], more: false }),
    speakers: async () => [],
  };
}

const lookedUp = (topic: string, ledger: LedgerStore, part?: Part) =>
  lookUp(ledger, { topic, unit: null, since: null, now: NOW }, { workspace: 'fake:acme', feeds: ['feed-grid'] }, part);

const textsOf = ({ rows }: Awaited<ReturnType<typeof lookUp>>) => rows.map(({ entry: { figure } }) => figure.text);

const found = async (topic: string, entries: readonly FigureEntry[]) =>
  textsOf(await lookedUp(topic, ledgerOf(entries)));

describe('what a look-up answers first', () => {
  it('is the news rather than what weighed more weeks ago', async () => {
    expect(
      await found('turbines', [
        entry('old', 'Orbin ordered 40 turbines in Lund.', { weight: 2, at: NINE_WEEKS_AGO }),
        entry('new', 'Tarn ordered 70 turbines in Oslo.', { weight: 1 }),
      ]),
    ).toEqual(['70 turbines', '40 turbines']);
  });

  it('is still the weightier of two that came at one time', async () => {
    expect(
      await found('turbines', [
        entry('old', 'Orbin ordered 40 turbines in Lund.', { weight: 2 }),
        entry('new', 'Tarn ordered 70 turbines in Oslo.', { weight: 1 }),
      ]),
    ).toEqual(['40 turbines', '70 turbines']);
  });

  it('is what several state rather than what one does', async () => {
    const said = 'Orbin has agreed to buy 2.4 gigawatts of electricity in Ohio.';
    expect(
      await found('electricity', [
        entry('one', 'Tarn wants 3.1 gigawatts of electricity in Utah.', { weight: 1.2 }),
        entry('two', said, { weight: 1 }),
        entry('three', said, { weight: 1 }),
        entry('four', said, { weight: 1 }),
      ]),
    ).toEqual(['2.4 gigawatts', '3.1 gigawatts']);
  });

  it('is what is counted under the asked name rather than what stands beside it', async () => {
    expect(
      await found('rent', [
        entry('one', 'The rent was settled after 60 votes.', { weight: 1.2, concept: 'votes' }),
        entry('two', 'Tarn pays $40 million of rent in Oslo.', { weight: 1, concept: 'rent' }),
      ]),
    ).toEqual(['$40 million', '60 votes']);
  });

  it('is nothing that has few of the asked words where something has all', async () => {
    expect(
      await found('turbine blades', [
        entry('one', 'Tarn has 40 turbine blades in Oslo.', { weight: 1 }),
        entry('two', 'Orbin has 70 blades of grass in Lund.', { weight: 9 }),
      ]),
    ).toEqual(['40 turbine blades']);
  });
});

describe('words of time in a look-up', () => {
  const turbines = [
    entry('old', 'Orbin ordered 40 turbines in Lund.', { weight: 1, at: NINE_WEEKS_AGO }),
    entry('last', 'Tarn ordered 70 turbines in Oslo.', { weight: 1, at: '2026-11-18T06:00:00.000Z' }),
    entry('new', 'Helm ordered 90 turbines in Bergen.', { weight: 1 }),
  ];

  it.each([
    ['turbines last week', ['70 turbines']],
    ['turbines today', ['90 turbines']],
    ['turbines since October', ['90 turbines', '70 turbines']],
    ['turbines in September', ['40 turbines']],
    ['turbines', ['90 turbines', '70 turbines', '40 turbines']],
  ])('are time, and no words that a figure must have: %s', async (topic, texts) => {
    expect(await found(topic, turbines)).toEqual(texts);
  });
});

describe('what is shown of a look-up', () => {
  const turbines = [40, 55, 70, 85, 100].map((count, n) =>
    entry(`paper-${n}`, `Orbin ordered ${count} turbines in Lund.`, { weight: 9 - n }),
  );
  const article = (n: number) => turbines[n]?.figure.article ?? '';

  it('is read back from its articles, and nothing else is', async () => {
    const read: Candidate[] = [];
    const page = await lookedUp('turbines', ledgerOf(turbines, [], read), { offset: 1, most: 2 });
    expect(textsOf(page)).toEqual(['55 turbines', '70 turbines']);
    expect(read.map(({ figure }) => figure.text)).toEqual(['55 turbines', '70 turbines']);
    expect(page).toMatchObject({ next: 3, left: 2 });
  });

  it('is the next row where one does not stand in its article any more', async () => {
    const page = await lookedUp('turbines', ledgerOf(turbines, [article(0), article(2)]), { offset: 0, most: 3 });
    expect(textsOf(page)).toEqual(['55 turbines', '85 turbines', '100 turbines']);
    expect(page).toMatchObject({ next: null, left: 0 });
  });

  it('is a row by its witness where the article that stood for it was altered', async () => {
    const said = 'Orbin has agreed to buy 2.4 gigawatts of electricity in Ohio.';
    const two = [entry('one', said, { weight: 2 }), entry('two', said, { weight: 1 })];
    const [first] = two;
    const { rows } = await lookedUp('electricity', ledgerOf(two, [first?.figure.article ?? '']));
    expect(rows.map(({ entry: { figure }, witnesses }) => [figure.article, witnesses])).toEqual([
      [two[1]?.figure.article, []],
    ]);
  });

  it('is a trend made anew without a point that does not hold', async () => {
    const told = [
      ['a', '2.10', 'July'],
      ['b', '2.40', 'August'],
      ['c', '9.90', 'September'],
      ['d', '2.60', 'October'],
    ] as const;
    const prices = told.flatMap(([name, price, month]) =>
      kept(name, 'K9 rental', `Renting a K9 cost $${price} an hour in ${month} 2026.`, TODAY),
    );
    const ledger = ledgerOf(prices, [prices[2]?.figure.article ?? '']);
    const trend = await trendVerified(ledger, 'K9 rental', prices, 20);
    expect(trend?.series.points.map(({ low }) => low)).toEqual([2.1, 2.4, 2.6]);
    expect(trend?.entries).toEqual([prices[0], prices[1], prices[3]]);
    const short = await trendVerified(ledger, 'K9 rental', prices, 2);
    expect(short?.series.points.map(({ low }) => low)).toEqual([2.4, 2.6]);
  });
});

describe('all that the ledger has', () => {
  /** Twelve articles of twelve days with two figures each, given out as a store does: the newest first, before a moment. */
  const days = Array.from({ length: 12 }, (_, n) => `2026-11-${String(10 + n)}T06:00:00.000Z`);
  const all = days.flatMap((at, n) =>
    kept(`day-${n}`, 'News', `Orbin ordered ${40 + n} turbines and ${200 + 7 * n} cranes.`, at),
  );
  const paged: LedgerStore = {
    ...ledgerOf(all),
    async candidates({ to = null, limit }) {
      const left = all.toReversed().filter(({ at }) => to === null || at < to.toISOString());
      return { entries: left.slice(0, limit), more: left.length > limit };
    },
  };

  it.each([1, 2, 5, 24, 100])('comes whole in batches of %i, each figure once', async (batch) => {
    const wanted = { topic: 'orbin', unit: null, since: null, now: NOW };
    const told: string[] = [];
    for await (const rows of lookUpAll(paged, wanted, { workspace: 'fake:acme', feeds: ['feed-grid'] }, batch))
      told.push(...rows.map(({ entry: { figure } }) => figure.text));
    expect(told.toSorted()).toEqual(all.map(({ figure }) => figure.text).toSorted());
  });
});
