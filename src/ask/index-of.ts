import { sentencesIn } from '../language/sentences.ts';
import { isBait } from '../language/stand.ts';
import type { Sentence } from '../model.ts';
import { once } from '../once.ts';
import { type Spelling, spellingOf } from './names.ts';
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
  readonly spelling: () => Spelling;
  /** Whether it only makes curious. */
  readonly isBait: () => boolean;
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

/** People ask of the same news: articles that were read for the last questions are kept, and with them what else is read of their sentences. */
const KEPT = 64;
const recent = new Map<string, Indexed<Readable>>();

function read<T extends Readable>(article: T): Indexed<T> {
  const { text } = article;
  const sentences = sentencesIn(text).map((sentence) => ({ ...sentence, terms: new Set(termsOf(sentence.text)) }));
  const title = new Set(termsOf(article.title));
  const terms = new Set(title);
  for (const sentence of sentences) for (const term of sentence.terms) terms.add(term);
  const isBaited = (): boolean => isBait(sentences.map((sentence) => sentence.text));
  return { article, title, sentences, terms, spelling: once(() => spellingOf(text)), isBait: once(isBaited) };
}

function readLately<T extends Readable>(article: T): Indexed<T> {
  const { id, title, text, published } = article;
  const known = recent.get(id);
  recent.delete(id);
  // A text that was thinned keeps its id.
  const isSame = known?.article.text === text && known.article.title === title && known.article.published === published;
  const made = isSame ? { ...known, article } : read(article);
  for (const oldest of recent.size < KEPT ? [] : recent.keys().take(1)) recent.delete(oldest);
  recent.set(id, made);
  return made;
}

export function indexOf<T extends Readable>(articles: readonly T[]): Index<T> {
  const frequency = new Map<string, number>();
  const indexed = articles.map(readLately);
  for (const { terms } of indexed) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const count = indexed.length;
  return {
    articles: indexed,
    newest: Math.max(0, ...articles.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]))),
    idf: (term) => Math.log(1 + (count + 1) / ((frequency.get(term) ?? 0) + 0.5)),
    has: (term) => frequency.has(term),
  };
}
