import type { Option } from '../compare/align.ts';
import { isRival } from './rivals.ts';
import type { Sight, Told } from './sight.ts';
import { most, sum, type Trait } from './trait.ts';

/** The claim's words that may stand in one another's place. */
const PARTS = ['name', 'figure', 'time', 'noun'] as const;
const NONE = -9;

/** How far the sources tie a word to those about it, if it and they stand for these. */
type Held = (n: number, places: (n: number) => Option | null) => number;

function heldIn({ pairing: { claim, support } }: Sight): Held {
  const around = claim.nodes.map((_, n) => claim.arcs.filter(({ from, to }) => from === n || to === n));
  return (n, places) =>
    sum(
      (around[n] ?? []).map((arc) => {
        const [from, to] = [places(arc.from), places(arc.to)];
        return from === null || to === null ? 0 : support(arc, from, to);
      }),
    );
}

/** By how much more the sources tie what they have in a word's place to those about it; below 0 where that is less. */
function rivalFit(sight: Sight, held: Held, { n, at, node }: Told): number | null {
  const { graphs, chosen, ties } = sight.pairing;
  const graph = graphs[at?.graph ?? -1];
  if (at === null || graph === undefined) return null;
  const kept = new Set(chosen.flatMap((one) => (one?.graph === at.graph ? [one.node] : [])));
  const own = held(n, (k) => chosen[k] ?? null);
  const rivals = graph.nodes.flatMap((other, k) => {
    const place = { graph: at.graph, node: k };
    if (kept.has(k) || !isRival(node, other) || ties.referents.same(place, at)) return [];
    return [held(n, (one) => (one === n ? { ...place, likeness: 1 } : (chosen[one] ?? null))) - own];
  });
  return rivals.length === 0 ? null : Math.max(...rivals);
}

/** By how much more the sources tie the two in one another's place. */
function exchangeFit(sight: Sight, held: Held, one: Told, two: Told): number {
  const { chosen } = sight.pairing;
  const plain = (n: number): Option | null => chosen[n] ?? null;
  const turned = (n: number): Option | null => (n === one.n ? two.at : n === two.n ? one.at : plain(n));
  return held(one.n, turned) + held(two.n, turned) - held(one.n, plain) - held(two.n, plain);
}

/** Whether another word of the sources, or another of the claim, would stand better where one stands. */
export const FITS: readonly Trait[] = PARTS.flatMap((part): Trait[] => [
  {
    name: `${part}: another fits better`,
    of: (s) => {
      const held = heldIn(s);
      return most(
        s.told.flatMap((one) => (one.part === part ? (rivalFit(s, held, one) ?? []) : [])),
        NONE,
      );
    },
  },
  {
    name: `${part}: two fit better exchanged`,
    of: (s) => {
      const held = heldIn(s);
      const own = s.told.filter((one) => one.part === part && one.at !== null);
      return most(
        own.flatMap((one, k) =>
          own.slice(k + 1).flatMap((two) => (isRival(one.node, two.node) ? [exchangeFit(s, held, one, two)] : [])),
        ),
        NONE,
      );
    },
  },
]);
