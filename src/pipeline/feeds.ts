import { feedId, feedUrl } from '../gather/address.ts';
import type { Feed, PublisherKind } from '../model.ts';

export type NamedFeed = {
  readonly url: string;
  readonly title: string | null;
  readonly site?: string | null;
  readonly publisher: string | null;
  readonly kind: PublisherKind;
  readonly topics: readonly string[];
};

/** A feed that the machine's owner names, as part of the default pack. Throws a FetchError for what is no web address. */
export function namedFeed({ url, title, site = null, publisher, kind, topics }: NamedFeed): Feed {
  const address = feedUrl(url);
  return { id: feedId(address), url: address, title, site, publisher, kind, topics: [...topics], owner: null };
}
