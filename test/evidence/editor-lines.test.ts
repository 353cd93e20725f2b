import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verify } from '../../src/evidence/verify.ts';

const Line = z.object({ kind: z.string(), claim: z.string() });

/** A line of `editor-lines.jsonl`: invented articles, and sentences that a model's editor may make of them, carried by them and not. */
const Passage = z.object({
  id: z.string(),
  sources: z.array(z.object({ id: z.string(), text: z.string(), published: z.string() })),
  carried: z.array(Line),
  refused: z.array(Line),
});

/** Every third passage: by the others the gate was mended, by these it is measured. */
const passages = readFileSync(new URL('editor-lines.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Passage.parse(JSON.parse(line)))
  .filter((_, n) => n % 3 === 2);

const share = (judged: readonly boolean[]): number => judged.filter(Boolean).length / judged.length;

describe('an editor who words freely', () => {
  it('is caught nine times of ten where a sentence is false, and held back too often where it is true', () => {
    const judged = (which: 'carried' | 'refused'): boolean[] =>
      passages.flatMap((one) => one[which].map(({ claim }) => verify(claim, one.sources).ok));
    expect(share(judged('refused').map((ok) => !ok))).toBeGreaterThan(0.89);
    expect(share(judged('carried'))).toBeGreaterThan(0.62);
  }, 30_000);
});
