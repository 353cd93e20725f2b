import { expect, it } from 'vitest';
import { type Field, score } from './told-news.ts';

const { shares } = score('told-news.txt');

it.each<[Field, number]>([
  ['unit', 0.97],
  ['concept', 0.85],
  ['subject', 0.83],
  ['when', 0.88],
  ['attributedTo', 0.94],
  ['standing', 0.92],
  ['wholly', 0.59],
  ['speaker', 0.95],
  ['role', 0.95],
  ['organisation', 0.95],
])('reads the %s of news of the field', (field, least) => {
  const [right, all] = shares.get(field) ?? [0, 1];
  expect(right / all, `${right} of ${all}`).toBeGreaterThan(least);
});
