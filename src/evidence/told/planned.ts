import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { type Place, relationOf } from './place.ts';

const SOUGHT =
  /^(?:request|talks?|consider|seek|weigh|mull|explore|propose|offer|want|wish|bid|proposal|discussions?|negotiations?|negotiate|discuss|must|obliged?|oblige|require)$/;

/** Is a number what somebody means to do or seeks, by what its clause hangs on or its noun is called? */
export const isMeant = (tree: Tree, clause: Clause, place: Place): boolean =>
  isSought(tree, clause) || isPlanned(tree, place) || isWanted(tree, clause);

/** "is in talks to raise", "offers to sell", "wanted to build": what is sought and not yet done. */
function isSought(tree: Tree, { predicate, obliques }: Clause): boolean {
  // "is looking for €1.1 billion", "is negotiating over 5 gigawatts"
  const { lemma = '', tag = '' } = tree.words[predicate] ?? {};
  if (
    tag === 'VBG' &&
    (/^(?:talk|negotiate|bargain|haggle)$/.test(lemma) ||
      obliques.some((one) => lemma === 'look' && one.case === 'for'))
  )
    return true;
  for (let at = predicate, steps = 0; at >= 0 && steps < 4; steps++) {
    const { relation = '', head = -1 } = tree.words[at] ?? {};
    if (!/^(?:xcomp|acl|ccomp|conj)/.test(relation)) return false;
    if (SOUGHT.test(tree.words[head]?.lemma ?? '') && !relation.includes('relcl')) return true;
    at = head;
  }
  return false;
}

/** "two planned halls of 90 megawatts", "a line of 400 kilometres, due in 2029". */
function isPlanned(tree: Tree, { head }: Place): boolean {
  for (let at = head, steps = 0; at >= 0 && steps < 3; at = tree.words[at]?.head ?? -1, steps++) {
    if (
      dependents(tree, at, 'amod', 'acl').some(
        (n) =>
          (/^(?:planned|proposed|due)$/i.test(tree.words[n]?.text ?? '') && tree.words[n]?.class !== 'VERB') ||
          /^(?:planned|proposed)$/i.test(tree.words[n]?.text ?? ''),
      )
    )
      return true;
    if (!/^(?:nummod|nmod|compound|amod|appos)/.test(relationOf(tree, at))) return false;
  }
  return false;
}

/** "wants users to pay for 85%": what somebody would have others do. */
function isWanted(tree: Tree, { predicate }: Clause): boolean {
  const { relation = '', head = -1 } = tree.words[predicate] ?? {};
  return /^(?:xcomp|ccomp)/.test(relation) && /^(?:want|propose|seek)$/.test(tree.words[head]?.lemma ?? '');
}
