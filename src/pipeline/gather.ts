import { DAY_MS, HOUR_MS } from '../durations.ts';
import { type Notice, noticeOf } from '../gather/health.ts';
import { poll } from '../gather/poll.ts';
import { readItem } from '../gather/read.ts';
import type { Robots } from '../gather/robots.ts';
import { sha256 } from '../hash.ts';
import type { Article, Feed, FeedState, Item } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { FeedWithState, Store, StoredItem } from '../ports/store.ts';
import { feedName, shownAddress } from '../secrets.ts';
import { mine } from './mine.ts';
import { inParallel } from './parallel.ts';

export type GatherDeps = {
  readonly store: Store;
  /** Already held to its requests a host. */
  readonly http: Http;
  readonly robots: Robots;
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
  /** What the admins of the workspaces that use a feed are to be told. */
  readonly notices: readonly FeedNotice[];
};

export type FailedFeed = { readonly feed: string; readonly title: string; readonly reason: string };
export type FeedNotice = { readonly feed: Feed; readonly state: FeedState; readonly notice: Notice };

const FEEDS = 1000;
const ITEMS = 2000;
const POLLS = 8;
const READS = 8;
/** How often a page is read again within its first day. */
const REREAD_MS = 4 * HOUR_MS;
/** A feed or a page that Debrief itself fails on is tried again after this long. */
const FAULT_MS = HOUR_MS;

const keyOf = (item: Item): string => item.guid ?? item.url ?? sha256(JSON.stringify(item));

/** A feed in the log: its id, and what people call it. Its address may be a secret. */
const logged = (feed: Feed) => ({ feed: feed.id, name: feedName(feed) });

type Poll = {
  readonly news: number;
  readonly failure: FailedFeed | null;
  readonly notice: FeedNotice | null;
};

/**
 * Polls a feed and keeps what it brought. The state, with its validators, is kept last: a process that dies before asks for the whole
 * document again.
 */
async function pollOne({ feed, state }: FeedWithState, deps: GatherDeps, options: GatherOptions): Promise<Poll | null> {
  const { store, clock, log, signal } = deps;
  const now = clock.now();
  const result = await poll(feed, state, { http: deps.http, now, random: deps.random, reachHours: options.reachHours });
  if (signal?.aborted) return null;
  // Where another feed stands at the address already, the two are one from here on.
  const { id } = result.movedFrom === null ? feed : await store.feeds.move(feed.id, result.feed.url);
  await store.feeds.save({ ...result.feed, id }, now);
  const news = new Set(result.news.map(keyOf));
  const added = await store.items.add(
    id,
    result.items.map((item) => {
      const key = keyOf(item);
      return { key, item, skip: news.has(key) ? null : 'older than the feed is followed' };
    }),
    now,
  );
  await store.feeds.saveState({ ...result.state, feed: id });
  for (const remark of result.remarks) log.debug(logged(feed), remark);
  const error = result.state.error;
  const notice = noticeOf(result.feed, result.state, now);
  if (error !== null) log.warn({ ...logged(feed), kind: error.kind }, error.message);
  return {
    news: added.filter((key) => news.has(key)).length,
    notice: notice === null ? null : { feed: { ...result.feed, id }, state: { ...result.state, feed: id }, notice },
    failure: error === null ? null : { feed: id, title: feedName(feed), reason: error.message },
  };
}

/** A fault of Debrief's own on one feed is kept and logged like any other failure, and holds up no other feed. */
async function faulted(
  { feed, state }: FeedWithState,
  error: unknown,
  { store, clock, log }: GatherDeps,
): Promise<Poll> {
  log.error({ ...logged(feed), error }, 'a feed could not be read; please report it');
  const now = clock.now();
  const reason = 'what it answered could not be read, by a fault of Debrief; its log tells more';
  await store.feeds.saveState({
    ...state,
    lastPolledAt: now.toISOString(),
    failures: state.failures + 1,
    error: { kind: 'fault', message: reason, since: state.error?.since ?? now.toISOString() },
    nextPollAt: new Date(now.getTime() + FAULT_MS).toISOString(),
  });
  return { news: 0, notice: null, failure: { feed: feed.id, title: feedName(feed), reason } };
}

