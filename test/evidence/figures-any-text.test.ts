import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import { quotesIn } from '../../src/evidence/quotes.ts';

/** Pieces that figures are made of, so that random text holds many of them, whole and broken. */
const PIECE = fc.constantFrom(
  ...'1 2.5 1,000 40 2026 $ € NT$ Rs USD million bn M k % percent GW per hour a an the of and to from between - – / . , ( ) " ’ one two half third dozen thousands about over nearly plus + ± ^ ² ° x fold 10 e5 ½ said according 2027-12-31 H100 in on Monday rose by up “We our she said Ada Brandt Corvane farmer with ” \n \n\n'.split(
    ' ',
  ),
);
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.tuple(PIECE, fc.constantFrom('', ' ', ' ')), { maxLength: 60 }).map((all) => all.flat().join('')),
);

describe('any text at all', () => {
  it('gives exact spans that never overlap, finite values, and no error', () => {
    fc.assert(
      fc.property(TEXT, fc.constantFrom(null, '2026-11-24'), (text, published) => {
        let last = 0;
        for (const figure of figuresIn(text, published, { quotes: quotesIn(text) })) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect([figure.value].flat().every(Number.isFinite)).toBe(true);
          if (Array.isArray(figure.value)) expect(figure.value[0]).toBeLessThan(figure.value[1]);
          for (const part of [figure.unitText, figure.concept, figure.attributedTo]) {
            if (part !== null) expect(text.includes(part) && part !== '').toBe(true);
          }
          expect(figure.subject).not.toBe('');
          last = figure.end;
        }
      }),
      { numRuns: 800, seed: 20261124 },
    );
  });

  it.each(['7', '7,', '7 ', '"', '(', ')', '.', '$', '1-', 'one hundred and ', 'half ', '2026 7 ', 'Bo said 5 ', 'a'])(
    'stays quick on a long run of %j',
    (piece) => {
      const text = piece.repeat(40_000 / piece.length);
      const start = performance.now();
      figuresIn(text);
      expect(performance.now() - start).toBeLessThan(8_000);
    },
  );
});
