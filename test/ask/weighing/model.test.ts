import { describe, expect, it } from 'vitest';
import { READ, WORDS } from '../../../src/ask/weighing/traits.ts';
import { turnsOf, turnsTold } from '../../../src/ask/weighing/turns.ts';
import { learnedFrom } from '../../../src/ask/weighing/weigh.ts';
import { deskOf, fingerprint, LEARNED } from './questions.ts';

describe('the weighing of answers', () => {
  it('was learned from the questions that stand here: else run train.ts', () => {
    expect(learnedFrom().questions).toBe(fingerprint(LEARNED.map(deskOf)));
  });

  it('knows as many traits as there are, each by a name of its own', () => {
    const names = [...WORDS, ...READ].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(learnedFrom().traits).toBe(names.length);
  });

  it.each([
    ['was anybody injured?', 'The driver was unhurt, and nobody else was hurt.', 1],
    ['was anybody injured?', 'The driver had slept in his cab.', 0],
    ['who sat in the cab?', 'The driver had slept in his cab.', null],
    ['what will the harbour do with the money?', 'The grant is to be spent on a second lock.', 1],
    ['when is the lock ready?', 'The lock opens in May.', 1],
  ])('knows by which words a way of asking is told: %s', (asked, told, share) => {
    expect(turnsTold(turnsOf(asked), told)).toBe(share);
  });
});
