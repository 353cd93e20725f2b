import { DAY_MS, MINUTE_MS } from '../durations.ts';
import type { FeedWithState, Store } from '../ports/store.ts';

/**
 * How long before an edition feeds are polled that would be due soon after it otherwise, and how long after it those would be. Twice this is less than
 * the shortest time between two polls, so that nothing is polled twice for one edition.
 */
const AROUND_MS = 5 * MINUTE_MS;

/** The feeds to be polled now: those that are due, and shortly before an edition those that would miss it by little. Who failed, or asked to be left alone, is not hurried. */
export async function dueFeeds(
  { feeds, channels }: Pick<Store, 'feeds' | 'channels'>,
  now: Date,
  limit: number,
): Promise<readonly FeedWithState[]> {
  const [next] = await channels.due(new Date(now.getTime() + AROUND_MS), 1);
  const slot = next?.nextDueAt == null ? now.getTime() : Date.parse(next.nextDueAt);
  if (slot <= now.getTime()) return feeds.due(now, limit);
  const soon = await feeds.due(new Date(slot + AROUND_MS), limit);
  return soon.filter(({ state }) => Date.parse(state.nextPollAt) <= now.getTime() || state.failures === 0);
}

/** Beyond, the store itself takes a next poll for come. */
const AHEAD_MS = 7 * DAY_MS;

/** A clock that was ahead has put feeds off by as much: those that were polled later than now are due now. */
export async function dueAgain(feeds: Store['feeds'], now: Date, limit: number): Promise<void> {
  const all = await feeds.due(new Date(now.getTime() + AHEAD_MS), limit);
  const ahead = all.flatMap(({ state }) =>
    state.lastPolledAt === null || Date.parse(state.lastPolledAt) <= now.getTime()
      ? []
      : [{ ...state, nextPollAt: now.toISOString() }],
  );
  await feeds.saveState(...ahead);
}
