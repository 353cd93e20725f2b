import type { Reason } from '../../model.ts';
import { compareTimes } from '../../reading/times/compare.ts';
import { counterpartOf, type Pairing } from './pairing.ts';

/** When something was in the claim, of a predicate of which the source tells another time, and nowhere that one. */
export function exchangedMoments(pairing: Pairing): Reason[] {
  const { claim, options } = pairing;
  return claim.arcs.flatMap(({ from, role, to }): Reason[] => {
    const given = claim.nodes[to]?.time ?? null;
    const there = counterpartOf(pairing, from);
    if (given === null || given.when === null || there === null || there.option.likeness < 0.9) return [];
    if (!/^(?:at:.*|of|how)$/.test(role) || (options[to] ?? []).length > 0 || !claim.clauseOf.has(from)) return [];
    const { graph, option } = there;
    const times = graph.arcs.flatMap((arc) => {
      const time = arc.from === option.node ? graph.nodes[arc.to]?.time : null;
      return time == null || time.when === null ? [] : [time];
    });
    const [first] = times;
    return first !== undefined && times.every((time) => compareTimes(given, time) === 'other')
      ? [{ kind: 'time', given: given.text, found: first.text }]
      : [];
  });
}
