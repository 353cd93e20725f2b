import { isMostlyQuoted, standsAlone } from '../language/stand.ts';
import type { Article, Evidence, Sentence, Span } from '../model.ts';
import { resolved } from './resolve.ts';
import { plainSentence } from './shorten.ts';
import { shared, type TermReader, type Terms } from './terms.ts';

/** A sentence of an article that could be a point of a debrief, as it would be published. */
export type Candidate = {
  readonly story: string;
  readonly article: string;
  readonly text: string;
  /** What it rests on. */
  readonly rests: readonly Span[];
  readonly terms: Terms;
  /** The share of its article's title that it repeats, 0 to 1: what the publisher thinks the article is about. */
  readonly titled: number;
  /** Its place in the article, 0 for the first sentence. */
  readonly place: number;
  readonly quoted: boolean;
};

/** News is told at the top: what stands further down is background to it. */
export const READ_SENTENCES = 40;

const spanOf = (article: Article, { start, end, text }: Sentence): Span => ({ article: article.id, start, end, text });

/** The sentences near the top of an article that stand alone, without datelines and asides, in order. */
export function candidatesOf(story: string, article: Article, evidence: Evidence, termsOf: TermReader): Candidate[] {
  const title = termsOf(article.title);
  return evidence.sentences.slice(0, READ_SENTENCES).flatMap((sentence, place) => {
    const own = plainSentence(sentence.text);
    const before = evidence.sentences[place - 1];
    const named = standsAlone(own) ? null : resolved(sentence, before);
    const text = named === null ? own : plainSentence(named);
    if (!standsAlone(text)) return [];
    const terms = termsOf(text);
    const span = spanOf(article, sentence);
    return [
      {
        story,
        article: article.id,
        text,
        rests: named === null || before === undefined ? [span] : [spanOf(article, before), span],
        terms,
        titled: title.size === 0 ? 0 : shared(title, terms) / title.size,
        place,
        quoted: isMostlyQuoted(text),
      },
    ];
  });
}
