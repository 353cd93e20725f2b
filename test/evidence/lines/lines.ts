import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Source, verify } from '../../../src/evidence/verify.ts';

/** Later than every article, for times without a year. */
const PUBLISHED = '2026-11-20T12:00:00Z';

const Line = z.object({ kind: z.string(), claim: z.string() });
/** Invented articles, what an editor may tell of them (`carried`), and what reads as well and is false in one thing, its `kind` (`refused`). */
const Passage = z.object({
  id: z.string(),
  sources: z.array(z.string()),
  carried: z.array(Line),
  refused: z.array(Line),
});

/** Shares from 0 to 1: of the false lines those refused, of the true ones those passed. */
export type Measured = { readonly caught: number; readonly passed: number; readonly lines: number };

const share = (judged: readonly boolean[]): number => judged.filter(Boolean).length / judged.length;

/** What the gate makes of the lines of a file beside this one. */
export function measured(file: string): Measured {
  const passages = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Passage.parse(JSON.parse(line)));
  const judged = (which: 'carried' | 'refused'): boolean[] =>
    passages.flatMap(({ sources, [which]: lines }) => {
      const texts = sources.map((text, n): Source => ({ id: `${n}`, text, published: PUBLISHED }));
      return lines.map(({ claim }) => verify(claim, texts).ok);
    });
  const [carried, refused] = [judged('carried'), judged('refused')];
  return { caught: 1 - share(refused), passed: share(carried), lines: carried.length + refused.length };
}
