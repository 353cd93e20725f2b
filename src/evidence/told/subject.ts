import { isPersonalNoun } from '../../language/roles.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { caseOf, nounPhrase, type Place, written } from './place.ts';
import { reckons, tells } from './tells.ts';

/** What a market has and no company by itself, unless it is said whose. */
const MARKET = /^(?:price|rate|tariff|demand|market|shipment|supply|load|wait|rent)$/;

/** The word of a stretch that the others hang on. */
export function headOf(tree: Tree, { from, to }: Stretch): number {
  for (let n = from; n < to; n++) {
    const head = tree.words[n]?.head ?? -1;
    if ((head < from || head >= to) && tree.words[n]?.class !== 'PUNCT') return n;
  }
  return to - 1;
}

/** Whose a number is, and whether the sentence ties it to them; not so where they are only whom the text speaks of. */
export type Subject = {
  readonly name: string | null;
  /** Is it called by its name, and not by a common noun? */
  readonly named: boolean;
  readonly tied: boolean;
  readonly does: boolean;
};

const tied = (name: string, does = false, named = true): Subject => ({ name, named, tied: true, does });

/**
 * Whose a number is: who stands before it in a shortened list, who owns or has what it measures, who does what its clause tells, or
 * those above it; else whom the text speaks of. Null for what is a market's.
 */
export function subjectIn(
  { tree, clauses }: ReadSentence,
  {
    place,
    concept,
    gapped,
    counted,
  }: {
    readonly place: Place;
    readonly concept: Stretch | null;
    readonly gapped: boolean;
    readonly counted: boolean;
  },
  cast: Cast,
): Subject {
  if (gapped) {
    for (let n = place.from - 1; n >= 0 && tree.words[n]?.class === 'PROPN'; n--) {
      const name = cast.nameAt(tree, n);
      if (name !== null) return tied(name);
    }
  }
  const measured = concept === null ? null : headOf(tree, concept);
  const owner = measured === null || cast.nameAt(tree, measured) !== null ? null : cast.meant(tree, measured);
  if (owner !== null) return tied(owner);
  const isMarket = measured !== null && MARKET.test(tree.words[measured]?.lemma ?? '');
  if (isMarket) {
    const of = dependents(tree, measured, 'nmod').find((n) => /^(?:of|for)$/.test(caseOf(tree, n)));
    const bare = of !== undefined && dependent(tree, of, 'det', 'nmod:poss') === null;
    if (bare && tree.words[of]?.class === 'NOUN' && !cast.isNumbered(of))
      return tied(written(tree, nounPhrase(tree, of, place)), false, false);
  }
  const seen = new Set<Clause>();
  for (let clause: Clause | null = place.clause; clause !== null && !seen.has(clause); ) {
    seen.add(clause);
    const verb = tree.words[clause.predicate]?.lemma ?? '';
    const told = clause === place.clause ? reckons(verb) : tells(verb);
    // Who tells of a market, or of things that were not met before, has none of them by that.
    if (told && (isMarket || counted)) break;
    for (const n of [clause.agent, clause.subject, clause.doer]) {
      const meant = n !== null && (n < place.from || n >= place.to) ? cast.meant(tree, n) : null;
      // The owner of a subject does nothing: "Helio's shares".
      const does = n !== null && n !== measured && cast.isSelf(tree, n);
      if (meant !== null) return tied(meant, does && clause === place.clause);
    }
    const doer = clause === place.clause ? doerIn(tree, clause, measured, cast) : null;
    if (doer !== null) return tied(doer, true, false);
    const above: Clause | null = clauses[clause.above ?? -1] ?? null;
    clause = above;
  }
  const noun = dependents(tree, place.head, 'nmod')
    .map((n) => cast.meant(tree, n))
    .find((meant) => meant !== null);
  if (noun !== undefined) return tied(noun);
  return { name: isMarket ? null : cast.before(), named: true, tied: false, does: false };
}

/** "Data centres took a quarter": whoever does it to what is measured, where they are nobody met before. */
function doerIn(tree: Tree, clause: Clause, measured: number | null, cast: Cast): string | null {
  const { subject, object, predicate, passive } = clause;
  const word = tree.words[subject ?? -1];
  if (subject === null || word?.class !== 'NOUN' || passive || object === null) return null;
  if (subject === measured || cast.isNumbered(subject) || isPersonalNoun(word.text) || word.lemma === 'people')
    return null;
  if (tells(tree.words[predicate]?.lemma ?? '')) return null;
  const bare = dependent(tree, subject, 'det', 'nmod:poss') === null && word.tag === 'NNS';
  return bare ? written(tree, nounPhrase(tree, subject, null)) : null;
}
