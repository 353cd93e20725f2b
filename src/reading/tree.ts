import type { Token } from './tokens.ts';

/** A word of a sentence with its grammar, in the terms of Universal Dependencies 2. */
export type Word = Token & {
  /** Base form, lower case; a name as written but for case. */
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX ... */
  readonly class: string;
  /** Penn tag: VBD, NNS ... */
  readonly tag: string;
  /** The index of its governor in the sentence, -1 for the root. */
  readonly head: number;
  /** Its relation to the governor: nsubj, obj, obl:agent ... */
  readonly relation: string;
};

/** A sentence as a tree of its words. Offsets are those of the text that it stands in. */
export type Tree = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly Word[];
  /** The dependents of each word, in order. */
  readonly children: readonly (readonly number[])[];
};

/** A stretch of words, `from <= n < to`. */
export type Stretch = { readonly from: number; readonly to: number };

export function treeOf(text: string, start: number, words: readonly Word[]): Tree {
  const children: number[][] = words.map(() => []);
  words.forEach(({ head }, n) => {
    children[head]?.push(n);
  });
  return { start, end: start + text.length, text, words, children };
}

const COLON = 58;

/** Is a relation one of these, a subtype counted with its kind: `nsubj` takes `nsubj:pass` as well? */
export function isOf(relation: string, kinds: readonly string[]): boolean {
  for (const kind of kinds)
    if (relation.startsWith(kind) && (relation.length === kind.length || relation.charCodeAt(kind.length) === COLON))
      return true;
  return false;
}

/** A word's dependents of some relation, subtypes included. */
export function dependents(tree: Tree, head: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  for (const n of tree.children[head] ?? []) if (isOf(tree.words[n]?.relation ?? '', relations)) found.push(n);
  return found;
}

export function dependent(tree: Tree, head: number, ...relations: readonly string[]): number | null {
  for (const n of tree.children[head] ?? []) if (isOf(tree.words[n]?.relation ?? '', relations)) return n;
  return null;
}

/** The word and all that hangs on it, in order; `without` names relations whose branches are left out. */
export function branch(tree: Tree, head: number, without: readonly string[] = []): number[] {
  const found: number[] = [];
  const visit = (n: number): void => {
    found.push(n);
    for (const child of tree.children[n] ?? []) if (!isOf(tree.words[child]?.relation ?? '', without)) visit(child);
  };
  visit(head);
  return found.sort((a, b) => a - b);
}

/** What ends a noun phrase that is to be named rather than told: clauses about it, asides, what is joined to it. */
const TAILS = [
  'case',
  'acl',
  'advcl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'discourse',
  'dep',
  'list',
  'orphan',
  'cop',
  'nsubj',
  'aux',
  'mark',
  'csubj',
  'ccomp',
];

/** The longest stretch around a word of what hangs on it without a gap; clauses and asides left out. */
export function phraseOf(tree: Tree, head: number, without: readonly string[] = TAILS): Stretch {
  const inside = new Set(branch(tree, head, without));
  let [from, to] = [head, head + 1];
  const fits = (n: number): boolean =>
    inside.has(n) ||
    // A hyphen or a mark of quotation within goes with the words on both sides.
    (tree.words[n]?.class === 'PUNCT' && inside.has(n - 1) && inside.has(n + 1));
  while (fits(from - 1)) from--;
  while (fits(to)) to++;
  return { from, to };
}

/** Where a stretch stands in the text: `text.slice(start, end)`. */
export function placeOf(tree: Tree, { from, to }: Stretch): { readonly start: number; readonly end: number } {
  return { start: tree.words[from]?.start ?? tree.start, end: tree.words[to - 1]?.end ?? tree.end };
}

export function textOf(tree: Tree, stretch: Stretch): string {
  const { start, end } = placeOf(tree, stretch);
  return tree.text.slice(start - tree.start, end - tree.start);
}
