import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/ask/index-of.ts';
import { likenessIn } from '../../../src/ask/weighing/events.ts';
import { articleOf } from '../articles.ts';

describe('how much two articles tell of one event', () => {
  const articles = [
    articleOf(
      'seeks',
      'Ostermere asks banks for a loan against its chips',
      'Ostermere Compute wants to borrow $2.4 billion from lenders led by Carrick Bank. The loan would be secured on 30,000 accelerators in Dunholt.',
    ),
    articleOf(
      'closes',
      'Ostermere settles for a smaller loan',
      'Ostermere Compute has borrowed $1.8 billion from Carrick Bank and others. Two insurers dropped out, since they doubt what accelerators in Dunholt will fetch.',
    ),
    articleOf(
      'outage',
      'Cloud outage stops payments in the north',
      'A failed valve shut the hall of Fellside Cloud on Sunday. Payments in three towns stopped for five hours.',
    ),
    ...Array.from({ length: 6 }, (_, n) =>
      articleOf(
        `other${n}`,
        `Report ${n}`,
        `The plant number ${n} makes pumps. It has ${n + 40} people and sells to ships.`,
      ),
    ),
  ];
  const index = indexOf(articles);
  const likeness = likenessIn(index);
  const between = (one: number, other: number): number => {
    const [a, b] = [index.articles[one], index.articles[other]];
    return a === undefined || b === undefined ? -1 : likeness(a, b);
  };

  it('is high for what came of it, and nought for another matter', () => {
    expect(between(0, 1)).toBeGreaterThan(0.1);
    expect(between(0, 2)).toBeLessThan(0.05);
    expect(between(0, 0)).toBeCloseTo(1);
  });
});
