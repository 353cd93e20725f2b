import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesIn } from '../../src/evidence/quotes.ts';

/** What news that quotes is made of, so that random text brings its pieces together as no writer would. */
const PIECE = fc.constantFrom(
  ...'Ada|Frank|Brandt|al-Masri|de|van|J.|Jr.|, Jr.,|III|KC|Dr.|Mr|Judge|Senator|the lawmakers|chief executive|analyst|former|an|the|its|of|at|for|Halden Power|Corvane|Corp.’s|’s|Helio & Sons|(the “Issuer”)|(HCL)|D-N.J.|LIMA, Ohio –|said|says|told|denied|wrote|added|who|she|he|they|it|,|.|:|;|—|?|“We are full.”|“Yes,”|“a swamp with a roof”|"Never again"|‘No’|“|”|"|\n\n|\n|-|2026'.split(
    '|',
  ),
);
const TEXT = fc.oneof(
  fc.array(PIECE, { minLength: 3, maxLength: 40 }).map((all) => all.join(' ')),
  fc.array(fc.tuple(PIECE, fc.constantFrom('', ' ')), { maxLength: 40 }).map((all) => all.flat().join('')),
  fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => `${text} “We are full of it,” he said.`),
);

describe('any text that quotes', () => {
  it('gives exact spans in order, and nobody without a name', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        let last = 0;
        for (const { start, end, text: said, speaker, role, organisation } of quotesIn(text)) {
          expect(text.slice(start, end)).toBe(said);
          expect(start).toBeGreaterThanOrEqual(last);
          for (const told of [speaker, role, organisation]) if (told !== null) expect(told).toMatch(/[\p{L}\p{N}]/u);
          last = end;
        }
      }),
      { numRuns: 1500, seed: 20261129 },
    );
  });
});
