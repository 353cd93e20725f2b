import { AT_A_TIME } from '../gather/hosts.ts';
import type { FeedWithState, Store, StoredItem } from '../ports/store.ts';
import { befallen, type Cause, causesOf } from './causes.ts';
import { dueAgain, dueFeeds } from './due.ts';
import { mine } from './mine.ts';
import { inParallel, oneByOne } from './parallel.ts';
import { faulted, pollOne, quietFeeds } from './poll.ts';
import { readSafely } from './read.ts';
import { createRoom } from './room.ts';
import {
  ALONE,
  type FailedFeed,
  type FeedNotice,
  type GatherDeps,
  type GatherOptions,
  type GatherReport,
} from './round.ts';

const FEEDS = 10_000;
const ITEMS = 2000;
/** Hosts at a time. Nearly all of it is waiting, for servers of which some never answer. */
const HOSTS = 16;
/** What one host's pages may take of a round; the others of it are left to the next, so that a host that does not answer holds up no round. */
const HOST_MS = 20_000;

const hostIn = (url: string | null, otherwise: string): string =>
  (url === null ? null : URL.parse(url)?.host) ?? otherwise;

/** A cause in the log: the one feed that it befell by its id, many by how many they are. */
function loggedCause(cause: Cause) {
  const [feed, ...more] = cause.feeds;
  return { kind: cause.kind, name: befallen(cause), ...(more.length === 0 ? { feed: feed?.feed } : {}) };
}

/** Those that nobody has polled since they were found to be due. */
async function stillDue(due: readonly FeedWithState[], feeds: Store['feeds']): Promise<readonly FeedWithState[]> {
  const states = new Map((await feeds.states(due.map(({ feed }) => feed.id))).map((state) => [state.feed, state]));
  return due.filter(({ feed, state }) => states.get(feed.id)?.nextPollAt === state.nextPollAt);
}

/**
 * One round: polls every feed that is due, reads what is new in them, mines what was read. Each step is kept before the next. Of several
 * processes each takes the hosts and the articles that no other is at; what one leaves behind that dies is free a minute later.
 */
export async function gather(deps: GatherDeps, options: GatherOptions): Promise<GatherReport> {
  const { store, clock, log, signal, claim = ALONE } = deps;
  if (options.isClockBack === true) await dueAgain(store.feeds, clock.now(), FEEDS);
  const due = await dueFeeds(store, clock.now(), FEEDS);
  const failed: FailedFeed[] = [];
  const notices: FeedNotice[] = [];
  const room = createRoom(deps.http);
  const quiet = quietFeeds(store);
  let polled = 0;
  let done = 0;
  let items = 0;
  const pollIt = async (entry: FeedWithState): Promise<void> => {
    const poll = await room((http) => pollOne(entry, { ...deps, http }, options, quiet)).catch((error: unknown) =>
      faulted(entry, error, deps),
    );
    items += poll?.news ?? 0;
    if (poll?.failure) failed.push(poll.failure);
    if (poll?.notice) notices.push(poll.notice);
    polled += 1;
    done += 1;
    options.onProgress?.({ what: 'feeds', done, of: due.length });
  };
  const sites = Map.groupBy(due, ({ feed }) => hostIn(feed.url, feed.id));
  await inParallel([...sites], HOSTS, signal, async ([host, entries]) => {
    await claim(`host:${host}`, async () => {
      if (claim === ALONE) return inParallel(entries, AT_A_TIME, signal, pollIt);
      await inParallel(await stillDue(entries, store.feeds), AT_A_TIME, signal, pollIt);
      // Whoever takes the host next is to see that they were polled.
      await quiet.end();
    });
  });
  await quiet.end();
  // A fault of Debrief's own has its line already.
  const befell = failed.filter(({ kind }) => kind !== 'fault');
  for (const cause of causesOf({ feeds: polled, failed: befell })) log.warn(loggedCause(cause), cause.reason);
  const waiting = await store.items.due(clock.now(), ITEMS);
  const feeds = new Map(
    (await store.feeds.many([...new Set(waiting.map((item) => item.feed))])).map((feed) => [feed.id, feed]),
  );
  let articles = 0;
  let left = 0;
  let read = 0;
  const inTurn = oneByOne();
  const hosts = Map.groupBy(waiting, ({ item, feed }) => hostIn(item.url, feed));
  const readIt = async (stored: StoredItem): Promise<void> => {
    const feed = feeds.get(stored.feed);
    const reading = feed && (await room((http) => readSafely(stored, feed, { ...deps, http }, { ...options, inTurn })));
    if (reading === 'new') articles += 1;
    if (reading === 'left') left += 1;
    read += 1;
    options.onProgress?.({ what: 'articles', done: read, of: waiting.length });
  };
  await inParallel([...hosts], HOSTS, signal, async ([host, entries]) => {
    await claim(`host:${host}`, async () => {
      const until = clock.now().getTime() + HOST_MS;
      await inParallel(await store.items.unread(entries), AT_A_TIME, signal, async (stored) => {
        if (clock.now().getTime() <= until) await readIt(stored);
      });
    });
  });
  const mined = await mine(deps);
  const report = {
    feeds: polled,
    failed,
    items,
    articles,
    ...mined,
    left: left + mined.left,
    notices,
  };
  if (due.length > 0 || waiting.length > 0)
    log.info({ ...report, failed: report.failed.length, notices: notices.length }, 'gathered');
  return report;
}
