import type { Part } from './asked.ts';

/**
 * Where a part of a question is said, seen from what would answer: in its clause, by a word or one like it; by what a word there means;
 * elsewhere in the sentence; in the title, the sentence before, the article's first; elsewhere in the article; nowhere.
 */
export type Level =
  | 'clause'
  | 'meant'
  | 'sentence'
  | 'like'
  | 'meantFar'
  | 'likeFar'
  | 'leaned'
  | 'title'
  | 'previous'
  | 'lead'
  | 'article'
  | 'none';

/**
 * What that is worth. Names and circumstances may be understood from what the article is about; the verb and what is counted must be said
 * with the answer.
 */
export const WORTH: Readonly<Record<Part['kind'], Readonly<Record<Level, number>>>> = {
  name: row(1, 0.95, 0.95, 0.9, 0.9, 0.85, 0.85, 0.8, 0.75, 0.7, 0.25),
  word: row(1, 0.9, 0.9, 0.85, 0.8, 0.75, 0.7, 0.75, 0.6, 0.6, 0.25),
  verb: row(1, 0.7, 0.75, 0.9, 0.6, 0.6, 0.5, 0.45, 0.4, 0.35, 0.1),
  focus: row(1, 0.85, 0.8, 0.85, 0.7, 0.6, 0.65, 0.45, 0.4, 0.35, 0.1),
};

function row(...worth: readonly number[]): Record<Level, number> {
  const [
    clause = 0,
    meant = 0,
    sentence = 0,
    like = 0,
    meantFar = 0,
    likeFar = 0,
    leaned = 0,
    title = 0,
    previous = 0,
    lead = 0,
    article = 0,
  ] = worth;
  return { clause, meant, sentence, like, meantFar, likeFar, leaned, title, previous, lead, article, none: 0 };
}
