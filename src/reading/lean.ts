import type { Draft } from './drafts.ts';
import type { Token } from './tokens.ts';
import type { Tree } from './tree.ts';

/** A word that both have counts for a copy only within a run of so many. */
const RUN = 3;

/** For each of some words, in lower case, the word of a tree that it copies, in the order of both (the longest common subsequence); -1 for none. */
function copied(own: readonly string[], { words }: Tree): number[] {
  const [rows, columns] = [own.length, words.length];
  const theirs = words.map(({ text }) => text.toLowerCase());
  const lengths = Array.from({ length: rows + 1 }, () => new Int16Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let k = columns - 1; k >= 0; k--) {
      const row = lengths[i];
      if (row !== undefined)
        row[k] = own[i] === theirs[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
    }
  const found = own.map(() => -1);
  for (let i = 0, k = 0; i < rows && k < columns; ) {
    if (own[i] === theirs[k]) found[i++] = k++;
    else if (at(i + 1, k) >= at(i, k + 1)) i++;
    else k++;
  }
  const follows = (n: number): boolean => (found[n] ?? -1) >= 0 && found[n + 1] === (found[n] ?? -1) + 1;
  return found.map((place, n) => {
    if (place < 0) return -1;
    let [first, last] = [n, n];
    while (first > 0 && follows(first - 1)) first--;
    while (follows(last)) last++;
    return last - first + 1 >= RUN ? place : -1;
  });
}

/**
 * A first word has its capital whatever it is: a name where others have it for one further on, and never in lower case.
 */
function namesFirst([first]: readonly Draft[], trees: readonly Tree[]): void {
  if (first === undefined || !/^\p{Lu}\p{Ll}/u.test(first.text) || !/^(?:NOUN|ADJ|X)$/.test(first.class)) return;
  const low = first.text.toLowerCase();
  const isName = trees.some(({ words }) =>
    words.some(({ text, class: kind }, n) => n > 0 && text === first.text && kind === 'PROPN'),
  );
  const isWord = trees.some(({ words }) => words.some(({ text }) => text === low));
  if (isName && !isWord) Object.assign(first, { class: 'PROPN', tag: 'NNP' });
}

/** A sentence is made of at most so many others. */
const MOST = 3;

/** Reads words that were copied from other sentences as they are read there, as far as what they hang on was copied as well. */
export function lean(words: readonly Draft[], tokens: readonly Token[], trees: readonly Tree[]): void {
  namesFirst(words, trees);
  const leant = new Set<number>();
  for (let round = 0; round < MOST; round++) {
    const free = tokens.map(({ text }, n) => (leant.has(n) ? '' : text.toLowerCase()));
    const best = trees
      .map((tree) => ({ tree, places: copied(free, tree) }))
      .map((one) => ({ ...one, count: one.places.filter((place) => place >= 0).length }))
      .toSorted((a, b) => b.count - a.count)[0];
    if (best === undefined || best.count === 0) return;
    const { tree, places } = best;
    const tokenOf = new Map(places.flatMap((place, n) => (place < 0 ? [] : [[place, n] as const])));
    for (const [place, n] of tokenOf) {
      leant.add(n);
      const [draft, theirs] = [words[n], tree.words[place]];
      const head = tokenOf.get(theirs?.head ?? -1);
      if (draft === undefined || theirs === undefined || head === undefined) continue;
      Object.assign(draft, {
        head,
        relation: theirs.relation,
        class: theirs.class,
        tag: theirs.tag,
        lemma: theirs.lemma,
      });
    }
  }
}
