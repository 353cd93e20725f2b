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

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ZEROS: ReadonlySet<string> = new Set(['zero', 'nought', 'naught']);
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
/** Short forms; the single letters count only where they touch their digits. */
const SHORT: Readonly<Record<string, number>> = {
  mn: 1e6,
  mln: 1e6,
  mil: 1e6,
  mill: 1e6,
  mio: 1e6,
  MM: 1e6,
  bn: 1e9,
  Bn: 1e9,
  BN: 1e9,
  bln: 1e9,
  bil: 1e9,
  tn: 1e12,
  tln: 1e12,
  trn: 1e12,
  tr: 1e12,
  cr: 1e7,
  Cr: 1e7,
};
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, b: 1e9, B: 1e9, T: 1e12, G: 1e9 };

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

const GLYPHS: Readonly<Record<string, number>> = {
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5, '⅙': 1 / 6,
  '⅚': 5 / 6, '⅐': 1 / 7, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8, '⅑': 1 / 9, '⅒': 1 / 10,
}; // biome-ignore format: a table
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const own = (table: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** To fifteen digits, all that a double holds of a decimal for sure. */
export const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** Multiplied in decimal, so that 1.1 million is 1100000 and not a hair beside it. */
export function scaled(value: number, scale: number): number {
  const product = value * scale;
  return scale === 1 || (Number.isInteger(value) && Number.isInteger(scale)) ? product : rounded(product);
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const CONTINENTAL = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
const COMMA = /^\d+,\d{1,2}$/;

/** The value of digits with separators; null for what is no one number (versions, addresses, lists). */
function literal(text: string): number | null {
  // More digits than a double can tell apart by magnitude are no quantity of news.
  if (text.length > 330) return null;
  if (DECIMAL.test(text)) return Number(text);
  if (GROUPED.test(text) || INDIAN.test(text)) return Number(text.replaceAll(',', ''));
  if (CONTINENTAL.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (COMMA.test(text)) return Number(text.replace(',', '.'));
  return null;
}

/** Words up to ninety-nine: "twelve", "forty-two", "fifty two". */
function small(tokens: readonly Token[], at: number): { value: number; to: number } | null {
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

const DOZENS: ReadonlySet<string> = new Set(['dozen', 'dozens', 'dz', 'dzs', 'doz', 'dozs']);

const skip = (tokens: readonly Token[], at: number) => (/^[-‑]$/.test(tokens[at]?.text ?? '') ? at + 1 : at);
const wordAt = (tokens: readonly Token[], at: number) => (tokens[at]?.kind === 'word' ? (tokens[at]?.lower ?? '') : '');

type Cardinal = {
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

/**
 * A number in words: "two hundred and two thousand", "three million two hundred". Mixed ones ("4 thousand 3 hundred")
 * come through the same door. `one` lets a scale alone stand for one of it ("a million").
 */
function cardinal(tokens: readonly Token[], at: number, one: boolean): Cardinal | null {
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
    if (more === null || more.value === 0) break;
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

/** Tokenised text sets its commas and points apart: "10 , 000", "46 . 8"; some write "10 000". */
function spacedLiteral(tokens: readonly Token[], at: number): { text: string; to: number } {
  let text = tokens[at]?.text ?? '';
  let to = at + 1;
  for (let n = 0; n < 6; n++) {
    const [sign, next] = [tokens[to], tokens[to + 1]];
    const detached = sign?.gap === 'space' && next?.gap === 'space' && next.kind === 'literal';
    if (
      sign?.text === ',' &&
      next?.kind === 'literal' &&
      /^\d{1,3}$/.test(text.split(',').at(-1) ?? '') &&
      /^\d{3}$/.test(next.text) &&
      (detached || (sign.gap === 'none' && next.gap === 'space' && next.text.startsWith('0')))
    ) {
      text += `,${next.text}`;
      to += 2;
    } else if (sign?.text === '.' && detached && /^\d+$/.test(next.text) && !text.includes('.')) {
      text += `.${next.text}`;
      to += 2;
    } else break;
  }
  return { text, to };
}

/** "1 234 567", "10 000": groups of three set apart by spaces, the narrow ones of typesetting among them. */
function spacedGroups(tokens: readonly Token[], at: number): { text: string; to: number } | null {
  const first = tokens[at];
  if (first === undefined || !/^\d{1,3}$/.test(first.text) || /^0/.test(first.text)) return null;
  let [text, to] = [first.text, at + 1];
  for (let n = 0; n < 5; n++) {
    const next = tokens[to];
    if (next?.kind !== 'literal' || next.gap !== 'space' || next.start !== (tokens[to - 1]?.end ?? 0) + 1) break;
    if (!/^\d{3}(?:\.\d+)?$/.test(next.text)) return null;
    text += next.text;
    to++;
  }
  const groups = to - at;
  if (groups < 2 || (groups === 2 && !/^\d{1,3}0\d\d/.test(text))) return null;
  return { text, to };
}

type Plain = { value: number; to: number };

function digits(tokens: readonly Token[], at: number): Plain | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'sign') {
    const glyph = own(GLYPHS, token.text);
    if (glyph !== undefined) return { value: glyph, to: at + 1 };
    const next = tokens[at + 1];
    const open = token.text === '.' && next?.kind === 'literal' && next.gap === 'none' && /^\d+$/.test(next.text);
    return open && (token.gap !== 'none' || at === 0) ? { value: Number(`0.${next.text}`), to: at + 2 } : null;
  }
  if (token.kind !== 'literal') return null;
  const { text, to } = spacedGroups(tokens, at) ?? spacedLiteral(tokens, at);
  const value = literal(text);
  return value === null || !Number.isFinite(value) ? null : { value, to };
}

/** `6.2e23`, `1.3x10^6`, `2.48×10−5`, `2^10` after a literal. */
function exponent(tokens: readonly Token[], base: Plain): Plain | null {
  const [a, b, c] = [tokens[base.to], tokens[base.to + 1], tokens[base.to + 2]];
  const minus = (text: string | undefined) => text === '-' || text === '−' || text === '–';
  if (a?.kind === 'word' && /^e$/i.test(a.text) && a.gap === 'none') {
    const signed = minus(b?.text) || b?.text === '+';
    const power = signed ? c : b;
    if (power?.kind !== 'literal' || power.gap !== 'none' || !/^\d{1,3}$/.test(power.text) || b?.gap !== 'none')
      return null;
    const value = Number(`${base.value}e${minus(b?.text) ? '-' : ''}${power.text}`);
    return { value, to: base.to + (signed ? 3 : 2) };
  }
  if (a !== undefined && /^[x×*·]$/i.test(a.text) && b?.text === '10') {
    let i = base.to + 2;
    if (tokens[i]?.text === '^') i++;
    const negative = minus(tokens[i]?.text) && tokens[i]?.gap === 'none';
    if (negative || (tokens[i]?.text === '+' && tokens[i]?.gap === 'none')) i++;
    const power = tokens[i];
    if (power?.kind === 'literal' && power.gap === 'none' && /^\d{1,3}$/.test(power.text)) {
      return { value: Number(`${base.value}e${negative ? '-' : ''}${power.text}`), to: i + 1 };
    }
    let superscript = '';
    while (superscript.length < 3 && tokens[i]?.gap === 'none' && SUPERSCRIPTS.includes(tokens[i]?.text ?? ' '))
      superscript += SUPERSCRIPTS.indexOf(tokens[i++]?.text ?? '');
    if (superscript !== '') return { value: Number(`${base.value}e${superscript}`), to: i };
    const raised = tokens[i];
    if (raised?.text === '⁻') {
      let digitsOf = '';
      let j = i + 1;
      while (digitsOf.length < 3 && SUPERSCRIPTS.includes(tokens[j]?.text ?? ' '))
        digitsOf += SUPERSCRIPTS.indexOf(tokens[j++]?.text ?? '');
      if (digitsOf !== '') return { value: Number(`${base.value}e-${digitsOf}`), to: j };
    }
  }
  if (a?.text === '^' && a.gap === 'none' && b?.kind === 'literal' && b.gap === 'none' && /^\d{1,2}$/.test(b.text)) {
    return { value: base.value ** Number(b.text), to: base.to + 2 };
  }
  return null;
}

/** "1/4" after a literal, and "10 1/2" after a whole number. */
function slashed(tokens: readonly Token[], at: number): Plain | null {
  const [a, slash, b, after] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (a?.kind !== 'literal' || !/^[/⁄]$/.test(slash?.text ?? '') || b?.kind !== 'literal') return null;
  if (slash?.gap === 'line' || slash?.gap !== b.gap || !/^\d{1,3}$/.test(a.text) || !/^\d{1,4}$/.test(b.text))
    return null;
  const [top, bottom] = [Number(a.text), Number(b.text)];
  // 24/7, 9/11, 50/50 and dates are no fractions; those that people write have such a denominator.
  const usual = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 1000].includes(bottom);
  if (
    !usual ||
    top === 0 ||
    top >= bottom ||
    after?.text === '/' ||
    (after?.text === '-' && tokens[at + 4]?.kind === 'literal')
  )
    return null;
  return { value: top / bottom, to: at + 3 };
}

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
  if (spelt !== undefined) return { scale: spelt, to: hyphen + 1, letter: false };
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

/** "dozens of", "hundreds of thousands of": at least one of them. */
function vague(tokens: readonly Token[], at: number): Numeral | null {
  const first = own(VAGUE, wordAt(tokens, at));
  if (first === undefined) return null;
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
  ...['a', 'an', 'half', 'quarter'],
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
