import { canonicalUrl, feedId } from '../gather/address.ts';
import type { Feed, PublisherKind } from '../model.ts';
import type { Store } from '../ports/store.ts';

export type NamedFeed = {
  readonly url: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly kind: PublisherKind;
  readonly topics: readonly string[];
};

/** A feed that the machine's owner names: part of the default pack. Throws a FetchError for what is no web address. */
export function addFeed(store: Store, { url, title, publisher, kind, topics }: NamedFeed, now: Date): Promise<Feed> {
  const address = canonicalUrl(url);
  return store.feeds.save(
    { id: feedId(address), url: address, title, site: null, publisher, kind, topics: [...topics], owner: null },
    now,
  );
}
