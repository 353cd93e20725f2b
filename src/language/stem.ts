import { stemmer } from 'stemmer';

/** A language has few words that come often; beyond so many the oldest half of those that are remembered is forgotten. */
const REMEMBERED = 8_000;
let recent = new Map<string, string>();
let older = new Map<string, string>();

/** The stem of an English word (Porter 1980), lower case. */
export function stem(word: string): string {
  const known = recent.get(word);
  if (known !== undefined) return known;
  const found = older.get(word) ?? stemmer(word.toLowerCase());
  if (recent.size >= REMEMBERED / 2) [older, recent] = [recent, new Map()];
  recent.set(word, found);
  return found;
}
