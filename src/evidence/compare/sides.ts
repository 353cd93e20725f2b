import { classesOf, opposed } from '../../language/meaning.ts';
import type { Reason } from '../../model.ts';
import type { Tree } from '../../reading/tree.ts';
import type { Graph } from './graph.ts';
import { LIGHT, type Pairing } from './pairing.ts';

/** What sets one thing against another: the word that says how they differ, and the stretches on both sides. Words. */
type Comparison = {
  /** "Larger", "more", "outnumber"; "as" of "twice as much as". */
  readonly by: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Is the left the lesser: "less", "fewer", "trails"? */
  readonly less: boolean;
};

const EXCEEDS =
  /^(?:exceed|surpass|outnumber|outpace|outstrip|outdo|outdid|outweigh|outperform|outsell|outgrow|outgrew|outrank|outlast|outspend|outspent|overtake|overtook|top|beat)(?:e?s|p?ed|p?ing)?$/;
const TRAILS = /^(?:trail|lag|undercut|underperform)(?:s|g?ed|t?ing)?$/;
const LESS = /^(?:less|fewer|least)$/;

/** The word in lower case. */
export const low = (tree: Tree, n: number): string => tree.words[n]?.text.toLowerCase() ?? '';
/** Does a stretch that a comparison reaches end here? */
export const isBreak = (tree: Tree, n: number): boolean =>
  n < 0 ||
  n >= tree.words.length ||
  /^[,;:.()–—“”"]$/.test(low(tree, n)) ||
  /^(?:and|but|while|because|though|although|so)$/.test(low(tree, n));

/** The words from one on, or back from it, to where the stretch ends. */
export function stretch(tree: Tree, from: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let n = from; !isBreak(tree, n); n += step) found.push(n);
  return found;
}

const isMore = (tree: Tree, n: number): boolean =>
  /^(?:JJR|RBR)$/.test(tree.words[n]?.tag ?? '') ||
  /^(?:more|less|fewer|better|worse|rather)$/.test(low(tree, n)) ||
  (/^(?:ADJ|ADV|NOUN|VERB)$/.test(tree.words[n]?.class ?? '') &&
    /(?:er|ier)$/.test(low(tree, n)) &&
    low(tree, n).length > 4);

/** What the sentence compares, told from the side that it begins with. */
function comparisonsIn(tree: Tree): Comparison[] {
  return tree.words.flatMap((word, n): Comparison[] => {
    if (word.text.toLowerCase() === 'than') {
      // An amount: "more than 20 gigawatts", "less than half".
      if (
        /^(?:NUM|SYM)$/.test(tree.words[n + 1]?.class ?? '') ||
        /^(?:twice|thrice|half|double|triple)$/.test(low(tree, n + 1))
      )
        return [];
      let by = n - 1;
      while (by >= 0 && n - by < 10 && !isMore(tree, by)) by--;
      if (!isMore(tree, by)) return [];
      const left = [...stretch(tree, by - 1, -1), ...Array.from({ length: n - by - 1 }, (_, k) => by + 1 + k)];
      return [
        { by, left, right: stretch(tree, n + 1, 1), less: LESS.test(low(tree, by)) || LESS.test(low(tree, by - 1)) },
      ];
    }
    if (
      word.text.toLowerCase() === 'as' &&
      /^(?:many|much|fast|large|long|high|big|often|old|expensive)$/.test(low(tree, n + 1))
    ) {
      if (!/^(?:twice|times|half|thrice)$/.test(low(tree, n - 1))) return [];
      let second = n + 2;
      while (!isBreak(tree, second) && low(tree, second) !== 'as') second++;
      if (low(tree, second) !== 'as') return [];
      return [
        {
          by: n,
          left: stretch(tree, n - 2, -1),
          right: stretch(tree, second + 1, 1),
          less: low(tree, n - 1) === 'half',
        },
      ];
    }
    const verb = EXCEEDS.test(low(tree, n)) || TRAILS.test(low(tree, n));
    if (!verb || /^(?:amod|compound)/.test(word.relation) || /^(?:NUM|SYM)$/.test(tree.words[n + 1]?.class ?? ''))
      return [];
    return [{ by: n, left: stretch(tree, n - 1, -1), right: stretch(tree, n + 1, 1), less: TRAILS.test(low(tree, n)) }];
  });
}

