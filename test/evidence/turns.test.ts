import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';

type Line = { readonly isTrue: boolean; readonly claim: string; readonly text: string };

/** `turns.txt`, `fields.txt`: by headings, passages of one line, and below each what is said of it. */
function linesOf(file: string): ReadonlyMap<string, readonly Line[]> {
  const turns = new Map<string, Line[]>();
  let lines: Line[] = [];
  let text = '';
  for (const line of file.split('\n').slice(1)) {
    if (line.startsWith('# ')) {
      lines = [];
      turns.set(line.slice(2), lines);
    } else if (/^[=!] /.test(line)) lines.push({ isTrue: line.startsWith('='), claim: line.slice(2), text });
    else if (line !== '') text = line;
  }
  return turns;
}

/** What the gate refuses for its words so far, though it is true. */
const MISSED: readonly string[] = [
  "Shipments of Marlow's pumps grew 12% from a year earlier, the firm said.",
  "In Nadir's own tests, its board answered 4,000 questions a second.",
  "Northwind's sales fell 6% sequentially to 340 million euros.",
  'Brandt put roughly two points of the slide in margin down to old boards.',
  "Vliet's chief expects savings of 7 million euros a year from 2028.",
  'The office charges $400 for a stall with lighting by oil.',
];

const turns = ['turns.txt', 'fields.txt'].flatMap((file) => [
  ...linesOf(readFileSync(new URL(file, import.meta.url), 'utf8')),
]);

describe('a line that turns one thing of its sentence round', () => {
  it.each(turns)('is told by it from one that says the same: %s', (_, lines) => {
    const wrong = lines.filter(
      ({ isTrue, claim, text }) => verify(claim, [{ id: 's', text, published: '2026-11-25T08:00:00Z' }]).ok !== isTrue,
    );
    expect(lines.length).toBeGreaterThan(2);
    expect(wrong.map(({ claim }) => claim).filter((claim) => !MISSED.includes(claim))).toEqual([]);
  });
});
