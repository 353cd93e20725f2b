import { describe, expect, it } from 'vitest';
import { lookUp } from '../../src/ledger/look-up.ts';
import type { FigureEntry } from '../../src/ports/store.ts';
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

const found = async (topic: string, entries: readonly FigureEntry[]) => {
  const ledger = { figures: async () => ({ entries, more: false }) };
  const { rows } = await lookUp(
    { ...ledger, save: async () => {}, quotes: async () => ({ entries: [], more: false }), speakers: async () => [] },
    { topic, unit: null, since: null, now: NOW },
    { workspace: 'fake:acme', feeds: ['feed-grid'] },
  );
  return rows.map(({ entry: { figure } }) => figure.text);
};

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
