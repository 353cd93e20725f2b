import type { Article, Evidence } from '../model.ts';
import { type Groupable, groupAll } from './group.ts';
import { families } from './kin.ts';
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

/**
 * The events that these articles tell of. What was told stays as it was told; `fresh` articles are grouped by their wording, then joined to what was told
 * before where they follow it.
 */
export function eventsOf(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  told: readonly Told[],
  fresh: ReadonlySet<string>,
  withdrawals: Withdrawals,
): Event[] {
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
    // Whether today's reports follow what was told, or tell of the like of it, is not for their wording alone to say; and
    // what was told as two stories stays two.
    const parts = Map.groupBy(others, (id) => storyTold.get(id) ?? (recalledBy.has(id) ? id : fresh.has(id)));
    return [...parts.values(), ...single.map((id) => [id])];
  });
  for (const ids of Map.groupBy(storyTold.keys(), (id) => storyTold.get(id)).values()) {
    const parts = groups.filter((items) => items.some((id) => ids.includes(id)));
    if (parts.length < 2) continue;
    const rest = groups.filter((items) => !parts.includes(items));
    groups.splice(0, groups.length, ...rest, parts.flat());
  }
  const kinsmen = groups.map((items) => ({
    members: items.flatMap((id) => byId.get(id) ?? []),
    recalled: items.flatMap((id) => {
      const told = recalledBy.get(id)?.story;
      return told === undefined ? [] : [told.headline, ...told.points].map(({ text }) => text);
    }),
    isTold: earlier.some((each) => wasToldFrom(each, new Set(items))) || items.some((id) => recalledBy.has(id)),
    takesBack: items.some((id) => withdrawals.has(id))
      ? ({ members }: { readonly members: readonly Article[] }) => items.some((id) => takesBack(id, members))
      : null,
  }));
  return families(kinsmen).flatMap((places) => {
    const items = places.flatMap((place) => groups[place] ?? []);
    const members = items.flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0) return [];
    const ids = new Set(items);
    const recollections = new Set(items.map((id) => recalledBy.get(id)));
    return [{ members, earlier: earlier.filter((each) => wasToldFrom(each, ids) || recollections.has(each)) }];
  });
}
