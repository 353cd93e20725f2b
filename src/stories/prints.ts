import { wordsIn } from '../language/words.ts';
import { fold, ownWords, shingles, skeletonShingles } from './skeleton.ts';

/** What a text is compared by: its distinct shingles, of its words and of its skeleton, as 32-bit numbers. */
export type Print = {
  readonly words: Uint32Array;
  readonly skeleton: Uint32Array;
  /** In words. */
  readonly length: number;
};

/** Words in a row that are compared; five are rarely the same by chance. */
const SHINGLE = 5;
/** Texts whose prints are kept: what is mined in a row is compared with the same few again and again. */
const KEPT = 200;

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function numbered(shingles: Iterable<string>): Uint32Array {
  const found = new Set<number>();
  for (const shingle of shingles) found.add(hashOf(shingle));
  return Uint32Array.from(found);
}

function made(text: string): Print {
  const own = ownWords(text);
  const words = wordsIn(own).map(({ text: word }) => fold(word));
  return {
    words: numbered(shingles(words, Math.min(SHINGLE, Math.max(1, words.length)))),
    skeleton: numbered(skeletonShingles(own)),
    length: words.length,
  };
}

/** The prints of the texts that were asked for last, the latest last. */
const kept = new Map<string, Print>();

/** The print of a text without its quotes. */
export function printOf(text: string): Print {
  const print = kept.get(text) ?? made(text);
  kept.delete(text);
  kept.set(text, print);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return print;
}

/** How many numbers two of the sets share, by `i * sets.length + j` for i before j; pairs that share none are left out. */
export function sharedCounts(sets: readonly Uint32Array[]): ReadonlyMap<number, number> {
  // Each number with the place of its set: in order, those who share one stand beside each other.
  const places = new Float64Array(sets.reduce((total, { length }) => total + length, 0));
  let end = 0;
  sets.forEach((set, place) => {
    for (const number of set) places[end++] = number * sets.length + place;
  });
  places.sort();
  const counts = new Map<number, number>();
  let first = 0;
  for (let at = 1; at <= places.length; at++) {
    const number = Math.floor((places[first] ?? 0) / sets.length);
    if (at < places.length && Math.floor((places[at] ?? 0) / sets.length) === number) continue;
    for (let one = first; one < at; one++)
      for (let other = one + 1; other < at; other++) {
        const pair = ((places[one] ?? 0) % sets.length) * sets.length + ((places[other] ?? 0) % sets.length);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    first = at;
  }
  return counts;
}
