import { describe, expect, it } from 'vitest';
import { trendInWords } from '../../src/document/trend.ts';
import { trendOf } from '../../src/ledger/series.ts';
import { kept } from './entry.ts';

const entries = [
  ...kept('a', 'K9 rental', 'Renting a K9 cost $3.90 an hour in June 2026.', '2026-06-30T06:00:00.000Z'),
  ...kept('b', 'K9 rental', 'Renting a K9 cost $3.10 an hour in October 2026.', '2026-10-30T06:00:00.000Z'),
  ...kept('c', 'K9 maker', 'The maker of the K9 employs 4,000 people.', '2026-10-30T06:00:00.000Z'),
];

describe('a trend', () => {
  it('joins the figures of one quantity and unit in time, and counts what it leaves out', () => {
    const trend = trendOf('K9 rental', entries);
    expect(trend?.series.points.map(({ at, high }) => [at, high])).toEqual([
      ['2026-06-01', 3.9],
      ['2026-10-01', 3.1],
    ]);
    expect([...(trend?.leftOut ?? [])]).toEqual([['unit', 1]]);
  });

  it('tells itself in words, for who does not see the chart', () => {
    const trend = trendOf('K9 rental', entries);
    expect(trend && trendInWords(trend.series, trend.entries)).toMatch(
      /fell from \$3\.90 an hour \(Jun 2026\) to \$3\.10 an hour \(Oct 2026\), over 2 points/,
    );
  });

  it('keeps beside it what another source says of the same time, each value once', () => {
    const others = [
      ...kept('d', 'K9 rental', 'Renting a K9 cost $3.30 an hour in October 2026.', '2026-10-29T06:00:00.000Z'),
      ...kept('e', 'K9 rental', 'Renting a K9 cost $3.30 an hour in October 2026.', '2026-10-28T06:00:00.000Z'),
      ...kept('f', 'K9 rental', 'Renting a K9 cost $3.10 an hour in October 2026.', '2026-10-28T06:00:00.000Z'),
    ];
    const trend = trendOf('K9 rental', [...entries, ...others]);
    expect(trend?.disputed.map(({ figure }) => figure.text)).toEqual(['$3.30 an hour']);
    expect(trendOf('K9 rental', entries)?.disputed).toEqual([]);
  });

  it('is of whoever is asked for by name, though an article that names them tells more of another', () => {
    const results = [
      ...kept('a', 'Results', 'Maro Cloud reported revenue of $7 billion in 2025.', '2026-02-01T06:00:00.000Z'),
      ...kept(
        'b',
        'Results',
        'Brask, which sells to Maro, reported revenue of $2 billion in 2024.',
        '2025-02-01T06:00:00.000Z',
      ),
      ...kept(
        'c',
        'Results',
        'Brask, which sells to Maro, reported revenue of $3 billion in 2025.',
        '2026-02-01T06:00:00.000Z',
      ),
    ];
    expect(trendOf('Maro', results)?.series.points.map(({ label }) => label)).toEqual(['$7 billion']);
    expect(trendOf('Brask', results)?.series.points.map(({ label }) => label)).toEqual(['$2 billion', '$3 billion']);
    expect(trendOf('revenue', results)?.series.title).toBe('Brask: revenue');
  });

  it('is none of nothing', () => {
    expect(trendOf('K9 rental', [])).toBeNull();
  });
});
