import { sha256 } from '../gather/address.ts';
import { type Notice, noticeOf } from '../gather/health.ts';
import { poll } from '../gather/poll.ts';
import { readItem } from '../gather/read.ts';
import type { Robots } from '../gather/robots.ts';
import type { Article, Feed, FeedState, Item } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { FeedWithState, Store, StoredItem } from '../ports/store.ts';
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
  readonly failed: readonly { readonly feed: string; readonly title: string; readonly reason: string }[];
  readonly items: number;
  readonly articles: number;
  readonly figures: number;
  readonly quotes: number;
  /** What the admins of the workspaces that use a feed are to be told. */
  readonly notices: readonly FeedNotice[];
};

export type FeedNotice = { readonly feed: Feed; readonly state: FeedState; readonly notice: Notice };

const FEEDS = 1000;
const ITEMS = 2000;
const POLLS = 8;
const READS = 8;
const DAY_MS = 24 * 3_600_000;
/** How often a page is read again within its first day. */
const REREAD_MS = 4 * 3_600_000;

const keyOf = (item: Item): string => item.guid ?? item.url ?? sha256(JSON.stringify(item));

const titleOf = (feed: Feed): string => feed.title ?? feed.publisher ?? feed.url;

type Poll = {
  readonly news: number;
  readonly failure: { readonly feed: string; readonly title: string; readonly reason: string } | null;
  readonly notice: FeedNotice | null;
};

async function pollOne({ feed, state }: FeedWithState, deps: GatherDeps, options: GatherOptions): Promise<Poll> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const result = await poll(feed, state, { http: deps.http, now, random: deps.random, reachHours: options.reachHours });
  if (result.movedFrom !== null) await store.feeds.move(feed.id, result.feed.url);
  await store.feeds.save(result.feed, now);
  await store.feeds.saveState(result.state);
  const added = await store.items.add(
    feed.id,
    result.items.map((item) => ({ key: keyOf(item), item })),
    now,
  );
  const news = new Set(result.news.map(keyOf));
  for (const key of added) {
    if (!news.has(key))
      await store.items.settle(feed.id, key, { url: null, note: 'older than the feed is followed', nextReadAt: null });
  }
  for (const remark of result.remarks) log.debug({ feed: feed.url }, remark);
  const error = result.state.error;
  const notice = noticeOf(result.feed, result.state, now);
  if (error !== null) log.warn({ feed: feed.url, kind: error.kind }, error.message);
  return {
    news: added.filter((key) => news.has(key)).length,
    notice: notice === null ? null : { feed: result.feed, state: result.state, notice },
    failure: error === null ? null : { feed: feed.id, title: titleOf(feed), reason: error.message },
  };
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
  const { store, http, robots, clock } = deps;
  const now = clock.now();
  const previous = stored.url === null ? null : await store.articles.newest(stored.url);
  const result = await readItem(stored.item, feed, { http, robots, now, pages: options.pages }, previous);
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

/** Pages are corrected within their first day; after it nothing is read again. */
function nextReading(article: Article, now: Date): Date | null {
  const until = Date.parse(article.published ?? article.fetched) + DAY_MS;
  return article.origin === 'page' && now.getTime() < until ? new Date(now.getTime() + REREAD_MS) : null;
}

/** One round: polls every feed that is due, reads what is new in them, mines what was read. Each step is kept before the next. */
export async function gather(deps: GatherDeps, options: GatherOptions): Promise<GatherReport> {
  const { store, clock, log } = deps;
  const due = await store.feeds.due(clock.now(), FEEDS);
  const failed: Poll['failure'][] = [];
  const notices: FeedNotice[] = [];
  let done = 0;
  let items = 0;
  await inParallel(due, POLLS, async (entry) => {
    const { news, failure, notice } = await pollOne(entry, deps, options);
    items += news;
    if (failure !== null) failed.push(failure);
    if (notice !== null) notices.push(notice);
    done += 1;
    options.onProgress?.({ what: 'feeds', done, of: due.length });
  });
  const waiting = await store.items.due(clock.now(), ITEMS);
  const feeds = new Map(
    (await store.feeds.many([...new Set(waiting.map((item) => item.feed))])).map((feed) => [feed.id, feed]),
  );
  let articles = 0;
  let read = 0;
  await inParallel(waiting, READS, async (stored) => {
    const feed = feeds.get(stored.feed);
    if (feed !== undefined && (await readOne(stored, feed, deps, options))) articles += 1;
    read += 1;
    options.onProgress?.({ what: 'articles', done: read, of: waiting.length });
  });
  const mined = await mine(deps);
  const report = {
    feeds: due.length,
    failed: failed.filter((failure) => failure !== null),
    items,
    articles,
    ...mined,
    notices,
  };
  if (due.length > 0 || waiting.length > 0)
    log.info({ ...report, failed: report.failed.length, notices: notices.length }, 'gathered');
  return report;
}
