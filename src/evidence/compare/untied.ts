import type { Option } from './align.ts';
import type { Arc, Node } from './graph.ts';
import { isReporting, LIGHT, type Pairing } from './pairing.ts';
import { runsOf } from './runs.ts';

/** From here on the sources tie two words as the claim does. */
const TIED = 0.5;

/** Two things that the claim ties together and the sources do not, each with what it stands for there. */
export type Untied = {
  readonly arc: Arc;
  readonly from: Node;
  readonly to: Node;
  readonly a: Option;
  readonly b: Option;
};

/** "Two of its customers" cut down to "its customers": what it hung on is gone. */
function isBeheaded({ graphs, chosen }: Pairing, { role, to }: Arc): boolean {
  const option = chosen[to] ?? null;
  if (!/^[SOI]$/.test(role) || option === null) return false;
  return (graphs[option.graph]?.arcs ?? []).some(
    (arc) =>
      arc.to === option.node &&
      /^at:of$/.test(arc.role) &&
      !chosen.some((one) => one?.graph === option.graph && one.node === arc.from),
  );
}

/** How far the sources tie it by another phrase, or by another word that says the same. */
function otherwise(pairing: Pairing, runs: readonly (number | undefined)[], arc: Arc): number {
  const { claim, graphs, options, chosen, ties, support } = pairing;
  const [a, b] = [chosen[arc.from] ?? null, chosen[arc.to] ?? null];
  if (a === null || b === null) return 0;
  const tied = (role: string, from: number, to: number): boolean => {
    const [p, d] = [chosen[from] ?? null, chosen[to] ?? null];
    return p !== null && d !== null && support({ from, role }, p, d) >= 0.5;
  };
  // One of the words of a phrase that was taken over as it is.
  if (
    claim.arcs.some(
      ({ from, role, to }) =>
        from === arc.from &&
        role === arc.role &&
        to !== arc.to &&
        runs[to] !== undefined &&
        runs[to] === runs[arc.to] &&
        tied(role, from, to),
    )
  )
    return 0.5;
  // "which she declined to name": the object of what is declined.
  if (
    arc.role === 'O' &&
    claim.arcs.some(({ from, role, to }) => from === arc.from && role === 'X' && tied('O', to, arc.to))
  )
    return 0.5;
  // A phrase may hang on its verb or on the one above.
  if (
    /^(?:at:|how)/.test(arc.role) &&
    claim.arcs.some(
      ({ from, role, to }) => to === arc.from && /^(?:X|O|of|at:.*)$/.test(role) && tied(arc.role, from, arc.to),
    )
  )
    return 0.5;
  // The same word where the source ties it to this one.
  const plain = (one: Option): boolean =>
    (graphs[one.graph]?.arcs ?? []).every(
      ({ from, role, to }) =>
        from !== one.node || role !== 'of' || chosen.some((other) => other?.graph === one.graph && other.node === to),
    );
  const others = (options[arc.to] ?? []).filter((one) => one.graph === a.graph && one.likeness >= 0.9 && plain(one));
  if (others.some((one) => support(arc, a, one) >= 0.5)) return 0.5;
  const turned = (options[arc.from] ?? []).filter((one) => one.graph === b.graph && one.likeness >= 0.9 && plain(one));
  if (turned.some((one) => support(arc, one, b) >= 0.5)) return 0.5;
  // "Revenue was $3 million", "revenue rose to $3 million".
  const node = claim.nodes[arc.to];
  const governor = claim.nodes[arc.from];
  const amount = node?.kind === 'figure' ? arc.to : governor?.kind === 'figure' ? arc.from : -1;
  const option = chosen[amount] ?? null;
  if (amount >= 0 && option !== null) {
    const things =
      amount === arc.from
        ? [arc.to]
        : [
            arc.from,
            ...claim.arcs.flatMap(({ from, role, to }) => (from === arc.from && /^(?:S|is)$/.test(role) ? [to] : [])),
          ];
    const level = /^(?:is|of|O|at:(?:of|to|at|))$/;
    const verb = chosen[arc.from] ?? null;
    const elsewhere =
      verb !== null &&
      verb.likeness >= 0.9 &&
      graphs[verb.graph]?.clauseOf.has(verb.node) === true &&
      ties.regionOf(option) !== graphs[verb.graph]?.nodes[verb.node]?.head;
    for (const thing of elsewhere ? [] : things) {
      const place = chosen[thing] ?? null;
      if (place === null || thing === amount) continue;
      const roles = ties.amountsOf(place, option);
      const verb = claim.nodes[arc.from];
      const changes =
        verb !== undefined &&
        amount !== arc.from &&
        [...verb.keys].some((key) => /^#(?:rise|fall|raise|cut)$/.test(key));
      if (roles.some((role) => role === arc.role || (!changes && level.test(role) && level.test(arc.role)))) return 0.5;
    }
  }
  return 0;
}

/** Does whoever says it in the claim say it in the source, with whatever verb? */
function isToldBy(pairing: Pairing, { from, role }: Arc, { graph: g, node }: Option): boolean {
  const { claim, graphs, chosen, ties } = pairing;
  const graph = graphs[g];
  const speaker = claim.arcs.find((arc) => arc.from === from && arc.role === 'S')?.to;
  const who = chosen[speaker ?? -1] ?? null;
  if (role !== 'X' || who === null || graph === undefined || !isReporting(pairing, from)) return false;
  return (graph.clauseOf.get(node)?.frames ?? []).some(({ by, stance }) => {
    const teller = graph.nodeOf[by ?? -1] ?? -1;
    return stance === 'says' && teller >= 0 && ties.referents.same({ graph: g, node: teller }, who);
  });
}

/** What the claim ties together and the sources do not. */
export function untiedIn(pairing: Pairing): Untied[] {
  const { claim, chosen, support } = pairing;
  const quotes = /["“”«»]/.test(claim.read.tree.text);
  const runs = runsOf(pairing);
  return claim.arcs.flatMap((arc): Untied[] => {
    if (runs[arc.from] !== undefined && runs[arc.from] === runs[arc.to] && !isBeheaded(pairing, arc)) return [];
    const [a, b] = [chosen[arc.from] ?? null, chosen[arc.to] ?? null];
    const [from, to] = [claim.nodes[arc.from], claim.nodes[arc.to]];
    if (a === null || b === null || from === undefined || to === undefined) return [];
    if (arc.implied === true || arc.role === 'and' || arc.role === 'beside') return [];
    if (LIGHT.test(to.lemma) && to.kind === 'word') return [];
    // Who says what stands in quotation marks is compared with the quotes.
    if (arc.role === 'S' && quotes && isReporting(pairing, arc.from)) return [];
    if (Math.max(support(arc, a, b), otherwise(pairing, runs, arc)) >= TIED || isToldBy(pairing, arc, b)) return [];
    return [{ arc, from, to, a, b }];
  });
}