/** The version of an article that stands, unless another feed's reading brought the same text already. */
async function keep(article: Article, feed: string, deps: GatherDeps): Promise<boolean> {
  const { store, clock } = deps;
  const before = await store.articles.get(article.id);
  if (before === null) await store.articles.save(article);
  await store.articles.brought(article.url, feed, clock.now());
  return before === null;
}

async function readOne(stored: StoredItem, feed: Feed, deps: GatherDeps, options: GatherOptions): Promise<boolean> {
  const { store, http, robots, clock, signal } = deps;
  const now = clock.now();
  const previous = stored.url === null ? null : await store.articles.newest(stored.url);
  const result = await readItem(stored.item, feed, { http, robots, now, pages: options.pages }, previous);
  if (signal?.aborted) return false;
  if (result.kind === 'skipped') {
    await store.items.settle(feed.id, stored.key, { url: stored.url, note: result.reason, nextReadAt: null });
    return false;
  }
  const { article } = result;
  const isNew = await keep(article, feed.id, deps);
  await store.items.settle(feed.id, stored.key, {
    url: article.url,
    note: article.note,
    nextReadAt: nextReading(article, now),
  });
  return isNew;
}

/** An entry that Debrief itself fails on is logged and left, and holds up no other. */
async function readSafely(stored: StoredItem, feed: Feed, deps: GatherDeps, options: GatherOptions): Promise<boolean> {
  try {
    return await readOne(stored, feed, deps, options);
  } catch (error) {
    const nextReadAt = stored.attempts === 0 ? new Date(deps.clock.now().getTime() + FAULT_MS) : null;
    deps.log.error(
      { ...logged(feed), item: stored.item.url === null ? null : shownAddress(stored.item.url), error },
      'an article could not be read; please report its address',
    );
    await deps.store.items.settle(feed.id, stored.key, { url: stored.url, note: 'a fault of Debrief', nextReadAt });
    return false;
  }
}

/** Pages are corrected within their first day; after it nothing is read again. */
function nextReading(article: Article, now: Date): Date | null {
  const until = Date.parse(article.published ?? article.fetched) + DAY_MS;
  return article.origin === 'page' && now.getTime() < until ? new Date(now.getTime() + REREAD_MS) : null;
}

/** One round: polls every feed that is due, reads what is new in them, mines what was read. Each step is kept before the next. */
export async function gather(deps: GatherDeps, options: GatherOptions): Promise<GatherReport> {
  const { store, clock, log, signal } = deps;
  const due = await store.feeds.due(clock.now(), FEEDS);
  const failed: FailedFeed[] = [];
  const notices: FeedNotice[] = [];
  let done = 0;
  let items = 0;
  await inParallel(due, POLLS, signal, async (entry) => {
    const polled = await pollOne(entry, deps, options).catch((error: unknown) => faulted(entry, error, deps));
    items += polled?.news ?? 0;
    if (polled?.failure) failed.push(polled.failure);
    if (polled?.notice) notices.push(polled.notice);
    done += 1;
    options.onProgress?.({ what: 'feeds', done, of: due.length });
  });
  const waiting = await store.items.due(clock.now(), ITEMS);
  const feeds = new Map(
    (await store.feeds.many([...new Set(waiting.map((item) => item.feed))])).map((feed) => [feed.id, feed]),
  );
  let articles = 0;
  let read = 0;
  await inParallel(waiting, READS, signal, async (stored) => {
    const feed = feeds.get(stored.feed);
    if (feed !== undefined && (await readSafely(stored, feed, deps, options))) articles += 1;
    read += 1;
    options.onProgress?.({ what: 'articles', done: read, of: waiting.length });
  });
  const mined = await mine(deps);
  const report = {
    feeds: due.length,
    failed,
    items,
    articles,
    ...mined,
    notices,
  };
  if (due.length > 0 || waiting.length > 0)
    log.info({ ...report, failed: report.failed.length, notices: notices.length }, 'gathered');
  return report;
}
