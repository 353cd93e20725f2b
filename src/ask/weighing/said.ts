import { STOP_WORDS, wordTextsIn } from '../../language/words.ts';
import type { Article } from '../../model.ts';
import { kinship } from '../../reading/kinship.ts';
import type { Part } from '../asked.ts';
import type { Indexed } from '../index-of.ts';
import { meansLike, mentions } from '../mentions.ts';
import type { AskedTerm } from '../terms.ts';

/** Where the words of a question stand, seen from a sentence; each the share of the words' weight, all together 1. */
export type Said = {
  readonly here: number;
  /** In the sentence before or after, or in the title. */
  readonly before: number;
  readonly after: number;
  readonly title: number;
  readonly article: number;
  /** Only in other articles: what this one tells is of another matter. */
  readonly elsewhere: number;
  /** In none: it may be told in other words. */
  readonly nowhere: number;
};

export function saidOf(
  asked: readonly AskedTerm[],
  { sentences, title, terms }: Indexed<Article>,
  at: number,
  { idf, has }: { idf(term: string): number; has(term: string): boolean },
): Said {
  const said = { here: 0, before: 0, after: 0, title: 0, article: 0, elsewhere: 0, nowhere: 0 };
  const total = asked.reduce((sum, { term, share }) => sum + share * idf(term), 0) || 1;
  for (const { term, share } of asked) {
    const where: keyof Said =
      sentences[at]?.terms.has(term) === true
        ? 'here'
        : sentences[at - 1]?.terms.has(term) === true
          ? 'before'
          : sentences[at + 1]?.terms.has(term) === true
            ? 'after'
            : title.has(term)
              ? 'title'
              : terms.has(term)
                ? 'article'
                : has(term)
                  ? 'elsewhere'
                  : 'nowhere';
    said[where] += (share * idf(term)) / total;
  }
  return said;
}

/** A word of one's meaning counts for less than the word. */
const ALIKE = 0.6;

/** The share of the question's words that a sentence has, or a word of their meaning, 0 to 1; a half where it has none. */
export function kinOf(words: readonly Part[], indexed: Indexed<Article>, at: number): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0.5;
  const told = words.map((part) => {
    const like = mentions(part, indexed, at) ? 1 : meansLike(part, indexed, at) ? ALIKE : 0;
    return part.weight * like;
  });
  return told.reduce((sum, one) => sum + one, 0) / total;
}

/** How near words of a sentence come to a word of a question, by what the reading knows of them, 0 to 1. */
function nearest({ node, kind }: Part, words: readonly string[]): number {
  if (kind === 'name') return 0;
  return Math.max(0, ...words.map((word) => kinship(node.lemma, word)));
}

export type Near = { readonly all: number; readonly least: number; readonly verb: number; readonly around: number };

/** How near a sentence comes to the words of a question, all together, the farthest, and the verb; and those around it. */
export function nearOf(words: readonly Part[], indexed: Indexed<Article>, at: number): Near {
  const textOf = (n: number): readonly string[] =>
    wordTextsIn((indexed.sentences[n]?.text ?? '').toLowerCase()).filter((word) => !STOP_WORDS.has(word));
  const own = textOf(at);
  const beside = [...textOf(at - 1), ...textOf(at + 1), ...wordTextsIn(indexed.article.title.toLowerCase())];
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const here = words.map((part) => (mentions(part, indexed, at) ? 1 : nearest(part, own)));
  const there = words.map((part, n) =>
    Math.max(
      here[n] ?? 0,
      mentions(part, indexed, at - 1) || mentions(part, indexed, at + 1) ? 1 : nearest(part, beside),
    ),
  );
  const sum = (worths: readonly number[]): number =>
    words.reduce((all, { weight }, n) => all + weight * (worths[n] ?? 0), 0) / total;
  return {
    all: words.length === 0 ? 0.5 : sum(here),
    around: words.length === 0 ? 0.5 : sum(there),
    least: words.length === 0 ? 0.5 : Math.min(...there),
    verb: Math.max(-1, ...words.flatMap(({ kind }, n) => (kind === 'verb' || kind === 'focus' ? [here[n] ?? 0] : []))),
  };
}
