import { ReadingError } from '../errors.ts';
import { facetsOf, pageOf } from '../gather/facets.ts';
import { noticeOf } from '../gather/health.ts';
import { type Identified, identify, isChanged } from '../gather/identity.ts';
import type { Listed } from '../gather/listing.ts';
import { poll } from '../gather/poll.ts';
import { failed, type PollResult } from '../gather/poll-result.ts';
import type { FeedState } from '../model.ts';
import type { FeedWithState, ItemState, Store } from '../ports/store.ts';
import { feedName } from '../secrets.ts';
import { FAULT_MS, type FailedFeed, type FeedNotice, type GatherDeps, type GatherOptions, logged } from './round.ts';

export type Poll = {
  readonly news: number;
  readonly failure: FailedFeed | null;
  readonly notice: FeedNotice | null;
};

/** Keeps the entries of a document: those that are new, and the new states of those that were changed. Answers how many are news. */
async function keepItems(
  feed: string,
  { entries, feed: { url } }: PollResult,
  store: Pick<Store, 'items'>,
  now: Date,
): Promise<number> {
  if (entries.length === 0) return 0;
  const known = await store.items.known(feed, () =>
    entries.map((entry) => ({ ...facetsOf(entry, url), key: entry.item.guid ?? entry.item.url })),
  );
  const found = identify(entries, known, url);
  const stateOf = ({ key, entry, note: odd }: Identified<Listed>): ItemState => ({
    key,
    item: entry.item,
    facets: facetsOf(entry, url),
    odd,
  });
  const fresh = found.filter(({ known: before }) => before === null);
  const kept = found.filter(({ known: before }) => before !== null);
  // What is odd is told of even where it is old.
  const [old = [], read = []] = [true, false].map((isOld) =>
    fresh.filter(({ entry, note }) => isOld === (!entry.isNews && note === null)),
  );
  if (old.length > 0)
    await store.items.addOld(
      feed,
      old.map(({ key, entry: { item, text } }) => ({ key, item, page: pageOf(item, url), text })),
      now,
    );
  const added = new Set(
    await store.items.add(
      feed,
      read.map((one) => ({ ...stateOf(one), skip: one.entry.isNews ? null : 'older than the feed is followed' })),
      now,
    ),
  );
  if (kept.length > 0) {
    await store.items.listed(
      feed,
      kept.map(({ key }) => key),
      now,
    );
    const changed = kept.filter(({ known: before, entry }) => before !== null && isChanged(before, entry));
    await store.items.change(feed, changed.map(stateOf), now);
  }
  return read.filter(({ key, entry }) => entry.isNews && added.has(key)).length;
}

/** So many feeds that brought nothing are kept in one transaction: a process that dies before asks them again. */
const TOGETHER = 50;

/** Keeps the states of feeds that brought nothing, some at a time, and the rest when it is ended. */
export function quietFeeds(store: Pick<Store, 'together'>) {
  const waiting: FeedState[] = [];
  const keep = async (): Promise<void> => {
    const states = waiting.splice(0);
    if (states.length > 0) await store.together(({ feeds }) => feeds.saveState(...states));
  };
  return {
    async add(state: FeedState): Promise<void> {
      waiting.push(state);
      if (waiting.length >= TOGETHER) await keep();
    },
    end: keep,
  };
}

/** Polls a feed and keeps what it brought, as a whole or not at all: a process that dies before asks for the whole document again. */
export async function pollOne(
  { feed, state }: FeedWithState,
  deps: GatherDeps,
  options: GatherOptions,
  quiet: ReturnType<typeof quietFeeds>,
): Promise<Poll | null> {
  const { store, clock, log, signal } = deps;
  const now = clock.now();
  const time = { now, random: deps.random, reachHours: options.reachHours };
  // A document that ends the process is not asked for again at once by the next one.
  const trying = { kind: 'document', message: 'reading what it answered did not come to an end', waitMinutes: 0 };
  const begin = () => store.together(({ feeds }) => feeds.saveState(failed(feed, state, time, trying).state));
  const result = await poll(feed, state, { http: deps.http, reader: deps.reader, begin, ...time }).catch(
    async (error: unknown) => {
      if (!(error instanceof ReadingError && error.kind === 'stopped')) throw error;
      await store.feeds.saveState(state);
      return null;
    },
  );
  if (result === null || signal?.aborted) return null;
  const { title, site } = result.feed;
  const isDescribed = title === feed.title && site === feed.site;
  const keep = async (
    kept: Pick<Store, 'feeds' | 'items'>,
  ): Promise<{ readonly id: string; readonly news: number }> => {
    // Where another feed stands at the address already, the two are one from here on.
    const { id } = result.movedFrom === null ? feed : await kept.feeds.move(feed.id, result.feed.url);
    if (!isDescribed) await kept.feeds.describe(id, { title, site });
    const news = await keepItems(id, result, kept, now);
    await kept.feeds.saveState({ ...result.state, feed: id });
    return { id, news };
  };
  const isQuiet = result.entries.length === 0 && result.movedFrom === null && isDescribed;
  if (isQuiet) await quiet.add(result.state);
  const { id, news } = isQuiet ? { id: feed.id, news: 0 } : await store.together(keep);
  for (const remark of result.remarks) log.debug(logged(feed), remark);
  const error = result.state.error;
  const notice = noticeOf(result.feed, result.state, now);
  return {
    news,
    notice: notice === null ? null : { feed: { ...result.feed, id }, state: { ...result.state, feed: id }, notice },
    failure: error === null ? null : { feed: id, title: feedName(feed), kind: error.kind, reason: error.message },
  };
}

/** A fault of Debrief's own on one feed is kept and logged like any other failure, and holds up no other feed. */
export async function faulted(
  { feed, state }: FeedWithState,
  error: unknown,
  { store, clock, log }: GatherDeps,
): Promise<Poll> {
  log.error({ ...logged(feed), error }, 'a feed could not be read; please report it');
  const now = clock.now();
  const reason = 'what it answered could not be read, by a fault of Debrief; its log tells more';
  const failing: FeedState = {
    ...state,
    lastPolledAt: now.toISOString(),
    failures: state.failures + 1,
    error: { kind: 'fault', message: reason, since: state.error?.since ?? now.toISOString() },
    nextPollAt: new Date(now.getTime() + FAULT_MS).toISOString(),
  };
  await store.feeds.saveState(failing);
  const notice = noticeOf(feed, failing, now);
  return {
    news: 0,
    notice: notice === null ? null : { feed, state: failing, notice },
    failure: { feed: feed.id, title: feedName(feed), kind: 'fault', reason },
  };
}
