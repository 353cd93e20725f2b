import { type Learned, learnedOf } from '../../learned/trees.ts';
import { once } from '../../once.ts';
import stored from './model.json' with { type: 'json' };
import { kinAmong } from './pairs.ts';
import type { Kinsman } from './portrait.ts';
import { type Pair, TRAITS } from './traits.ts';

/** From which log odds on a group is of an event that was told, and of one of the same morning: two events in one story hide one of them. */
const FOLLOWS = 0.6;
const ONE_EVENT = 1.2;

const learned = once((): Learned<Pair> => learnedOf(stored, TRAITS));

/** Reports of one morning are this much alike, whatever else speaks for them; and those that name nobody in common. */
const LEAST = 0.1;
const NAMELESS = 0.3;

/** A mishap is no step of a deal of the same parties, and the results of one quarter are not those of another. */
const isApart = ({ later, earlier, alike }: Pair): boolean =>
  (!earlier.isTold && alike < (later.led.isDisjointFrom(earlier.led) ? NAMELESS : LEAST)) ||
  (later.isMishap && earlier.isDeal && !earlier.hasMishap) ||
  (later.quarters.size > 0 && earlier.quarters.size > 0 && later.quarters.isDisjointFrom(earlier.quarters));

/** How likely two groups tell of one event, in log odds. */
export function kinshipOf(pair: Pair): number {
  if (!pair.later.occurrences.isDisjointFrom(pair.earlier.occurrences)) return Number.POSITIVE_INFINITY;
  return isApart(pair) ? Number.NEGATIVE_INFINITY : learned().of(pair);
}

/**
 * Groups that tell of one event, as lists of their places: a ruling, a resignation, a denial shares the parties with the first report and few of its
 * words. What speaks for it together was learned from weeks of invented news (`model.json`). A group joins the one that it is most kin to, and none
 * that joined another itself; what takes something back joins all that it takes back. Only an `isChild` joins another.
 */
export function families(groups: readonly Kinsman[], isChild?: (group: Kinsman) => boolean): number[][] {
  const homes = groups.map((_, place) => place);
  const sizes = groups.map(() => 1);
  const kin = kinAmong(groups, isChild)
    .map(({ pair, ...one }) => ({ ...one, isTold: pair.earlier.isTold, kinship: kinshipOf(pair) }))
    .filter(({ takesBack, kinship, isTold }) => takesBack || kinship >= (isTold ? FOLLOWS : ONE_EVENT))
    .sort((a, b) => Number(b.takesBack) - Number(a.takesBack) || b.kinship - a.kinship);
  for (const { child, root, takesBack } of kin) {
    const [from, to] = [homes[child] ?? child, homes[root] ?? root];
    if (from === to || (!takesBack && (sizes[from] !== 1 || to !== root))) continue;
    sizes[to] = (sizes[to] ?? 0) + (sizes[from] ?? 0);
    homes.forEach((home, place) => {
      if (home === from) homes[place] = to;
    });
  }
  return [...Map.groupBy(homes.keys(), (place) => homes[place]).values()];
}
