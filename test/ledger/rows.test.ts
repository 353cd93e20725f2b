import { describe, expect, it } from 'vitest';
import { attached, flatten, written } from '../../src/ledger/export.ts';
import { rowsOf } from '../../src/ledger/rows.ts';
import { kept } from './entry.ts';

const NOV = '2026-11-24T06:00:00.000Z';
const SEP = '2026-09-02T06:00:00.000Z';

describe('the rows of the ledger', () => {
  it('are one for an amount that several articles state, however they call it', () => {
    const entries = [
      ...kept('wire', 'Orbin signs for power', 'Orbin has agreed to buy 2.4 gigawatts of electricity in Ohio.', NOV),
      ...kept('weekly', 'Orbin and the grid', 'The deal gives Orbin 2.4 gigawatts by 2029.', NOV),
    ];
    const [row, ...others] = rowsOf(entries);
    expect(others).toEqual([]);
    expect(row?.witnesses).toHaveLength(1);
  });

  it('show a number as who tells it outright, not as who says what it is not', () => {
    const entries = [
      ...kept('weekly', 'A rule for clusters', 'The number to watch in the draft is not 50,000 chips.', NOV),
      ...kept('wire', 'A rule for clusters', 'The draft covers clusters of 50,000 chips.', NOV),
    ];
    const [row] = rowsOf(entries);
    expect(row?.entry.figure.standing).toBe('stated');
    expect(row?.witnesses).toHaveLength(1);
  });

  it('are two for one count of two things', () => {
    const entries = [
      ...kept('wire', 'Orbin hires', 'Orbin has 40 engineers in Lund.', NOV),
      ...kept('weekly', 'Orbin sells', 'Orbin sold 40 buildings in Oslo.', NOV),
    ];
    expect(rowsOf(entries)).toHaveLength(2);
  });

  it('show the newest value of a quantity, and what it was before', () => {
    const entries = [
      ...kept('wire', 'Orbin raises its plan', 'Orbin plans capital spending of $41 billion in 2027.', NOV),
      ...kept('weekly', 'Orbin plans', 'Orbin plans capital spending of $38 billion in 2027.', SEP),
    ];
    const [row] = rowsOf(entries);
    expect(row?.entry.figure.text).toBe('$41 billion');
    expect(row?.earlier.map(({ figure }) => figure.text)).toEqual(['$38 billion']);
  });
});

describe('a forecast', () => {
  const forecasts = (text: string) =>
    kept('wire', 'Orbin news', text, NOV).map(({ figure, forecast }) => [figure.text, forecast]);

  it('is told by its own clause, not by what else the sentence foretells', () => {
    expect(forecasts('Orbin runs 38,000 accelerators, and it will pay customers $55 million.')).toEqual([
      ['38,000 accelerators', false],
      ['$55 million', true],
    ]);
  });

  it('is whatever holds for a time that has not begun', () => {
    expect(forecasts('The board of Orbin approved capital spending of $38 billion for 2027.')).toEqual([
      ['$38 billion', true],
    ]);
  });

  it('is no report of a time that is over', () => {
    expect(forecasts('Orbin spent $27 billion in 2025.')).toEqual([['$27 billion', false]]);
  });
});

describe('an export', () => {
  const source = {
    n: 1,
    article: 'a',
    title: 't',
    url: 'https://news.example/wire',
    publisher: 'The, "Wire"',
    published: NOV,
    corrected: false,
  };
  const rows = rowsOf(kept('wire', 'Orbin signs', 'Orbin has about 2.4 gigawatts in Ohio.', NOV));
  const flat = flatten(rows, () => source);

  it('is JSON of plain records', () => {
    expect(JSON.parse(written(flat, 'json'))).toMatchObject([
      { low: 2.4, high: 2.4, unit: 'gigawatt', hedge: 'about', kind: 'fact', url: source.url },
    ]);
  });

  it('is CSV that a spreadsheet reads as it is: quoted, and never a formula', () => {
    const [first] = flat;
    if (first === undefined) throw new Error('expected a row');
    const csv = written([{ ...first, what: '=HYPERLINK("https://evil.example")' }], 'csv');
    const [head, line] = csv.split('\n');
    expect(head).toMatch(/^low,high,unit,hedge/);
    expect(line).toContain('"The, ""Wire"""');
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  it('is a file with a name of its own, whose lines end as RFC 4180 has them', () => {
    const file = attached('Orbin: power in Győr?', written(flat, 'csv'), 'csv');
    expect(file.name).toBe('figures-orbin-power-in-gyor.csv');
    expect(file.content.split('\r\n')).toHaveLength(3);
    expect(file.content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(JSON.parse(attached('x', written(flat, 'json'), 'json').content)).toHaveLength(1);
  });
});
