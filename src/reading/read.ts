import { sentencesIn } from '../language/sentences.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { parse } from './parse.ts';
import type { Tree } from './tree.ts';

/** Of everything that makes a reading: another number where the same text is read otherwise. */
export const READING_VERSION = 2;

/** A sentence as every stage sees it. Its tree is made when it is first asked for, since most sentences are never looked at closely. */
export type ReadSentence = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tree: Tree;
  readonly clauses: readonly Clause[];
};

/** A sentence of a text, which begins there at `start`. */
export function readSentence(text: string, start = 0): ReadSentence {
  let tree: Tree | null = null;
  let clauses: readonly Clause[] | null = null;
  return {
    start,
    end: start + text.length,
    text,
    get tree() {
      tree ??= parse(text, start);
      return tree;
    },
    get clauses() {
      clauses ??= clausesOf(this.tree);
      return clauses;
    },
  };
}

/** The sentences of a text, in order. */
export function read(text: string): ReadSentence[] {
  return sentencesIn(text).map((sentence) => readSentence(sentence.text, sentence.start));
}
