import type { Reason } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents } from '../../reading/tree.ts';
import { certainty } from './fields.ts';
import { type Counterpart, counterpartOf, type Pairing, phrase, statement } from './pairing.ts';

const ABLE =
  /\b(?:can|could|able|capab|capacit|up to|as many as|as much as|potential|design|may|might|will|would|if|when|once|until)/i;

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

/** Told as what it does what the source says that it could. */
export function realisedIn(pairing: Pairing): Reason[] {
  const { tree } = pairing.claim.read;
  if (ABLE.test(tree.text)) return [];
  return [...pairing.claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    return there === null || pairing.claim.nodes[n]?.kind === 'name' || !isCapacity(pairing, n, clause, there)
      ? []
      : [statement(phrase(tree, clause.predicate), phrase(there.graph.read.tree, there.node.head))];
  });
}
