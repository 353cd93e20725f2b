import { unitOf } from './units.ts';

const SCALES: readonly (readonly [factor: number, word: string])[] = [
  [1e3, 'thousand'],
  [1e6, 'million'],
  [1e9, 'billion'],
  [1e12, 'trillion'],
];
const NUMBER = /\d[\d.,]*/;
/** A number as a cell has it: digits, with money before them, brackets, a sign for parts. A word stands in a sentence. */
const IN_CELL = /^[^\d\p{L}]{0,4}(?:\p{Lu}{0,3}\p{Sc})?[^\d\p{L}]{0,4}\d[\d.,]{0,30}[^\d\p{L}]{0,4}$/u;
const BRACKETED = /\(\s?\d[\d.,]*\s?(?:%\s?)?\)/;

const signOf = (code: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? code;

/** What digits were multiplied by, points and commas read either way; null for what no scale gives. */
function scaleOf(digits: string, value: number): string | null {
  const readings = [digits.replaceAll(',', ''), digits.replaceAll('.', '').replace(',', '.')].map(Number);
  if (readings.some((read) => read === value)) return null;
  const found = SCALES.find(([factor]) => readings.some((read) => Math.abs(read * factor - value) <= value * 1e-9));
  return found?.[1] ?? null;
}

/** A unit that stands in a head, behind its number. */
function measured(unit: string | null): string {
  if (unit === 'percentage') return '%';
  return unit === null || unitOf(unit) === undefined || /[sxz]$/.test(unit) ? '' : ` ${unit}s`;
}

/**
 * A figure as its article writes it, and where that is a table whose heads say the rest once, with its unit, money and scale: "(212)" below "$ in millions" is
 * "−$212 million". `unit` is a figure's: an ISO 4217 code, alone or per something, where it is of money.
 */
export function inFull(text: string, value: number | readonly [number, number], unit: string | null): string {
  if (typeof value !== 'number' || !IN_CELL.test(text)) return text;
  const digits = NUMBER.exec(text)?.[0].replace(/[.,]$/, '') ?? '';
  const scale = scaleOf(digits, Math.abs(value));
  const isBracketed = BRACKETED.test(text);
  if (scale === null && !isBracketed) return /[\p{Sc}%]/u.test(text) ? text : `${text}${measured(unit)}`;
  const [money] = /^[A-Z]{3}(?= |$)/.exec(unit ?? '') ?? [];
  const own = /(?:\p{Lu}{0,3}\p{Sc})/u.exec(text)?.[0];
  const sign = own ?? (money === undefined ? '' : signOf(money));
  const gap = /\p{L}$/u.test(sign) ? ' ' : '';
  const part = text.includes('%') ? '%' : '';
  return `${value < 0 ? '−' : ''}${sign}${gap}${digits}${part}${scale === null ? '' : ` ${scale}`}`;
}
