import { TENS, UNITS } from '../../language/numbers.ts';
import { type Cardinal, cardinal, DOZENS, partOf, SCALES, skip, small, wordAt, ZEROS } from './cardinals.ts';
import { digits, exponent, GLYPHS, own, type Plain, rounded, slashed } from './literals.ts';
import type { Token } from './tokens.ts';

/** A number as it is written, before units and ranges: `value` is multiplied out. */
export type Numeral = {
  /** Tokens `from <= i < to`. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Digits without a scale, a word, a fraction: what the readers of units and ranges need to know. */
  readonly form: 'digits' | 'words' | 'fraction' | 'vague' | 'fold';
  /** What its scale ("million", "bn") multiplied by; 1 without one. */
  readonly scale: number;
  /** Does a scale of one letter ("k", "M", "b") end it, which could be a unit as well? */
  readonly letter: boolean;
};

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

/** The fraction that follows a whole number: "2 1/2", "7 ½", "two and a half", "three and one fourth". */
function tail(tokens: readonly Token[], at: number): Plain | null {
  const dash = /^[-‑]$/.test(tokens[at]?.text ?? '') && tokens[at]?.gap === 'none' ? at + 1 : at;
  if (tokens[dash]?.gap !== 'line') {
    const written =
      slashed(tokens, dash) ?? (own(GLYPHS, tokens[dash]?.text ?? '') === undefined ? null : digits(tokens, dash));
    if (written !== null) return written;
  }
  if (wordAt(tokens, at) !== 'and') return null;
  const next = at + 1;
  const top = /^an?$/.test(wordAt(tokens, next)) ? { value: 1, to: next + 1 } : small(tokens, next);
  if (top === null || top.value === 0) return null;
  const part = partOf(wordAt(tokens, skip(tokens, top.to)));
  return part === undefined ? null : { value: top.value / part, to: skip(tokens, top.to) + 1 };
}

function scaleAfter(
  tokens: readonly Token[],
  at: number,
  touching: boolean,
): { scale: number; to: number; letter: boolean } | null {
  const hyphen = skip(tokens, at);
  const token = tokens[hyphen];
  if (token?.kind !== 'word' || token.gap === 'line') return null;
  const spelt = own(SCALES, token.lower) ?? own(SHORT, token.text);
  // "4 mrd. euros": the point of an abbreviation, with more of the phrase behind it.
  const [point, behind] = [tokens[hyphen + 1], tokens[hyphen + 2]];
  const dotted =
    point?.text === '.' && point.gap === 'none' && behind?.gap === 'space' && !/^\p{Lu}\p{Ll}/u.test(behind.text);
  if (spelt !== undefined)
    return {
      scale: spelt,
      to: dotted && own(SHORT, token.text) !== undefined ? hyphen + 2 : hyphen + 1,
      letter: false,
    };
  const letter = own(LETTERS, token.text);
  // The letter must touch its digits; what is glued to it in turn ("10km", "5G-ready") was another word anyway.
  const glued = touching && hyphen === at && token.gap === 'none';
  return letter !== undefined && glued ? { scale: letter, to: at + 1, letter: true } : null;
}

/** "point" in words: "two hundred point zero three", "nine point nought four", "nought point eleven". */
function pointed(tokens: readonly Token[], at: number): { digits: string; to: number } | null {
  if (wordAt(tokens, at) !== 'point') return null;
  let decimals = '';
  let i = at + 1;
  for (let n = 0; n < 8; n++) {
    const next = small(tokens, i);
    if (next === null || (decimals !== '' && next.value > 9)) break;
    decimals += String(next.value);
    i = next.to;
    if (next.value > 9) break;
  }
  return decimals === '' ? null : { digits: decimals, to: i };
}

/** "half a million", "a quarter million", "three quarters billion", "two thirds of a million" after the fraction. */
function fractionOfScale(tokens: readonly Token[], at: number): { scale: number; to: number } | null {
  let i = at;
  if (wordAt(tokens, i) === 'of') i++;
  if (/^(?:an?|one)$/.test(wordAt(tokens, i))) i++;
  else if (i > at) return null;
  i = skip(tokens, i);
  const scale = own(SCALES, wordAt(tokens, i));
  return scale !== undefined && scale > 100 && !wordAt(tokens, i).endsWith('s') ? { scale, to: i + 1 } : null;
}

