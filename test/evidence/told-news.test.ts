import { describe, expect, it } from 'vitest';
import { type Field, score } from './told-news.ts';

/** The least share of each field in the passages that its rules were read from, and in those that nobody read before. */
const LEAST: readonly (readonly [field: Field, read: number, unread: number])[] = [
  ['unit', 0.97, 0.93],
  ['concept', 0.87, 0.9],
  ['subject', 0.83, 0.8],
  ['when', 0.94, 0.93],
  ['attributedTo', 0.94, 0.89],
  ['standing', 0.92, 0.84],
  ['wholly', 0.64, 0.57],
  ['speaker', 0.95, 0.95],
  ['role', 0.95, 0.87],
  ['organisation', 0.92, 0.83],
];

describe.each([
  ['news of the field', 'told-news.txt', 1],
  ['later news of the field', 'told-news-later.txt', 2],
] as const)('reads in %s', (_, file, column) => {
  const { shares } = score(file);
  it.each(LEAST)('the %s of each', (...row) => {
    const [right, all] = shares.get(row[0]) ?? [0, 1];
    expect(right / all, `${right} of ${all}`).toBeGreaterThan(row[column]);
  });
});
