import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/ask/index-of.ts';
import { likenessOf } from '../../../src/ask/weighing/events.ts';
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
  const likeness = likenessOf(index.articles, index);

  it('is high for what came of it, and nought for another matter', () => {
    expect(likeness('seeks', 'closes')).toBeGreaterThan(0.1);
    expect(likeness('closes', 'seeks')).toBe(likeness('seeks', 'closes'));
    expect(likeness('seeks', 'outage')).toBeLessThan(0.05);
    expect(likeness('seeks', 'seeks')).toBeCloseTo(1);
  });
});
