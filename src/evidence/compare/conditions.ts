import type { Reason } from '../../model.ts';
import { isCondition } from '../../reading/clauses/mood.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { counterpartOf, isKept, isReporting, type Pairing, phrase, statement } from './pairing.ts';

/** Words by which a line leaves it open, or tells some condition. */
const OPEN =
  /\b(?:if|unless|provid(?:ed|ing)|assum\w+|condition\w*|subject|depend\w*|contingent|pending|exception|except|otherwise|barring|without|until|once|when|after|before|whether|long as|only|requir\w+|hing\w+|needs?|even)\b/i;
const DESPITE = /\b(?:even (?:if|with|in|when|without)|regardless|whether or not|no matter)\b/i;
const EXCEPT = /\b(?:unless|except|barring|provided|assuming|if|without)\b/i;
const STILL = /\b(?:even|regardless|no matter|whether|still|despite|although|though|with or without)\b/i;

/** The conditions on what a predicate tells, also those behind whoever says it: "will open it, the mayor said, provided that". Words. */
function conditionsOn(tree: Tree, predicate: number): number[] {
  const found = tree.words.flatMap(({ lemma, tag, relation }, n) => {
    const bare = /^VB[NGD]$/.test(tag) && dependents(tree, n, 'nsubj', 'aux').length === 0;
    const provides = /^(?:provide|assume)$/.test(lemma) && bare && tree.words[n - 1]?.text === ',';
    const adverbial =
      (relation.startsWith('advcl') && isCondition(tree, n)) || (/^(?:advcl|conj)/.test(relation) && provides);
    const on = dependents(tree, n, 'case', 'mark').map((k) => tree.words[k]?.lemma ?? '');
    const named = lemma === 'condition' ? on.includes('on') : on.some((one) => /^(?:barring|except)$/.test(one));
    return adverbial || named ? [n] : [];
  });
  const places = [predicate, ...dependents(tree, predicate, 'parataxis', 'obj', 'obl')];
  const above = tree.words[predicate];
  const teller = above?.relation.startsWith('ccomp') ? above.head : -1;
  const says = (n: number): boolean => STANCE_OF_VERB.get(tree.words[n]?.lemma ?? '') === 'says';
  if (teller >= 0 && says(teller)) places.push(teller);
  return found.filter((n) => places.includes(tree.words[n]?.head ?? -1));
}

/** Told without its condition, or in spite of it: "will open it" of "will open it, provided that", "even if" of "unless". */
export function lostConditions(pairing: Pairing): Reason[] {
  const { claim, graphs, chosen } = pairing;
  const { tree } = claim.read;
  const despite = DESPITE.exec(tree.text);
  if (despite !== null) {
    const used = graphs.filter((_, g) => chosen.filter((option) => option?.graph === g).length > 1);
    const rival = used.find(({ read }) => EXCEPT.test(read.tree.text));
    if (rival === undefined || used.some(({ read }) => STILL.test(read.tree.text))) return [];
    return [statement(despite[0], EXCEPT.exec(rival.read.tree.text)?.[0] ?? null)];
  }
  if (OPEN.test(tree.text)) return [];
  return [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    const source = there?.graph.clauseOf.get(there.option.node);
    if (there === null || source === undefined || there.option.likeness < 0.8 || isReporting(pairing, n)) return [];
    const theirs = there.graph.read.tree;
    const [first] = conditionsOn(theirs, source.predicate).filter(
      (k) => ![k, ...(theirs.children[k] ?? [])].some((word) => isKept(pairing, there, word)),
    );
    return first === undefined ? [] : [statement(phrase(tree, clause.predicate), phrase(theirs, first))];
  });
}
