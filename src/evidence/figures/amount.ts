import type { Hedge } from '../../model.ts';
import type { Numeral } from './numeral.ts';
import { rateAt, TIME } from './rates.ts';
import type { Token } from './tokens.ts';

/** A number with its unit, in tokens `from <= i < to`. */
export type Amount = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly numeral: Numeral;
  /** Normalised unit; null where a number counts nothing named. */
  readonly unit: string | null;
  /** Where the unit is written, in tokens; null without one. */
  readonly unitAt: readonly [from: number, to: number] | null;
  readonly kind: 'money' | 'unit' | 'count' | 'bare';
  /** A hedge inside it, between the number and its unit: "100-plus megawatts". */
  readonly hedge: Hedge | null;
};

/** Do letters or digits go on right behind, so that what was read is a piece of something else? */
export function isJoined(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.gap === 'none' && (token.kind === 'word' || token.kind === 'literal');
}

/** An amount with what it is per, which may stand behind what is measured: "34,500 tonnes of copper a year". */
export function rated(tokens: readonly Token[], amount: Amount): Amount {
  const per = (rate: { name: string; to: number }): Amount => ({
    ...amount,
    to: rate.to,
    unit: `${amount.unit ?? ''} per ${rate.name}`.trimStart(),
  });
  // "the cheaper of the two for each job" counts nothing for each.
  const countsNothing = amount.unit === null && tokens[amount.to]?.lower === 'for';
  const rate = countsNothing ? null : rateAt(tokens, amount.to);
  if (rate !== null) {
    const more = rateAt(tokens, rate.to);
    return more === null || !TIME.test(more.name)
      ? per(rate)
      : per({ to: more.to, name: `${rate.name} per ${more.name}` });
  }
  if (tokens[amount.to]?.lower !== 'of' || amount.kind === 'bare') return amount;
  for (let i = amount.to + 2; i < amount.to + 5; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.gap === 'line') break;
    const late = /^(?:an?|per)$/.test(token.lower) ? rateAt(tokens, i) : null;
    if (late !== null && TIME.test(late.name)) return per(late);
    if (/^(?:and|or|in|for|to|at|from|by|that|which)$/.test(token.lower)) break;
  }
  return amount;
}
