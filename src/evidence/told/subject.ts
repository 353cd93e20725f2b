import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './names.ts';
import type { Place } from './place.ts';

/** The word of a stretch that the others hang on. */
export function headOf(tree: Tree, { from, to }: Stretch): number {
  for (let n = from; n < to; n++) {
    const head = tree.words[n]?.head ?? -1;
    if ((head < from || head >= to) && tree.words[n]?.class !== 'PUNCT') return n;
  }
  return to - 1;
}

/**
 * Whose a number is: who stands before it in a shortened list, who owns or has what it measures, who does what its clause tells, or
 * those above it; else who was last spoken of.
 */
export function subjectIn(
  { tree, clauses }: ReadSentence,
  { place, concept, gapped }: { readonly place: Place; readonly concept: Stretch | null; readonly gapped: boolean },
  cast: Cast,
): string | null {
  if (gapped) {
    for (let n = place.from - 1; n >= 0 && tree.words[n]?.class === 'PROPN'; n--) {
      const name = cast.nameAt(tree, n);
      if (name !== null) return cast.full(name);
    }
  }
  const owner = concept === null ? null : cast.meant(tree, headOf(tree, concept));
  if (owner !== null) return owner;
  const seen = new Set<Clause>();
  for (let clause: Clause | null = place.clause; clause !== null && !seen.has(clause); ) {
    seen.add(clause);
    for (const n of [clause.agent, clause.subject, clause.doer]) {
      const meant = n !== null && (n < place.from || n >= place.to) ? cast.meant(tree, n) : null;
      if (meant !== null) return meant;
    }
    const above: Clause | null = clauses[clause.above ?? -1] ?? null;
    clause = above;
  }
  const noun = dependents(tree, place.head, 'nmod')
    .map((n) => cast.meant(tree, n))
    .find((meant) => meant !== null);
  return noun ?? cast.spoken(null);
}
