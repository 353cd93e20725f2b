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

/** What is told of a table of sums: text, value, unit, time, caption. */
const sums = (...lines: string[]): string[] =>
  figuresIn(table(...lines), '2026-11-05T09:00:00Z', { title: 'Orvane Glass reports its third quarter' }).map(
    ({ text, value, unit, when, caption }) => [text, value, unit, when, caption].join('; '),
  );

describe('a number takes what its heads say once', () => {
  it.each([
    [
      'millions, but not per share; and no sign is needed between two that have one',
      [
        '(In millions, except per share data)',
        '| Three Months Ended September 30, 2026',
        'Revenue | $410',
        'Cost of revenue | 212',
        'Gross margin | 48.3%',
        'Net income | $52',
        'Net income per share:',
        'Diluted | $0.41',
        'Shares, diluted | 127',
      ],
      [
        '$410; 410000000; USD; 2026-Q3; Orvane Glass’ revenue',
        '212; 212000000; USD; 2026-Q3; Orvane Glass’ cost of revenue',
        '48.3%; 48.3; percentage; 2026-Q3; Orvane Glass’ gross margin',
        '$52; 52000000; USD; 2026-Q3; Orvane Glass’ net income',
        '$0.41; 0.41; USD per share; 2026-Q3; Orvane Glass’ diluted net income per share',
      ],
    ],
    [
      'in money and scale behind the time, with a loss in brackets',
      [' | Six months ended 30 June 2026 £m', 'Operating income | (1.5)', 'Loss before tax | (12.1)'],
      [
        '(1.5); -1500000; GBP; 2026-01/2026-06; Orvane Glass’ operating income',
        '(12.1); 12100000; GBP; 2026-01/2026-06; Orvane Glass’ loss before tax',
      ],
    ],
    [
      'of the whole table, save of what counts people',
      ['Key figures (€ million)', '| 2026', 'Net sales | 410.2', 'Employees | 1,210'],
      ['410.2; 410200000; EUR; 2026; Orvane Glass’ net sales'],
    ],
    [
      'in its own row',
      ['| Q3 2026', 'Free cash flow (US$ thousand) | 1,400', 'Load (MW) | 31', 'Yield (%) | 88'],
      [
        '1,400; 1400000; USD; 2026-Q3; Orvane Glass’ free cash flow',
        '31; 31; megawatt; 2026-Q3; Orvane Glass’ load',
        '88; 88; percentage; 2026-Q3; Orvane Glass’ yield',
      ],
    ],
    [
      'in short signs, with blanks between thousands, and brackets around what is spent',
      ['MSEK | Jul-Sep 2026', 'Net sales | 4 102', 'Operating margin, % | 12.1', 'Capex (SEK m) | (120)'],
      [
        '4 102; 4102000000; SEK; 2026-07/2026-09; Orvane Glass’ net sales',
        '12.1; 12.1; percentage; 2026-07/2026-09; Orvane Glass’ operating margin',
        '(120); 120000000; SEK; 2026-07/2026-09; Orvane Glass’ capex',
      ],
    ],
    [
      'of an outlook, whose columns are its ends',
      ['| Q4 2026 Guidance Low', 'Revenue (in millions) | $430'],
      ['$430; 430000000; USD; 2026-Q4; Orvane Glass’ revenue'],
    ],
    ['and none where nobody says which money', ['(in thousands)', '| Q3 2026', 'Revenue | 410', 'Net income | 52'], []],
    [
      'and a part of the sales has no caption but by what stands over it',
      ['(in millions)', '| Q3 2026', 'Ovens | $40', 'Revenue:', 'Kilns | $300', 'Total | $340'],
      [
        '$40; 40000000; USD; 2026-Q3; ',
        '$300; 300000000; USD; 2026-Q3; Orvane Glass’ kilns revenue',
        '$340; 340000000; USD; 2026-Q3; Orvane Glass’ total revenue',
      ],
    ],
    [
      'and a time only where its head tells one whole',
      ['| 9M 2026 | FY2027 Q3', 'Revenue | $4.1 million | $5 million'],
      ['$4.1 million; 4100000; USD; ; Orvane Glass’ revenue', '$5 million; 5000000; USD; ; Orvane Glass’ revenue'],
    ],
  ])('%s', (_, lines, figures) => {
    expect(sums(...lines)).toEqual(figures);
  });

  it('from the line above the table, and none where only the text says that some are in millions', () => {
    const rows = '| | Q3 2026 |\n| Revenue | $410 |';
    const told = (text: string): unknown[] => figuresIn(text, '2026-11-05T09:00:00Z').map(({ value }) => value);
    expect(told(`Orvane Glass told how it went.\n\nResults (in millions)\n\n${rows}`)).toEqual([410_000_000]);
    expect(told(`Orvane Glass told how it went.\n\n${rows}\n\nIt counts (in millions) what is sold.`)).toEqual([]);
  });
});
