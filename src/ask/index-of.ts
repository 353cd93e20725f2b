import { sentencesIn } from '../language/sentences.ts';
import type { Sentence } from '../model.ts';
import { termsOf } from './terms.ts';

/** What questions are asked of. */
export type Readable = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string | null;
};

export type Indexed<T extends Readable> = {
  readonly article: T;
  readonly title: ReadonlySet<string>;
  readonly sentences: readonly (Sentence & { readonly terms: ReadonlySet<string> })[];
  readonly terms: ReadonlySet<string>;
};

/** Articles read for questions: their sentences as terms, and how much each term tells. */
export type Index<T extends Readable> = {
  readonly articles: readonly Indexed<T>[];
  /** When the newest of them was published, in milliseconds; 0 where none says. */
  readonly newest: number;
  /** Inverse document frequency over the articles (Robertson and Spärck Jones): rare terms tell more. */
  idf(term: string): number;
  has(term: string): boolean;
};

export function indexOf<T extends Readable>(articles: readonly T[]): Index<T> {
  const frequency = new Map<string, number>();
  const stems = new Map<string, string>();
  const indexed = articles.map((article): Indexed<T> => {
    const sentences = sentencesIn(article.text).map((sentence) => ({
      ...sentence,
      terms: new Set(termsOf(sentence.text, stems)),
    }));
    const title = new Set(termsOf(article.title, stems));
    const terms = new Set(title);
    for (const sentence of sentences) for (const term of sentence.terms) terms.add(term);
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    return { article, title, sentences, terms };
  });
  const count = indexed.length;
  return {
    articles: indexed,
    newest: Math.max(0, ...articles.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]))),
    idf: (term) => Math.log(1 + (count + 1) / ((frequency.get(term) ?? 0) + 0.5)),
    has: (term) => frequency.has(term),
  };
}
