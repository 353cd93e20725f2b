import { SCALES, skip, wordAt } from './cardinals.ts';
import { own } from './literals.ts';
import type { Token } from './tokens.ts';

/** "million", "bn", "k" behind a number: what it multiplies by, the token after it, and whether it is a letter that could be a unit as well. */
export type Scale = { readonly scale: number; readonly to: number; readonly letter: boolean };

/** Short forms; the single letters count only where they touch their digits. */
const SHORT: Readonly<Record<string, number>> = {
  mn: 1e6,
  mln: 1e6,
  mil: 1e6,
  mill: 1e6,
  mio: 1e6,
  Mio: 1e6,
  Mill: 1e6,
  MM: 1e6,
  bn: 1e9,
  Bn: 1e9,
  BN: 1e9,
  bln: 1e9,
  bil: 1e9,
  mrd: 1e9,
  Mrd: 1e9,
  mld: 1e9,
  Mld: 1e9,
  Milliarden: 1e9,
  tn: 1e12,
  tln: 1e12,
  trn: 1e12,
  tr: 1e12,
  cr: 1e7,
  Cr: 1e7,
};
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, b: 1e9, B: 1e9, T: 1e12, G: 1e9 };

/** The scale that stands at a token; `touching` where digits end right before it, so that a letter may be one. */
export function scaleAfter(tokens: readonly Token[], at: number, touching: boolean): Scale | null {
  const hyphen = skip(tokens, at);
  const token = tokens[hyphen];
  if (token?.kind !== 'word' || token.gap === 'line') return null;
  const spelt = own(SCALES, token.lower) ?? own(SHORT, token.text);
  // "4 mrd. euros": the point of an abbreviation, with more of the phrase behind it.
  const [point, behind] = [tokens[hyphen + 1], tokens[hyphen + 2]];
  const dotted =
    point?.text === '.' && point.gap === 'none' && behind?.gap === 'space' && !/^\p{Lu}\p{Ll}/u.test(behind.text);
  const isShort = own(SHORT, token.text) !== undefined;
  if (spelt !== undefined) return { scale: spelt, to: hyphen + (dotted && isShort ? 2 : 1), letter: false };
  const letter = own(LETTERS, token.text);
  // The letter must touch its digits; what is glued to it in turn ("10km", "5G-ready") was another word anyway.
  const glued = touching && hyphen === at && token.gap === 'none';
  return letter !== undefined && glued ? { scale: letter, to: at + 1, letter: true } : null;
}

/** "half a million", "a quarter million", "three quarters billion", "two thirds of a million" after the fraction. */
export function fractionOfScale(tokens: readonly Token[], at: number): { scale: number; to: number } | null {
  let i = at;
  if (wordAt(tokens, i) === 'of') i++;
  if (/^(?:an?|one)$/.test(wordAt(tokens, i))) i++;
  else if (i > at) return null;
  i = skip(tokens, i);
  const scale = own(SCALES, wordAt(tokens, i));
  return scale !== undefined && scale > 100 && !wordAt(tokens, i).endsWith('s') ? { scale, to: i + 1 } : null;
}
