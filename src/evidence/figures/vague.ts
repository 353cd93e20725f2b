import { TENS, UNITS } from '../../language/numbers.ts';
import { DOZENS, SCALES, wordAt } from './cardinals.ts';
import { own } from './literals.ts';
import { type Numeral, numeral } from './numeral.ts';
import type { Token } from './tokens.ts';

export const VAGUE: Readonly<Record<string, number>> = {
  tens: 10,
  dozens: 12,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
};

/** "several hundred", "a few thousand", "a couple of hundred": at least one of that scale, or two. */
function several(tokens: readonly Token[], at: number): Numeral | null {
  const article = /^an?$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const word = wordAt(tokens, article);
  if (!/^(?:several|few|many|couple)$/.test(word)) return null;
  const scale = wordAt(tokens, article + 1) === 'of' && word === 'couple' ? article + 2 : article + 1;
  const size = own(SCALES, wordAt(tokens, scale)) ?? (DOZENS.has(wordAt(tokens, scale)) ? 12 : undefined);
  if (size === undefined || tokens[scale]?.gap === 'line') return null;
  return numeral(at, scale + 1, word === 'couple' ? 2 * size : size, 'vague', size);
}

/** "dozens of", "hundreds of thousands of": at least one of them. */
export function vague(tokens: readonly Token[], at: number): Numeral | null {
  const first = own(VAGUE, wordAt(tokens, at));
  if (first === undefined) return several(tokens, at);
  let [value, to] = [first, at + 1];
  if (wordAt(tokens, to) === 'of' && own(VAGUE, wordAt(tokens, to + 1)) !== undefined) {
    value *= own(VAGUE, wordAt(tokens, to + 1)) ?? 1;
    to += 2;
  }
  return numeral(at, to, value, 'vague', value);
}

/** "threefold", "hundredfold": the number that the word begins with; the rest of the word is its unit. */
export function fold(tokens: readonly Token[], at: number): Numeral | null {
  const word = wordAt(tokens, at);
  if (!word.endsWith('fold') || word.length < 7) return null;
  const stem = word.slice(0, -4);
  const value = own(UNITS, stem) ?? own(TENS, stem) ?? own(SCALES, stem);
  return value === undefined || value < 2 ? null : numeral(at, at + 1, value, 'fold');
}
