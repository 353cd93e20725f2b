import type { Article, Item } from '../../model.ts';

/** What an entry is found again by (`src/gather/identity.ts`). */
export type ItemFacets = {
  readonly guid: string | null;
  /** The address of its page, without fragment. */
  readonly page: string | null;
  /** Of its text as it stands in the feed; null where it has none. */
  readonly text: string | null;
  readonly face: string;
};

export type KnownItem = {
  readonly key: string;
  readonly item: Item;
  /** As in its facets. */
  readonly text: string | null;
  /** Null where they were not kept, as of what is never read. */
  readonly facets: ItemFacets | null;
};

/** An entry that is only to be known again: nobody reads it. */
export type OldItem = {
  readonly key: string;
  readonly item: Item;
  readonly page: ItemFacets['page'];
  readonly text: ItemFacets['text'];
};

/** An entry of a feed on its way to an article. `key` is unique in its feed. */
export type StoredItem = {
  readonly feed: string;
  readonly key: string;
  readonly item: Item;
  readonly seenAt: string;
  /** When it was last changed, or first seen. */
  readonly changedAt: string;
  /** The address of the article that was made of it, once it was. */
  readonly url: string | null;
  /** The line (`lineOf`) of that article. */
  readonly line: string | null;
  /** The title that its page had when it was read last. */
  readonly headline: string | null;
  /** Why no article was made of it, or why its text is the feed's own. */
  readonly note: string | null;
  readonly attempts: number;
};

/** An entry that is new or changed. `odd`: what was odd about how it names itself. */
export type ItemState = {
  readonly key: string;
  readonly item: Item;
  readonly facets: ItemFacets;
  readonly odd: string | null;
};

/** An entry that nobody has yet, with the reason why it is never read, or null where it is to be. */
export type NewItem = ItemState & { readonly skip: string | null };

/** What reading brought. */
export type ItemOutcome = {
  readonly url: string | null;
  readonly line: string | null;
  readonly note: string | null;
  readonly headline: string | null;
  /** The address that answered, and the hash of the text that stood there. */
  readonly answered: string | null;
  readonly pageHash: string | null;
  /** Null when it is not read again. */
  readonly nextReadAt: Date | null;
};

/** Another entry that has to do with an address or a text. */
export type OtherItem = {
  readonly feed: string;
  readonly key: string;
  readonly title: string | null;
  readonly page: string | null;
};

/** What people are told of an entry. */
export type ItemNote = {
  readonly feed: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly seenAt: string;
  readonly note: string;
};

export type ItemStore = {
  /**
   * The entries of a feed that have a key, guid, page or face in common with one of these, at most some thousands, the last seen first, and all that
   * are old. `entries` is asked where there are any at all.
   */
  known(
    feed: string,
    entries: () => readonly (Pick<ItemFacets, 'guid' | 'page' | 'face'> & { readonly key: string | null })[],
  ): Promise<readonly KnownItem[]>;
  /** Keeps the items that are new, each due to be read at `now` unless it is never read; answers their keys. */
  add(feed: string, items: readonly NewItem[], now: Date): Promise<readonly string[]>;
  /** Keeps entries that are older than their feed is followed. */
  addOld(feed: string, items: readonly OldItem[], now: Date): Promise<void>;
  /** The feed lists these entries still. What none lists any more is forgotten in time. */
  listed(feed: string, keys: readonly string[], now: Date): Promise<void>;
  /**
   * Keeps the new states of entries, old ones too. Those that were read are read again, at once, or an hour after their last change: some change at every
   * poll.
   */
  change(feed: string, items: readonly ItemState[], now: Date): Promise<void>;
  /** Items whose page is to be read (for the first time, or again), the newest first. */
  due(now: Date, limit: number): Promise<readonly StoredItem[]>;
  /** Those of these that nobody has settled since they were found to be due. */
  unread(items: readonly StoredItem[]): Promise<readonly StoredItem[]>;
  settle(feed: string, key: string, outcome: ItemOutcome): Promise<void>;
  /** These are read again at `at`. */
  again(items: readonly { readonly feed: string; readonly key: string }[], at: Date): Promise<void>;
  /** The pages that the last entries of a feed link to. */
  pagesOf(feed: string): Promise<readonly string[]>;
  /** Entries that link to this page, of which a feed has several where all its entries have one link. */
  linkingTo(page: string): Promise<readonly OtherItem[]>;
  /** Entries whose page was answered from this address, or that made an article of it. */
  answeredBy(address: string): Promise<readonly OtherItem[]>;
  /** Entries whose page had this text when it was read last. */
  withPage(hash: string): Promise<readonly OtherItem[]>;
  /** What was noted of the entries of these feeds that came since, the newest first. */
  notes(feeds: readonly string[], since: Date, limit: number): Promise<readonly ItemNote[]>;
  /** What was noted of the entries of these feeds that lead to an address. */
  notesAt(address: string, feeds: readonly string[]): Promise<readonly ItemNote[]>;
};

/**
 * The time of an article is when it was published, or first fetched where that is not known. `from <= time < to`.
 * Only what these feeds brought is found, one article an address.
 */
export type Window = { readonly feeds: readonly string[]; readonly from: Date; readonly to: Date };

/**
 * An article with when these feeds had brought this version of it: what a window of news goes by, since dates are missing, late and wrong.
 * ISO 8601.
 */
export type Gathered = { readonly id: string; readonly seen: string };

export type ArticleHit = { readonly article: Article; readonly score: number };

export type ArticleStore = {
  /** Keeps a version as the newest of its line: what windows and searches find. Without a line it is a page's. */
  save(article: Article, line?: string): Promise<void>;
  /** The feed led to this page, or has this text: it sees all versions of the line. */
  brought(line: string, feed: string, at: Date): Promise<void>;
  /** No version of the line stands any more: it was none of an article. */
  retire(line: string): Promise<void>;
  get(id: string): Promise<Article | null>;
  many(ids: readonly string[]): Promise<ReadonlyMap<string, Article>>;
  /** The newest version of a line; of a page, by its address. */
  newest(line: string): Promise<Article | null>;
  /** What stands at an address for whoever sees these feeds: of the page and what the feeds have of it, the one that says most. */
  standing(address: string, feeds: readonly string[]): Promise<Article | null>;
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
