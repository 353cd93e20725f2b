import { join } from 'node:path';
import type { FigureReading, Standing } from '../../../model.ts';
import { once } from '../../../once.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { readWeights, type Weights } from '../../choice/weights.ts';
import type { Field } from './candidates.ts';

/**
 * How much more likely than what rules have another must be, in log odds, and how much where rules have nothing or it takes away what they have:
 * a wrong word about a figure is worse than none.
 */
const MARGIN = {
  concept: { other: 1, none: 6.5, away: Number.POSITIVE_INFINITY },
  subject: { other: 0.5, none: 1.5, away: 1 },
};
/** Who says so owns what is told for more. */
const CLAIMANT = 3;
/** What is rare and told by a word of its own ("not", "if") rules see well. */
const STANDING: Readonly<Record<Standing, number>> = {
  stated: 2,
  forecast: 1,
  plan: 1,
  conditional: 4,
  denied: 5,
  withdrawn: 8,
  question: 8,
};
/** What was foreseen is not told as so for less. */
const AS_SO = 5;
/** A time is given to what rules see none for; one that stands with the figure is not taken away. */
const WHEN = 1.35;
/** How much more likely the unit of another figure must be than none of its own. */
const UNIT = 0.5;
/** How much more likely than none a caption must be. */
const CAPTION = 0.5;
/** Captions that are so near to the likeliest are as good. */
const NEAR = 1;
/** More than a caption has characters. */
const LONG = 1000;

/** What rules make of a figure. */
export type Rule = Pick<FigureReading, Exclude<Field, 'caption'> | 'attributedTo'>;

const learned = once(() => readWeights(join(import.meta.dirname, 'weights.bin')));

/** The marked articles and the judged captions that it was learned from, by their hash. */
export const learnedFrom = (): string => learned().marks;

/** Chooses what a field of a figure is among all that it may be. */
export type Choose = (
  field: Field,
  candidates: readonly Candidate[],
  figure: { readonly start: number; readonly end: number },
  rule: Rule,
) => string | null;

/** The margin by which something must be likelier than what stands without it. */
function marginOf(field: Field, rule: Rule, value: string | null): number {
  switch (field) {
    case 'caption':
      return CAPTION;
    case 'unit':
      return UNIT;
    case 'when':
      return rule.when === null ? WHEN : Number.POSITIVE_INFINITY;
    case 'standing':
      return rule.standing === 'forecast' && value === 'stated' ? AS_SO : STANDING[rule.standing];
    default:
      if (value === null) return MARGIN[field].away;
      if (field === 'subject' && value === rule.attributedTo) return CLAIMANT;
      return rule[field] === null ? MARGIN[field].none : MARGIN[field].other;
  }
}

/** Of candidates the likeliest by weights, with what it is worth. */
export function likeliest(
  weights: Weights,
  candidates: readonly Candidate[],
): { readonly value: string | null; readonly worth: number } {
  let [value, most]: [string | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const one of candidates) {
    const worth = weights.of(one.names);
    if (worth > most) [value, most] = [one.value, worth];
  }
  return { value, worth: most };
}

/** Of captions that are nearly as likely as one that is worth so much, the one that says most in one phrase: "Halden’s revenue" rather than "Halden: revenue". */
function fullest(weights: Weights, candidates: readonly Candidate[], most: number): string | null {
  const near = candidates.flatMap(({ value, names }) =>
    value !== null && weights.of(names) >= most - NEAR ? [value] : [],
  );
  const rank = (text: string): number => text.length - (text.includes(': ') ? LONG : 0);
  return near.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Chooses by what was learned the likeliest, where it is likelier by enough than what rules have; of captions, than none. */
export const chosen: Choose = (field, candidates, _, rule) => {
  const { weights } = learned();
  const byRule = field === 'caption' ? null : rule[field];
  const { value, worth } = likeliest(weights, candidates);
  const own = candidates.find((one) => one.value === byRule);
  const margin = worth - (own === undefined ? 0 : weights.of(own.names));
  if (margin < marginOf(field, rule, value)) return byRule;
  return field === 'caption' ? fullest(weights, candidates, worth) : value;
};
