import { sameKind } from '../../../src/domain/units.ts';
import { graphAt } from '../../../src/evidence/compare/bases.ts';
import type { Graph, Node } from '../../../src/evidence/compare/graph.ts';
import { type Prepared, prepare, type Source } from '../../../src/evidence/verify/prepare.ts';
import { coresOf } from '../../../src/reading/core.ts';
import { dependents, type Tree } from '../../../src/reading/tree.ts';

/** A sentence of a source with one change, which keeps what it says or does not. */
export type Made = { readonly claim: string; readonly carried: boolean; readonly change: string };

/** A sentence, its graph, and the graphs of all sentences that stand with it. */
type Scene = { readonly graph: Graph; readonly around: readonly Graph[] };
type Change = { readonly name: string; readonly carried: boolean; readonly of: (scene: Scene) => readonly string[] };

const textOf = ({ read }: Graph): string => read.text;
/** Where a word of the sentence begins and ends in it. */
function placeOf({ read: { tree, start } }: Graph, first: number, last = first): readonly [number, number] {
  return [(tree.words[first]?.start ?? start) - start, (tree.words[last]?.end ?? start) - start];
}
const nodePlace = (graph: Graph, { words }: Node): readonly [number, number] =>
  placeOf(graph, words[0] ?? 0, words.at(-1) ?? 0);

const put = (text: string, [from, to]: readonly [number, number], other: string): string =>
  `${text.slice(0, from)}${other}${text.slice(to)}`;

/** A figure as others write it. */
function restyled(text: string): string[] {
  const out: string[] = [];
  const swap = (pattern: RegExp, ...others: readonly string[]): void => {
    if (pattern.test(text)) out.push(...others.map((other) => text.replace(pattern, other)));
  };
  swap(/(?<=\d)%/u, ' percent', ' per cent');
  swap(/ per ?cent\b/u, '%');
  swap(/^\$([\d.,]+) million$/u, '$$$1m', '$$$1 m', '$1 million dollars', '$$$1M');
  swap(/^\$([\d.,]+) billion$/u, '$$$1bn', '$$$1B', '$1 billion dollars');
  swap(/ megawatts?\b/u, ' MW');
  swap(/ MW\b/u, ' megawatts');
  swap(/ gigawatts?\b/u, ' GW');
  swap(/ GW\b/u, ' gigawatts');
  if (/\d,\d{3}/u.test(text)) out.push(text.replace(/(?<=\d),(?=\d{3})/gu, ''));
  if (/^\d{1,3},000\b/u.test(text)) out.push(text.replace(/,000\b/u, ' thousand'));
  return out;
}

const small = (graph: Graph): string => {
  const [first] = graph.read.tree.words;
  const text = textOf(graph);
  return first === undefined || first.class === 'PROPN' || /^(?:I\b|\p{Lu}{2})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
};
const large = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const bare = (text: string): string => text.replace(/[.]$/, '');

/** The stretch of words below one that stands at the end of its sentence; null for another. */
function lastBranch({ words, children }: Tree, n: number): readonly [number, number] | null {
  const all: number[] = [];
  const visit = (at: number): void => {
    all.push(at);
    for (const child of children[at] ?? []) visit(child);
  };
  visit(n);
  const first = Math.min(...all);
  const isEnd = words.slice(first).every(({ class: kind }, k) => all.includes(first + k) || kind === 'PUNCT');
  return isEnd && first > 2 ? [first, Math.max(...all.filter((at) => words[at]?.class !== 'PUNCT'))] : null;
}

