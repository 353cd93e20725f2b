import { agreement, contentOf, otherTime, overlap } from '../domain/same-figure.ts';
import type { Figure, Point, Quantity, Quote, Span } from '../model.ts';
import type { WriteInput } from './input.ts';
import { shared, type TermReader, type Terms } from './terms.ts';

/** What the reader knows from the days before. */
export type Known = {
  /** Whether a sentence, resting on these spans, was told in the same words or nearly. */
  hasPoint(rests: readonly Span[], terms: Terms): boolean;
  /** Whether a figure was told, beside its name or in a sentence of its story, or by the same words elsewhere. */
  hasFigure(story: string, quantity: Pick<Quantity, 'figure' | 'witnesses'>): boolean;
  /** Whether a quote was told, by itself or within a sentence. */
  hasQuote(quote: Quote): boolean;
  /** What was told of a story, its headline first. */
  linesOf(story: string): string[];
};

/** The share of a sentence that one told before has: then it says nothing new. */
const COVERED = 0.75;

const overlaps = (a: Span, b: { readonly article: string; readonly start: number; readonly end: number }): boolean =>
  a.article === b.article && a.start < b.end && b.start < a.end;

/** What a figure is of, and whose. */
const wordsOf = ({ subject, concept }: Figure): ReadonlySet<string> => contentOf(`${subject ?? ''} ${concept ?? ''}`);

/** Figures of one value and unit whose descriptions share this much are one figure, whatever else each sentence tells of it. */
const ALIKE = 0.5;

const isOne = (a: Figure, b: Figure): boolean =>
  agreement(a, b) === 'same' && !otherTime(a.when, b.when) && overlap(wordsOf(a), wordsOf(b)) >= ALIKE;

/** `sentenceOf` gives the sentence that a figure stands in. */
export function knownFrom(
  told: WriteInput['told'],
  termsOf: TermReader,
  sentenceOf: (figure: Figure) => string,
): Known {
  const points: Point[] = told.flatMap(({ inShort, stories }) => [
    ...inShort,
    ...stories.flatMap(({ headline, points: own }) => [headline, ...own]),
  ]);
  const lines = points.map(({ text }) => ({ text: text.toLowerCase(), content: contentOf(text) }));
  /** "Maro borrows $2 billion from banks" tells the figure of "had taken out a loan of $2 billion from banks". */
  const isInLine = (figure: Figure): boolean => {
    const written = figure.text.toLowerCase();
    const content = contentOf(sentenceOf(figure));
    return lines.some((line) => line.text.includes(written) && overlap(line.content, content) >= ALIKE);
  };
  const terms = points.map(({ text }) => termsOf(text));
  const spans = points.flatMap(({ cites }) => cites);
  const figures: Figure[] = told.flatMap(({ figures: own, stories }) =>
    [...own, ...stories.flatMap(({ quantities }) => quantities)].flatMap(({ figure, witnesses }) => [
      figure,
      ...witnesses,
    ]),
  );
  const byStory = Map.groupBy(
    told.flatMap(({ stories }) => stories),
    ({ id }) => id,
  );
  const quotes = new Set(
    told
      .flatMap(({ quotes: own, stories }) => [...own, ...stories.flatMap((story) => story.quotes)])
      .map(({ text }) => text),
  );
  return {
    hasPoint: (rests, own) =>
      rests.some((span) => spans.some((each) => overlaps(each, span))) ||
      (own.size > 0 && terms.some((each) => shared(own, each) >= own.size * COVERED)),
    hasFigure(story, { figure, witnesses }) {
      const all = [figure, ...witnesses];
      if (all.some((each) => spans.some((span) => overlaps(span, each)))) return true;
      if (figures.some((each) => all.some((own) => own.article === each.article && own.start === each.start)))
        return true;
      const before = byStory.get(story) ?? [];
      const shown = before.flatMap(({ quantities }) => quantities.map((each) => each.figure));
      return (
        figures.some((each) => isOne(each, figure)) ||
        isInLine(figure) ||
        shown.some((each) => agreement(each, figure) === 'same') ||
        before.some(({ headline, points: own }) => [headline, ...own].some(({ text }) => text.includes(figure.text)))
      );
    },
    hasQuote: ({ text }) => quotes.has(text) || points.some((point) => point.text.includes(text)),
    linesOf: (story) => [
      ...new Set(
        (byStory.get(story) ?? []).flatMap(({ headline, points: own }) => [headline, ...own].map(({ text }) => text)),
      ),
    ],
  };
}
