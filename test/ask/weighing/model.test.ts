import { describe, expect, it } from 'vitest';
import stored from '../../../src/ask/weighing/model.json' with { type: 'json' };
import { READ, WORDS } from '../../../src/ask/weighing/traits.ts';
import { turnsOf, turnsTold } from '../../../src/ask/weighing/turns.ts';
import { deskOf, fingerprint, LEARNED } from './questions.ts';

describe('the weighing of answers', () => {
  it('was learned from the questions that stand here: else run train.ts', () => {
    expect(stored.questions).toBe(fingerprint(LEARNED.map(deskOf)));
  });

  it('asks for traits that there are, each with a name of its own, and before reading for those of the words alone', () => {
    const words = WORDS.map(({ name }) => name);
    const all = [...words, ...READ.map(({ name }) => name)];
    expect(new Set(all).size).toBe(all.length);
    expect(words).toEqual(expect.arrayContaining(stored.words.traits));
    expect(all).toEqual(expect.arrayContaining(stored.read.traits));
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
