import { isHonorific } from '../../language/roles.ts';
import type { Reason } from '../../model.ts';
import type { Graph, Node } from './graph.ts';
import { counterpartOf, type Pairing, phrase } from './pairing.ts';
import type { Place } from './refer.ts';

type Stretch = { readonly start: number; readonly end: number };

/** Verbs of which the words in quotation marks are an object or a phrase. */
const TELLS =
  /^(?:say|tell|call|describe|dub|brand|label|term|blame|speak|dismiss|criticise|criticize|praise|promise|warn|write|argue|claim|cite|deem|consider|declare|predict|expect)$/;

/** Whoever tells what a word says: those who frame its clause, or else whose deed the clause is that it stands in. Nodes. */
function tellersOf({ read: { tree, clauses }, nodeOf, arcs }: Graph, word: number): number[] {
  for (let at = word, steps = 0; at >= 0 && steps < 12; at = tree.words[at]?.head ?? -1, steps++) {
    const clause = clauses.find(({ predicate }) => predicate === at);
    if (clause === undefined) continue;
    const doers = arcs.filter(({ from, role }) => role === 'S' && from === nodeOf[at]).map(({ to }) => to);
    const framers = clause.frames.flatMap(({ by }) => (by === null ? [] : [nodeOf[by] ?? -1])).filter((n) => n >= 0);
    if (framers.length > 0) return TELLS.test(tree.words[at]?.lemma ?? '') ? [...doers, ...framers] : framers;
    if (doers.length > 0) return doers;
  }
  return [];
}

/** The name that a node of the claim goes by: its own, or one that stands beside it ("its chairman, Ada Brandt"). */
function nameOf({ nodes, arcs }: Graph, n: number): number {
  if (nodes[n]?.kind === 'name') return n;
  const beside = arcs.find(({ from, role, to }) => role === 'is' && (from === n || to === n));
  const other = beside === undefined ? -1 : beside.from === n ? beside.to : beside.from;
  return nodes[other]?.kind === 'name' ? other : -1;
}

/** "Ms Goh", of Melissa Goh. */
function isSurnameOf(one: Node | undefined, other: Node | undefined): boolean {
  const names = [one, other].map((node) => (node?.text ?? '').split(' ').filter((word) => !isHonorific(word)));
  return names.some((words) => words.length === 1) && names[0]?.at(-1) === names[1]?.at(-1);
}

/** Does the claim have a named one say, think or do what the source has another say? Null where that is not known. */
function otherTeller(pairing: Pairing, mine: readonly number[], g: number, theirs: readonly number[]): Reason | null {
  const { claim, graphs, options, ties } = pairing;
  const graph = graphs[g];
  const { referents } = ties;
  const names = mine.map((n) => nameOf(claim, n)).filter((n) => n >= 0);
  const places = names.flatMap((n) => options[n] ?? []).filter(({ likeness }) => likeness >= 0.9);
  if (graph === undefined || names.length === 0 || places.length === 0 || theirs.length === 0) return null;
  const named = (place: Place): boolean =>
    graphs.some((one, k) =>
      one.nodes.some((node, n) => node.kind === 'name' && referents.same({ graph: k, node: n }, place)),
    );
  const who = theirs.map((node) => ({ graph: g, node }));
  // "Two people" are nobody's name.
  const kindOf = ({ node }: Place): string => graph.nodes[node]?.kind ?? '';
  if (!who.every((place) => kindOf(place) === 'figure' || (kindOf(place) !== 'pronoun' && named(place)))) return null;
  const meant = new Set(places.flatMap((place) => [...referents.meaningOf(place)]));
  const same = who.some((place) => [...referents.meaningOf(place)].some((id) => meant.has(id)));
  // A body speaks through its people: "Opal's founder Ines Rao".
  const through = graph.arcs.some(
    ({ from, role, to }) =>
      /^(?:of|is|at:(?:of|at|for|with))$/.test(role) &&
      who.some(({ node }) => node === from || referents.same({ graph: g, node: from }, { graph: g, node })) &&
      [...referents.meaningOf({ graph: g, node: to })].some((id) => meant.has(id)),
  );
  if (same || through || who.some(({ node }) => names.some((n) => isSurnameOf(claim.nodes[n], graph.nodes[node]))))
    return null;
  const [first] = who;
  return {
    kind: 'speaker',
    given: claim.nodes[names[0] ?? -1]?.text ?? '',
    found: first === undefined ? null : phrase(graph.read.tree, graph.nodes[first.node]?.head ?? 0),
  };
}

/** Words of the claim's sentence, or of a source's, that stand in a stretch of the text. */
const wordsIn = ({ read: { tree } }: Graph, { start, end }: Stretch): number[] =>
  tree.words.flatMap((word, n) => (word.start >= start && word.end <= end ? [n] : []));

/** The word of a stretch that hangs on a word outside. */
const topOf = ({ read: { tree } }: Graph, words: readonly number[]): number =>
  words.find((n) => !words.includes(tree.words[n]?.head ?? -1)) ?? -1;

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is told as the word, the forecast or the view of one is another's in the source. */
export function exchangedTellers(pairing: Pairing, quoted: readonly Stretch[]): Reason[] {
  const { claim, graphs } = pairing;
  const told = [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    const source = there?.graph.clauseOf.get(there.option.node);
    if (there === null || source === undefined || there.option.likeness < 0.8) return [];
    const nodes = (graph: Graph, frames: typeof clause.frames): number[] =>
      frames.flatMap(({ by }) => (by === null ? [] : [graph.nodeOf[by] ?? -1])).filter((k) => k >= 0);
    const reason = otherTeller(
      pairing,
      nodes(claim, clause.frames),
      there.option.graph,
      nodes(there.graph, source.frames),
    );
    return reason === null ? [] : [reason];
  });
  const quotes = quoted.flatMap((stretch): Reason[] => {
    const own = wordsIn(claim, stretch);
    const wanted = letters(own.map((n) => claim.read.tree.words[n]?.text ?? '').join(' '));
    if (own.length === 0 || wanted === '') return [];
    const mine = tellersOf(claim, topOf(claim, own));
    const reasons = graphs.flatMap((graph, g) => {
      const words = graph.read.tree.words;
      for (let from = 0; from + own.length <= words.length; from++) {
        const some = words.slice(from, from + own.length);
        if (letters(some.map(({ text }) => text).join(' ')) !== wanted) continue;
        const there = some.map((_, k) => from + k);
        return [otherTeller(pairing, mine, g, tellersOf(graph, topOf(graph, there)))];
      }
      return [];
    });
    const [first] = reasons;
    return first === undefined || first === null || reasons.includes(null) ? [] : [first];
  });
  return [...told, ...quotes];
}
