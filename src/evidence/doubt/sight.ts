import type { Option } from '../compare/align.ts';
import type { Change } from '../compare/compare.ts';
import type { Arc, Graph, Node } from '../compare/graph.ts';
import { housed } from '../compare/housed.ts';
import { isReporting, LIGHT, type Pairing } from '../compare/pairing.ts';

export type Part = 'verb' | 'noun' | 'other' | 'name' | 'figure' | 'time';

/** A word of the claim that tells something, with what it stands for. */
export type Told = {
  readonly n: number;
  readonly node: Node;
  readonly part: Part;
  /** The best that the sources have for it, and the best within the sentence that its clause is held to. */
  readonly at: Option | null;
  readonly home: Option | null;
};

/** Two such words that hang together, and how far the sources tie them so, 0 to 1; null where one has no counterpart. */
export type Tie = { readonly arc: Arc; readonly from: Told; readonly to: Told; readonly held: number | null };

/** What the traits look at: a sentence of a claim beside the few of its sources that it is paired with, whatever else stands there. */
export type Sight = {
  readonly change: Change;
  readonly pairing: Pairing;
  readonly housed: Pairing;
  readonly told: readonly Told[];
  readonly ties: readonly Tie[];
  /** The sentences that the claim's clauses are held to: those that more than one of its words stand in. */
  readonly homes: readonly Graph[];
};

const PART_OF: Readonly<Record<string, Part>> = { VERB: 'verb', AUX: 'verb', NOUN: 'noun', PROPN: 'noun' };

export function partOf({ read }: Graph, { kind, head }: Node): Part {
  if (kind === 'name' || kind === 'figure' || kind === 'time') return kind;
  return PART_OF[read.tree.words[head]?.class ?? ''] ?? 'other';
}

function homesOf({ graphs, chosen }: Pairing): Graph[] {
  const counts = new Map<number, number>();
  for (const one of chosen) if (one !== null) counts.set(one.graph, (counts.get(one.graph) ?? 0) + 1);
  return [...counts].flatMap(([g, count]) => (count > 1 ? (graphs[g] ?? []) : []));
}

export function sightOf(change: Change): Sight {
  const { pairing } = change;
  const { claim } = pairing;
  const within = housed(pairing);
  const told = claim.nodes.flatMap((node, n): Told[] =>
    node.kind === 'pronoun' || (node.kind === 'word' && LIGHT.test(node.lemma)) || isReporting(pairing, n)
      ? []
      : [{ n, node, part: partOf(claim, node), at: pairing.chosen[n] ?? null, home: within.chosen[n] ?? null }],
  );
  const by = new Map(told.map((one) => [one.n, one]));
  const ties = claim.arcs.flatMap((arc): Tie[] => {
    const [from, to] = [by.get(arc.from), by.get(arc.to)];
    if (from === undefined || to === undefined || arc.implied === true) return [];
    const held = from.at === null || to.at === null ? null : pairing.support(arc, from.at, to.at);
    return [{ arc, from, to, held }];
  });
  return {
    change,
    pairing,
    housed: within,
    told,
    ties,
    homes: homesOf(within),
  };
}
