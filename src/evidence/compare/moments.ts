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

const BEHIND = /^,? at the (?:earliest|latest|soonest)\b/iu;
const BEFORE =
  /\b(?:as (?:soon|early|late) as|no (?:earlier|later|sooner) than|not (?:before|until))(?: in| on| the)? $/iu;
/** Words by which a line leaves the time open as well. */
const OPEN =
  /\b(?:earliest|latest|soonest|as (?:soon|early|late) as|than|before|until|from|after|by|may|might|could|would|can|possib\w*|perhaps)\b/iu;

/** A time told without what bounds it: "in 2031" of "in 2031 at the earliest". */
export function unboundTimes({ claim, graphs, options }: Pairing): Reason[] {
  if (OPEN.test(claim.read.tree.text)) return [];
  return claim.nodes.flatMap(({ time }, n): Reason[] => {
    if (time === null) return [];
    const found = (options[n] ?? []).map(({ graph: g, node }) => {
      const [tree, other] = [graphs[g]?.read.tree, graphs[g]?.nodes[node]?.time];
      if (tree === undefined || other == null) return null;
      const behind = BEHIND.exec(tree.text.slice(other.end - tree.start));
      const before = BEFORE.exec(tree.text.slice(0, other.start - tree.start));
      return behind !== null
        ? `${other.text}${behind[0]}`
        : before === null
          ? null
          : `${before[0].trim()} ${other.text}`;
    });
    const [first] = found;
    return first == null || found.includes(null) ? [] : [{ kind: 'time', given: time.text, found: first }];
  });
}
