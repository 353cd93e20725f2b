import type { Name } from '../../../src/evidence/choice/hashed.ts';
import { random } from '../../learned/boost.ts';

/** Some candidates of which one or more are right, each by the names of what is known of it. */
export type Choice = { readonly candidates: readonly { readonly names: readonly Name[]; readonly right: boolean }[] };

/** What fewer candidates have tells nothing. */
const LEAST = 6;
/** How often all are gone through, how far each moves the weights, and the share of names left out by chance, so that none stands for all. */
export type Pace = { readonly rounds: number; readonly pace: number; readonly unseen: number };
const USUAL: Pace = { rounds: 10, pace: 0.08, unseen: 0.35 };
/** Pulls weights towards nought. */
const DECAY = 2e-4;

/**
 * What each name is worth for its candidate's being right: a conditional logit (McFadden 1974) over the candidates of each choice, by AdaGrad
 * (Duchi, Hazan and Singer 2011). Where several are right, any of them is.
 */
export function learn(choices: readonly Choice[], seed: number, own?: Pace): ReadonlyMap<Name, number> {
  const { rounds, pace, unseen } = own ?? USUAL;
  const counts = new Map<Name, number>();
  for (const { candidates } of choices)
    for (const { names } of candidates)
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const known = [...counts].flatMap(([name, count]) => (count >= LEAST ? [name] : []));
  const placeOf = new Map(known.map((name, place) => [name, place]));
  const rows = choices
    .filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.some(({ right }) => !right))
    .map(({ candidates }) =>
      candidates.map(({ names, right }) => ({
        right,
        places: names.flatMap((name) => placeOf.get(name) ?? []),
      })),
    );
  const [weights, steepness] = [new Float64Array(known.length), new Float64Array(known.length)];
  const sums = new Float64Array(known.length);
  const next = random(seed);
  for (let round = 0; round < rounds; round++) {
    for (const row of shuffled(rows, next)) {
      const shown = row.map(({ right, places }) => ({ right, places: places.filter(() => next() >= unseen) }));
      const worths = shown.map(({ places }) => places.reduce((sum, place) => sum + (weights[place] ?? 0), 0));
      const most = Math.max(...worths);
      const odds = worths.map((worth) => Math.exp(worth - most));
      const sum = odds.reduce((a, b) => a + b, 0);
      const rights = odds.reduce((total, one, n) => total + (shown[n]?.right === true ? one : 0), 0);
      shown.forEach(({ right, places }, n) => {
        const slope = (odds[n] ?? 0) / sum - (right && rights > 0 ? (odds[n] ?? 0) / rights : 0);
        for (const place of places) {
          const pull = slope + DECAY * (weights[place] ?? 0);
          steepness[place] = (steepness[place] ?? 0) + pull * pull;
          weights[place] = (weights[place] ?? 0) - (pace * pull) / Math.sqrt((steepness[place] ?? 0) + 1e-8);
        }
      });
    }
    if (round < rounds / 2) continue;
    for (const [n, weight] of weights.entries()) sums[n] = (sums[n] ?? 0) + weight;
  }
  // With a pace of its own a learning gives the mean of its later rounds (Polyak and Juditsky 1992).
  const mean = own === undefined ? weights : sums.map((sum) => sum / Math.ceil(rounds / 2));
  return new Map(known.map((name, place) => [name, mean[place] ?? 0]));
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
