import type { Clause } from '../../reading/clauses.ts';
import { isOf, type Word } from '../../reading/tree.ts';
import type { Graph } from '../compare/graph.ts';
import type { Counterpart, Pairing } from '../compare/pairing.ts';
import { counterpartOf } from '../compare/pairing.ts';
import type { Sight } from './sight.ts';
import type { Trait } from './trait.ts';
import stored from './weights.json' with { type: 'json' };

/** A word's determiners, and those of its adverbs and adjectives that tell how many or which of them. */
const COUNTS =
  /^(?:only|also|already|still|just|even|not|never|at|least|up|most|more|about|nearly|almost|once|first|second|last|next|new|former|other|same|all|any|own)$/;

const wordAt = ({ read: { tree } }: Graph, n: number): Word | undefined => tree.words[n];
const kindAt = (graph: Graph, n: number): string => graph.nodes[graph.nodeOf[n] ?? -1]?.kind ?? 'word';
const plain = (relation: string): string => relation.replace(/:.*/, '');

/** The words of a sentence that are no name, figure, time or mark. */
const wordsIn = (graph: Graph): Word[] =>
  graph.read.tree.words.filter(({ class: kind }, n) => kind !== 'PUNCT' && /^(?:word|pronoun)$/.test(kindAt(graph, n)));

/** Words that one side has and the other lacks. */
function wordsOf({ pairing: { claim }, homes }: Sight, keeps: (graph: Graph, word: number) => boolean): string[] {
  const theirs = new Set(homes.flatMap(({ read }) => read.tree.words.map(({ lemma }) => lemma)));
  const own = new Set(claim.read.tree.words.map(({ lemma }) => lemma));
  const added = wordsIn(claim).filter(({ lemma }) => !theirs.has(lemma));
  const gone = homes.flatMap((graph) =>
    wordsIn(graph).filter(({ lemma, head }) => !own.has(lemma) && keeps(graph, head)),
  );
  return [
    ...added.flatMap(({ lemma, relation }) => [`added ${lemma}`, `added as ${plain(relation)}`]),
    ...gone.flatMap(({ lemma, relation }) => [`left out ${lemma}`, `left out as ${plain(relation)}`]),
  ];
}

