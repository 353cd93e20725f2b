import { canonicalUrl, feedId } from '../../src/gather/address.ts';
import type { Feed } from '../../src/model.ts';

/** A feed by its address, with what else a test knows of it. */
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
