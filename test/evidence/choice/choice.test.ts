import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/evidence/figures.ts';
import { quotesIn } from '../../../src/evidence/quotes.ts';
import { learnedFrom } from '../../../src/evidence/told/choice/choose.ts';
import { newsOf } from '../labels.ts';
import { type Field, score } from '../told-news.ts';
import { learn } from './learn.ts';
import { fingerprint, judgedCaptions, LEARNED, UNSEEN } from './news.ts';

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
    ['unit', 0.945],
    ['concept', 0.77],
    ['subject', 0.74],
    ['when', 0.79],
    ['attributedTo', 0.88],
    ['standing', 0.87],
    ['wholly', 0.38],
    ['speaker', 0.87],
  ])('have their %s read', (field, least) => {
    const [right, all] = shares
      .map((each) => each.get(field) ?? [0, 0])
      .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    expect(right / all, `${right} of ${all}`).toBeGreaterThan(least);
  });
});

describe('captions of articles that nothing was learned from', () => {
  const captions = judgedCaptions();
  const marks = UNSEEN.flatMap((file) => newsOf(file)).flatMap(({ title, published, text }) =>
    figuresIn(text, published, { title, quotes: quotesIn(text) }).flatMap(({ start, caption }) => {
      const judged = captions.get(`${title} ${start}`);
      return judged === undefined ? [] : [caption === null ? null : judged.get(caption)];
    }),
  );
  const given = marks.filter((mark) => mark !== null);
  const known = given.filter((mark) => mark !== undefined);
  const share = (wanted: string): number => known.filter((mark) => wanted.includes(mark)).length / known.length;

  it('are given where one is good, more often than not', () => {
    expect(marks.length).toBeGreaterThan(600);
    expect(given.length / marks.length).toBeGreaterThan(0.33);
  });

  it('are good by whoever judged them, and seldom wrong', () => {
    expect(known.length / given.length).toBeGreaterThan(0.9);
    expect(share('Gg'), `${known.length} judged`).toBeGreaterThan(0.68);
    expect(share('w')).toBeLessThan(0.19);
  });
});
