import type { Article, Evidence } from '../model.ts';
import { type Groupable, groupAll } from './group.ts';
import { families } from './kin/families.ts';
import type { Kinsman } from './kin/portrait.ts';
import { type Earlier, earlierIn, type Told, wasToldFrom } from './novelty.ts';
import { takesFrom, type Withdrawals } from './withdrawals.ts';

/** What was told of a story whose articles are out of sight by now, as a text: it still groups with what is said of it today. */
const recalled = ({ story }: Earlier, place: number): Groupable => ({
  id: `told ${place}`,
  title: story.headline.text,
  publisher: null,
  url: null,
  published: null,
  text: story.points.map(({ text }) => text).join(' '),
});

/** The articles that tell of one event, and what was told of it, in time order. */
export type Event = { readonly members: readonly Article[]; readonly earlier: readonly Earlier[] };

/** Articles that are of one event by their wording, and what was told of it. */
type Group = {
  readonly members: readonly Article[];
  readonly recollections: readonly Earlier[];
  readonly kinsman: Kinsman;
};

/**
 * Articles by their wording, what was told as one story together. Whether today's reports follow what was told, or tell of the like of it, is not
 * for their wording alone to say, so that `fresh` articles stand apart from what was told.
 */
export function groupsOf(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  told: readonly Told[],
  fresh: ReadonlySet<string>,
  withdrawals: Withdrawals,
): Group[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const seen = new Set(byId.keys());
  const earlier = earlierIn(told);
  const outOfSight = new Map(
    earlier.filter((each) => !wasToldFrom(each, seen)).map((each, place) => [recalled(each, place), each] as const),
  );
  const recalledBy = new Map(Array.from(outOfSight, ([{ id }, each]) => [id, each]));
  const storyTold = new Map(
    earlier.flatMap(({ story }) =>
      [...story.articles, ...story.copies].flatMap((id) =>
        byId.has(id) && !fresh.has(id) ? [[id, story.id] as const] : [],
      ),
    ),
  );
  const takesBack = (id: string, others: readonly Article[]): boolean => {
    const withdrawal = withdrawals.get(id);
    return withdrawal !== undefined && others.some((other) => takesFrom(withdrawal, other, evidence));
  };
  const groups = groupAll([...articles, ...outOfSight.keys()]).flatMap(({ items }) => {
    // A denial or a correction stands for itself where it takes back nothing of the group that its words put it to.
    const members = items.flatMap((id) => byId.get(id) ?? []);
    const single = members.length < 2 ? [] : items.filter((id) => withdrawals.has(id) && !takesBack(id, members));
    const others = items.filter((id) => !single.includes(id));
    // What was told as two stories stays two.
    const parts = Map.groupBy(others, (id) => storyTold.get(id) ?? (recalledBy.has(id) ? id : fresh.has(id)));
    return [...parts.values(), ...single.map((id) => [id])];
  });
  for (const ids of Map.groupBy(storyTold.keys(), (id) => storyTold.get(id)).values()) {
    const parts = groups.filter((items) => items.some((id) => ids.includes(id)));
    if (parts.length < 2) continue;
    const rest = groups.filter((items) => !parts.includes(items));
    groups.splice(0, groups.length, ...rest, parts.flat());
  }
  return groups.map((items): Group => {
    const members = items.flatMap((id) => byId.get(id) ?? []);
    const recollections = items.flatMap((id) => recalledBy.get(id) ?? []);
    return {
      members,
      recollections,
      kinsman: {
        members,
        recalled: recollections.flatMap(({ story }) => [story.headline, ...story.points].map(({ text }) => text)),
        isTold: recollections.length > 0 || earlier.some((each) => wasToldFrom(each, new Set(items))),
        takesBack: items.some((id) => withdrawals.has(id))
          ? (other) => items.some((id) => takesBack(id, other.members))
          : null,
      },
    };
  });
}

/** Groups that tell of one event as one. */
function joined(groups: readonly Group[], isChild?: (group: Kinsman) => boolean): Group[] {
  const all = groups.map(({ kinsman }) => kinsman);
  return families(all, isChild).map((places): Group => {
    const own = places.flatMap((place) => groups[place] ?? []);
    const [first] = own;
    if (first !== undefined && own.length === 1) return first;
    const kin = own.map(({ kinsman }) => kinsman);
    const takes = kin.flatMap(({ takesBack }) => takesBack ?? []);
    return {
      members: own.flatMap(({ members }) => members),
      recollections: own.flatMap(({ recollections }) => recollections),
      kinsman: {
        members: kin.flatMap(({ members }) => members),
        recalled: kin.flatMap(({ recalled: told }) => told),
        isTold: kin.some(({ isTold }) => isTold),
        takesBack: takes.length === 0 ? null : (other) => takes.some((take) => take(other)),
      },
    };
  });
}

/**
 * The events that these articles tell of. What was told stays as it was told; `fresh` articles are grouped by their wording, then joined to what was told
 * before where they follow it. What came before them and was not told, since it had nothing new, is joined first: it is no event beside its own.
 */
export function eventsOf(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  told: readonly Told[],
  fresh: ReadonlySet<string>,
  withdrawals: Withdrawals,
): Event[] {
  const groups = groupsOf(articles, evidence, told, fresh, withdrawals);
  const earlier = earlierIn(told);
  const isFresh = ({ members }: Pick<Group, 'members'>): boolean => members.some(({ id }) => fresh.has(id));
  const before = joined(groups.filter((group) => !isFresh(group)));
  return joined([...before, ...groups.filter(isFresh)], isFresh).flatMap(({ members, recollections }) => {
    if (members.length === 0) return [];
    const ids = new Set(members.map(({ id }) => id));
    const stories = new Set(recollections.map(({ story }) => story));
    return [{ members, earlier: earlier.filter((each) => wasToldFrom(each, ids) || stories.has(each.story)) }];
  });
}
