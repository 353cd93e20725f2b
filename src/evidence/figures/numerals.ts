import { TENS, UNITS } from '../../language/numbers.ts';
import { type Cardinal, cardinal, DOZENS, partOf, SCALES, skip, small, wordAt, ZEROS } from './cardinals.ts';
import { digits, exponent, GLYPHS, own, type Plain, slashed } from './literals.ts';
import { type Numeral, numeral } from './numeral.ts';
import { fractionOfScale, scaleAfter } from './scales.ts';
import type { Token } from './tokens.ts';
import { fold, VAGUE, vague } from './vague.ts';

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
    // "profit for the half": six months, and no part of anything.
    const isPeriod = wordAt(tokens, at - 1) === 'the' && (tokens[lead + 1]?.kind ?? 'sign') === 'sign';
    if (isPeriod) return null;
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
