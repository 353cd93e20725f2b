import { rounded } from './literals.ts';

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

export const numeral = (
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
