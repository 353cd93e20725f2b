import { DAY_MS, HOUR_MS } from '../durations.ts';
import { ReadingError } from '../errors.ts';
import { readItem } from '../gather/read.ts';
import type { Article, Feed } from '../model.ts';
import type { StoredItem } from '../ports/store.ts';
import { shownAddress } from '../secrets.ts';
import { attemptsIn, TRIES } from './attempts.ts';
import { FAULT_MS, type GatherDeps, type GatherOptions, logged } from './round.ts';

/** How often a page is read again within its first day. */
const REREAD_MS = 4 * HOUR_MS;

/** The version of an article that stands, unless another feed's reading brought the same text already. */
async function keep(article: Article, feed: string, deps: GatherDeps): Promise<boolean> {
  const { store, clock } = deps;
  const before = await store.articles.get(article.id);
  if (before === null) await store.articles.save(article);
  await store.articles.brought(article.url, feed, clock.now());
  return before === null;
}

/** Reads an entry; with `givenUp`, why its page is not read any more, its feed's own text alone. Answers whether it brought an article. */
async function readOne(
  stored: StoredItem,
  feed: Feed,
  deps: GatherDeps,
  options: GatherOptions & { readonly begin: () => Promise<void>; readonly givenUp: string | null },
): Promise<boolean> {
  const { store, http, reader, robots, clock, signal } = deps;
  const { begin, pages, givenUp } = options;
  const now = clock.now();
  const previous = stored.url === null ? null : await store.articles.newest(stored.url);
  const result = await readItem(stored.item, feed, { http, robots, reader, begin, now, pages, givenUp }, previous);
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

/**
 * Reads an entry, and holds up no other whatever it does. That it is read is recorded before: an entry that fails, or ends the process, is
 * tried again once, an hour later; then its page is left for its feed's own text, and where that fails too the entry with its reason.
 */
export async function readSafely(
  stored: StoredItem,
  feed: Feed,
  deps: GatherDeps,
  options: GatherOptions,
): Promise<boolean> {
  const { store, clock, log, signal } = deps;
  const attempts = attemptsIn(store.notes);
  const what = `read:${feed.id}:${stored.key}`;
  let begun = false;
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    await attempts.begin(what);
  };
  const leave = async (note: string): Promise<boolean> => {
    await store.items.settle(feed.id, stored.key, { url: stored.url, note, nextReadAt: null });
    await attempts.end(what);
    return false;
  };
  const attempt = async (givenUp: string | null): Promise<boolean> => {
    const isNew = await readOne(stored, feed, deps, { ...options, begin, givenUp });
    await attempts.end(what);
    return isNew;
  };
  const before = await attempts.count(what);
  if (before > TRIES) return leave('reading it did not come to an end; it is left');
  try {
    return await attempt(before === TRIES ? 'reading its page did not come to an end twice' : null);
  } catch (error) {
    if (signal?.aborted || (error instanceof ReadingError && error.kind === 'stopped')) {
      if (begun) await attempts.end(what);
      return false;
    }
    log.error(
      { ...logged(feed), item: stored.item.url === null ? null : shownAddress(stored.item.url), error },
      'an article could not be read; please report its address',
    );
    await begin();
    const reason = error instanceof ReadingError ? error.message : 'a fault of Debrief';
    if (before + 1 < TRIES) {
      const nextReadAt = new Date(clock.now().getTime() + FAULT_MS);
      await store.items.settle(feed.id, stored.key, { url: stored.url, note: reason, nextReadAt });
      return false;
    }
    return attempt(`its page was given up: ${reason}`).catch(() => leave(`left after ${TRIES} tries: ${reason}`));
  }
}

/** Pages are corrected within their first day; after it nothing is read again. */
function nextReading(article: Article, now: Date): Date | null {
  const until = Date.parse(article.published ?? article.fetched) + DAY_MS;
  return article.origin === 'page' && now.getTime() < until ? new Date(now.getTime() + REREAD_MS) : null;
}
