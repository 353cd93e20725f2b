import { AT_A_TIME } from '../gather/hosts.ts';
import type { StoredItem } from '../ports/store.ts';
import { dueFeeds } from './due.ts';
import { mine } from './mine.ts';
import { inParallel, oneByOne } from './parallel.ts';
import { faulted, pollOne } from './poll.ts';
import { readSafely } from './read.ts';
import type { FailedFeed, FeedNotice, GatherDeps, GatherOptions, GatherReport } from './round.ts';

const FEEDS = 10_000;
const ITEMS = 2000;
/** Nearly all of it is waiting, for servers of which some never answer. */
const POLLS = 16;
const HOSTS = 16;
/** What one host's pages may take of a round; the others of it are left to the next, so that a host that does not answer holds up no round. */
const HOST_MS = 20_000;

/** Of the host that an entry's page lies on. */
function hostOf({ item, feed }: StoredItem): string {
  return item.url !== null && URL.canParse(item.url) ? new URL(item.url).host : feed;
}

/** One round: polls every feed that is due, reads what is new in them, mines what was read. Each step is kept before the next. */
export async function gather(deps: GatherDeps, options: GatherOptions): Promise<GatherReport> {
  const { store, clock, log, signal } = deps;
  const due = await dueFeeds(store, clock.now(), FEEDS);
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
  const inTurn = oneByOne();
  const hosts = [...Map.groupBy(waiting, hostOf).values()];
  await inParallel(hosts, HOSTS, signal, async (items) => {
    const until = clock.now().getTime() + HOST_MS;
    await inParallel(items, AT_A_TIME, signal, async (stored) => {
      if (clock.now().getTime() > until) return;
      const feed = feeds.get(stored.feed);
      if (feed !== undefined && (await readSafely(stored, feed, deps, { ...options, inTurn }))) articles += 1;
      read += 1;
      options.onProgress?.({ what: 'articles', done: read, of: waiting.length });
    });
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
