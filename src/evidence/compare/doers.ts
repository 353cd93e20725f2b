import type { Reason } from '../../model.ts';
import { BODY } from './names.ts';
import { counterpartOf, type Pairing, phrase } from './pairing.ts';

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

/** What both sides of a bargain do: one leases to another what that leases. */
const BOTH = /^(?:lease|rent|license|licence|trade|exchange|share)$/;

/** An amount that the source tells of another by name, with the same verb: "Arn will own 51%" of "Bex will own 51%, and Arn the rest". */
export function exchangedOwners(pairing: Pairing): Reason[] {
  const { claim, graphs, options, ties } = pairing;
  return claim.arcs.flatMap(({ from, role, to }): Reason[] => {
    const [owner, ...others] = claim.arcs.filter((arc) => arc.from === from && arc.role === 'S').map((arc) => arc.to);
    const name = claim.nodes[owner ?? -1];
    if (role !== 'O' || claim.nodes[to]?.kind !== 'figure' || name?.kind !== 'name' || others.length > 0) return [];
    if (BOTH.test(claim.nodes[from]?.lemma ?? '')) return [];
    const who = (options[owner ?? -1] ?? []).filter(({ likeness }) => likeness >= 0.6);
    const rivals = (options[to] ?? []).map(({ graph: g, node }) => {
      const graph = graphs[g];
      const verbs = graph?.arcs.filter((arc) => arc.to === node && arc.role === 'O').map((arc) => arc.from) ?? [];
      const said = verbs.filter((verb) =>
        (options[from] ?? []).some((one) => one.graph === g && one.node === verb && one.likeness >= 0.8),
      );
      const doers = graph?.arcs.flatMap((arc) => (said.includes(arc.from) && arc.role === 'S' ? [arc.to] : [])) ?? [];
      const told = doers.flatMap((n) => graph?.nodes[n] ?? []);
      const named = told.every(({ kind, lemma }) => kind === 'name' && !BODY.test(lemma.toLowerCase()));
      const meant = doers.some((n) =>
        who.some((one) => (one.graph === g && one.node === n) || ties.referents.same(one, { graph: g, node: n })),
      );
      return named && !meant ? (told[0] ?? null) : null;
    });
    const [rival] = rivals;
    return who.length === 0 || rival == null || rivals.includes(null)
      ? []
      : [{ kind: 'subject', given: name.text, found: rival.text }];
  });
}