const numeral = (
  from: number,
  to: number,
  value: number,
  form: Numeral['form'],
  scale = 1,
  letter = false,
): Numeral => ({
  from,
  to,
  // A fraction stays as exact as a double can: two-thirds is 2/3.
  value: form === 'fraction' ? value : rounded(value),
  form,
  scale,
  letter,
});

function fromWords(tokens: readonly Token[], at: number): Numeral | null {
  const first = wordAt(tokens, at);
  const article = first === 'a' || first === 'an';
  const lead = article ? at + 1 : at;
  const word = wordAt(tokens, lead);
  if (word === 'half' || word === 'quarter') {
    const scale = fractionOfScale(tokens, lead + 1);
    const part = 1 / (partOf(word) ?? 1);
    if (scale !== null) return numeral(at, scale.to, part * scale.scale, 'words', scale.scale);
    if (word === 'half' && !article) {
      const dozen = /^an?$/.test(wordAt(tokens, lead + 1)) ? lead + 2 : lead + 1;
      if (DOZENS.has(wordAt(tokens, skip(tokens, dozen)))) return numeral(at, skip(tokens, dozen) + 1, 6, 'words');
    }
    return article || word === 'half' ? numeral(at, lead + 1, part, 'fraction') : null;
  }
  if (article) {
    const part = partOf(word);
    if (part !== undefined && !word.endsWith('s')) return numeral(at, lead + 1, 1 / part, 'fraction');
    if (DOZENS.has(word)) return numeral(at, lead + 1, 12, 'words');
    if (own(SCALES, word) === undefined) return null;
  }
  const count = cardinal(tokens, lead, article);
  return count === null ? null : afterCount(tokens, at, count);
}

/** What goes on behind a count: decimals in words, a denominator, a fraction, a dozen. */
function afterCount(tokens: readonly Token[], at: number, count: Cardinal): Numeral {
  const point = pointed(tokens, count.to);
  if (point !== null) {
    const value = Number(`${count.value}.${point.digits}`);
    const scale = scaleAfter(tokens, point.to, false);
    return scale === null
      ? numeral(at, point.to, value, 'words')
      : numeral(at, scale.to, value * scale.scale, 'words', scale.scale);
  }
  const part = partAfter(tokens, count);
  if (part !== null) {
    const scale = fractionOfScale(tokens, part.to);
    if (scale !== null) return numeral(at, scale.to, part.value * scale.scale, 'words', scale.scale);
    return numeral(at, part.to, part.value, part.value > 1 ? 'words' : 'fraction');
  }
  const more = tail(tokens, count.to);
  if (more !== null) {
    const scale = count.scale === 1 ? scaleAfter(tokens, more.to, false) : null;
    if (scale !== null) return numeral(at, scale.to, (count.value + more.value) * scale.scale, 'words', scale.scale);
    return numeral(at, more.to, count.value + more.value * wholeScale(count), 'words', count.scale);
  }
  if (DOZENS.has(wordAt(tokens, skip(tokens, count.to))))
    return numeral(at, skip(tokens, count.to) + 1, count.value * 12, 'words');
  return numeral(at, count.to, count.value, 'words', count.scale);
}

/** "two million and a half" is two and a half million; "a hundred and a half" is a half more. */
const wholeScale = ({ value, scale }: { value: number; scale: number }) =>
  scale > 1000 && value % scale === 0 ? scale : 1;

/** The denominator after a count: "two thirds", "three-quarters", "three twenty-firsts". */
function partAfter(tokens: readonly Token[], count: Cardinal): Plain | null {
  const i = skip(tokens, count.to);
  const word = wordAt(tokens, i);
  const part = partOf(word);
  const ofTail = (divisor: number): number => {
    if (count.tail === null || count.tail >= divisor || count.value === count.tail) return count.value / divisor;
    const whole = count.value - count.tail;
    return whole + (count.tail / divisor) * wholeScale({ value: whole, scale: count.scale });
  };
  if (part !== undefined && tokens[i]?.gap !== 'line') {
    const single = count.value === 1 || count.tail === 1;
    // "one third", "two thirds"; "five second" and "two third parties" are something else.
    const agrees = part === 2 ? count.value >= 1 : word.endsWith('s') !== single;
    return agrees ? { value: ofTail(part), to: i + 1 } : null;
  }
  const ten = own(TENS, word);
  const next = skip(tokens, i + 1);
  const unit = /^firsts?$/.test(wordAt(tokens, next)) ? 1 : partOf(wordAt(tokens, next));
  if (ten === undefined || unit === undefined || unit > 9 || unit === 2) return null;
  return { value: count.value / (ten + unit), to: next + 1 };
}