const meant = ({ words }: Tree, n: number): readonly string[] => [
  ...classesOf(words[n]?.lemma ?? ''),
  ...classesOf(words[n]?.text.toLowerCase() ?? ''),
];

/** Does one compare the other way round: "higher" and "lower", "more" and "less"? Null where they measure different things. */
function turned(claim: Tree, given: Comparison, source: Tree, found: Comparison): boolean | null {
  const [a, b] = [claim.words[given.by], source.words[found.by]];
  if (a === undefined || b === undefined) return null;
  const contrary = opposed(meant(claim, given.by), meant(source, found.by));
  if (a.text.toLowerCase() === b.text.toLowerCase() || a.lemma === b.lemma) return given.less !== found.less;
  if (contrary) return true;
  const plain = /^(?:more|less|fewer)$/;
  if (plain.test(a.text) && plain.test(b.text)) return given.less !== found.less;
  const verbs = [a, b].every(({ text }) => EXCEEDS.test(text) || TRAILS.test(text));
  if (verbs) return given.less !== found.less;
  const [mine, theirs] = [qualityOf(claim, given.by), qualityOf(source, found.by)];
  return mine !== null && mine === theirs ? given.less !== found.less : null;
}

/** The beginning of the adjective that is compared: "scarce" of "scarcer" and of "less scarce". */
function qualityOf(tree: Tree, by: number): string | null {
  const word = /^(?:more|less)$/.test(low(tree, by)) ? low(tree, by + 1) : low(tree, by);
  const bare = word.replace(/(?:i?er|y|e)$/, '');
  return bare.length >= 4 ? bare : null;
}

type Sides = { readonly left: boolean; readonly right: boolean };

/** On which sides of a comparison of the source stands what a word of the claim stands for? */
function sidesOf(
  { claim, options }: Pairing,
  word: number,
  g: number,
  graph: Graph,
  { left, right }: Comparison,
): Sides {
  const node = claim.nodeOf[word] ?? -1;
  const one = claim.nodes[node];
  if (
    one === undefined ||
    LIGHT.test(one.lemma) ||
    !/^(?:word|name)$/.test(one.kind) ||
    /^(?:one|\d.*)$/.test(one.lemma)
  )
    return { left: false, right: false };
  const places = (options[node] ?? [])
    .filter((option) => option.graph === g && option.likeness >= 0.8)
    .flatMap((option) => graph.nodes[option.node]?.words ?? []);
  return { left: places.some((n) => left.includes(n)), right: places.some((n) => right.includes(n)) };
}

/** What is compared stands on the other side: "demand grows faster than supply" of supply that grows faster than demand. */
export function exchangedSides(pairing: Pairing): Reason[] {
  const { claim, graphs } = pairing;
  const { tree } = claim.read;
  return comparisonsIn(tree).flatMap((given): Reason[] => {
    const verdicts = graphs.flatMap((graph, g) =>
      comparisonsIn(graph.read.tree).flatMap((found) => {
        const other = turned(tree, given, graph.read.tree, found);
        if (other === null) return [];
        const of = (side: readonly number[]): Sides[] => side.map((word) => sidesOf(pairing, word, g, graph, found));
        const right = of(given.right);
        const only = (sides: readonly Sides[], one: 'left' | 'right'): boolean =>
          sides.some((side) => side[one] && !side[one === 'left' ? 'right' : 'left']);
        const [straight, crossed] = [only(right, 'right'), only(right, 'left')];
        return straight === crossed ? [] : [crossed === other];
      }),
    );
    if (verdicts.length === 0 || verdicts.includes(true)) return [];
    const text = (n: number): string => tree.words[n]?.text ?? '';
    return [
      {
        kind: 'subject',
        given: given.left
          .toSorted((a, b) => a - b)
          .map(text)
          .join(' '),
        found: given.right.map(text).join(' '),
      },
    ];
  });
}
