import { sha256 } from '../hash.ts';
import { withoutTables } from '../language/tables.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';

/** What was said by others is left out: two reporters may quote one statement. */
const QUOTED = /[“"][^“”"]{12,600}[”"]/g;
/** Tokens in a row of a skeleton; it keeps less of each word than a text, so more of them. */
const SHINGLE = 8;
/** Hashes of a sketch: of two texts that share two fifths of their shingles nearly all pairs share some of sixteen. */
const SKETCH = 16;
/** Hexadecimal digits of a hash that a number holds exactly. */
const DIGITS = 12;

export const fold = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** A text without what it quotes, and without its tables: the heads of all companies' results are alike. */
export const ownWords = (text: string): string => withoutTables(text).replace(QUOTED, ' ');

/** Every run of `size` tokens, as often as it stands there. */
export function* shingles(tokens: readonly string[], size: number): Generator<string> {
  for (let at = 0; at + size <= tokens.length; at += 1) yield tokens.slice(at, at + size).join(' ');
}

/**
 * What survives when words are swapped for synonyms: figures, names, and function words in their order; every other word
 * leaves its place only.
 */
function skeletonOf(text: string): string[] {
  const words = wordsIn(text);
  return words.map(({ start, text: word }) => {
    if (/\d/.test(word)) return word;
    const plain = fold(word);
    if (plain === 'an') return 'a';
    if (STOP_WORDS.has(plain)) return plain;
    const opens = start === 0 || /[.!?\n“"]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    return !opens && /^\p{Lu}/u.test(word) ? word : '*';
  });
}

/** The runs of a skeleton of a text without its quotes. */
export const skeletonShingles = (own: string): Generator<string> => shingles(skeletonOf(own), SHINGLE);

/**
 * A few numbers that stand for a text, of which its copies share some, those with words swapped for synonyms too: the least
 * hashes of its skeleton (bottom-k sketch; Broder 1997, "On the resemblance and containment of documents").
 */
export function sketchOf(text: string): number[] {
  return Array.from(new Set(skeletonShingles(ownWords(text))), (shingle) => sha256(shingle).slice(0, DIGITS))
    .toSorted()
    .slice(0, SKETCH)
    .map((digits) => Number.parseInt(digits, 16));
}
