import type { FigureReading, QuoteReading, Sentence } from '../model.ts';
import { readSentence } from '../reading/read.ts';
import { conceptIn, gappedFrom } from './told/concept.ts';
import { Cast } from './told/names.ts';
import { placeIn } from './told/place.ts';
import { standingIn } from './told/standing.ts';
import { subjectIn } from './told/subject.ts';

/** What a sentence tells of one of its figures. */
export type Told = Pick<FigureReading, 'subject' | 'standing'>;

/** A figure by its offsets, with those of the noun that it counts, if any. */
export type Numbered = {
  readonly start: number;
  readonly end: number;
  readonly counted: { readonly start: number; readonly end: number } | null;
  readonly money: boolean;
};

/** Of a figure that no sentence tells. */
export const UNTOLD: Told = { subject: null, standing: 'stated' };

/** Reads what an article tells of its figures, sentence by sentence in order. */
export type Teller = (sentence: Sentence, figures: readonly Numbered[]) => Told[];

/** "SEATTLE, Oct 27 - ": how many characters tell where and when a report was written. */
const datelineOf = (text: string): number =>
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,40})(?:,[^–—\n-]{1,40}|\s?\([^)]{1,40}\))?\s*(?:--|[-–—])\s+/u.exec(text)?.[0].length ?? 0;

/** `title` and the quotes of the text tell who is spoken of. */
export function teller(title: string | null, text: string, opening: string, quotes: readonly QuoteReading[]): Teller {
  const cast = new Cast(
    quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
    text,
  );
  if (title !== null) cast.entitle(title, text);
  cast.read(readSentence(opening.slice(datelineOf(opening))).tree);
  return ({ start, text: whole }, figures) => {
    const lead = datelineOf(whole);
    const sentence = readSentence(whole.slice(lead), start + lead);
    const { tree } = sentence;
    const places = figures.map(({ start, end }) => placeIn(sentence, start, end));
    const measures = figures.map(({ counted, money }) => {
      const at = counted === null ? null : placeIn(sentence, counted.start, counted.end);
      return { counted: at === null ? null : { from: at.from, to: at.to }, money };
    });
    const told = places.map((place, n): Told => {
      if (place === null) return UNTOLD;
      const gapped = gappedFrom(tree, { places, measures }, n) !== null;
      const concept = conceptIn(tree, { places, measures }, n);
      return {
        subject: subjectIn(sentence, { place, concept, gapped }, cast),
        standing: standingIn(sentence, place, cast),
      };
    });
    cast.read(tree);
    return told;
  };
}
