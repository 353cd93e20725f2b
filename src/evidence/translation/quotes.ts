import type { Reason } from '../../model.ts';

/** Marks of quotation in pairs, as the languages have them. */
const QUOTED = /[“„«「『»"]\s?([^"“”„«»「」『』]{2,400}?)\s?["”“»」』«]/gu;

const bare = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replaceAll('’', "'")
    .replace(/^[.,\s]+|(?<![.,\s])[.,\s]+$/gu, '')
    .toLowerCase();

const quotesIn = (text: string): string[] => Array.from(text.matchAll(QUOTED), ([, quote = '']) => bare(quote));

/** Quotes stand as they were spoken: all of the line's, and none of another's making. */
export function quoteReasons(original: string, translation: string): Reason[] {
  const source = bare(original);
  const spoken = quotesIn(original);
  const given = quotesIn(translation);
  return [
    ...given
      .filter((quote) => !source.includes(quote))
      .map((quote): Reason => ({ kind: 'quote', given: quote, found: null })),
    ...spoken
      .filter((quote) => !given.some((each) => each.includes(quote) || quote.includes(each)))
      .map((quote): Reason => ({ kind: 'quote', given: translation, found: quote })),
  ];
}

export const withoutQuotes = (text: string): string => text.replace(QUOTED, (found) => '·'.repeat(found.length));
