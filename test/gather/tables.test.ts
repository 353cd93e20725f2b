import { describe, expect, it } from 'vitest';
import { readPage, textOf } from '../../src/gather/article.ts';

/** Rows of cells as HTML, the first of which heads the columns. */
const rows = (...lines: string[]): string =>
  lines
    .map(
      (line) =>
        `<tr>${line
          .split('|')
          .map((cell) => `<td>${cell.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('');
const lines = (...texts: string[]): string => texts.join('\n');

describe('a table of data is read as lines', () => {
  it.each([
    [
      'of a wire, with spacers, signs and brackets in cells of their own, and heads in two rows',
      `<table><tr><td colspan="9">ORVANE GLASS, INC.<br>STATEMENTS OF OPERATIONS</td></tr>
      <tr><td colspan="9">(In millions, except per share data)</td></tr>
      <tr><td></td><td></td><td colspan="6">Three Months Ended</td><td></td></tr>
      <tr><td></td><td></td><td colspan="2">September 30, 2026</td><td></td><td></td><td colspan="2">September 30, 2025</td><td></td></tr>
      <tr><td>Revenue</td><td></td><td>$</td><td>410</td><td></td><td></td><td>$</td><td>355</td><td></td></tr>
      <tr><td>Tax</td><td></td><td></td><td>(21</td><td>)</td><td></td><td></td><td>(19</td><td>)</td></tr>
      <tr><td>Margin</td><td></td><td></td><td>48.3</td><td>%</td><td></td><td></td><td>46.5</td><td>%</td></tr>
      <tr><td>Per share:</td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
      <tr><td>Diluted</td><td></td><td>$</td><td>0.41</td><td></td><td></td><td>$</td><td>(0.02</td><td>)</td></tr></table>`,
      lines(
        '| ORVANE GLASS, INC. STATEMENTS OF OPERATIONS |',
        '| (In millions, except per share data) |',
        '| | Three Months Ended September 30, 2026 | Three Months Ended September 30, 2025 |',
        '| Revenue | $410 | $355 |',
        '| Tax | (21) | (19) |',
        '| Margin | 48.3% | 46.5% |',
        '| Per share: |',
        '| Diluted | $0.41 | $(0.02) |',
      ),
    ],
    [
      'of an editor, with a caption, heads and marks of footnotes',
      `<table><caption>Key figures (€ million)</caption><thead><tr><th></th><th>Q3 2026</th><th>Change</th></tr></thead>
      <tbody><tr><th scope="row">Net sales<sup>1</sup></th><td>410.2<sup>(2)</sup></td><td>+15.5%</td></tr>
      <tr><th scope="row">Floor (m<sup>2</sup>)</th><td>81 (a)</td><td>–</td></tr></tbody></table>`,
      lines(
        '| Key figures (€ million) |',
        '| | Q3 2026 | Change |',
        '| Net sales | 410.2 | +15.5% |',
        '| Floor (m2) | 81 | – |',
      ),
    ],
    [
      'of a text editor, with paragraphs in its cells',
      '<table><tbody><tr><td><p><strong>($ in millions)</strong></p></td><td><p><strong>Q3 FY27</strong></p></td></tr><tr><td><p>Revenue</p></td><td><p>$4,102</p></td></tr></tbody></table>',
      lines('| ($ in millions) | Q3 FY27 |', '| Revenue | $4,102 |'),
    ],
    [
      'whose cells span rows and columns',
      '<table><tr><th rowspan="2">Region</th><th rowspan="2">Site</th><th colspan="2">Capacity (MW)</th></tr><tr><th>2026</th><th>2027</th></tr><tr><td rowspan="2">Nordics</td><td>Lund</td><td>40</td><td>80</td></tr><tr><td>Oslo</td><td>12</td><td>-</td></tr></table>',
      lines(
        '| Region | Site | Capacity (MW) 2026 | Capacity (MW) 2027 |',
        '| Nordics | Lund | 40 | 80 |',
        '| Nordics | Oslo | 12 | - |',
      ),
    ],
    [
      'that begins anew under another head',
      `<table>${rows('($ in millions) | Q3 2026', 'Revenue | $57')}<tr><td></td><td>Non-GAAP</td></tr>${rows('($ in millions) | Q3 2026', 'Revenue | $57')}</table>`,
      '| ($ in millions) | Q3 2026 |\n| Revenue | $57 |\n\n| ($ in millions) | Non-GAAP Q3 2026 |\n| Revenue | $57 |',
    ],
    [
      'of what things are, without heads of columns',
      '<table><tr><th>Place</th><td>Lund</td></tr><tr><th>Power</th><td>40 MW</td></tr></table>',
      lines('| | |', '| Place | Lund |', '| Power | 40 MW |'),
    ],
    [
      'whose notes are a row, which is a paragraph',
      `<table>${rows('| 2026 | 2025', 'Revenue | $410 | $355')}<tr><td colspan="3">(1) Restated for the works that were sold.</td></tr></table>`,
      '| | 2026 | 2025 |\n| Revenue | $410 | $355 |\n\n(1) Restated for the works that were sold.',
    ],
    [
      'of prices, and a bar within a cell parts nothing',
      `<table><tr><th>Machine</th><th>Price</th></tr><tr><td>g4 | large</td><td>$0.53</td></tr></table>`,
      lines('| Machine | Price |', '| g4 / large | $0.53 |'),
    ],
  ])('%s', (_, html, text) => {
    expect(textOf(`<p>It told its results.</p>${html}`)).toBe(`It told its results.\n\n${text}`);
  });
});

describe('a table that a page is laid out with is none', () => {
  const SAID = '<p>Orvane Glass opened a works in Lyon. It cost 40 million euros.</p>';
  it.each([
    ['by what it says of itself', `<table role="presentation">${rows('2026 | 30', '2025 | 20')}</table>`],
    [
      'with a heading in a cell',
      `<table><tr><td>Menu</td><td><h2>News</h2>${SAID}</td></tr>${rows('a | 4', 'b | 5')}</table>`,
    ],
    ['of one row', `<table>${rows('By Ann Rook | 3 November 2026')}</table>`],
    ['of one column', `<table>${rows('Orvane opens', 'Vell closes', 'Marn waits')}</table>`],
    [
      'of paragraphs side by side',
      `<table><tr><td>${SAID}</td><td>${SAID}</td></tr><tr><td>${SAID}</td><td>4</td></tr></table>`,
    ],
    ['of words alone', `<table>${rows('Home | About', 'Works | Jobs')}</table>`],
  ])('%s', (_, html) => {
    expect(textOf(`<p>It told its results.</p>${html}`)).not.toContain('|');
  });

  it('but the table of data within it is one', () => {
    const within = `<table>${rows('Quarter | Price', 'Q1 2026 | $90', 'Q2 2026 | $95')}</table>`;
    const text = textOf(`<table><tr><td>Menu</td><td>${SAID}${within}</td></tr></table>`);
    expect(text).toContain(
      'Lyon. It cost 40 million euros.\n\n| Quarter | Price |\n| Q1 2026 | $90 |\n| Q2 2026 | $95 |',
    );
  });
});

it('a page keeps its table of results where it stands', () => {
  const told =
    'Revenue rose 15% to $410 million, led by kilns for chips, and the company took on two hundred people in Lyon.';
  const after =
    'Its kilns are full until the summer, and the works in Ghent opens in spring, after a delay of a year and a half.';
  const html = `<html><body><nav>Home</nav><article><h1>Orvane Glass reports</h1><p>${told}</p><table>${rows('| Q3 2026 | Q3 2025', 'Revenue | $410 | $355')}</table><p>${after}</p></article></body></html>`;
  expect(readPage(html, null).text).toBe(`${told}\n\n| | Q3 2026 | Q3 2025 |\n| Revenue | $410 | $355 |\n\n${after}`);
});
