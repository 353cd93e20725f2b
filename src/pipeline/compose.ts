import { ANY_TOPIC } from '../domain/habits.ts';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import { sha256 } from '../hash.ts';
import type { Choice, Debrief, Feed, FeedState, SilentFeed } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { feedName } from '../secrets.ts';
import { tell } from '../stories/index.ts';
import { type WriteDeps, write } from '../write/index.ts';

/** A story is followed back this far, so that today's reports join those of the days before. */
const CONTEXT_MS = 3 * DAY_MS;
/** What is older is no news to anybody, however late it was gathered; what was told longer ago is forgotten. */
const MEMORY_MS = 7 * DAY_MS;
const ARTICLES = 6000;

export type ComposeDeps = WriteDeps & { readonly store: Store; readonly clock: Clock; readonly metrics: Metrics };

/** What is composed: for whom, for which moment, and the debriefs (ids, the newest first) that they were told already. */
export type Commission = {
  readonly choice: Choice;
  readonly to: Date;
  readonly purpose: Debrief['purpose'];
  readonly told: readonly string[];
};

function silentOf(feeds: readonly Feed[], states: readonly FeedState[]): SilentFeed[] {
  const byFeed = new Map(states.map((state) => [state.feed, state]));
  return feeds.flatMap((feed) => {
    const error = byFeed.get(feed.id)?.error;
    if (error === null || error === undefined) return [];
    return [{ feed: feed.id, title: feedName(feed), reason: error.message }];
  });
}

/** What was told, by what it says: channels that were told the same share what follows, whenever each of them began. */
const memoryKey = (told: readonly Debrief[]): string =>
  sha256(JSON.stringify(told.map(({ window, inShort, stories }) => [window.to, inShort, stories])));

/** The debriefs that still count as told, the newest first; the last one does whatever its age. */
async function remembered({ told, to }: Commission, store: Store): Promise<Debrief[]> {
  const kept = (await Promise.all(told.map((id) => store.debriefs.get(id)))).filter((debrief) => debrief !== null);
  return kept.filter(({ window }, index) => index === 0 || Date.parse(window.to) > to.getTime() - MEMORY_MS);
}

function count({ purpose, writer, stories, dropped }: Debrief, metrics: Metrics): void {
  metrics.count('debriefs_total', 'Debriefs composed', 1, { purpose, writer: writer.kind });
  metrics.count('stories_total', 'Stories told in debriefs', stories.length);
  for (const { reasons } of dropped)
    metrics.count('refused_lines_total', 'Lines that the gate refused', 1, { reason: reasons[0]?.kind ?? 'none' });
}

/** Composes a debrief and keeps it; where the same was composed already, that one. */
export async function compose(commission: Commission, deps: ComposeDeps): Promise<Debrief> {
  const { choice, to, purpose } = commission;
  const { store, clock, metrics } = deps;
  const told = await remembered(commission, store);
  const id = sha256(JSON.stringify([choice, to.toISOString(), purpose, memoryKey(told)])).slice(0, 16);
  const kept = await store.debriefs.get(id);
  if (kept !== null) return kept;
  const feeds = choice.feeds.length === 0 ? await store.feeds.pack() : await store.feeds.many(choice.feeds);
  const ids = feeds.map((feed) => feed.id);
  const [last] = told;
  // A morning that is caught up tells what was read since its time had come, too.
  const until = new Date(Math.max(to.getTime(), clock.now().getTime()));
  const oldest = new Date(to.getTime() - MEMORY_MS);
  const from = last === undefined ? new Date(to.getTime() - choice.hours * HOUR_MS) : new Date(last.window.to);
  const window = { from: from.toISOString(), to: until.toISOString() };
  const back = new Date(Math.max(oldest.getTime(), Math.min(from.getTime(), to.getTime() - CONTEXT_MS)));
  const gathered = await store.articles.gathered({ feeds: ids, from: back, to: until, oldest, limit: ARTICLES });
  const earlier = told.flatMap(({ stories }) => stories.flatMap(({ articles }) => articles));
  const articles = await store.articles.many([...new Set([...gathered.map((each) => each.id), ...earlier])]);
  const evidence = await store.evidence.many([...articles.keys()]);
  const fresh = new Set(gathered.filter(({ seen }) => seen >= window.from).map((each) => each.id));
  const { stories, leftOut } = tell([...articles.values()], evidence, {
    now: window.to,
    fresh,
    topics: choice.topics.includes(ANY_TOPIC) ? null : choice.topics,
    told: told.toReversed().map((edition) => ({ edition: edition.id, stories: edition.stories })),
    follow: choice.follow,
    mute: choice.mute,
  });
  const silent = silentOf(feeds, await store.feeds.states(ids));
  const debrief = await write(
    {
      id,
      choice,
      purpose,
      window,
      composedAt: clock.now().toISOString(),
      stories,
      told,
      fresh,
      articles,
      evidence,
      outage: feeds.length > 0 && silent.length === feeds.length && fresh.size === 0,
      silent,
      leftOut,
    },
    deps,
  );
  count(debrief, metrics);
  return store.debriefs.save(debrief);
}
