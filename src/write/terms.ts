import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';

/** The content words of a text by stem, each with how telling its form is: a name or a number tells more than a word. */
export type Terms = ReadonlyMap<string, number>;

/** Reads texts into terms and remembers the stems of words, so that a day of articles is stemmed once a word. */
export type TermReader = (text: string) => Terms;

const WORD = 1;
const NAME = 1.5;
const NUMBER = 1.5;

export function createTermReader(): TermReader {
  const stems = new Map<string, string | null>();
  const stemOf = (word: string): string | null => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const plain = word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
    const made = plain.length < 2 || STOP_WORDS.has(plain) ? null : stem(plain);
    stems.set(word, made);
    return made;
  };
  return (text) => {
    const terms = new Map<string, number>();
    for (const [index, { text: word }] of wordsIn(text).entries()) {
      const key = stemOf(word);
      if (key === null) continue;
      // The first word of a sentence has a capital whatever it is.
      const telling = /^\d/.test(word) ? NUMBER : index > 0 && /^\p{Lu}/u.test(word) ? NAME : WORD;
      terms.set(key, Math.max(terms.get(key) ?? 0, telling));
    }
    return terms;
  };
}

/** How many terms two texts have both. */
export function shared(left: Terms, right: Terms): number {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  let count = 0;
  for (const term of few.keys()) if (many.has(term)) count += 1;
  return count;
}

/** The share of the smaller set's terms that the other has too, 0 to 1. */
export function overlap(left: Terms, right: Terms): number {
  const size = Math.min(left.size, right.size);
  return size === 0 ? 0 : shared(left, right) / size;
}

/** From here on two points say the same to a reader. */
const SAME = 0.55;

export const saysTheSame = (left: Terms, right: Terms): boolean => overlap(left, right) >= SAME;
