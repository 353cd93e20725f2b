import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changesIn } from '../../../src/evidence/compare/compare.ts';
import { differencesOf } from '../../../src/evidence/doubt/differences.ts';
import { sightOf } from '../../../src/evidence/doubt/sight.ts';
import { figuresIn } from '../../../src/evidence/figures.ts';
import { matchFigure } from '../../../src/evidence/verify/figures.ts';
import { quotedIn } from '../../../src/evidence/verify/marks.ts';
import { type Prepared, prepare } from '../../../src/evidence/verify/prepare.ts';

const PUBLISHED = '2026-11-20T12:00:00Z';
const Passage = z.object({ sources: z.array(z.union([z.string(), z.object({ text: z.string() })])) });

/** How a line of the passage's own words differs from it. "Fact told as fact" is none. */
function differences(claim: string, sources: readonly Prepared[]): string[] {
  const quoted = quotedIn(claim);
  const figures = figuresIn(claim, PUBLISHED).filter(
    ({ start }) => !quoted.some((mark) => start >= mark.start && start < mark.end),
  );
  const matches = figures.map((figure) => matchFigure(figure, { text: claim, figures }, sources));
  return changesIn(claim, sources, matches, quoted, () => true).flatMap((change) =>
    change === null
      ? ['nothing to compare']
      : [...differencesOf(sightOf(change))].filter((name) => !/^(\S+) told as \1$/.test(name)),
  );
}

const passages = readFileSync(new URL('../lines/p.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    Passage.parse(JSON.parse(line)).sources.map((one, n) =>
      prepare({ id: `${n}`, text: typeof one === 'string' ? one : one.text, published: PUBLISHED }),
    ),
  );

describe('a sentence held against its own text', () => {
  const sentences = passages.flatMap((sources) =>
    sources.flatMap(({ source, sentences: all }) =>
      all
        .slice(1)
        .map(({ start, end }) => ({ claim: source.text.slice(start, end), sources }))
        .filter(({ claim }) => claim.length >= 60),
    ),
  );

  it('differs in nothing', () => {
    const alike = sentences.filter(({ claim, sources }) => differences(claim, sources).length === 0);
    expect(alike.length / sentences.length).toBeGreaterThan(0.95);
  });
});
