import { HOUR_MS } from '../durations.ts';
import type { Notice } from '../gather/health.ts';
import type { Reader } from '../gather/reader.ts';
import type { Robots } from '../gather/robots.ts';
import type { Feed, FeedState } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { feedName } from '../secrets.ts';
import type { Miner } from './miner.ts';

/** Does what one of several processes does at a time, and holds its key meanwhile; null where another is at it. */
export type Claim = <T>(key: string, work: () => Promise<T>) => Promise<T | null>;

/** There is no other process. */
export const ALONE: Claim = (_key, work) => work();

export type GatherDeps = {
  readonly store: Store;
  /** Of hosts, whose feeds and pages one process reads at a time, and of articles that are mined. */
  readonly claim?: Claim;
  /** Already held to its requests a host. */
  readonly http: Http;
  readonly robots: Robots;
  readonly reader: Reader;
  readonly miner: Miner;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Aborted when the process ends: what is under way is dropped, and done again by the next start. */
  readonly signal?: AbortSignal;
};

export type GatherOptions = {
  /** False takes the feeds' own text instead of fetching each article's page. */
  readonly pages: boolean;
  /** What a feed's first poll counts as news, in hours. */
  readonly reachHours: number;
  /** Whether the clock may have been ahead until now. */
  readonly isClockBack?: boolean;
  onProgress?(progress: Progress): void;
};

export type Progress = { readonly what: 'feeds' | 'articles'; readonly done: number; readonly of: number };

/** What a round brought. A partial round is normal. */
export type GatherReport = {
  readonly feeds: number;
  readonly failed: readonly FailedFeed[];
  readonly items: number;
  readonly articles: number;
  readonly figures: number;
  readonly quotes: number;
  /** Entries and articles that Debrief itself failed on as often as they are tried, and that it left. */
  readonly left: number;
  /** What the admins of the workspaces that use a feed are to be told. */
  readonly notices: readonly FeedNotice[];
};

/** `kind` as in the feed's state: that of a FetchError, `http 500`, `document`, `fault`. */
export type FailedFeed = {
  readonly feed: string;
  readonly title: string;
  readonly kind: string;
  readonly reason: string;
};
export type FeedNotice = { readonly feed: Feed; readonly state: FeedState; readonly notice: Notice };

/** A feed or a page that Debrief itself fails on is tried again after this long. */
export const FAULT_MS = HOUR_MS;

/** A feed in the log: its id, and what people call it. Its address may be a secret. */
export const logged = (feed: Feed) => ({ feed: feed.id, name: feedName(feed) });
