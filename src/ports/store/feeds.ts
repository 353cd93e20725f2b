import type { Feed, FeedState } from '../../model.ts';

export type FeedWithState = { readonly feed: Feed; readonly state: FeedState };

export type FeedStore = {
  /**
   * Adds a feed, due at `now`, or updates what is known of it. A feed that is anybody's stays anybody's; one that was
   * private becomes anybody's only when it is saved with `owner: null`, as the default pack is. The owner is subscribed.
   * An address that leads to a feed already is that feed: its id is the one that is answered.
   */
  save(feed: Feed, now: Date): Promise<Feed>;
  /** Saves feeds of the pack, all or none of them. */
  savePack(feeds: readonly Feed[], now: Date): Promise<void>;
  /** Saves the feeds whose address leads to none yet, all or none of them; the others stay as they are. */
  seed(feeds: readonly Feed[], now: Date): Promise<void>;
  /** What a feed says of itself. */
  describe(id: string, words: Pick<Feed, 'title' | 'site'>): Promise<void>;
  get(id: string): Promise<Feed | null>;
  many(ids: readonly string[]): Promise<readonly Feed[]>;
  /** By its address now or any that it had before. */
  byUrl(url: string): Promise<Feed | null>;
  /**
   * The feed answers at another address from now on (301); the old one still leads to it. Where another feed has that
   * address already the two become one: its id is answered, with the subscriptions, choices and articles of both.
   */
  move(id: string, url: string): Promise<Feed>;
  /** The default pack: the feeds that are anybody's. */
  pack(): Promise<readonly Feed[]>;

  states(ids: readonly string[]): Promise<readonly FeedState[]>;
  /** All of them or none. */
  saveState(...states: readonly FeedState[]): Promise<void>;
  /** Feeds whose next poll is due at `now`, that are not gone, and that anybody has, the longest waiting first. */
  due(now: Date, limit: number): Promise<readonly FeedWithState[]>;

  subscribe(workspace: string, feed: string): Promise<void>;
  /** Ends a subscription; a feed that is anybody's is hidden from this workspace until it subscribes again. */
  unsubscribe(workspace: string, feed: string): Promise<void>;
  /** What a workspace may see: its subscriptions and the default pack, without what it removed. */
  visible(workspace: string): Promise<readonly Feed[]>;
  /** Workspaces with a subscription, or with a channel whose choice takes the feed. */
  users(feed: string): Promise<readonly string[]>;
};
