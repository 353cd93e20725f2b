import { describe, expect, it } from 'vitest';
import { learnedFrom } from '../../../src/evidence/told/choice/choose.ts';
import { type Field, score } from '../told-news.ts';
import { learn } from './learn.ts';
import { fingerprint, LEARNED, UNSEEN } from './news.ts';

describe('the choice of what is told of a figure', () => {
  it('was learned from the articles that stand here: else run train.ts', () => {
    expect(learnedFrom()).toBe(fingerprint(LEARNED));
  });

  it('learns what speaks for a candidate, and against it', () => {
    const [of, near, far] = [1, 2, 3];
    const choices = Array.from({ length: 60 }, (_, n) => ({
      candidates: [
        { names: n % 2 === 0 ? [of, near] : [of, far], right: true },
        { names: n % 2 === 0 ? [far] : [near], right: false },
      ],
    }));
    const weights = learn(choices, 1);
    expect(weights.get(of)).toBeGreaterThan(1);
    expect(Math.abs(weights.get(near) ?? 9)).toBeLessThan(0.5);
  });
});

/**
 * Articles of many shapes, marked by who had not seen what is read from them, and never learned from. The bounds own up to what is right today,
 * a figure or two below it.
 */
describe('figures of articles that nothing was learned from', () => {
  const shares = UNSEEN.map((file) => score(file).shares);
  it.each<[Field, number]>([
    ['unit', 0.93],
    ['concept', 0.81],
    ['subject', 0.7],
    ['when', 0.77],
    ['attributedTo', 0.88],
    ['standing', 0.88],
    ['wholly', 0.38],
    ['speaker', 0.87],
  ])('have their %s read', (field, least) => {
    const [right, all] = shares
      .map((each) => each.get(field) ?? [0, 0])
      .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    expect(right / all, `${right} of ${all}`).toBeGreaterThan(least);
  });
});
