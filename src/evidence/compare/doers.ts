import { measure } from '../../domain/units.ts';
import type { Reason } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Graph } from './graph.ts';
import { counterpartOf, type Pairing, phrase } from './pairing.ts';

/** Several that are not named: "competitors in Japan", "two of the five bidders". */
function isSeveral({ nodes, read: { tree } }: Graph, n: number): boolean {
  const node = nodes[n];
  if (node === undefined) return false;
  return node.kind === 'figure'
    ? measure(node.figure?.unit ?? null).kind.startsWith('count ')
    : tree.words[node.head]?.tag === 'NNS';
}

/** Is there a tie between the two: "executives at Corvane", "shares of Arn", "two bidders, Arn and Bex"? */
const isTied = ({ arcs }: Graph, one: number, two: number): boolean =>
  arcs.some(
    ({ from, role, to }) =>
      /^(?:is|of|and|at:.*)$/.test(role) && ((from === one && to === two) || (from === two && to === one)),
  );

/** Who does in the claim by name what several others do in the source: "Arn controls 70%" of "competitors led by Arn control 70%". */
export function exchangedDoers(pairing: Pairing): Reason[] {
  const { claim, graphs, options, ties, support } = pairing;
  return claim.arcs.flatMap((arc): Reason[] => {
    const there = counterpartOf(pairing, arc.from);
    const who = counterpartOf(pairing, arc.to);
    const verb = claim.nodes[arc.from];
    if (arc.role !== 'S' || arc.implied === true || there === null || who === null || verb === undefined) return [];
    if (claim.nodes[arc.to]?.kind !== 'name' || there.option.likeness < 0.9 || STANCE_OF_VERB.has(verb.lemma))
      return [];
    // Nowhere does the source say it of whom the claim names.
    const said = (options[arc.from] ?? []).some(
      (one) => one.likeness >= 0.8 && (options[arc.to] ?? []).some((other) => support(arc, one, other) > 0),
    );
    if (said) return [];
    const { graph, option } = there;
    const doers = graph.arcs.filter(({ from, role }) => from === option.node && role === 'S').map(({ to }) => to);
    const own = graph.nodes.flatMap((_, n) =>
      ties.referents.same({ graph: option.graph, node: n }, who.option) ? [n] : [],
    );
    const others =
      doers.some((n) => isSeveral(graph, n)) &&
      doers.every(
        (n) => !/^(?:name|pronoun)$/.test(graph.nodes[n]?.kind ?? '') && !own.some((k) => isTied(graph, n, k)),
      );
    const first = graphs[option.graph]?.nodes[doers[0] ?? -1];
    return others && first !== undefined
      ? [{ kind: 'subject', given: who.node.text, found: phrase(graph.read.tree, first.head) }]
      : [];
  });
}

const KIN =
  /^(?:parent|owner|subsidiary|unit|arm|division|affiliate|rival|competitor|customer|client|supplier|contractor|shareholder|investor|backer|lender|creditor|landlord|tenant|partner|neighbou?r|predecessor)$/;

/** Who does in the claim by name what in the source one does who stands to them in some way: "Arn sold it" of "Arn's parent sold it". */
export function exchangedKin(pairing: Pairing): Reason[] {
  const { claim, options, ties } = pairing;
  return claim.arcs.flatMap(({ from, role, to, implied }): Reason[] => {
    const there = counterpartOf(pairing, from);
    const name = claim.nodes[to];
    if (role !== 'S' || implied === true || there === null || there.option.likeness < 0.9 || name?.kind !== 'name')
      return [];
    const { graph, option } = there;
    const isMeant = (node: number): boolean =>
      (options[to] ?? []).some(
        (one) =>
          (one.graph === option.graph && one.node === node) || ties.referents.same(one, { graph: option.graph, node }),
      );
    const doers = graph.arcs.filter((arc) => arc.from === option.node && arc.role === 'S').map((arc) => arc.to);
    const others = doers.every(
      (n) =>
        graph.nodes[n]?.kind === 'word' &&
        KIN.test(graph.nodes[n]?.lemma ?? '') &&
        !isMeant(n) &&
        graph.arcs.some((arc) => arc.from === n && /^(?:of|at:of)$/.test(arc.role) && isMeant(arc.to)),
    );
    const first = graph.nodes[doers[0] ?? -1];
    return others && first !== undefined
      ? [{ kind: 'subject', given: name.text, found: phrase(graph.read.tree, first.head) }]
      : [];
  });
}
