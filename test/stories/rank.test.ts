import { describe, expect, it } from 'vitest';
import { type RankInput, rankOf } from '../../src/stories/rank.ts';

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
});