/** The sentence with what stands at its end before it. */
function fronted(graph: Graph, is: (n: number) => boolean): string[] {
  const { tree } = graph.read;
  if (/["“]/u.test(textOf(graph))) return [];
  return tree.words.flatMap((_, n) => {
    if (!is(n)) return [];
    const stretch = lastBranch(tree, n);
    if (stretch === null) return [];
    const [from, to] = placeOf(graph, ...stretch);
    const rest = bare(small(graph).slice(0, from)).replace(/[\s,;—–-]+$/u, '');
    const moved = textOf(graph)
      .slice(from, to)
      .replace(/^[\s,;—–-]+/u, '');
    return [`${large(moved)}, ${rest}.`];
  });
}

const FLIPS: readonly (readonly [string, string])[] = [
  ['rose', 'fell'],
  ['grew', 'shrank'],
  ['increased', 'decreased'],
  ['climbed', 'dropped'],
  ['raised', 'cut'],
  ['higher', 'lower'],
  ['more than', 'less than'],
  ['above', 'below'],
  ['before', 'after'],
  ['up', 'down'],
  ['gained', 'lost'],
  ['increase', 'decrease'],
  ['rise', 'fall'],
  ['larger', 'smaller'],
  ['bought', 'sold'],
  ['accepted', 'rejected'],
  ['approved', 'refused'],
  ['opened', 'closed'],
  ['earlier', 'later'],
  ['won', 'lost'],
];
const HELPER = /^(?:will|has|have|is|are|was|were|would|could|can|may|should)$/;

const shares = (left: string, right: string): boolean =>
  left
    .toLowerCase()
    .split(/[\s-]/u)
    .some((word) => right.toLowerCase().includes(word));
const ofKind = (graphs: readonly Graph[], kind: Node['kind']): Node[] =>
  graphs.flatMap(({ nodes }) => nodes.filter((node) => node.kind === kind));

/** The sentence with each node of a kind as another of the passage that it does not have. */
function exchanged({ graph, around }: Scene, kind: Node['kind'], fits: (one: Node, other: Node) => boolean): string[] {
  const text = textOf(graph);
  return graph.nodes.flatMap((node) =>
    node.kind !== kind
      ? []
      : ofKind(around, kind)
          .filter((other) => !text.includes(other.text) && !shares(other.text, node.text) && fits(node, other))
          .map((other) => put(text, nodePlace(graph, node), other.text)),
  );
}

const CHANGES: readonly Change[] = [
  {
    name: 'figure written otherwise',
    carried: true,
    of: ({ graph }) =>
      graph.nodes.flatMap((node) =>
        node.kind === 'figure'
          ? restyled(node.text).map((other) => put(textOf(graph), nodePlace(graph, node), other))
          : [],
      ),
  },
  {
    name: 'time to the front',
    carried: true,
    of: ({ graph }) =>
      fronted(graph, (n) => {
        const word = graph.read.tree.words[n];
        const above = graph.read.tree.words[word?.head ?? -1];
        return (
          graph.nodes[graph.nodeOf[n] ?? -1]?.kind === 'time' &&
          /^obl/.test(word?.relation ?? '') &&
          above?.relation === 'root'
        );
      }),
  },
  {
    name: 'clause to the front',
    carried: true,
    of: ({ graph }) =>
      fronted(graph, (n) => {
        const { tree } = graph.read;
        const marks = dependents(tree, n, 'mark').map((k) => tree.words[k]?.lemma ?? '');
        const { relation = '', head = -1 } = tree.words[n] ?? {};
        return (
          /^advcl/.test(relation) &&
          tree.words[head]?.relation === 'root' &&
          marks.some((mark) => /^(?:after|before|because|when|if|while|although|as|since|unless|until)$/.test(mark))
        );
      }),
  },
  {
    name: 'teller to the front',
    carried: true,
    of: ({ graph }) => {
      const found = /^([^"“]+), ([^,"“]{3,40} said)\.$/u.exec(textOf(graph));
      return found === null ? [] : [`${large(found[2] ?? '')} ${bare(small(graph).slice(0, found[1]?.length))}.`];
    },
  },
  {
    name: 'teller to the end',
    carried: true,
    of: ({ graph }) => {
      const found = /^([^,"“]{3,40} said)(?: that)? ([^"“]+)\.$/u.exec(textOf(graph));
      return found === null || /^(?:on|in|at|to|it|he|she)\b|\band that\b/.test(found[2] ?? '')
        ? []
        : [`${large(found[2] ?? '')}, ${small(graph).slice(0, found[1]?.length)}.`];
    },
  },
  {
    name: 'cause invented',
    carried: false,
    of: ({ graph, around }) =>
      around
        .filter(
          (other) => other !== graph && textOf(other).length < 90 && !/["“:;]/u.test(textOf(other) + textOf(graph)),
        )
        .map((other) => `${bare(textOf(graph))} because ${bare(small(other))}.`),
  },
  { name: 'left out', carried: true, of: ({ graph }) => coresOf(textOf(graph)) },
  {
    name: 'subject exchanged',
    carried: false,
    of: (scene) =>
      exchanged(scene, 'name', (one) => {
        const n = scene.graph.nodes.indexOf(one);
        return scene.graph.arcs.some(({ role, to }) => role === 'S' && to === n);
      }),
  },
  { name: 'name exchanged', carried: false, of: (scene) => exchanged(scene, 'name', () => true) },
  {
    name: 'figure exchanged',
    carried: false,
    of: (scene) =>
      exchanged(
        scene,
        'figure',
        ({ figure: one }, { figure: other }) =>
          one !== null && other !== null && one.value !== other.value && sameKind(one.unit, other.unit),
      ),
  },
  {
    name: 'time exchanged',
    carried: false,
    of: (scene) =>
      exchanged(
        scene,
        'time',
        ({ time: one }, { time: other }) => one?.when !== other?.when && one?.when?.length === other?.when?.length,
      ),
  },
  {
    name: 'turned',
    carried: false,
    of: ({ graph }) =>
      FLIPS.flatMap((pair) =>
        [pair, pair.toReversed()].flatMap(([from = '', to = '']) => {
          const text = textOf(graph);
          const at = text.search(new RegExp(`\\b${from}\\b`, 'u'));
          return at < 0 ? [] : [put(text, [at, at + from.length], to)];
        }),
      ),
  },
  {
    name: 'denied',
    carried: false,
    of: ({ graph }) =>
      graph.read.tree.words.flatMap((word, n) => {
        const head = graph.read.tree.words[word.head];
        if (!HELPER.test(word.text) || !/^(?:aux|cop)/.test(word.relation) || head?.relation !== 'root') return [];
        const [, end] = placeOf(graph, n);
        return /\b(?:not|no|never)\b/iu.test(textOf(graph)) ? [] : [put(textOf(graph), [end, end], ' not')];
      }),
  },
];

const graphsOf = (prepared: Prepared): Graph[] => prepared.sentences.flatMap((_, n) => graphAt(prepared, n) ?? []);

/** For every sentence of the sources a line that says the same, and one that does not, where there are such; `next` chooses (0 to 1). */
export function madeOf(sources: readonly Source[], next: () => number): Made[] {
  const around = sources.map(prepare).flatMap(graphsOf);
  return around.flatMap((graph) =>
    [true, false].flatMap((carried): Made[] => {
      const found = CHANGES.flatMap((change) => {
        const claims = change.carried === carried ? change.of({ graph, around }) : [];
        return claims.length === 0 ? [] : [{ change: change.name, claims }];
      });
      const one = found[Math.floor(next() * found.length)];
      const claim = one?.claims[Math.floor(next() * one.claims.length)];
      return one === undefined || claim === undefined ? [] : [{ claim, carried, change: one.change }];
    }),
  );
}
