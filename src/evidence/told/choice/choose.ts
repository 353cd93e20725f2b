import { join } from 'node:path';
import type { FigureReading, Standing } from '../../../model.ts';
import { once } from '../../../once.ts';
import { readWeights } from '../../choice/weights.ts';
import { type Candidates, type Field, ruled } from './candidates.ts';
import { STANDINGS } from './standings.ts';

/**
 * How much more likely than what rules have another must be, in log odds, and how much where rules have nothing: a wrong word about a figure is
 * worse than none. What is rare and told by a word of its own ("not", "if") rules see well.
 */
const MARGIN = { concept: { other: 2, none: 6.5 }, subject: { other: 1.5, none: 2.5 } };
/** A time is given to what rules see none for; one that stands with the figure is not taken away. */
const WHEN = 2;
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

function marginOf(field: Field, figure: FigureReading, other: string | null): number {
  if (field === 'when') return figure.when === null ? WHEN : Number.POSITIVE_INFINITY;
  if (field !== 'standing') {
    // What rules have found is not taken away for nothing.
    if (other === null) return Number.POSITIVE_INFINITY;
    return figure[field] === null ? MARGIN[field].none : MARGIN[field].other;
  }
  const isSo = figure.standing === 'forecast' && other === 'stated';
  return isSo ? AS_SO : STANDING[figure.standing];
}

const learned = once(() => readWeights(join(import.meta.dirname, 'weights.bin')));

/** The marked articles that it was learned from, by their hash. */
export const learnedFrom = (): string => learned().marks;

/** The candidate of the highest worth, where it is worth enough more than what rules have. */
function best(field: Field, figure: FigureReading, candidates: Candidates): string | null {
  const byRule = figure[field];
  const { weights } = learned();
  let [found, most, own]: [string | null, number, number] = [byRule, Number.NEGATIVE_INFINITY, 0];
  for (const { value, names } of candidates[field]) {
    const worth = weights.of(names);
    if (value === byRule) own = worth;
    if (worth > most) [found, most] = [value, worth];
  }
  return most - own >= marginOf(field, figure, found) ? found : byRule;
}

const isStanding = (value: string | null): value is Standing => STANDINGS.some((one) => one === value);

/** Does a caption tell of this, or of what it was made for? */
const tells = (caption: string | null, byRule: string | null, now: string | null): boolean =>
  byRule === null || byRule === now || (now !== null && caption?.includes(now.split(' ')[0] ?? now) === true);

/**
 * Chooses what is told of a figure among all that it may be, what rules made of it among them. A caption that was made for another owner or
 * another thing is let go.
 */
export function chosen(figure: FigureReading, candidates: Candidates): FigureReading {
  const all = ruled(candidates, figure);
  const [concept, subject] = [best('concept', figure, all), best('subject', figure, all)];
  const standing = best('standing', figure, all);
  const when = best('when', figure, all);
  const { caption } = figure;
  return {
    ...figure,
    concept,
    subject,
    when,
    standing: isStanding(standing) ? standing : figure.standing,
    caption: tells(caption, figure.concept, concept) && tells(caption, figure.subject, subject) ? caption : null,
  };
}
