import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { isTable } from '../../language/tables.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { FigureReading, QuoteReading, Sentence } from '../../model.ts';
import { once } from '../../once.ts';
import { type ReadSentence, readSentence } from '../../reading/read.ts';
import { type Time, timesIn } from '../../reading/times.ts';
import { figuresIn } from '../figures.ts';
import { quotesIn } from '../quotes.ts';
import { plain } from './marks.ts';

/** A text that claims may rest on. `published` (ISO 8601) resolves "last year"; `title` tells who and what it is about. */
export type Source = {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly title?: string | null;
};

/** A sentence that a claim rests on. */
export type Rest = { readonly source: Source; readonly start: number; readonly end: number };

/** What the gate reads from a source, each part when it is first asked for: a sentence that stands there as it is told needs no more than the sentences. */
export type Prepared = {
  readonly source: Source;
  /** Lines of tables among them, which have figures and say nothing else. */
  readonly sentences: readonly Sentence[];
  readonly figures: readonly FigureReading[];
  readonly figuresAt: ReadonlyMap<number, FigureReading>;
  readonly quotes: readonly QuoteReading[];
  readonly quotesAt: ReadonlyMap<number, QuoteReading>;
  /** Times of the calendar. */
  readonly times: readonly Time[];
  /** The sentences by the stems of their words. */
  readonly index: ReadonlyMap<string, readonly number[]>;
  /** The text in lower case with one kind of marks and blanks, for looking up what is quoted. */
  words(): string;
  /** The sentence as every stage reads it, made at first use. */
  read(index: number): ReadSentence | null;
  /** The index of the sentence that a position lies in, -1 for none. */
  sentenceAt(position: number): number;
};

const cache = new WeakMap<Source, Prepared>();

function indexOf(sentences: readonly Sentence[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  sentences.forEach(({ text }, n) => {
    if (isTable(text)) return;
    for (const word of new Set(wordsIn(text).map((found) => found.text.toLowerCase()))) {
      if (STOP_WORDS.has(word)) continue;
      const key = stem(word);
      const at = index.get(key);
      if (at === undefined) index.set(key, [n]);
      else if (at.at(-1) !== n) at.push(n);
    }
  });
  return index;
}

function make(source: Source): Prepared {
  const sentences = sentencesIn(source.text);
  const quotes = once(() => quotesIn(source.text));
  const figures = once(() =>
    figuresIn(source.text, source.published ?? null, { title: source.title ?? null, quotes: quotes(), sentences }),
  );
  const figuresAt = once(() => new Map(figures().map((figure) => [figure.start, figure])));
  const quotesAt = once(() => new Map(quotes().map((quote) => [quote.start, quote])));
  const times = once(() => timesIn(source.text, source.published ?? null).filter(({ kind }) => kind === 'calendar'));
  const index = once(() => indexOf(sentences));
  const words = once(() => plain(source.text).toLowerCase());
  const readings = new Map<number, ReadSentence>();
  return {
    source,
    sentences,
    get figures() {
      return figures();
    },
    get figuresAt() {
      return figuresAt();
    },
    get quotes() {
      return quotes();
    },
    get quotesAt() {
      return quotesAt();
    },
    get times() {
      return times();
    },
    get index() {
      return index();
    },
    words,
    read: (index) => {
      const sentence = sentences[index];
      if (sentence === undefined || isTable(sentence.text)) return null;
      const made = readings.get(index) ?? readSentence(sentence.text, sentence.start);
      readings.set(index, made);
      return made;
    },
    sentenceAt: (position) => {
      let low = 0;
      let high = sentences.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sentences[middle]?.end ?? 0) <= position) low = middle + 1;
        else high = middle;
      }
      return low < sentences.length && (sentences[low]?.start ?? 0) <= position ? low : -1;
    },
  };
}

/** The readings of a source, kept as long as the source object lives. */
export function prepare(source: Source): Prepared {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const made = make(source);
  cache.set(source, made);
  return made;
}
