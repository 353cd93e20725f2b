import { dependents } from '../../reading/tree.ts';
import type { Graph } from '../compare/graph.ts';
import { type Counterpart, counterpartOf } from '../compare/pairing.ts';
import { aboveOf, arcOf, clauseOf, determinersOf, formOf, keptIn, wordOf } from './differences.ts';
import type { Sight } from './sight.ts';
import { stepsFrom } from './ties.ts';

/** A word, name, figure or time of a claim: all that is known of it and of what it stands for, by names, and the place of what it hangs on, -1 for none. */
export type Known = { readonly names: readonly string[]; readonly above: number };

type Keeps = ReturnType<typeof keptIn>;

/** Steps beyond it are all alike. */
const FAR = 5;

const arcTo = ({ arcs }: Graph, n: number) => arcs.find(({ to, implied }) => to === n && implied !== true);

/** The words of grammar about one. */
const helpersOf = ({ read: { tree }, nodeOf }: Graph, head: number): string[] =>
  (tree.children[head] ?? []).flatMap((n) => {
    const word = tree.words[n];
    return word === undefined || word.class === 'PUNCT' || (nodeOf[n] ?? -1) >= 0 ? [] : [word.lemma];
  });

/** What one sentence tells of a word. */
function toldOf(graph: Graph, n: number): string[] {
  const node = graph.nodes[n];
  const { tree } = graph.read;
  const word = tree.words[node?.head ?? -1];
  if (node === undefined || word === undefined) return [];
  const clause = graph.clauseOf.get(n);
  const arc = arcTo(graph, n);
  const isWord = node.kind === 'word' || node.kind === 'pronoun';
  return [
    `kind ${node.kind}`,
    `tag ${word.tag}`,
    `relation ${word.relation}`,
    ...(isWord ? [`word ${node.lemma}`] : []),
    ...(arc === undefined ? [] : [`role ${arc.role}`]),
    ...dependents(tree, node.head, 'case').map((one) => `case ${tree.words[one]?.lemma}`),
    ...determinersOf(graph, node.head).map((one) => `determiner ${one}`),
    ...helpersOf(graph, node.head).map((one) => `helper ${one}`),
    ...(clause === undefined
      ? []
      : [
          `mood ${clause.mood}`,
          `form ${formOf(graph, clause.predicate)}`,
          `on ${aboveOf(graph, clause.predicate)}`,
          ...clause.frames.map(({ stance }) => `frame ${stance}`),
        ]),
  ];
}

/** What hung on a word there, or above it, and is gone, with what hung on that. */
function goneAbout({ graph, option }: Counterpart, keeps: Keeps): string[] {
  const arcs = graph.arcs.filter(({ implied }) => implied !== true);
  const named = (way: string, role: string, n: number): string[] => {
    const node = graph.nodes[n];
    return node?.kind === 'word'
      ? [`${way} ${role} word`, `${way} ${node.lemma}`]
      : [`${way} ${role} ${node?.kind ?? ''}`];
  };
  const below = (way: string, n: number): string[] =>
    arcs.flatMap(({ from, role, to }) => (from === n && !keeps(graph, to) ? named(way, role, to) : []));
  return [
    ...below('gone below', option.node),
    ...arcs.flatMap(({ from, to }) => (from === option.node && !keeps(graph, to) ? below('gone two below', to) : [])),
    ...arcs.flatMap(({ from, role, to }) =>
      to === option.node && !keeps(graph, from)
        ? [
            ...named('gone above', role, from),
            ...helpersOf(graph, graph.nodes[from]?.head ?? -1).map((one) => `gone with it ${one}`),
          ]
        : [],
    ),
  ];
}

/** Where a word stands after the one before it that the sources have. */
function orderOf({ pairing: { chosen } }: Sight, n: number, { option }: Counterpart): string {
  const before = chosen.slice(0, n).findLast((one) => one !== null) ?? null;
  if (before === null) return 'first';
  if (before.graph !== option.graph) return 'after another sentence';
  if (option.node < before.node) return 'moved back';
  return option.node - before.node === 1 ? 'next' : 'further on';
}

/** How far the sources tie a word to what it hangs on here, and how far apart the two stand there. */
function tiedTo({ pairing: { claim, graphs, chosen, support } }: Sight, n: number): string[] {
  const arc = arcTo(claim, n);
  const [from, to] = [chosen[arc?.from ?? -1] ?? null, chosen[n] ?? null];
  if (arc === undefined) return [];
  if (from === null || to === null) return ['held by nothing'];
  const graph = graphs[from.graph];
  const steps = graph === undefined || from.graph !== to.graph ? null : stepsFrom(graph, from.node)[to.node];
  return [
    `held ${Math.round(support(arc, from, to) * 4)}`,
    steps === null ? 'in two sentences' : `steps ${Math.min(FAR, steps ?? FAR)}`,
  ];
}

/** The words of a claim beside those that they stand for, in their order. */
export function nodesOf(sight: Sight): Known[] {
  const { pairing, homes } = sight;
  const { claim } = pairing;
  const keeps = keptIn(sight);
  const theirs = new Set(homes.flatMap(({ read }) => read.tree.words.map(({ lemma }) => lemma)));
  const arcs = claim.arcs.map((arc) => ({ ...arc, names: arcOf(pairing, arc) }));
  return claim.nodes.map(({ head, kind }, n) => {
    const there = counterpartOf(pairing, n);
    const names = [
      ...toldOf(claim, n),
      ...helpersOf(claim, head).flatMap((lemma) => (theirs.has(lemma) ? [] : [`new helper ${lemma}`])),
      ...clauseOf(pairing, n),
      ...wordOf(pairing, n),
      ...tiedTo(sight, n),
      ...arcs.flatMap((arc) => (arc.to === n ? arc.names.map((name) => `below: ${name}`) : [])),
      ...arcs.flatMap((arc) => (arc.from === n ? arc.names.map((name) => `above: ${name}`) : [])),
      ...(there === null
        ? [`in no source: ${kind}`]
        : [
            `like ${Math.round(there.option.likeness * 10)}`,
            ...toldOf(there.graph, there.option.node).map((name) => `was ${name}`),
            ...(claim.clauseOf.has(n) === there.graph.clauseOf.has(there.option.node) ? [] : ['clause and noun']),
            ...(there.graph.nodes[there.option.node]?.lemma === claim.nodes[n]?.lemma ? [] : ['another word']),
            orderOf(sight, n, there),
            ...goneAbout(there, keeps),
          ]),
    ];
    return { names: [...new Set(names)], above: arcTo(claim, n)?.from ?? -1 };
  });
}
