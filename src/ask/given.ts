import { convert, measure, UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import type { Figure } from '../model.ts';
import { termsOf } from './terms.ts';

/** An amount that a question gives itself, which tells what it is about: "the 2.4 GW contract", "its first 600 MW". */
export type Given = {
  readonly value: number;
  /** The normalised unit; `money` for any currency, null for a count. */
  readonly unit: string | null;
  /** Its words, as terms. */
  readonly terms: readonly string[];
};

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};
const AMOUNT =
  /(?<![\p{L}\d.,-])(\p{Sc})?(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)[ -]?(?:(k|thousand|m|mn|mln|million|b|bn|billion|tn|trillion)\b)?[ -]?(%|\p{L}{1,20})?/giu;
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;
/** Of a bare number it cannot be told what it is. */
const FEWEST = 20;

/** The amounts that a question gives. */
export function amountsIn(question: string): Given[] {
  return [...question.matchAll(AMOUNT)].flatMap(([text, sign, digits = '', scale, word]): Given[] => {
    const value = Number(digits.replaceAll(',', '')) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
    const named = word === undefined ? undefined : (UNIT_SYMBOLS.get(word) ?? UNIT_NAMES.get(word.toLowerCase()));
    const unit = sign !== undefined ? 'money' : word === '%' ? 'percentage' : (named ?? null);
    if (unit !== null && measure(unit).kind === 'time') return [];
    if (unit === null && scale === undefined && (isYear(value) || value < FEWEST)) return [];
    return [{ value, unit, terms: termsOf(named === undefined ? `${digits} ${scale ?? ''}` : text) }];
  });
}

/** Is a figure the amount that was given? */
export function isGiven(given: Given, { value, unit }: Figure): boolean {
  const values = [value].flat();
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));
  if (given.unit === null) return values.some((each) => near(each, given.value));
  if (given.unit === 'money')
    return measure(unit).kind.startsWith('money') && values.some((each) => near(each, given.value));
  return values.some((each) => {
    const same = convert(each, unit, given.unit);
    return same !== null && near(same, given.value);
  });
}
