import type { Span } from '../model.ts';
import type { Index, Indexed, Readable } from './index-of.ts';
import type { AskedTerm } from './terms.ts';

/** A sentence that may answer, with the weight of what the question has in it and around it, 0 to 1. */
export type Passage<T extends Readable> = {
  readonly indexed: Indexed<T>;
  /** Which of the article's sentences. */
  readonly at: number;
  readonly score: number;
};

/** What a term is worth where it stands: in the sentence, beside it, in the title, elsewhere in the article. */
const WORTH = { here: 1, beside: 0.6, title: 0.5, article: 0.25 } as const;

/** Every sentence that has something of the question, best first. */
export function passagesFor<T extends Readable>(asked: readonly AskedTerm[], index: Index<T>): Passage<T>[] {
  const weights = asked.map(({ term, share }) => ({ term, weight: share * index.idf(term) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const passages: Passage<T>[] = [];
  for (const indexed of index.articles) {
    const known = weights.filter(({ term }) => indexed.terms.has(term));
    if (known.length === 0) continue;
    for (const [at, sentence] of indexed.sentences.entries()) {
      const before = indexed.sentences[at - 1]?.terms;
      const after = indexed.sentences[at + 1]?.terms;
      let sum = 0;
      let own = 0;
      for (const { term, weight } of known) {
        if (sentence.terms.has(term)) own += weight;
        else if (before?.has(term) || after?.has(term)) sum += WORTH.beside * weight;
        else if (indexed.title.has(term)) sum += WORTH.title * weight;
        else sum += WORTH.article * weight;
      }
      passages.push({ indexed, at, score: (own * WORTH.here + sum) / total });
    }
  }
  return passages.toSorted((a, b) => b.score - a.score);
}

const LONGEST = 400;

/** A passage as a span of at most 400 characters: its sentence, and the ones around it as far as they fit. */
export function spanOf<T extends Readable>(
  { indexed, at }: Pick<Passage<T>, 'indexed' | 'at'>,
  around = 0,
): Span | null {
  const own = indexed.sentences[at];
  if (own === undefined) return null;
  let { start, end } = own;
  for (let distance = 1; distance <= around; distance += 1) {
    const after = indexed.sentences[at + distance];
    if (after !== undefined && after.end - start <= LONGEST) end = after.end;
    const before = indexed.sentences[at - distance];
    if (before !== undefined && end - before.start <= LONGEST) start = before.start;
  }
  end = Math.min(end, start + LONGEST);
  return { article: indexed.article.id, start, end, text: indexed.article.text.slice(start, end) };
}
