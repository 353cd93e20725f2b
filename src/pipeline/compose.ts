import { ANY_TOPIC } from '../domain/habits.ts';
import { HOUR_MS } from '../durations.ts';
import { sha256 } from '../hash.ts';
import type { Choice, Debrief, Feed, FeedState, SilentFeed } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { feedName } from '../secrets.ts';
import { tell } from '../stories/index.ts';
import { type WriteDeps, write } from '../write/index.ts';

/** A story is followed back this far, so that today's reports join those of the days before. */
const CONTEXT_HOURS = 72;
/** A window reaches back to the edition before, but no further than a long holiday. */
const LONGEST_WINDOW_HOURS = 24 * 10;
/** How many earlier editions decide what is new. */
const EDITIONS = 7;
const ARTICLES = 6000;

export type ComposeDeps = WriteDeps & { readonly store: Store; readonly clock: Clock };

function silentOf(feeds: readonly Feed[], states: readonly FeedState[]): SilentFeed[] {
  const byFeed = new Map(states.map((state) => [state.feed, state]));
  return feeds.flatMap((feed) => {
    const error = byFeed.get(feed.id)?.error;
    if (error === null || error === undefined) return [];
    return [{ feed: feed.id, title: feedName(feed), reason: error.message }];
  });
}

function debriefId(choice: Choice, to: Date, purpose: Debrief['purpose']): string {
  return sha256(JSON.stringify([choice, to.toISOString(), purpose])).slice(0, 16);
}

/** Composes the debrief of a choice, whose window ends at `to`, and keeps it; where one was composed already, that one. */
export async function compose(
  choice: Choice,
  to: Date,
  purpose: Debrief['purpose'],
  deps: ComposeDeps,
): Promise<Debrief> {
  const { store, clock } = deps;
  const id = debriefId(choice, to, purpose);
  const kept = await store.debriefs.get(id);
  if (kept !== null) return kept;
  const feeds = choice.feeds.length === 0 ? await store.feeds.pack() : await store.feeds.many(choice.feeds);
  const ids = feeds.map((feed) => feed.id);
  const editions = await store.debriefs.last(choice, to, EDITIONS);
  const usual = to.getTime() - choice.hours * HOUR_MS;
  const since =
    editions[0] === undefined
      ? usual
      : Math.max(Date.parse(editions[0].window.to), to.getTime() - LONGEST_WINDOW_HOURS * HOUR_MS);
  // A second look on the same day still covers the usual window; a Monday covers the weekend.
  const from = new Date(Math.min(usual, since));
  const window = { from: from.toISOString(), to: to.toISOString() };
  const start = new Date(Math.min(from.getTime(), to.getTime() - CONTEXT_HOURS * HOUR_MS));
  const articles = await store.articles.window({ feeds: ids, from: start, to, limit: ARTICLES });
  const evidence = await store.evidence.many(articles.map((article) => article.id));
  const told = editions.toReversed().map((edition) => ({ edition: edition.id, stories: edition.stories }));
  const { stories, leftOut } = tell(articles, evidence, {
    now: window.to,
    window,
    topics: choice.topics.includes(ANY_TOPIC) ? null : choice.topics,
    told,
    follow: choice.follow,
    mute: choice.mute,
  });
  const debrief = await write(
    {
      id,
      choice,
      purpose,
      window,
      composedAt: clock.now().toISOString(),
      stories,
      articles: new Map(articles.map((article) => [article.id, article])),
      evidence,
      silent: silentOf(feeds, await store.feeds.states(ids)),
      leftOut,
    },
    deps,
  );
  return store.debriefs.save(debrief);
}
