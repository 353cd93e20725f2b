import { isOf, type Word } from './tree.ts';

/** A word's grammar while it is being mended. */
export type Draft = { -readonly [K in keyof Word]: Word[K] };

/** The words of a sentence while they are being mended, with what hung on each before. */
export type Drafts = {
  readonly words: Draft[];
  readonly children: readonly (readonly number[])[];
  /** A word's dependents of some relation, subtypes included. */
  readonly under: (head: number, ...relations: readonly string[]) => number[];
};

export function draftsOf(words: Draft[]): Drafts {
  const children: number[][] = words.map(() => []);
  words.forEach(({ head }, n) => {
    children[head]?.push(n);
  });
  const under = (head: number, ...relations: readonly string[]): number[] => {
    const found: number[] = [];
    for (const n of children[head] ?? []) if (isOf(words[n]?.relation ?? '', relations)) found.push(n);
    return found;
  };
  return { words, children, under };
}
