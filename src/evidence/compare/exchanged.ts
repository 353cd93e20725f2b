import { measure } from '../../domain/units.ts';
import type { Reason, ReasonKind } from '../../model.ts';
import type { Option } from './align.ts';
import type { Arc, Node } from './graph.ts';
import { BODY } from './names.ts';
import { isReporting, LIGHT, type Pairing, statement } from './pairing.ts';
import { runsOf } from './runs.ts';

/** From here on the sources tie two words as the claim does. */
const TIED = 0.5;

/** Could the one stand in the other's place: names and nouns, amounts of one measure, times? What stands for something else is left open. */
function sameKind(left: Node, right: Node): boolean {
  if (left.kind === 'pronoun' || right.kind === 'pronoun') return false;
  if (left.kind === 'time' || right.kind === 'time') return left.kind === right.kind;
  if (left.figure !== null || right.figure !== null)
    return (
      left.figure !== null &&
      right.figure !== null &&
      measure(left.figure.unit).kind === measure(right.figure.unit).kind
    );
  if (left.kind !== right.kind || BODY.test(left.lemma)) return false;
  return left.kind !== 'name' || left.words.every((n) => Math.abs(n - right.head) > 1);
}

const kindOf = (role: string, from: Node, to: Node): ReasonKind =>
  /^[SO]$/.test(role)
    ? 'subject'
    : to.kind === 'time'
      ? 'time'
      : to.kind === 'figure' || from.kind === 'figure'
        ? 'figure'
        : 'statement';

/** Where the claim has one thing and the source another in the same place: who did it, what it was done to, how much, when. */
export function exchangedIn(pairing: Pairing): Reason[] {
  const { claim, graphs, options, chosen, ties, support } = pairing;
  const { tree } = claim.read;
  const quotes = /["“”«»]/.test(tree.text);
  const runs = runsOf(pairing);
  // "Two of its customers" cut down to "its customers": what it hung on is gone.
  const beheaded = ({ role, to }: Arc): boolean => {
    const option = chosen[to] ?? null;
    if (!/^[SOI]$/.test(role) || option === null) return false;
    return (graphs[option.graph]?.arcs ?? []).some(
      (arc) =>
        arc.to === option.node &&
        /^at:of$/.test(arc.role) &&
        !chosen.some((one) => one?.graph === option.graph && one.node === arc.from),
    );
  };
  /** What the source has in the place where the claim has another thing of the kind. */
  const rivalOf = (arc: Arc, a: Option, b: Option): Node | null => {
    const graph = graphs[a.graph];
    const to = claim.nodes[arc.to];
    if (graph === undefined || to === undefined || a.likeness < 0.9 || b.likeness < 0.6) return null;
    if (!/^[SOI]$|^at:/.test(arc.role)) return null;
    // A noun may be what another means; two names are two things.
    if (to.kind === 'word') return null;
    const filled = graph.arcs.filter(
      ({ from, role, implied }) => from === a.node && role === arc.role && implied !== true,
    );
    const rivals = filled.flatMap(({ to: one }) => {
      const node = graph.nodes[one];
      // "The number of openings": one phrase, not two things.
      const head = graph.arcs.some(({ from, to: inner }) => from === one && a.graph === b.graph && inner === b.node);
      return node !== undefined && sameKind(node, to) && !head ? [one] : [];
    });
    // Said of both in the claim: nothing is exchanged.
    const told = rivals.some((one) =>
      claim.arcs.some(({ from, role, to: other }) => {
        const option = chosen[other] ?? null;
        return from === arc.from && role === arc.role && option?.graph === a.graph && option.node === one;
      }),
    );
    return told ? null : (graph.nodes[rivals[0] ?? -1] ?? null);
  };
  // What the tree ties otherwise, or the claim says of the same thing by another word.
  const otherwise = (arc: Arc): number => {
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
    const turned = (options[arc.from] ?? []).filter(
      (one) => one.graph === b.graph && one.likeness >= 0.9 && plain(one),
    );
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
        if (roles.some((role) => role === arc.role || (!changes && level.test(role) && level.test(arc.role))))
          return 0.5;
      }
    }
    return 0;
  };
  return [
    ...twice(pairing),
    ...claim.arcs.flatMap((arc): Reason[] => {
      if (runs[arc.from] !== undefined && runs[arc.from] === runs[arc.to] && !beheaded(arc)) return [];
      const [a, b] = [chosen[arc.from] ?? null, chosen[arc.to] ?? null];
      const [from, to] = [claim.nodes[arc.from], claim.nodes[arc.to]];
      if (a === null || b === null || from === undefined || to === undefined) return [];
      if (arc.implied === true || arc.role === 'and' || arc.role === 'beside') return [];
      if (LIGHT.test(to.lemma) && to.kind === 'word') return [];
      // Who says what stands in quotation marks is compared with the quotes.
      if (arc.role === 'S' && quotes && isReporting(pairing, arc.from)) return [];
      if (Math.max(support(arc, a, b), otherwise(arc)) >= TIED) return [];
      const rival = rivalOf(arc, a, b);
      return rival === null ? [] : [{ kind: kindOf(arc.role, from, to), given: to.text, found: rival.text }];
    }),
  ];
}

/** One word of a source cannot stand for two of a claim. */
function twice({ claim, options, chosen }: Pairing): Reason[] {
  return claim.nodes.flatMap((node, n): Reason[] => {
    const option = chosen[n] ?? null;
    if (node.kind !== 'word' || option === null || LIGHT.test(node.lemma)) return [];
    const before = chosen.findIndex((one) => one?.graph === option.graph && one.node === option.node);
    const first = claim.nodes[before];
    const apart = (options[n] ?? []).every((one) => one.graph === option.graph && one.node === option.node);
    const verb = claim.read.tree.words[node.head]?.class === 'VERB';
    return before < n && first?.kind === 'word' && apart && !verb ? [statement(node.text, first.text)] : [];
  });
}
