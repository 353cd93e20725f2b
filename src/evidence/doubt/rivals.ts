import { measure } from '../../domain/units.ts';
import type { Node } from '../compare/graph.ts';
import type { Sight, Told } from './sight.ts';
import { stepsFrom } from './ties.ts';
import { most, type Trait } from './trait.ts';

/** Could one stand where the other does: amounts of a measure, times, names? */
export function isRival(left: Node, right: Node): boolean {
  if (left.kind !== right.kind) return false;
  if (left.figure === null || right.figure === null) return true;
  return measure(left.figure.unit).kind === measure(right.figure.unit).kind;
}

type Reach = (sight: Sight, graph: number, from: number, to: number) => number;

const bySteps: Reach = ({ pairing: { graphs } }, g, from, to) => {
  const graph = graphs[g];
  return graph === undefined ? 0 : (stepsFrom(graph, from)[to] ?? 0);
};
const byWords: Reach = ({ pairing: { graphs } }, g, from, to) => {
  const nodes = graphs[g]?.nodes ?? [];
  return Math.min(Math.abs((nodes[from]?.head ?? 0) - (nodes[to]?.head ?? 0)), 20);
};

/**
 * How much nearer a rival of the same sentence, which the claim leaves out, stands to the words that the claim has about this one:
 * steps or words, nearer companions of the claim counting more. Below 0 where none is as near.
 */
function outdone(sight: Sight, one: Told, reach: Reach): number | null {
  const { pairing, told } = sight;
  const { at, n } = one;
  const graph = pairing.graphs[at?.graph ?? -1];
  if (at === null || graph === undefined) return null;
  const kept = new Set(told.flatMap((other) => (other.at?.graph === at.graph ? [other.at.node] : [])));
  const rivals = graph.nodes.flatMap((node, k) => (!kept.has(k) && isRival(one.node, node) ? [k] : []));
  if (rivals.length === 0) return null;
  const apart = stepsFrom(pairing.claim, n);
  const companions = told.flatMap((other) =>
    other !== one && other.at?.graph === at.graph && !isRival(one.node, other.node)
      ? [{ node: other.at.node, weight: 1 / (apart[other.n] ?? 1) }]
      : [],
  );
  const total = companions.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const far = (place: number): number =>
    companions.reduce((sum, { node, weight }) => sum + weight * reach(sight, at.graph, place, node), 0) / total;
  const own = far(at.node);
  return Math.max(...rivals.map((rival) => own - far(rival)));
}

const NONE = -9;

/** Whether another amount, time or name of the sentence would fit better. */
export const RIVALS: readonly Trait[] = (['figure', 'time', 'name'] as const).flatMap((part): Trait[] => [
  {
    name: `${part}: a rival is nearer by steps`,
    of: (s) =>
      most(
        s.told.flatMap((one) => (one.part === part ? (outdone(s, one, bySteps) ?? []) : [])),
        NONE,
      ),
  },
  {
    name: `${part}: a rival is nearer by words`,
    of: (s) =>
      most(
        s.told.flatMap((one) => (one.part === part ? (outdone(s, one, byWords) ?? []) : [])),
        NONE,
      ),
  },
]);
