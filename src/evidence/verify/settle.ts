import { type Reading, read } from './carry.ts';
import { type Stated, supportOf, weightOf } from './content.ts';
import { weigh } from './fault.ts';
import type { Scope } from './scope.ts';

const CANDIDATES = 6;
/** What supports a clause by so much less than the best does not come into question. */
const RIVALS = 0.2;
/** How much a sentence gains by being one that another clause of the claim rests on. */
const COHERENCE = 0.25;
/** What a point of support is worth in faults. */
const WORTH = 1.5;

type Ranked = { readonly scope: Scope; readonly support: number };

function choose(stated: Stated, scopes: readonly Scope[], settled: readonly Scope[]): Reading | null {
  const bonus = (scope: Scope): number => (settled.some(({ parsed }) => parsed === scope.parsed) ? COHERENCE : 0);
  const ranked = scopes
    .map((scope): Ranked => ({ scope, support: supportOf(stated, scope) + bonus(scope) }))
    .sort((a, b) => b.support - a.support);
  const least = (ranked[0]?.support ?? 0) - RIVALS;
  let chosen: Reading | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { scope, support } of ranked.slice(0, CANDIDATES)) {
    if (support < least) break;
    const reading = read(stated, scope);
    const cost = weigh(reading.faults) - WORTH * support;
    if (cost < lowest) {
      chosen = reading;
      lowest = cost;
    }
  }
  return chosen;
}

const size = ({ content, figures }: Stated): number =>
  content.reduce((total, token) => total + weightOf(token), 0) + 2 * figures.length;

type Settled = { readonly stated: Stated; readonly reading: Reading | null };

/** For each clause of a claim that says something, the clause of a source that it is best read as resting on; weightiest first. */
export function settle(stated: readonly Stated[], scopes: readonly Scope[]): Settled[] {
  const settled: Scope[] = [];
  return stated
    .filter((one) => size(one) > 0)
    .sort((a, b) => size(b) - size(a))
    .map((one) => {
      const reading = choose(one, scopes, settled);
      if (reading !== null) settled.push(reading.scope);
      return { stated: one, reading };
    });
}
