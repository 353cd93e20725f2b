import type { Clause } from '../../reading/clauses.ts';
import { dependent, dependents, type Tree } from '../../reading/tree.ts';
import { type Place, relationOf } from './place.ts';

export const FORECAST_NOUN = /^(?:forecast|guidance|guide|projection|outlook|expectation|prediction|target|consensus)$/;

const UNITED = /^(?:nsubj|obj|iobj|obl|nmod|nummod|compound|amod|appos|conj|dep|advmod|root|list)/;

/** "forecasts of $6.9 billion". */
export function isForecast(tree: Tree, { head, clause }: Place): boolean {
  for (
    let at = head, steps = 0;
    at >= 0 && steps < 4 && UNITED.test(relationOf(tree, at));
    at = tree.words[at]?.head ?? -1, steps++
  )
    if (FORECAST_NOUN.test(tree.words[at]?.lemma ?? '')) return true;
  // "raised its outlook to"
  return [tree.words[head]?.head ?? -1, clause?.predicate ?? -1].some((verb) => {
    const moved = dependent(tree, verb, 'obj', 'nsubj:pass');
    return moved !== null && moved < head && FORECAST_NOUN.test(tree.words[moved]?.lemma ?? '');
  });
}

/** "$1.29 billion expected": right behind a sum, whichever one the tree ties it to. */
const isOfSum = ({ words }: Tree, n: number): boolean =>
  /^acl/.test(words[n]?.relation ?? '') && /^(?:SYM|NUM)$/.test(words[words[n]?.head ?? -1]?.class ?? '');

/** "the guided $7 billion", "a projected 4%", "against $1.29 billion expected". */
export function isReckoned(tree: Tree, { head, to }: Place): boolean {
  return dependents(tree, head, 'amod')
    .concat(dependents(tree, tree.words[head]?.head ?? -1, 'amod').filter((n) => n < head && head - n < 4))
    .concat(isOfSum(tree, to) ? [to] : [])
    .some((n) =>
      /^(?:guided|expected|forecast|projected|predicted|estimated|anticipated)$/i.test(tree.words[n]?.text ?? ''),
    );
}

/** "had looked for $1.31", "has guided to orders of $5 billion". */
export function isGuided(tree: Tree, { predicate, obliques }: Clause): boolean {
  const verb = tree.words[predicate]?.tag === 'VBG' ? '' : (tree.words[predicate]?.lemma ?? '');
  return obliques.some(({ case: of }) => (verb === 'look' && of === 'for') || (verb === 'guide' && of === 'to'));
}

/** "guidance for March implies growth of 8%" */
export const isImplied = (tree: Tree, { subject, predicate }: Clause): boolean =>
  FORECAST_NOUN.test(tree.words[subject ?? -1]?.lemma ?? '') &&
  /^(?:imply|suggest|point|call|assume|signal|foresee|mean)$/.test(tree.words[predicate]?.lemma ?? '');
