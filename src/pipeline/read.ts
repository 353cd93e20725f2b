import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
import { ReadingError } from '../errors.ts';
import { type Found, readItem } from '../gather/read.ts';
import { articleOf } from '../gather/version.ts';
import type { Article, Feed } from '../model.ts';
import type { StoredItem } from '../ports/store.ts';
import { shownAddress } from '../secrets.ts';
import { attemptsIn, TRIES } from './attempts.ts';
import type { Turn } from './parallel.ts';
import { FAULT_MS, type GatherDeps, type GatherOptions, logged } from './round.ts';

/** How often a page is read again within its first day. */
const REREAD_MS = 4 * HOUR_MS;

/** How soon what may pass is tried again. */
const SOONEST_MS = 5 * MINUTE_MS;

export type ReadOptions = GatherOptions & {
  /** What was fetched is judged in turn: an entry is judged by what the others have shown. */
  readonly inTurn: Turn;
};

const UNREAD = { headline: null, answered: null, pageHash: null };

/** Makes an article of what was read and keeps it, with what it says of others. */
async function keepReading(
  stored: StoredItem,
  feed: Feed,
  found: Found,
  { store, clock }: GatherDeps,
): Promise<boolean> {
  const now = clock.now();
  const result = await articleOf(stored, feed, found, { items: store.items, articles: store.articles, now });
  const again = result.isPassing ? passingAgain(stored, now) : null;
  if (result.kind === 'skipped') {
    await store.items.settle(feed.id, stored.key, {
      ...UNREAD,
      url: stored.url,
      line: stored.line,
      note: result.reason,
      nextReadAt: again,
    });
    return false;
  }
  const { article, line, seen, ended, doubtful, isNew } = result;
  if (isNew) await store.articles.save(article, line);
  await store.articles.brought(line, feed.id, now);
  if (ended !== null) await store.articles.retire(ended);
  await store.items.again(doubtful, now);
  await store.items.settle(feed.id, stored.key, {
    ...seen,
    url: article.url,
    line,
    note: article.note,
    nextReadAt: again ?? nextReading(article, stored, now),
  });
  return isNew;
}

/** Reads an entry; with `givenUp`, why its page is not read any more, its feed's own text alone. Answers whether it brought an article. */
async function readOne(
  stored: StoredItem,
  feed: Feed,
  deps: GatherDeps,
  options: ReadOptions & { readonly begin: () => Promise<void>; readonly givenUp: string | null },
): Promise<boolean> {
  const { http, reader, robots, clock, signal } = deps;
  const { begin, pages, givenUp, inTurn } = options;
  const found = await readItem(stored.item, feed, { http, robots, reader, begin, now: clock.now(), pages, givenUp });
  if (signal?.aborted) return false;
  return inTurn(() => keepReading(stored, feed, found, deps));
}

/** Whether an entry brought an article, or was left for good. */
export type Reading = 'new' | 'left' | 'nothing new';

/**
 * Reads an entry, and holds up no other whatever it does. That it is read is recorded before: an entry that fails, or ends the process, is
 * tried again once, an hour later; then its page is left for its feed's own text, and where that fails too the entry with its reason.
 */
export async function readSafely(
  stored: StoredItem,
  feed: Feed,
  deps: GatherDeps,
  options: ReadOptions,
): Promise<Reading> {
  const { store, clock, log, signal } = deps;
  const attempts = attemptsIn(store.notes, clock);
  const what = `read:${feed.id}:${stored.key}`;
  let begun = false;
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    await attempts.begin(what);
  };
  const leave = async (note: string): Promise<Reading> => {
    await store.items.settle(feed.id, stored.key, {
      ...UNREAD,
      url: stored.url,
      line: stored.line,
      note,
      nextReadAt: null,
    });
    await attempts.end(what);
    return 'left';
  };
  const attempt = async (givenUp: string | null): Promise<Reading> => {
    const isNew = await readOne(stored, feed, deps, { ...options, begin, givenUp });
    await attempts.end(what);
    return isNew ? 'new' : 'nothing new';
  };
  const before = await attempts.count(what);
  if (before > TRIES) return leave('reading it did not come to an end; it is left');
  try {
    return await attempt(before === TRIES ? 'reading its page did not come to an end twice' : null);
  } catch (error) {
    if (signal?.aborted || (error instanceof ReadingError && error.kind === 'stopped')) {
      if (begun) await attempts.end(what);
      return 'nothing new';
    }
    log.error(
      { ...logged(feed), item: stored.item.url === null ? null : shownAddress(stored.item.url), error },
      'an article could not be read; please report its address',
    );
    await begin();
    const reason = error instanceof ReadingError ? error.message : 'a fault of Debrief';
    if (before + 1 < TRIES) {
      const nextReadAt = new Date(clock.now().getTime() + FAULT_MS);
      await store.items.settle(feed.id, stored.key, {
        ...UNREAD,
        url: stored.url,
        line: stored.line,
        note: reason,
        nextReadAt,
      });
      return 'nothing new';
    }
    return attempt(`its page was given up: ${reason}`).catch(() => leave(`left after ${TRIES} tries: ${reason}`));
  }
}

const sinceOf = ({ seenAt, changedAt }: StoredItem): number => Date.parse(changedAt > seenAt ? changedAt : seenAt);

/** What may pass is tried again after minutes, then after hours, for the last time a day after the entry came or was changed. */
function passingAgain(stored: StoredItem, now: Date): Date | null {
  const age = now.getTime() - sinceOf(stored);
  if (age >= DAY_MS) return null;
  return new Date(sinceOf(stored) + Math.min(DAY_MS, age + Math.max(SOONEST_MS, 4 * age)));
}

/** Pages are corrected within their first day; after it nothing is read again. */
function nextReading({ origin, published, fetched }: Article, stored: StoredItem, now: Date): Date | null {
  const until = Math.max(Date.parse(published ?? fetched), sinceOf(stored)) + DAY_MS;
  return origin === 'page' && now.getTime() < until ? new Date(now.getTime() + REREAD_MS) : null;
}
