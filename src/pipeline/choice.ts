import { NO_FEED } from '../domain/habits.ts';
import type { Choice } from '../model.ts';
import type { Store } from '../ports/store.ts';

/** The choice of a workspace as the feeds it may see: the default pack alone is the empty list, so that it is shared. */
export async function choiceOf(store: Store, workspace: string, wanted: Choice): Promise<Choice> {
  const visible = (await store.feeds.visible(workspace)).map(({ id }) => id);
  const feeds = wanted.feeds.length === 0 ? visible : visible.filter((id) => wanted.feeds.includes(id));
  const pack = new Set((await store.feeds.pack()).map(({ id }) => id));
  const isPack = feeds.length > 0 && pack.size === feeds.length && feeds.every((id) => pack.has(id));
  return {
    ...wanted,
    feeds: isPack ? [] : feeds.length === 0 ? [NO_FEED] : feeds.toSorted(),
    topics: wanted.topics.toSorted(),
    follow: wanted.follow.toSorted(),
    mute: wanted.mute.toSorted(),
  };
}