/** What a predicate is made of: its helpers and its form. */
function formOf(graph: Graph, predicate: number): string {
  const { words, children } = graph.read.tree;
  const helpers = (children[predicate] ?? []).flatMap((n) => {
    const word = words[n];
    const low = word?.text.toLowerCase() ?? '';
    return word !== undefined && (isOf(word.relation, ['aux', 'cop']) || /^(?:to|not|n['’]t|never)$/.test(low))
      ? [low]
      : [];
  });
  return [...helpers, words[predicate]?.tag ?? ''].join(' ');
}

/** What a predicate hangs on. */
function aboveOf(graph: Graph, predicate: number): string {
  const word = wordAt(graph, predicate);
  const above = wordAt(graph, word?.head ?? -1);
  return above !== undefined && isOf(word?.relation ?? '', ['xcomp', 'ccomp', 'acl', 'advcl', 'parataxis', 'conj'])
    ? `${plain(word?.relation ?? '')} of ${above.lemma}`
    : 'nothing';
}

/** How a clause is told otherwise: its verbs, what it hangs on, its mood, who frames it. */
function clauseOf(claim: Graph, clause: Clause, { graph, option }: Counterpart): string[] {
  const own = formOf(claim, clause.predicate);
  const source = graph.clauseOf.get(option.node);
  if (source === undefined) return [`noun told as ${own}`];
  const theirs = formOf(graph, source.predicate);
  const [below, above] = [aboveOf(graph, source.predicate), aboveOf(claim, clause.predicate)];
  const [framed, frames] = [source, clause].map(({ frames }) => frames.map(({ stance }) => stance));
  return [
    ...(own === theirs ? [] : [`${theirs} told as ${own}`]),
    ...(below === above ? [] : [`no longer ${below}`, `now ${above}`]),
    `${source.mood} told as ${clause.mood}`,
    ...(framed ?? []).filter((stance) => frames?.includes(stance) === false).map((stance) => `frame ${stance} lost`),
    ...(frames ?? []).filter((stance) => framed?.includes(stance) === false).map((stance) => `frame ${stance} new`),
  ];
}

const determinersOf = ({ read: { tree } }: Graph, head: number): string[] =>
  (tree.children[head] ?? []).flatMap((n) => {
    const { relation = '', lemma = '' } = tree.words[n] ?? {};
    if (isOf(relation, ['nmod:poss'])) return ['its'];
    return isOf(relation, ['det']) || (isOf(relation, ['nummod', 'advmod', 'amod']) && COUNTS.test(lemma))
      ? [lemma]
      : [];
  });

/** How a word is told otherwise than the one that it stands for: its class, form, relation, determiners. */
function wordOf(pairing: Pairing, n: number): string[] {
  const { claim } = pairing;
  const node = claim.nodes[n];
  const word = wordAt(claim, node?.head ?? -1);
  if (node === undefined || word === undefined) return [];
  const there = counterpartOf(pairing, n);
  const other = there === null ? undefined : wordAt(there.graph, there.node.head);
  if (there === null || other === undefined)
    return [`unknown ${node.kind === 'word' ? word.class : node.kind} as ${plain(word.relation)}`];
  const [theirs, own] = [determinersOf(there.graph, there.node.head), determinersOf(claim, node.head)];
  return [
    ...(node.kind === 'word' && other.lemma !== word.lemma ? [`another ${word.class} for ${other.class}`] : []),
    ...(other.tag === word.tag ? [] : [`${other.tag} as ${word.tag}`]),
    ...(other.relation === word.relation ? [] : [`${node.kind} ${plain(other.relation)} as ${plain(word.relation)}`]),
    ...theirs.filter((one) => !own.includes(one)).map((one) => `${node.kind} without ${one}`),
    ...own.filter((one) => !theirs.includes(one)).map((one) => `${node.kind} with ${one}`),
  ];
}

/** How two words hang together otherwise. */
function arcsOf({ claim, graphs, chosen }: Pairing): string[] {
  return claim.arcs.flatMap(({ from, to, role, implied }): string[] => {
    const [a, b] = [chosen[from] ?? null, chosen[to] ?? null];
    if (implied === true || a === null || b === null) return [];
    if (a.graph !== b.graph) return [`across sentences ${role}`];
    const there = (graphs[a.graph]?.arcs ?? []).filter((arc) => arc.from === a.node && arc.to === b.node);
    const kind = claim.nodes[to]?.kind ?? '';
    if (there.some((arc) => arc.role === role)) return [];
    return there[0] === undefined
      ? [`new ${role}`, `new ${role} of a ${kind}`]
      : [`${there[0].role} as ${role}`, `another role of a ${kind}`];
  });
}

/** What hung on what is kept, or above it, and is gone. */
function goneFrom(graph: Graph, keeps: (node: number) => boolean): string[] {
  return graph.arcs.flatMap(({ from, to, role, implied }): string[] => {
    if (implied === true || keeps(from) === keeps(to)) return [];
    const [way, gone] = keeps(from) ? ['below', graph.nodes[to]] : ['above', graph.nodes[from]];
    const name = `gone ${way} ${role}`;
    return [`${name} ${gone?.kind}`, ...(gone?.kind === 'word' ? [`${name}: ${gone.lemma}`] : [])];
  });
}

/** Each way in which a sentence of a claim differs from those that it is made of, by its name. */
export function differencesOf(sight: Sight): ReadonlySet<string> {
  const { pairing, homes } = sight;
  const kept = new Map(
    pairing.graphs.map((graph, g) => [
      graph,
      new Set(pairing.chosen.flatMap((one) => (one?.graph === g ? [one.node] : []))),
    ]),
  );
  const keeps = (graph: Graph, node: number): boolean => kept.get(graph)?.has(node) === true;
  return new Set([
    ...wordsOf(sight, (graph, word) => keeps(graph, graph.nodeOf[word] ?? -1)),
    ...[...pairing.claim.clauseOf].flatMap(([n, clause]) => {
      const there = counterpartOf(pairing, n);
      return there === null ? [] : clauseOf(pairing.claim, clause, there);
    }),
    ...pairing.claim.nodes.flatMap((_, n) => wordOf(pairing, n)),
    ...arcsOf(pairing),
    ...homes.flatMap((graph) => goneFrom(graph, (node) => keeps(graph, node))),
  ]);
}

const weights: ReadonlyMap<string, number> = new Map(Object.entries(stored));

/** How much the differences speak against a sentence, by the weight of each. */
export function weigh(names: ReadonlySet<string>, weightOf: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const name of names) total += weightOf.get(name) ?? 0;
  return total;
}

/** How much all the differences together speak against a sentence, in log odds. */
export const DIFFERENCES: Trait = { name: 'differences', of: (sight) => weigh(differencesOf(sight), weights) };
