import { ReadingError } from '../errors.ts';
import { noticeOf } from '../gather/health.ts';
import { facetsOf, identify } from '../gather/identity.ts';
import { poll } from '../gather/poll.ts';
import { failed, type PollResult } from '../gather/poll-result.ts';
import type { Item } from '../model.ts';
import type { FeedWithState, Store } from '../ports/store.ts';
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
  { items, news, feed: { url } }: PollResult,
  store: Pick<Store, 'items'>,
  now: Date,
): Promise<number> {
  if (items.length === 0) return 0;
  const facetsBy = new Map(items.map((item) => [item, facetsOf(item, url)]));
  const facets = [...facetsBy.values()];
  const guids = facets.flatMap(({ guid }) => guid ?? []);
  const known = await store.items.known(feed, {
    keys: [...guids, ...items.flatMap((item) => (item.guid === null && item.url !== null ? [item.url] : []))],
    guids,
    pages: facets.flatMap(({ page }) => page ?? []),
    faces: facets.map(({ face }) => face),
  });
  const prints = new Map(known.map(({ key, print }) => [key, print]));
  const isNews = new Set<Item>(news);
  const entries = identify(items, known, url).map(({ key, item, known: before, note }) => ({
    key,
    item,
    before,
    facets: facetsBy.get(item) ?? facetsOf(item, url),
    odd: note,
    skip: isNews.has(item) ? null : 'older than the feed is followed',
  }));
  const fresh = entries.filter(({ before }) => before === null);
  const added = new Set(await store.items.add(feed, fresh, now));
  await store.items.listed(
    feed,
    entries.flatMap(({ before, key }) => (before === null ? [] : [key])),
    now,
  );
  await store.items.change(
    feed,
    entries.filter(({ before, key, facets: { print } }) => before !== null && prints.get(key) !== print),
    now,
  );
  return fresh.filter(({ key, item }) => added.has(key) && isNews.has(item)).length;
}

/** Polls a feed and keeps what it brought, as a whole or not at all: a process that dies before asks for the whole document again. */
export async function pollOne(
  { feed, state }: FeedWithState,
  deps: GatherDeps,
  options: GatherOptions,
): Promise<Poll | null> {
  const { store, clock, log, signal } = deps;
  const now = clock.now();
  const time = { now, random: deps.random, reachHours: options.reachHours };
  // A document that ends the process is not asked for again at once by the next one.
  const trying = { kind: 'document', message: 'reading what it answered did not come to an end', waitMinutes: 0 };
  const begin = () => store.feeds.saveState(failed(feed, state, time, trying).state);
  const result = await poll(feed, state, { http: deps.http, reader: deps.reader, begin, ...time }).catch(
    async (error: unknown) => {
      if (!(error instanceof ReadingError && error.kind === 'stopped')) throw error;
      await store.feeds.saveState(state);
      return null;
    },
  );
  if (result === null || signal?.aborted) return null;
  const { id, news } = await store.together(async (kept) => {
    // Where another feed stands at the address already, the two are one from here on.
    const { id } = result.movedFrom === null ? feed : await kept.feeds.move(feed.id, result.feed.url);
    const { title, site } = result.feed;
    if (title !== feed.title || site !== feed.site) await kept.feeds.save({ ...result.feed, id }, now);
    const news = await keepItems(id, result, kept, now);
    await kept.feeds.saveState({ ...result.state, feed: id });
    return { id, news };
  });
  for (const remark of result.remarks) log.debug(logged(feed), remark);
  const error = result.state.error;
  const notice = noticeOf(result.feed, result.state, now);
  if (error !== null) log.warn({ ...logged(feed), kind: error.kind }, error.message);
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
  await store.feeds.saveState({
    ...state,
    lastPolledAt: now.toISOString(),
    failures: state.failures + 1,
    error: { kind: 'fault', message: reason, since: state.error?.since ?? now.toISOString() },
    nextPollAt: new Date(now.getTime() + FAULT_MS).toISOString(),
  });
  return { news: 0, notice: null, failure: { feed: feed.id, title: feedName(feed), kind: 'fault', reason } };
}
