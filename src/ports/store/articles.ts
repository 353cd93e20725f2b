import type { Article, Item } from '../../model.ts';

/** An entry of a feed on its way to an article. `key` is unique in its feed: the guid, else the address, else a hash. */
export type StoredItem = {
  readonly feed: string;
  readonly key: string;
  readonly item: Item;
  readonly seenAt: string;
  /** The canonical address of the article that was made of it, once it was. */
  readonly url: string | null;
  /** Why no article was made of it. */
  readonly note: string | null;
  readonly attempts: number;
};

export type ItemStore = {
  /** Keeps the items that are new, each due to be read at `now`, or with the reason why it is never read; answers their keys. */
  add(
    feed: string,
    items: readonly { readonly key: string; readonly item: Item; readonly skip: string | null }[],
    now: Date,
  ): Promise<readonly string[]>;
  /** Items whose page is to be read (for the first time, or again within its first day), the newest first. */
  due(now: Date, limit: number): Promise<readonly StoredItem[]>;
  /** What reading brought; `nextReadAt: null` when it is not read again. */
  settle(
    feed: string,
    key: string,
    outcome: { readonly url: string | null; readonly note: string | null; readonly nextReadAt: Date | null },
  ): Promise<void>;
};

/**
 * The time of an article is when it was published, or first fetched where that is not known. `from <= time < to`.
 * Only what these feeds brought is found.
 */
export type Window = { readonly feeds: readonly string[]; readonly from: Date; readonly to: Date };

/**
 * An article with when these feeds had brought this version of it: what a window of news goes by, since dates are missing, late and wrong.
 * ISO 8601.
 */
export type Gathered = { readonly id: string; readonly seen: string };

export type ArticleHit = { readonly article: Article; readonly score: number };

export type ArticleStore = {
  /** Keeps a version. The newest that was saved is the one that windows and searches find. */
  save(article: Article): Promise<void>;
  /** The feed brought this address (all its versions). */
  brought(url: string, feed: string, at: Date): Promise<void>;
  /** Which feeds brought each address. */
  broughtBy(urls: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  get(id: string): Promise<Article | null>;
  many(ids: readonly string[]): Promise<ReadonlyMap<string, Article>>;
  /** The version of an address that stands now. */
  newest(url: string): Promise<Article | null>;
  /**
   * Newest versions that these feeds brought in `from <= seen <= to`, the first seen first, without those published before `oldest`;
   * what is dated later than now counts as well. Both ends belong to it, so that what came in one instant with an edition is not lost.
   */
  gathered(window: Window & { readonly oldest: Date; readonly limit: number }): Promise<readonly Gathered[]>;
  /** Newest versions in a window, the oldest first. */
  window(window: Window & { readonly limit: number }): Promise<readonly Article[]>;
  /**
   * Newest versions whose title or text has any of the words, best first (BM25, the title weighing more). `score` is
   * positive and falls. Words are matched by their stem; stop words are passed over, and with none left nothing is found. Altered copies
   * are not found by whoever may see their source.
   */
  search(words: string, window: Window & { readonly limit: number }): Promise<readonly ArticleHit[]>;
};
