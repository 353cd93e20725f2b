import { isOf, type Word } from '../../reading/tree.ts';
import type { Arc, Graph } from '../compare/graph.ts';
import type { Pairing } from '../compare/pairing.ts';
import { counterpartOf } from '../compare/pairing.ts';
import type { Place } from '../compare/refer.ts';
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
export function formOf(graph: Graph, predicate: number): string {
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
export function aboveOf(graph: Graph, predicate: number): string {
  const word = wordAt(graph, predicate);
  const above = wordAt(graph, word?.head ?? -1);
  return above !== undefined && isOf(word?.relation ?? '', ['xcomp', 'ccomp', 'acl', 'advcl', 'parataxis', 'conj'])
    ? `${plain(word?.relation ?? '')} of ${above.lemma}`
    : 'nothing';
}

/** How a clause is told otherwise: its verbs, what it hangs on, its mood, who frames it. */
export function clauseOf(pairing: Pairing, n: number): string[] {
  const { claim } = pairing;
  const clause = claim.clauseOf.get(n);
  const there = counterpartOf(pairing, n);
  if (clause === undefined || there === null) return [];
  const { graph, option } = there;
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

export const determinersOf = ({ read: { tree } }: Graph, head: number): string[] =>
  (tree.children[head] ?? []).flatMap((n) => {
    const { relation = '', lemma = '' } = tree.words[n] ?? {};
    if (isOf(relation, ['nmod:poss'])) return ['its'];
    return isOf(relation, ['det']) || (isOf(relation, ['nummod', 'advmod', 'amod']) && COUNTS.test(lemma))
      ? [lemma]
      : [];
  });

/** How a word is told otherwise than the one that it stands for: its class, form, relation, determiners. */
export function wordOf(pairing: Pairing, n: number): string[] {
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

/** Roles that one thing fills. */
const SLOT = /^(?:[SOIX]|is|of|at:.*)$/;

/** May one place speak of what the other does: by its name, a pronoun, "the company"? */
function speakAlike({ ties: { referents } }: Pairing, left: Place, right: Place): boolean {
  return (
    referents.same(left, right) ||
    referents.meaningOf(left).has(referents.of(right)) ||
    referents.meaningOf(right).has(referents.of(left))
  );
}

/** How two words hang together otherwise: in another role, by what stands for one of them, or with another in its place. */
export function arcOf(pairing: Pairing, { from, to, role, implied }: Arc): string[] {
  const { claim, graphs, chosen } = pairing;
  const [a, b] = [chosen[from] ?? null, chosen[to] ?? null];
  if (implied === true || a === null || b === null) return [];
  const kind = claim.nodes[to]?.kind ?? '';
  const [above, below] = [graphs[a.graph], graphs[b.graph]];
  const own = (above?.arcs ?? []).filter((arc) => arc.from === a.node && arc.implied !== true);
  const between = a.graph === b.graph ? own.filter((arc) => arc.to === b.node) : [];
  if (between.some((arc) => arc.role === role)) return [];
  if (between[0] !== undefined) return [`${between[0].role} as ${role}`, `another role of a ${kind}`];
  const where = a.graph === b.graph ? 'new' : 'across sentences';
  const stands = own.filter((arc) => speakAlike(pairing, { graph: a.graph, node: arc.to }, b));
  const governs = (below?.arcs ?? []).filter(
    (arc) => arc.to === b.node && arc.implied !== true && speakAlike(pairing, { graph: b.graph, node: arc.from }, a),
  );
  const meant = [
    ...stands.map((arc) => ({ arc, by: above?.nodes[arc.to]?.kind })),
    ...governs.map((arc) => ({ arc, by: below?.nodes[arc.from]?.kind })),
  ];
  const [best] = meant.toSorted((x, y) => Number(y.arc.role === role) - Number(x.arc.role === role));
  if (best !== undefined)
    return best.arc.role === role
      ? [`meant ${role}`, `meant ${role} by a ${best.by}`]
      : [`meant ${best.arc.role} as ${role}`, 'meant in another role'];
  const filled = SLOT.test(role) && own.some((arc) => arc.role === role);
  return filled
    ? [`another ${role}`, `another ${role}: a ${kind}`, `another ${where}`]
    : [`${where} ${role}`, `${where} ${role} of a ${kind}`];
}

/** The names, pronouns and nouns of a sentence that speak of what the claim takes from elsewhere. */
function toldElsewhere(pairing: Pairing, graph: Graph): number[] {
  const g = pairing.graphs.indexOf(graph);
  return graph.nodes.flatMap(({ kind }, node) =>
    /^(?:name|pronoun|word)$/.test(kind) &&
    !graph.clauseOf.has(node) &&
    pairing.chosen.some((one) => one !== null && speakAlike(pairing, one, { graph: g, node }))
      ? [node]
      : [],
  );
}

/** The nodes of a sentence that stand in what is quoted of it. */
function quotedIn({ read, nodes }: Graph, quotes: readonly string[]): number[] {
  const stretches = quotes.flatMap((quote) => {
    const at = read.text.indexOf(quote);
    return at < 0 ? [] : [[read.start + at, read.start + at + quote.length] as const];
  });
  const { words } = read.tree;
  return nodes.flatMap(({ head }, n) =>
    stretches.some(([from, to]) => (words[head]?.start ?? -1) >= from && (words[head]?.end ?? to) <= to) ? [n] : [],
  );
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

/** Is a word of a sentence that the claim is made of taken over, or told elsewhere in it? */
export function keptIn({ pairing, homes }: Sight): (graph: Graph, node: number) => boolean {
  const kept = new Map(
    pairing.graphs.map((graph, g) => [
      graph,
      new Set(pairing.chosen.flatMap((one) => (one?.graph === g ? [one.node] : []))),
    ]),
  );
  for (const graph of homes) {
    for (const node of quotedIn(graph, pairing.quotes)) kept.get(graph)?.add(node);
    for (const node of toldElsewhere(pairing, graph)) kept.get(graph)?.add(node);
  }
  return (graph, node) => kept.get(graph)?.has(node) === true;
}

/** Each way in which a sentence of a claim differs from those that it is made of, by its name. */
export function differencesOf(sight: Sight): ReadonlySet<string> {
  const { pairing, homes } = sight;
  const { claim } = pairing;
  const keeps = keptIn(sight);
  return new Set([
    ...wordsOf(sight, (graph, word) => keeps(graph, graph.nodeOf[word] ?? -1)),
    ...claim.nodes.flatMap((_, n) => [...clauseOf(pairing, n), ...wordOf(pairing, n)]),
    ...claim.arcs.flatMap((arc) => arcOf(pairing, arc)),
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
