import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/model.ts';
import { voiceOf } from '../../src/stories/publishers.ts';
import { quantitiesOf } from '../../src/stories/quantities.ts';
import { type RankInput, rankOf } from '../../src/stories/rank.ts';
import { article, evidenceOf } from './article.ts';

/** What a story says that is of one sentence. */
function said(text: string): Quantity[] {
  const articles = [article({ title: 'Fjell Estates', text })];
  return quantitiesOf(articles, evidenceOf(articles), voiceOf);
}

const STORY: RankInput = {
  topics: ['power'],
  because: ['megawatts'],
  publishers: 1,
  quantities: [],
  entities: ['Fjell Estates'],
  novelty: { state: 'new', changes: [], toldIn: null },
  ageHours: 2,
  followed: [],
};
const rank = (rest: Partial<RankInput>): number => rankOf({ ...STORY, ...rest }).rank;

describe('what stands first', () => {
  it('is today’s news before that of two days ago that names two companies more', () => {
    const older = { ageHours: 48, entities: ['Fjell Estates', 'Maro Cloud', 'Ostrel'] };
    expect(rank({})).toBeGreaterThan(rank(older));
    // Among what is of one age the names decide.
    expect(rank({ ...older, ageHours: 2 })).toBeGreaterThan(rank({}));
  });

  it('is what a second publisher confirms before what a day makes older', () => {
    expect(rank({ publishers: 2, ageHours: 26 })).toBeGreaterThan(rank({}));
  });

  it('is the larger figure, and one that is much before a second publisher of one that is not', () => {
    const [small, much, more] = [200, 900, 9_000].map((megawatts) => ({
      quantities: said(`Fjell Estates will lease ${megawatts} megawatts in Ohio.`),
    }));
    expect(small?.quantities).toHaveLength(1);
    expect(rank({ ...small })).toBe(rank({}));
    expect(rank({ ...much })).toBeGreaterThan(rank({ ...small, publishers: 2 }));
    expect(rank({ ...more })).toBeGreaterThan(rank({ ...much }));
    // But not without end: no figure outweighs what two more publishers confirm and the reader follows.
    const most = { quantities: said('Fjell Estates will lease 9,000,000 megawatts in Ohio.') };
    expect(rank({ ...most })).toBeLessThan(rank({ publishers: 3, followed: ['Fjell'] }));
  });
});
