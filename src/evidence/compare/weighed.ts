import type { Reason } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { certainty } from './fields.ts';
import { type Counterpart, counterpartOf, type Pairing, phrase, statement } from './pairing.ts';

const WEIGHS = /^(?:consider|weigh|mull|explore|contemplate|discuss|evaluate|examine|debate|study)$/;
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

/** An amount told as what will be of what somebody only hopes for: "will get 31 billion" of "is hoping for about 31 billion". */
function hopedFor(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  return claim.arcs.flatMap(({ from, role, to }): Reason[] => {
    const clause = claim.clauseOf.get(from);
    const there = claim.nodes[to]?.kind === 'figure' ? counterpartOf(pairing, to) : null;
    if (clause === undefined || there === null || !/^(?:O|at:)$/.test(role) || certainty(clause) < 2) return [];
    const { tree } = there.graph.read;
    const verb = governorOf(tree, there.node.head);
    return STANCE_OF_VERB.get(tree.words[verb]?.lemma ?? '') === 'hopes'
      ? [statement(phrase(claim.read.tree, clause.predicate), phrase(tree, verb))]
      : [];
  });
}

/** Told as done, or as to come, what the source only considers, hopes for, or could do. */
export function realisedIn(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  const { tree } = claim.read;
  const open = OPEN.test(tree.text);
  const able = ABLE.test(tree.text);
  const done = [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    if (there === null || claim.nodes[n]?.kind === 'name') return [];
    const realised = (!open && isWeighed(clause, there)) || (!able && isCapacity(pairing, n, clause, there));
    return realised ? [statement(phrase(tree, clause.predicate), phrase(there.graph.read.tree, there.node.head))] : [];
  });
  return [...done, ...(open ? [] : hopedFor(pairing))];
}
