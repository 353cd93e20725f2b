/**
 * What is to be known of a language to check a translation by it. Lists of words are written in one notation: parted by spaces, `_` for
 * a space within one, `*` for any letters, `…` for anything within a clause ("stieg*", "wird…ge*t"), `key:word` where a word means something. What
 * `Intl` knows of the language (months, weekdays, units, currencies, regions) stands in no table.
 */
export type Language = {
  /** BCP 47, without a region. */
  readonly tag: string;
  readonly decimal: '.' | ',';
  /** Whether its words are parted by spaces; numbers are grouped by ten thousands where not. */
  readonly spaced: boolean;
  /** Exponents of ten by what they are called: `6:million`. The short and the long scale differ here and nowhere else. */
  readonly scales: string;
  /** The cardinal numbers as words, each with its value; without those that are articles or other words as well. */
  readonly numerals: ReadonlyMap<string, number>;
  /** Words that may stand for a number and need not: articles, a dozen, in English ordinals ("the sixth month in a row"). `12:dozen`. */
  readonly vague: string;
  /** `1/2:half`. */
  readonly fractions: string;
  /** What follows a numeral in one word: "zwei|jährig". Empty where nothing does. */
  readonly compounds: string;
  /** Quarters and half years: `Q1:first_quarter`. */
  readonly periods: string;
  /** Names of units beside what `Intl` gives, by its identifiers for them where it has one: `liter:litre`. */
  readonly units: string;
  /** Bounds of a number, before it and (`after`) behind it. */
  readonly bounds: {
    readonly over: string;
    readonly under: string;
    readonly overAfter?: string;
    readonly underAfter?: string;
  };
  /** What stands before the value that was, and before that which is now (Japanese: behind it). `since` tells it only of a pair: "von 2 auf 3". */
  readonly from: string;
  readonly since: string;
  readonly to: string;
  readonly signs: Signs;
  /** What stands at a name that does not act: prepositions, or particles behind it. */
  readonly oblique: string;
  readonly passive: string;
  /** Sets one clause against another, between them. */
  readonly contrast: string;
  /** Bodies and offices that are written with a capital, and what else is and names nobody in particular. */
  readonly capitals: string;
  /** Companies by other letters: `Microsoft:微软`. */
  readonly known?: string;
};

/** `up` and `down` as such, `upish` and `downish` what a translator may render so; `not` likewise; and times that were or will be. */
export type Signs = {
  readonly up: string;
  readonly down: string;
  readonly upish: string;
  readonly downish: string;
  readonly not: string;
  readonly notish: string;
  /** What has a word of `not` and is no negation: erased before. */
  readonly affirmed: string;
  /** What has a word of `up` or `down` and is neither. */
  readonly level: string;
  readonly past: string;
  readonly next: string;
};

const escaped = (word: string): string =>
  word
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('_', '[\\s\\u00a0\\u202f-]+')
    .replaceAll("'", "['’]");

const split = (notation: string): string[] => notation.split(/\s+/).filter((word) => word !== '');

/** The words of a list as alternatives, the longest first. */
export const alternatives = (words: readonly string[], spaced: boolean): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      escaped(word)
        .replaceAll('*', spaced ? '\\p{L}*' : '')
        .replaceAll('…', '[^,;.:]*?'),
    )
    .join('|') || '(?!)';

/** Finds the words of a list, each as a whole word where the language has such. */
export function finder(notation: string, spaced: boolean, flags = 'giu'): RegExp {
  const words = alternatives(split(notation), spaced);
  return new RegExp(spaced ? `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])` : `(?:${words})`, flags);
}

/** `6:million` as pairs. */
export const pairs = (notation: string): (readonly [key: string, word: string])[] =>
  split(notation).map((entry) => {
    const at = entry.indexOf(':');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
