import { likeness } from '../cluster.ts';
import { type Kinsman, type Portrait, portraitsOf } from './portrait.ts';
import type { Pair, Weigh } from './traits.ts';

/** A correction is short, and shares with what it corrects who and what it is about. */
const TAKES_BACK = 0.12;
/** So many groups before one are looked at, those that it is most like. */
const NEAREST = 12;
/** A name that more groups have tells none of them apart. */
const LONGEST_POSTING = 40;
/** What this share of all articles has, or more, tells nothing. */
const COMMON = 0.3;
/** So many groups are thought of that have no name of these: of a few even what all of them have tells something. */
const UNSEEN = 20;

/** A later group and an earlier one that may be its own; whether it takes back what that one says. */
export type Kin = { readonly child: number; readonly root: number; readonly takesBack: boolean; readonly pair: Pair };

/** The rarer a word is in news, the heavier; of names it counts in how many groups they are. */
function weighing(rateOf: (word: string) => number): Weigh {
  const known = new Map<string, number>();
  return (words, among) => {
    let sum = 0;
    for (const word of words) {
      if (among !== undefined && !among.has(word)) continue;
      let weight = known.get(word);
      if (weight === undefined) {
        weight = Math.max(0, Math.log(COMMON / rateOf(word)));
        known.set(word, weight);
      }
      sum += weight;
    }
    return sum;
  };
}

/** Which share of the groups has a name, or a number. */
function rateAmong(portraits: readonly Portrait[], of: (portrait: Portrait) => ReadonlySet<string>) {
  const groups = new Map<string, number>();
  for (const portrait of portraits) for (const name of of(portrait)) groups.set(name, (groups.get(name) ?? 0) + 1);
  return (name: string): number => ((groups.get(name) ?? 0) + 0.5) / (portraits.length + UNSEEN);
}

/** For each group, those that share a word of weight with it: everybody else is no kin. */
function neighbours(portraits: readonly Portrait[]): Set<number>[] {
  const postings = new Map<string, number[]>();
  portraits.forEach(({ claims, led }, place) => {
    for (const word of new Set([...claims.flatMap((claim) => [...claim]), ...led])) {
      const posting = postings.get(word);
      if (posting === undefined) postings.set(word, [place]);
      else posting.push(place);
    }
  });
  return portraits.map(({ top, led }, place) => {
    const found = [...top, ...led].flatMap((word) => {
      const posting = postings.get(word) ?? [];
      return posting.length > LONGEST_POSTING ? [] : posting;
    });
    return new Set(found.filter((other) => other !== place));
  });
}

/** Whether one group came before another: what was told did, whenever its articles were published. */
const isEarlier = (a: Portrait, b: Portrait, isListedFirst: boolean): boolean =>
  a.isTold || a.first < b.first || (a.first === b.first && isListedFirst);

/** Each group that may join another and was not told, with those before it that it may be of one event with. */
export function kinAmong(groups: readonly Kinsman[], isChild: (group: Kinsman) => boolean = () => true): Kin[] {
  const { portraits, background } = portraitsOf(groups);
  const near = neighbours(portraits);
  const weigh = weighing(background.rate);
  const weighNames = weighing(rateAmong(portraits, ({ named }) => named));
  const weighNumbers = weighing(rateAmong(portraits, ({ allNumbers }) => allNumbers));
  const wholes = new WeakMap<ReadonlySet<string>, number>();
  const share = (words: ReadonlySet<string>, among: ReadonlySet<string>): number => {
    const all = wholes.get(words) ?? weigh(words);
    wholes.set(words, all);
    return all <= 0 ? 0 : weigh(words, among) / all;
  };
  return portraits.flatMap((later, child) => {
    const takes = groups[child]?.takesBack ?? null;
    const own = groups[child];
    if (own === undefined || !isChild(own) || (later.isTold && takes === null)) return [];
    // A correction may name nobody: "the article misstated the size".
    const roots = takes === null ? [...(near[child] ?? [])] : [...groups.keys()].filter((place) => place !== child);
    const before = roots
      .flatMap((root) => {
        const earlier = portraits[root];
        const early = groups[root];
        if (earlier === undefined || early === undefined || !isEarlier(earlier, later, root < child)) return [];
        const alike = likeness(later.signature, earlier.signature);
        return [{ root, earlier, alike, takesBack: takes !== null && alike >= TAKES_BACK && takes(early) }];
      })
      .sort((a, b) => b.alike - a.alike)
      .filter(({ takesBack }, n) => takesBack || n < NEAREST);
    return before.map(({ root, earlier, alike, takesBack }): Kin => {
      const [first, second] = before;
      const other = first?.root === root ? second : first;
      return {
        child,
        root,
        takesBack,
        pair: { later, earlier, alike, ahead: alike - (other?.alike ?? 0), share, weigh, weighNames, weighNumbers },
      };
    });
  });
}