function fromDigits(tokens: readonly Token[], at: number): Numeral | null {
  const fraction = slashed(tokens, at);
  if (fraction !== null) {
    const scale = fractionOfScale(tokens, fraction.to);
    if (scale !== null) return numeral(at, scale.to, fraction.value * scale.scale, 'words', scale.scale);
    return numeral(at, fraction.to, fraction.value, 'fraction');
  }
  const base = digits(tokens, at);
  if (base === null) return null;
  const powered = exponent(tokens, base);
  if (powered !== null) return Number.isFinite(powered.value) ? numeral(at, powered.to, powered.value, 'digits') : null;
  const glyph = own(GLYPHS, tokens[at]?.text ?? '') !== undefined;
  const more = glyph ? null : tail(tokens, base.to);
  const whole = more === null ? base : { value: base.value + more.value, to: more.to };
  const scale = scaleAfter(tokens, whole.to, more === null);
  if (scale === null) {
    const dozen = DOZENS.has(wordAt(tokens, skip(tokens, whole.to)));
    if (dozen) return numeral(at, skip(tokens, whole.to) + 1, whole.value * 12, 'words');
    return numeral(at, whole.to, whole.value, glyph ? 'fraction' : 'digits');
  }
  if (!scale.letter && scale.scale >= 100 && own(SCALES, tokens[scale.to - 1]?.lower ?? '') !== undefined) {
    const mixed = cardinal(tokens, at, false);
    if (mixed !== null && mixed.to > scale.to && more === null)
      return numeral(at, mixed.to, mixed.value, 'words', mixed.scale);
    const half = tail(tokens, scale.to);
    if (half !== null && wordAt(tokens, scale.to) === 'and')
      return numeral(at, half.to, (whole.value + half.value) * scale.scale, 'words', scale.scale);
    // "1.2 lakh crore", "5 thousand million".
    const upon = scaleAfter(tokens, scale.to, false);
    if (upon !== null && upon.scale >= scale.scale && scale.scale >= 1000)
      return numeral(at, upon.to, whole.value * scale.scale * upon.scale, 'digits', upon.scale);
  }
  return numeral(at, scale.to, whole.value * scale.scale, 'digits', scale.scale, scale.letter);
}

const VAGUE: Readonly<Record<string, number>> = {
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
function vague(tokens: readonly Token[], at: number): Numeral | null {
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
function fold(tokens: readonly Token[], at: number): Numeral | null {
  const word = wordAt(tokens, at);
  if (!word.endsWith('fold') || word.length < 7) return null;
  const stem = word.slice(0, -4);
  const value = own(UNITS, stem) ?? own(TENS, stem) ?? own(SCALES, stem);
  return value === undefined || value < 2 ? null : numeral(at, at + 1, value, 'fold');
}

const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNITS),
  ...Object.keys(TENS),
  ...Object.keys(SCALES),
  ...Object.keys(VAGUE),
  ...ZEROS,
  ...['a', 'an', 'half', 'quarter', 'several', 'few', 'many'],
]);

/** Could a number begin with this token? Most tokens are ruled out here, at the cost of one look-up. */
export const mayBeNumber = ({ kind, text, lower }: Token): boolean =>
  kind === 'literal' ||
  (kind === 'word' ? FIRST_WORDS.has(lower) || lower.endsWith('fold') : text === '.' || Object.hasOwn(GLYPHS, text));

/** The number that begins at a token; null where none does. */
export function numeralAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'address') return null;
  const found =
    token.kind === 'word' ? (vague(tokens, at) ?? fold(tokens, at) ?? fromWords(tokens, at)) : fromDigits(tokens, at);
  return found !== null && Number.isFinite(found.value) ? found : null;
}
