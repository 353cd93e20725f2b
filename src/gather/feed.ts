import { DEFAULT_FEEDS } from '../domain/feeds.ts';
import type { Feed } from '../model.ts';
import { canonicalUrl, feedId } from './address.ts';

/** A feed by its address, with what else is known of it. Throws a FetchError of kind `address` for what is no web address. */
export function newFeed(url: string, known: Partial<Omit<Feed, 'id' | 'url'>> = {}): Feed {
  return {
    title: null,
    site: null,
    publisher: null,
    kind: 'news',
    topics: [],
    owner: null,
    ...known,
    id: feedId(url),
    url: canonicalUrl(url),
  };
}

/** The default pack, as feeds. */
export function defaultFeeds(): Feed[] {
  return DEFAULT_FEEDS.map(({ url, publisher, kind, topics }) =>
    newFeed(url, { title: publisher, publisher, kind, topics: [...topics] }),
  );
}
