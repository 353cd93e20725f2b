import type { Clause } from '../../reading/clauses.ts';
import { branch, dependents, type Tree } from '../../reading/tree.ts';
import type { Place } from './place.ts';

/** Does a number hold on a condition only, by its clause or by one of those (`chain`) that this is told in? */
export function isConditional(tree: Tree, clause: Clause, chain: readonly Clause[], place: Place): boolean {
  return (
    chain.some((one) => one.mood === 'condition' || hangsOnIf(tree, one, place)) ||
    (isWould(tree, clause) && (!isReported(tree, clause) || isUnreal(tree, clause))) ||
    isSubjectTo(tree, place)
  );
}

const isWould = (tree: Tree, { predicate }: Clause): boolean =>
  dependents(tree, predicate, 'aux').some((n) => /^(?:would|could|might|may)$/.test(tree.words[n]?.lemma ?? ''));

/** "said it would ship": the past of "will", where somebody told it. */
const isReported = (tree: Tree, { frames, predicate }: Clause): boolean =>
  dependents(tree, predicate, 'aux').some((n) => tree.words[n]?.lemma === 'would') &&
  frames.some(
    ({ verb, stance }) => /^(?:says|expects)$/.test(stance) && /^(?:VB[DN]|NN)$/.test(tree.words[verb]?.tag ?? ''),
  );

/** "would have been spared": what did not come to be. */
const isUnreal = (tree: Tree, { predicate }: Clause): boolean => {
  const helpers = dependents(tree, predicate, 'aux').map((n) => tree.words[n]?.lemma);
  return helpers.includes('would') && helpers.includes('have');
};

/** "contributes 58 million euros, subject to a review" */
const isSubjectTo = (tree: Tree, { to }: Place): boolean =>
  /^[^.;:]{0,40}\bsubject to (?:an? |the |its |their )?(?:[\p{Ll}-]+ ){0,2}(?:approval|review|permit|vote|consent|condition|clearance|financing|due diligence)/u.test(
    tree.text.slice((tree.words[to]?.start ?? tree.end) - tree.start),
  );

/** Does an "if" bear on the figure: one at the front or the end of the clause, or one among its figures and before this? */
function hangsOnIf(tree: Tree, { predicate }: Clause, { from }: Place): boolean {
  return dependents(tree, predicate, 'advcl').some(
    (n) =>
      dependents(tree, n, 'mark').some((at) => /^(?:if|unless|provided|assuming)$/.test(tree.words[at]?.lemma ?? '')) &&
      (n < from || branch(tree, n).at(-1) === tree.words.length - 2) &&
      !isAmong(tree, n, from),
  );
}

/** "A in the first quarter, B in the second and, if a line starts, C in the third": a condition among figures bears on what stands behind it. */
function isAmong(tree: Tree, condition: number, from: number): boolean {
  const start = dependents(tree, condition, 'mark')[0] ?? condition;
  return (
    start > from && /^(?:and|or|but)$/.test(tree.words[start - 2]?.text ?? '') && tree.words[start - 1]?.text === ','
  );
}
