import { opposed } from '../../language/meaning.ts';
import { vectorOf } from '../../reading/network/network.ts';
import type { Graph, Node } from '../compare/graph.ts';
import { meaningsOf } from '../compare/keys.ts';
import { type Part, partOf, type Sight, type Told } from './sight.ts';
import { stepsFrom } from './ties.ts';
import { least, sum, type Trait } from './trait.ts';

/** How many words are kept whose vectors were asked for. */
const KEPT = 4_000;
const known = new Map<string, Float32Array | null>();

/** The vector of a word, of length 1. */
function unit(word: string): Float32Array | null {
  const made = known.get(word);
  if (made !== undefined) return made;
  const vector = vectorOf(word);
  const length = Math.hypot(...(vector ?? []));
  if (known.size >= KEPT) known.clear();
  const scaled = vector === null || length === 0 ? null : vector.map((one) => one / length);
  known.set(word, scaled);
  return scaled;
}

/** How near two words are, from 0 (unknown, or not at all) to 1. */
export function kinship(left: string, right: string): number {
  const [a, b] = [unit(left), unit(right)];
  if (a === null || b === null) return 0;
  let product = 0;
  for (let n = 0; n < a.length; n++) product += (a[n] ?? 0) * (b[n] ?? 0);
  return Math.max(0, product);
}

const wordsOf = ({ lemma, text }: Node): string[] => [...new Set([lemma, text.toLowerCase()])];
const kin = (left: Node, right: Node): number =>
  Math.max(...wordsOf(left).flatMap((a) => wordsOf(right).map((b) => kinship(a, b))));

const LOOSE = 0.8;
const isLoose = ({ at, node }: Told): boolean => node.kind === 'word' && (at?.likeness ?? 0) < LOOSE;

const plain = (graph: Graph, part: Part): Node[] =>
  graph.nodes.filter((node) => node.kind === 'word' && partOf(graph, node) === part);

/** The nearest word of its class in the claim's sentences. */
function nearestKin(sight: Sight, { node, part }: Told): number {
  return Math.max(0, ...sight.homes.flatMap((graph) => plain(graph, part).map((other) => kin(node, other))));
}

/** The nearest of the words that stand about what a neighbour of it stands for, and for nothing of the claim. */
function inItsPlace(sight: Sight, { n, node }: Told): readonly [near: number, contrary: boolean] {
  const { claim, graphs, chosen } = sight.pairing;
  const kept = new Set(chosen.flatMap((one) => (one === null ? [] : [`${one.graph} ${one.node}`])));
  let [near, contrary] = [0, false];
  for (const { from, to } of claim.arcs) {
    if (from !== n && to !== n) continue;
    const at = chosen[from === n ? to : from] ?? null;
    const graph = graphs[at?.graph ?? -1];
    if (at === null || graph === undefined) continue;
    const steps = stepsFrom(graph, at.node);
    graph.nodes.forEach((other, k) => {
      if ((steps[k] ?? 9) > 2 || other.kind !== 'word' || kept.has(`${at.graph} ${k}`)) return;
      near = Math.max(near, kin(node, other));
      if (opposed(meaningsOf(node.keys), meaningsOf(other.keys))) contrary = true;
    });
  }
  return [near, contrary];
}

/** What stands for its words that the sources do not have. */
export const KIN: readonly Trait[] = [
  ...(['verb', 'noun', 'other'] as const).flatMap((part): Trait[] => {
    const loose = ({ told }: Sight): Told[] => told.filter((one) => one.part === part && isLoose(one));
    return [
      {
        name: `${part}: least kin of an unknown`,
        of: (s) =>
          least(
            loose(s).map((one) => nearestKin(s, one)),
            1,
          ),
      },
      {
        name: `${part}: least kin in its place`,
        of: (s) =>
          least(
            loose(s).map((one) => inItsPlace(s, one)[0]),
            1,
          ),
      },
    ];
  }),
  {
    name: 'words: kin missing',
    of: (s) => sum(s.told.filter(isLoose).map((one) => 1 - nearestKin(s, one))),
  },
  {
    name: 'words: kin missing in their place',
    of: (s) => sum(s.told.filter(isLoose).map((one) => 1 - inItsPlace(s, one)[0])),
  },
  {
    name: 'words: mean held or kin',
    of: (s) =>
      s.told.length === 0
        ? 1
        : sum(s.told.map((one) => (isLoose(one) ? Math.max(one.at?.likeness ?? 0, nearestKin(s, one)) : 1))) /
          s.told.length,
  },
  {
    name: 'words: contrary in their place',
    of: (s) => s.told.filter((one) => isLoose(one) && inItsPlace(s, one)[1]).length,
  },
];
