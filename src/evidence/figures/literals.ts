import type { Token } from './tokens.ts';

/** A value, and the token behind it. */
export type Plain = { readonly value: number; readonly to: number };

export const GLYPHS: Readonly<Record<string, number>> = {
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5, '⅙': 1 / 6,
  '⅚': 5 / 6, '⅐': 1 / 7, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8, '⅑': 1 / 9, '⅒': 1 / 10,
}; // biome-ignore format: a table
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An entry of a table that is asked by words of strangers ("constructor"). */
export const own = (table: Readonly<Record<string, number>>, word: string): number | undefined =>
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
export function literal(text: string): number | null {
  // More digits than a double can tell apart by magnitude are no quantity of news.
  if (text.length > 330) return null;
  if (DECIMAL.test(text)) return Number(text);
  if (GROUPED.test(text) || INDIAN.test(text)) return Number(text.replaceAll(',', ''));
  if (CONTINENTAL.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (COMMA.test(text)) return Number(text.replace(',', '.'));
  return null;
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

/** Digits with their separators, a fraction of one sign, or a decimal without its zero: "1,234.5", "½", ".5". */
export function digits(tokens: readonly Token[], at: number): Plain | null {
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
export function exponent(tokens: readonly Token[], base: Plain): Plain | null {
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
    const isBelow = tokens[i]?.text === '⁻';
    if (isBelow) i++;
    let raised = '';
    while (raised.length < 3 && tokens[i]?.gap === 'none' && SUPERSCRIPTS.includes(tokens[i]?.text ?? ' '))
      raised += SUPERSCRIPTS.indexOf(tokens[i++]?.text ?? '');
    if (raised !== '') return { value: Number(`${base.value}e${isBelow ? '-' : ''}${raised}`), to: i };
  }
  if (a?.text === '^' && a.gap === 'none' && b?.kind === 'literal' && b.gap === 'none' && /^\d{1,2}$/.test(b.text)) {
    return { value: base.value ** Number(b.text), to: base.to + 2 };
  }
  return null;
}

/** "1/4" after a literal, and "10 1/2" after a whole number. */
export function slashed(tokens: readonly Token[], at: number): Plain | null {
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
