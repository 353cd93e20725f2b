import { type Amount, isJoined, rated } from './amount.ts';
import { ZEROS } from './cardinals.ts';
import { countedAt } from './counted.ts';
import { hedgeAfter } from './hedges.ts';
import { isAddress, isLabel, isListNumber } from './labels.ts';
import { isDash } from './measures.ts';
import type { Numeral } from './numeral.ts';
import { numeralAt } from './numerals.ts';
import { rateAt } from './rates.ts';
import type { Token } from './tokens.ts';

const POINTING: ReadonlySet<string> = new Set('no any every each the this that which another some not'.split(' '));
/** Nouns with which "one" is no number. */
const ONE_OF_A_KIND =
  /^(?:another|day|time|thing|way|hand|person|side|point|reason|more|else|exception|example|area|option)$/;
/** What stands behind "times" where it is a multiple. */
const MULTIPLE =
  /^(?:the|as|more|less|higher|lower|larger|bigger|greater|smaller|faster|slower|cheaper|better|fewer|its|their|his|her|what|that|earnings|sales|revenue|annual|forward|oversubscribed)$/;

/** A number that counts a noun, or nothing that is named; null where it is a label, a list's number, a pronoun. */
export function countAmount(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const { from, to, value } = numeral;
  const first = tokens[from];
  const digits = numeral.form === 'digits';
  if (first === undefined || (digits && isJoined(tokens, to)) || isAddress(tokens, to)) return null;
  const plus = hedgeAfter(tokens, to);
  const inner = plus !== null && /^(?:-|‑|\+|plus)$/.test(tokens[to]?.lower ?? '') ? plus : null;
  const behind = inner?.to ?? to;
  const hyphened =
    inner === null && isDash(tokens[to]) && tokens[to + 1]?.kind === 'word' && tokens[to + 1]?.gap === tokens[to]?.gap;
  // "zero-carbon power" has none to count.
  if (hyphened && ZEROS.has(first.lower)) return null;
  // "10-K filings", "401(k) plans"
  const lettered = hyphened
    ? tokens[to + 1]
    : tokens[to]?.text === '(' && tokens[to]?.gap === 'none'
      ? tokens[to + 1]
      : undefined;
  if (digits && lettered?.kind === 'word' && lettered.text.length === 1) return null;
  const at = hyphened ? to + 1 : behind;
  const start = ofAt(tokens, at, numeral);
  if (start === null) return null;
  const counted = tokens[start]?.gap === 'line' ? null : countedAt(tokens, start, value, hyphened);
  if (isPronoun(tokens, numeral, counted, start !== at)) return null;
  if ((numeral.scale === 1 || numeral.letter) && inner === null && !first.text.includes(',')) {
    if (isLabel(tokens, from, to, counted !== null, digits) || isListNumber(tokens, from, to)) return null;
  }
  // Codes and serial numbers: a leading zero, or more digits than anybody counts without a comma.
  if (digits && to === from + 1 && /^0\d|^\d{16}/.test(first.text)) return null;
  // "0131 555 0142"
  if (digits && tokens[from - 1]?.kind === 'literal' && /^0\d+$/.test(tokens[from - 1]?.text ?? '')) return null;
  // "a six-figure sum"
  if (hyphened && /^figures?$/.test(tokens[to + 1]?.lower ?? '')) return null;
  const bare: Amount = {
    from,
    to: behind,
    value,
    numeral,
    unit: null,
    unitAt: null,
    kind: 'bare',
    hedge: inner?.hedge ?? null,
  };
  if (counted === null) return rated(tokens, named(tokens, bare));
  if (counted.head === 'time') return timesAmount(tokens, { ...bare, to: counted.to }, [counted.from, counted.to]);
  // "250m two years later"
  if (numeral.letter && numeralAt(tokens, counted.from) !== null) return bare;
  // "five of the three-ton satellites": what is counted goes on behind another figure, which keeps its own words.
  for (let i = counted.from; i < counted.to; i++) {
    if (numeralAt(tokens, i) !== null) return { ...bare, unit: counted.head, kind: 'count' };
  }
  return rated(tokens, {
    ...bare,
    to: counted.to,
    unit: counted.head,
    unitAt: [counted.from, counted.to],
    kind: 'count',
  });
}

/** Quantities whose unit stands before the number: "a PUE of 1.2", "Mach 5". */
function named(tokens: readonly Token[], amount: Amount): Amount {
  const link = /^(?:of|is|was|at|below|under|to|about)$/;
  let i = amount.from - 1;
  while (i > amount.from - 4 && link.test(tokens[i]?.lower ?? '')) i--;
  return tokens[i]?.lower === 'pue' ? { ...amount, unit: 'PUE', unitAt: [i, i + 1], kind: 'unit' } : amount;
}

/** Past the "of" of "dozens of homes" and "five of the satellites"; null where a vague number has none. */
function ofAt(tokens: readonly Token[], at: number, numeral: Numeral): number | null {
  const of = tokens[at]?.lower === 'of';
  // "hundreds of thousands" needs no noun, as "hundreds" does.
  if (numeral.form === 'vague') return of ? at + 1 : numeral.to > numeral.from + 1 ? at : null;
  return of && /^(?:the|its|their|his|her|our|these|those)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at;
}

/** "one" is a pronoun more often than a number. */
function isPronoun(
  tokens: readonly Token[],
  numeral: Numeral,
  counted: { from: number; to: number } | null,
  of: boolean,
): boolean {
  if (tokens[numeral.from]?.lower !== 'one' || numeral.to !== numeral.from + 1) return false;
  const before = tokens[numeral.from - 1]?.lower ?? '';
  if (/^(?:minus|negative)$/.test(before)) return false;
  if (counted === null || of || POINTING.has(before)) return true;
  return counted.to === counted.from + 1 && ONE_OF_A_KIND.test(tokens[counted.from]?.lower ?? '');
}

/** "three times as much" is a multiple; "seven times since Monday" counts nothing named; "four times a week" is a rate. */
function timesAmount(tokens: readonly Token[], amount: Amount, unitAt: readonly [number, number]): Amount {
  const from = tokens[amount.from - 1]?.lower ?? '';
  const multiple =
    !Number.isInteger(amount.value) ||
    /^(?:to|at|from|equal)$/.test(from) ||
    MULTIPLE.test(tokens[amount.to]?.lower ?? '');
  if (multiple) return { ...amount, unit: 'times', unitAt, kind: 'unit' };
  const rate = rateAt(tokens, amount.to);
  return rate === null ? amount : { ...amount, to: rate.to, unit: `time per ${rate.name}`, unitAt, kind: 'count' };
}
