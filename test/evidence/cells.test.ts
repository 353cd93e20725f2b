import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';

/** What is told of each figure of a text: concept, subject, time, unit, direction, caption. */
const told = (text: string): string[] =>
  figuresIn(text, '2026-11-05T09:00:00Z', { title: 'Orvane Glass reports its third quarter' }).map((figure) =>
    [figure.text, figure.concept, figure.subject, figure.when, figure.unit, figure.direction, figure.caption].join(
      '; ',
    ),
  );

const table = (...lines: string[]): string =>
  `Orvane Glass, Inc. told how its third quarter went.\n\n${lines.map((line) => `| ${line} |`).join('\n')}\n\nIts kilns are full.`;

describe('a figure in a table is told by the heads of its row and its column', () => {
  it.each([
    [
      'of results, by their periods',
      table('| Q3 2026 | Q3 2025 | Change', '---|---|---|---', 'Net sales | $52 million | $40 million | 30%'),
      [
        '$52 million; Net sales; Orvane Glass; 2026-Q3; USD; ; Orvane Glass’ net sales',
        '$40 million; Net sales; Orvane Glass; 2025-Q3; USD; ; Orvane Glass’ net sales',
        '30%; Net sales; Orvane Glass; ; percentage; up; Orvane Glass’ net sales',
      ],
    ],
    [
      'with a unit that stands in a head',
      table('| Nine months ended September 30, 2026', 'Kiln load (MW) (1) | 1,340'),
      ['1,340; Kiln load; Orvane Glass; 2026-01/2026-09; megawatt; ; Orvane Glass’ kiln load'],
    ],
    [
      'whose column compares, and fell',
      table('| 2026 | Y/Y', 'Orders | €81 million | -12%'),
      [
        '€81 million; Orders; Orvane Glass; 2026; EUR; ; Orvane Glass’ orders',
        '-12%; Orders; Orvane Glass; ; percentage; ; Orvane Glass’ orders',
      ],
    ],
    [
      'whose rows are periods',
      table('Quarter | Furnaces | Price', 'Q1 2026 | 14 | $90'),
      [
        '14; Furnaces; Orvane Glass; 2026-Q1; ; ; Orvane Glass’ furnaces',
        '$90; Price; Orvane Glass; 2026-Q1; USD; ; Orvane Glass’ price',
      ],
    ],
    [
      'of things side by side, each row one',
      table('Works | Output | Opens', 'Lyon | 300 MW | 2027', 'Ghent | 40 MW | 2028'),
      ['300 MW; Output; Lyon; ; megawatt; ; Lyon’s output', '40 MW; Output; Ghent; ; megawatt; ; Ghent’s output'],
    ],
    [
      'of things side by side, each column one',
      table('Metric | K40 | K80', 'Throughput | 300 MW | 400 MW'),
      [
        '300 MW; Throughput; K40; ; megawatt; ; K40 throughput',
        '400 MW; Throughput; K80; ; megawatt; ; K80 throughput',
      ],
    ],
  ])('%s', (_, text, lines) => {
    expect(told(text)).toEqual(lines);
  });
});
