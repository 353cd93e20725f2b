import { TENS, UNITS } from '../../language/numbers.ts';
import { literal, own, scaled } from './literals.ts';
import type { Token } from './tokens.ts';
export const ZEROS: ReadonlySet<string> = new Set(['zero', 'nought', 'naught']);
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  crores: 1e7,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  quadrillion: 1e15,
  quintillion: 1e18,
};

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  hundredth: 100,
  thousandth: 1e3,
  millionth: 1e6,
  billionth: 1e9,
  trillionth: 1e12,
};
/** What a part of the whole is called, singular or plural: "third", "thirds". */
export function partOf(word: string): number | undefined {
  if (Object.hasOwn(PARTS, word)) return PARTS[word];
  const one = word.endsWith('s') ? word.slice(0, -1) : '';
  return Object.hasOwn(PARTS, one) ? PARTS[one] : undefined;
}

export const DOZENS: ReadonlySet<string> = new Set(['dozen', 'dozens', 'dz', 'dzs', 'doz', 'dozs']);

/** Past a hyphen. */
export const skip = (tokens: readonly Token[], at: number) => (/^[-‑]$/.test(tokens[at]?.text ?? '') ? at + 1 : at);
/** The word at a token in lower case; empty where it is none. */
export const wordAt = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === 'word' ? (tokens[at]?.lower ?? '') : '';

/** Words up to ninety-nine: "twelve", "forty-two", "fifty two". */
export function small(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const word = tokens[at];
  if (word?.kind !== 'word') return null;
  const unit = own(UNITS, word.lower) ?? (ZEROS.has(word.lower) ? 0 : undefined);
  if (unit !== undefined) return { value: unit, to: at + 1 };
  const ten = own(TENS, word.lower);
  if (ten === undefined) return null;
  const next = tokens[at + 1]?.text === '-' || tokens[at + 1]?.text === '‑' ? at + 2 : at + 1;
  const more = tokens[next]?.kind === 'word' ? own(UNITS, tokens[next]?.lower ?? '') : undefined;
  return more !== undefined && more > 0 && more < 10 && tokens[next]?.gap !== 'line'
    ? { value: ten + more, to: next + 1 }
    : { value: ten, to: at + 1 };
}

export type Cardinal = {
  readonly value: number;
  readonly to: number;
  readonly scale: number;
  /** What came last behind "and", below twenty: in "two million and three fifths" it belongs to the fraction. */
  readonly tail: number | null;
};
type Group = { readonly value: number; readonly to: number; readonly and: boolean };

const isAnd = (token: Token | undefined) =>
  token !== undefined && /^(?:and|&)$/.test(token.lower) && token.gap !== 'line';
const scaleAt = (tokens: readonly Token[], at: number): number | undefined =>
  tokens[at]?.gap === 'line' ? undefined : own(SCALES, wordAt(tokens, at));

/** Up to a scale: "two", "forty-two", "three hundred", "two hundred and six", and digits where a scale follows ("3 hundred"). */
function group(tokens: readonly Token[], at: number): Group | null {
  const first = small(tokens, at) ?? digitsBeforeScale(tokens, at);
  if (first === null) return null;
  const hundred = skip(tokens, first.to);
  if (scaleAt(tokens, hundred) !== 100) return { ...first, and: false };
  const value = scaled(first.value, 100);
  const and = isAnd(tokens[hundred + 1]);
  const next = skip(tokens, and ? hundred + 2 : hundred + 1);
  const rest = tokens[next]?.gap === 'line' ? null : small(tokens, next);
  // "three hundred and two hundred" are two numbers.
  const taken = rest !== null && rest.value > 0 && scaleAt(tokens, skip(tokens, rest.to)) !== 100;
  return taken ? { value: value + rest.value, to: rest.to, and } : { value, to: hundred + 1, and: false };
}

function digitsBeforeScale(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const token = tokens[at];
  const value = token?.kind === 'literal' ? literal(token.text) : null;
  return value !== null && scaleAt(tokens, skip(tokens, at + 1)) !== undefined ? { value, to: at + 1 } : null;
}

/** The scale behind a group, scales upon scales among them ("lakh crore", "thousand million"). */
function scalesAfter(tokens: readonly Token[], at: number): { scale: number; to: number } {
  let [scale, to] = [1, at];
  for (let n = 0; n < 3; n++) {
    const i = skip(tokens, to);
    const size = scaleAt(tokens, i);
    if (size === undefined || (scale > 1 && (scale < 1000 || size < scale))) break;
    scale *= size;
    to = i + 1;
  }
  return { scale, to };
}

/** "$6.5 billion five-year loan", "3 million two": what begins another number, as a modifier or in words behind digits. */
function isAnother(tokens: readonly Token[], first: number, at: number, { value, to }: Group): boolean {
  if (tokens[first]?.kind === 'literal' && tokens[at]?.kind === 'word') return true;
  const modifies =
    skip(tokens, to) > to && wordAt(tokens, to + 1) !== '' && own(UNITS, wordAt(tokens, to + 1)) === undefined;
  return modifies && value < 100 && scaleAt(tokens, to + 1) === undefined;
}

/**
 * A number in words: "two hundred and two thousand", "three million two hundred". Mixed ones ("4 thousand 3 hundred")
 * come through the same door. `one` lets a scale alone stand for one of it ("a million").
 */
export function cardinal(tokens: readonly Token[], at: number, one: boolean): Cardinal | null {
  const lone = one && scaleAt(tokens, at) !== undefined ? { value: 1, to: at, and: false } : null;
  const first = group(tokens, at) ?? lone;
  if (first === null) return null;
  const { scale, to: behind } = scalesAfter(tokens, first.to);
  let value = scaled(first.value, scale);
  let to = behind;
  let tail = first.and && scale === 1 ? first.value % 100 : null;
  // Groups go down, so there are as many as there are scales.
  for (let last = scale > 1 ? scale : first.value >= 100 ? 100 : 1; last > 1; ) {
    const and = isAnd(tokens[to]);
    const next = skip(tokens, and ? to + 1 : to);
    const more = tokens[next]?.gap === 'line' || (last === 100 && scale === 1) ? null : group(tokens, next);
    if (more === null || more.value === 0 || isAnother(tokens, at, next, more)) break;
    const under = scalesAfter(tokens, more.to);
    if (under.scale >= last || scaled(more.value, under.scale) >= last) break;
    value += scaled(more.value, under.scale);
    tail = (and || more.and) && under.scale === 1 ? more.value % 100 || null : null;
    to = under.to;
    last = under.scale;
  }
  const hundreds = scale === 1 && first.value >= 100 ? 100 : scale;
  return { value, to, scale: hundreds, tail };
}
