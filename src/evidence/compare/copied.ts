import { opposed } from '../../language/meaning.ts';
import type { Reason } from '../../model.ts';
import { denying, NARROWS, WEAKENS } from './fields.ts';
import type { Graph, Node } from './graph.ts';
import { meaningsOf } from './keys.ts';
import { type Pairing, statement } from './pairing.ts';
import { sameName } from './refer.ts';

/** A sentence that has fewer words of another in its order is no copy of it. */
const LEAST = 6;
/** Nor one whose stretch that differs is longer. */
const LONGEST = 4;

const textsOf = ({ read }: Graph): string[] => read.tree.words.map(({ text }) => text.toLowerCase());

/** The stretches in which two sentences differ that begin and end alike; null where they are not one but for that. */
function apart(left: readonly string[], right: readonly string[]): { start: number; ends: [number, number] } | null {
  let [start, behind] = [0, 0];
  const most = Math.min(left.length, right.length);
  while (start < most && left[start] === right[start]) start++;
  while (behind < most - start && left.at(-1 - behind) === right.at(-1 - behind)) behind++;
  const ends: [number, number] = [left.length - behind, right.length - behind];
  const isCopy = start + behind >= LEAST && Math.max(...ends) - start <= LONGEST;
  return isCopy ? { start, ends } : null;
}

/** The one node of a stretch that says something; null where there are several. */
function onlyNode({ nodes, nodeOf }: Graph, from: number, to: number): number | null {
  const [only, ...others] = new Set(nodeOf.slice(from, to).filter((n) => n >= 0));
  return only === undefined || others.length > 0 || nodes[only] === undefined ? null : only;
}

/** "No", "only", "nearly", "planned": what is left of a sentence without it says more. A record sum is that sum. */
const narrows = (word: string): boolean =>
  denying(word) || NARROWS.test(word) || (WEAKENS.test(word) && word !== 'record');

/** Where a claim and a sentence of the sources differ, if that is one stretch, with the only node of each there. */
type Apart = {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly one: Node | undefined;
  readonly at: number | null;
  /** Are the words about the two nodes the same, articles aside? */
  readonly isAlike: boolean;
};

/** The words of a stretch about its node: "to" of "to the EU". */
const about = ({ read: { tree }, nodeOf }: Graph, from: number, to: number): string =>
  tree.words
    .slice(from, to)
    .filter(({ class: kind, lemma }, n) => nodeOf[from + n] === -1 && !(kind === 'DET' && /^(?:the|an?)$/.test(lemma)))
    .map(({ text }) => text.toLowerCase())
    .join(' ');

function apartIn(claim: Graph, graph: Graph): Apart | null {
  const [own, theirs] = [textsOf(claim), textsOf(graph)];
  const found = apart(own, theirs);
  if (found === null) return null;
  const { start, ends } = found;
  return {
    added: own.slice(start, ends[0]),
    gone: theirs.slice(start, ends[1]),
    one: claim.nodes[onlyNode(claim, start, ends[0]) ?? -1],
    at: onlyNode(graph, start, ends[1]),
    isAlike: about(claim, start, ends[0]) === about(graph, start, ends[1]),
  };
}

/** The sentence that a claim copies but for another name of the same, which no other of the sources' names could be; null for none. */
export function renamedFrom({ claim, graphs }: Pairing): number | null {
  const found = graphs.findIndex((graph) => {
    const { one, at, isAlike } = apartIn(claim, graph) ?? {};
    const other = graph.nodes[at ?? -1];
    if (isAlike !== true || one?.kind !== 'name' || other?.kind !== 'name' || !sameName(one, other)) return false;
    return graphs.every(({ nodes }) =>
      nodes.every((node) => node.kind !== 'name' || !sameName(one, node) || sameName(other, node)),
    );
  });
  return found < 0 ? null : found;
}

/**
 * Whether the claim puts another name, or a word that says the contrary, into a sentence that it copies otherwise, or takes a word from it or
 * adds one that denies or narrows what is said.
 */
export function exchangedInCopy({ claim, graphs, ties: { referents } }: Pairing): Reason[] {
  const contrary = (one: Node, other: Node): boolean => opposed(meaningsOf(one.keys), meaningsOf(other.keys));
  return graphs.flatMap((graph, g): Reason[] => {
    const found = apartIn(claim, graph);
    if (found === null) return [];
    const { added, gone, one, at: m } = found;
    if (added.length === 0 && gone.some(narrows)) return [statement(claim.read.text, gone.join(' '))];
    if (gone.length === 0 && added.some(denying)) return [statement(added.join(' '), null)];
    const other = graph.nodes[m ?? -1];
    if (one === undefined || other === undefined || m === null) return [];
    const meant = referents.meaningOf({ graph: g, node: m });
    const named = graphs.flatMap(({ nodes }, graphOf) =>
      nodes.flatMap((node, k) =>
        node.kind === 'name' && sameName(one, node) ? [referents.of({ graph: graphOf, node: k })] : [],
      ),
    );
    const isAnother =
      one.kind === 'name' &&
      other.kind === 'name' &&
      !sameName(one, other) &&
      !named.some((id) => id === referents.of({ graph: g, node: m }) || meant.has(id));
    const isContrary = one.kind === 'word' && other.kind === 'word' && contrary(one, other);
    return isAnother
      ? [{ kind: 'subject', given: one.text, found: other.text }]
      : isContrary
        ? [statement(one.text, other.text)]
        : [];
  });
}
