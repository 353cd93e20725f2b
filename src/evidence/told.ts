import type { FigureReading, QuoteReading, Sentence } from '../model.ts';
import { readSentence } from '../reading/read.ts';
import { textOf } from '../reading/tree.ts';
import { captionIn } from './told/caption.ts';
import { Cast } from './told/cast.ts';
import { conceptIn, gappedFrom, type Measure } from './told/concept.ts';
import { placeIn } from './told/place.ts';
import { sourceIn } from './told/source.ts';
import { standingIn } from './told/standing.ts';
import { subjectIn } from './told/subject.ts';

/** What a sentence tells of one of its figures. */
export type Told = Pick<FigureReading, 'concept' | 'subject' | 'attributedTo' | 'standing' | 'caption'>;

/** A figure by its offsets, with those of the noun that it counts, if any. */
export type Numbered = {
  readonly start: number;
  readonly end: number;
  readonly counted: { readonly start: number; readonly end: number } | null;
  readonly kind: Measure['kind'];
  readonly unit: string | null;
};

/** Of a figure that no sentence tells. */
export const UNTOLD: Told = { concept: null, subject: null, attributedTo: null, standing: 'stated', caption: null };

/** Reads what an article tells of its figures: those of the sentence of an index. */
export type Teller = (index: number, figures: readonly Numbered[]) => Told[];

/** "SEATTLE, Oct 27 - ": how many characters tell where and when a report was written. */
const datelineOf = (text: string): number =>
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,40})(?:,[^–—\n,-]{1,40}|\s?\([^)\n]{1,40}\)){0,3}\s*(?:--|[-–—])\s+/u.exec(text)?.[0]
    .length ?? 0;

/** Of a text with its title, its sentences in order and its quotes, which tell who is spoken of. */
export function teller(
  title: string | null,
  text: string,
  all: readonly Sentence[],
  quotes: readonly QuoteReading[],
): Teller {
  const dateline = datelineOf(text);
  const sentences = all.map(({ start, text: whole }) => {
    const lead = Math.min(Math.max(0, dateline - start), whole.length);
    return readSentence(whole.slice(lead), start + lead);
  });
  const cast = new Cast(
    title,
    text,
    sentences.filter(({ text: own }) => own !== ''),
    quotes,
  );
  return (index, figures) => {
    const sentence = sentences[index];
    if (sentence === undefined) return [];
    const { tree } = sentence;
    const places = figures.map(({ start, end }) => placeIn(sentence, start, end));
    cast.begin(sentence, places);
    const measures = figures.map(({ counted, kind, unit }): Measure => {
      const at = counted === null ? null : placeIn(sentence, counted.start, counted.end);
      return { counted: at === null ? null : { from: at.from, to: at.to }, kind, unit };
    });
    return places.map((place, n): Told => {
      if (place === null) return UNTOLD;
      const quote = quotes.find(({ start, end }) => start <= (figures[n]?.start ?? 0) && (figures[n]?.end ?? 0) <= end);
      const gapped = gappedFrom(tree, { places, measures }, n) !== null;
      const concept = conceptIn(tree, { places, measures }, n);
      const counted = (measures[n]?.counted ?? null) !== null;
      const { name, ...bond } = subjectIn(sentence, { place, concept, gapped, counted }, cast);
      const standing = standingIn(sentence, place, cast);
      return {
        concept: concept === null ? null : textOf(tree, concept),
        subject: name,
        attributedTo: quote?.speaker ?? sourceIn(sentence, place, name, cast),
        standing,
        caption: captionIn(sentence, place, { concept, subject: name, counted, standing, places, ...bond }),
      };
    });
  };
}
