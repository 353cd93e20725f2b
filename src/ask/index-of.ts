import { proseIn } from '../language/sentences.ts';
import { isBait } from '../language/stand.ts';
import { type Word, wordsIn } from '../language/words.ts';
import type { Sentence } from '../model.ts';
import { once } from '../once.ts';
import { type Spelling, spellingOf } from './spelling.ts';
import { type Terms, termsOf, termsOfWord } from './terms.ts';

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
  /** Which of the sentences have each of their terms, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What stands in the title or a sentence. */
  readonly terms: Terms;
  readonly spelling: Spelling;
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
  /** Whether one of them has a term. */
  has(term: string): boolean;
};

/** People ask of the same news: articles that were read for the last questions are kept, and with them what else is read of their sentences. */
const KEPT = 64;
const recent = new Map<string, Indexed<Readable>>();

/** Which sentences have which terms, by the words of their text. */
function placesOf(words: readonly Word[], sentences: readonly Sentence[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const { start, text } of words) {
    while (start >= (sentences[at]?.end ?? Number.POSITIVE_INFINITY)) at += 1;
    for (const term of termsOfWord(text)) {
      const known = places.get(term);
      if (known === undefined) places.set(term, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }
  return places;
}

/** A sentence with its terms, which few are asked for. */
function withTerms(sentence: Sentence): Indexed<Readable>['sentences'][number] {
  const terms = once(() => new Set(termsOf(sentence.text)));
  return {
    ...sentence,
    get terms() {
      return terms();
    },
  };
}

function read<T extends Readable>(article: T): Indexed<T> {
  const { text } = article;
  const words = wordsIn(text);
  const sentences = proseIn(text).map(withTerms);
  const title = new Set(termsOf(article.title));
  const places = placesOf(words, sentences);
  const terms = { has: (term: string) => places.has(term) || title.has(term) };
  const isBaited = (): boolean => isBait(sentences.map((sentence) => sentence.text));
  return { article, title, sentences, places, terms, spelling: spellingOf(text, words), isBait: once(isBaited) };
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
  const indexed = articles.map(readLately);
  const count = indexed.length;
  const told = new Map<string, number>();
  const having = (term: string): number => {
    const known = told.get(term) ?? indexed.reduce((sum, { terms }) => sum + Number(terms.has(term)), 0);
    told.set(term, known);
    return known;
  };
  return {
    articles: indexed,
    newest: Math.max(0, ...articles.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]))),
    idf: (term) => Math.log(1 + (count + 1) / (having(term) + 0.5)),
    has: (term) => having(term) > 0,
  };
}
