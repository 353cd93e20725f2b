import type { Candidate } from './candidates.ts';
import type { Terms } from './terms.ts';

/** What an article opens with, title included, and how much it counts as news of the day: 1 for today's, less for an old one. */
export type Opening = { readonly title: Terms; readonly lead: Terms; readonly weight: number };

/** How much each term matters today. */
export type TermWeights = (term: string) => number;

/** A term that one article alone opens with still counts for something. */
const ALONE = 0.4;

/**
 * A term weighs what many articles open with and not all of them: the number of openings that have it, by how rare that makes it
 * (the concept weights of Gillick & Favre 2009, with openings for documents). A title counts again.
 */
export function weighTerms(openings: readonly Opening[]): TermWeights {
  const shares = new Map<string, number>();
  let total = 0;
  for (const { title, lead, weight } of openings) {
    total += weight;
    for (const term of lead.keys()) shares.set(term, (shares.get(term) ?? 0) + weight);
    for (const term of title.keys()) shares.set(term, (shares.get(term) ?? 0) + weight / 2);
  }
  return (term) => {
    const share = shares.get(term) ?? 0;
    return Math.max(ALONE, share) * Math.log(1 + (total + 1) / (1 + share));
  };
}

/** How much less a sentence weighs further down in its article. */
const DEPTH = 0.5;
/** Somebody's words alone tell less of an event than what happened. */
const QUOTED = 0.6;
/** So does what was before it, or how shares moved. */
const ASIDE = 0.4;
/** What the publisher's headline tells is what the article is for. */
const TITLED = 0.5;
/** A long sentence may weigh more, but not by its length. */
const LENGTH = 0.3;

/**
 * What a candidate would add to what is chosen already: the weight of its terms, each told term counting for less, by its place
 * and its length. `told` counts in how many chosen sentences a term stands.
 */
export function gain(candidate: Candidate, weights: TermWeights, told: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, telling] of candidate.terms) {
    sum += weights(term) * telling * TOLD_AGAIN ** (told.get(term) ?? 0);
  }
  const depth = 1 / (1 + DEPTH * Math.sqrt(candidate.place));
  const kind = (candidate.quoted ? QUOTED : 1) * (candidate.aside ? ASIDE : 1) * (1 + TITLED * candidate.titled);
  return (sum * depth * kind) / candidate.text.length ** LENGTH;
}
const TOLD_AGAIN = 0.25;
