import { agreement, contentOf, namesOf, overlap } from '../../domain/same-figure.ts';
import type { Article, Evidence, Figure, Sentence, Verified } from '../../model.ts';
import { once } from '../../once.ts';
import { kinship } from '../../reading/kinship.ts';
import { type Deed, deedsIn } from '../deeds.ts';
import { numbersIn } from '../substance.ts';
import { formsIn, type Known } from './known.ts';

/** How much of a sentence's content one earlier sentence must have for it to say nothing new. */
const COVERED = 0.6;
/** Sentences that share this much are about one matter, so that a word of one meaning in both says the same deed. */
const ONE_MATTER = 0.3;
/** What happened stands at the top of a report; further down deeds are told again. */
const TOP = 3;
/** So many sentences of an article are looked at. */
const LOOKED_AT = 60;
const TIMES = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']);

/** A figure that is news by itself: not "two commissioners", "six hours" or a number of nothing. */
const isNews = ({ unit, text }: Figure): boolean => unit !== null && !TIMES.has(unit) && /\d/.test(text);

/** What a text says that is not known. */
export type Unknown = {
  readonly words: number;
  readonly names: number;
  readonly numbers: number;
  readonly known: number;
};

function unknownIn(text: string, { words, numbers, constants }: Known): Unknown {
  const content = contentOf(text).difference(constants);
  return {
    words: content.difference(words).size,
    names: namesOf(text).difference(words).size,
    numbers: numbersIn(text).difference(numbers).size,
    known: numbersIn(text).intersection(numbers).size,
  };
}

/** An article beside what is known. */
export type Piece = {
  readonly article: Article;
  readonly known: Known;
  /** How much of each of its sentences one known sentence has, 0 to 1, and of its title. */
  readonly covered: readonly number[];
  readonly titleCovered: number;
  /** The same by words that are near each other. */
  readonly near: readonly number[];
  readonly titleNear: number;
  /** What its title and its first sentence say that is not known: words, names and numbers. */
  readonly title: Unknown;
  readonly lead: Unknown;
  /** Figures that nobody told. */
  readonly fresh: ReadonlySet<Verified<Figure>>;
};

/** A sentence of it. */
export type Sight = {
  readonly piece: Piece;
  readonly at: number;
  readonly of: number;
  readonly text: string;
  /** What it says beside the names and places of its story. */
  readonly content: ReadonlySet<string>;
  readonly figures: readonly Verified<Figure>[];
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** How many deeds it tells, and how many of them nobody told; null further down than these are read. */
  readonly deeds: () => { readonly all: number; readonly fresh: number } | null;
};

/** The most of a content that one known sentence has, 0 to 1; 1 of nothing. */
const coverage = (content: ReadonlySet<string>, sentences: readonly ReadonlySet<string>[]): number =>
  content.size === 0
    ? 1
    : sentences.reduce((most, each) => Math.max(most, content.intersection(each).size / content.size), 0);

/** Tells how near the words of a text come to those that are known, 0 to 1; 1 of nothing. Each word is looked up once. */
function nearnessTo({ forms }: Known): (text: string) => number {
  const known = new Map<string, number>();
  const nearest = (word: string): number => {
    if (forms.has(word)) return 1;
    let most = known.get(word);
    if (most === undefined) {
      most = 0;
      for (const other of forms) most = Math.max(most, kinship(word, other));
      known.set(word, most);
    }
    return most;
  };
  return (text) => {
    const own = formsIn(text);
    return own.length === 0 ? 1 : own.reduce((sum, word) => sum + nearest(word), 0) / own.length;
  };
}

/**
 * Whether it is about numbers that are known, or a sentence about the same matter tells of the deed in a word of one meaning. A word that stands here
 * beside the verb tells of somebody: who will lead is not told by "the chief has left", where both are about a chief.
 */
function isTold({ means, verb, numbers }: Deed, content: ReadonlySet<string>, known: Known): boolean {
  const deed = means.difference(content.difference(verb));
  return (
    (numbers.size > 0 && numbers.isSubsetOf(known.numbers)) ||
    known.sentences.some((each) => !each.isDisjointFrom(deed) && overlap(each, content) >= ONE_MATTER)
  );
}

/** The first sentences of an article as they are seen beside what is known of its story: what is news stands among them. */
export function sightsOf(article: Article, { sentences: all, figures }: Evidence, known: Known): Sight[] {
  const sentences = all.slice(0, LOOKED_AT);
  const nearness = nearnessTo(known);
  const contents = sentences.map(({ text }) => contentOf(text).difference(known.constants));
  const fresh = new Set(
    figures.filter(
      (now) =>
        isNews(now) &&
        numbersIn(now.text).isDisjointFrom(known.numbers) &&
        !known.figures.some((each) => ['same', 'rounded'].includes(agreement(each, now) ?? '')),
    ),
  );
  const piece: Piece = {
    article,
    known,
    covered: contents.map((content) => coverage(content, known.sentences)),
    titleCovered: coverage(contentOf(article.title).difference(known.constants), known.sentences),
    near: sentences.map(({ text }) => nearness(text)),
    titleNear: nearness(article.title),
    title: unknownIn(article.title, known),
    lead: unknownIn(sentences[0]?.text ?? '', known),
    fresh,
  };
  return sentences.map((sentence: Sentence, at): Sight => {
    const content = contents[at] ?? new Set<string>();
    return {
      piece,
      at,
      of: sentences.length,
      text: sentence.text,
      content,
      figures: figures.filter(({ start }) => start >= sentence.start && start < sentence.end),
      names: namesOf(sentence.text),
      numbers: numbersIn(sentence.text),
      deeds: once(() => {
        if (at >= TOP) return null;
        const deeds = deedsIn(sentence.text);
        const isKnown = (piece.covered[at] ?? 0) >= COVERED;
        return { all: deeds.length, fresh: isKnown ? 0 : deeds.filter((deed) => !isTold(deed, content, known)).length };
      }),
    };
  });
}
