import type { Reason } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { certainty } from './fields.ts';
import { type Counterpart, counterpartOf, type Pairing, phrase, statement } from './pairing.ts';

/** Verbs of what is only looked at, and not decided. */
export const WEIGHS = /^(?:consider|weigh|mull|explore|contemplate|discuss|evaluate|examine|debate|study)$/;
/** Words by which a line leaves open whether it comes to it. */
const OPEN =
  /\b(?:consider|weigh|mull|explor|contemplat|discuss|evaluat|examin|debat|possib|potential|reject|decid|hop(?:e|ing)|plan|option|talks?\b|study|may\b|might\b|could\b|wants?\b|wish|seek|asks?\b|aims?\b|if\b|not\b|never\b|no\b)/i;
const ABLE =
  /\b(?:can|could|able|capab|capacit|up to|as many as|as much as|potential|design|may|might|will|would|if|when|once|until)/i;

/** The verb that something is under in the source, through the phrases that it is part of. */
function governorOf(tree: Tree, n: number): number {
  let at = n;
  for (let steps = 0; steps < 4; steps++) {
    const word = tree.words[at];
    if (word === undefined || !/^(?:obj|obl|nmod|appos|conj|compound|xcomp|ccomp)/.test(word.relation)) return -1;
    at = word.head;
    if (tree.words[at]?.class === 'VERB') return at;
  }
  return -1;
}

/** "Will rent machines" of "considered renting machines", as done or to come what was only weighed. */
function isWeighed(clause: Clause, { graph, option }: Counterpart): boolean {
  const source = graph.clauseOf.get(option.node);
  const { tree } = graph.read;
  const verb = source === undefined ? -1 : governorOf(tree, source.predicate);
  return option.likeness >= 0.9 && certainty(clause) >= 2 && WEIGHS.test(tree.words[verb]?.lemma ?? '');
}

/** "Makes 14,000 tonnes" of "can make 14,000 tonnes": what it does of what it could. */
function isCapacity(pairing: Pairing, n: number, clause: Clause, there: Counterpart): boolean {
  const source = there.graph.clauseOf.get(there.option.node);
  if (source === undefined || there.option.likeness < 0.9 || certainty(clause) < 3) return false;
  const { tree } = there.graph.read;
  const can = dependents(tree, source.predicate, 'aux').some((k) => /^(?:can|could)$/.test(tree.words[k]?.lemma ?? ''));
  return (
    can &&
    pairing.claim.arcs.some(
      ({ from, to, role }) =>
        from === n &&
        role === 'O' &&
        pairing.claim.nodes[to]?.kind === 'figure' &&
        (pairing.chosen[to] ?? null) !== null,
    )
  );
}

/** Told as done, or as to come, what the source only considers, or could do. */
export function realisedIn(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  const { tree } = claim.read;
  const open = OPEN.test(tree.text);
  const able = ABLE.test(tree.text);
  return [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    if (there === null || claim.nodes[n]?.kind === 'name') return [];
    const realised = (!open && isWeighed(clause, there)) || (!able && isCapacity(pairing, n, clause, there));
    return realised ? [statement(phrase(tree, clause.predicate), phrase(there.graph.read.tree, there.node.head))] : [];
  });
}
