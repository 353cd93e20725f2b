import { DAY_MS, MINUTE_MS } from '../durations.ts';
import type { Feed, FeedState } from '../model.ts';
import type { HttpResponse } from '../ports/http.ts';
import { isAhead } from './dates.ts';
import { backoffMinutes, freshnessMinutes, habitMinutes, nextInterval, retryAfterMinutes } from './interval.ts';
import type { Listed, Listing } from './listing.ts';

/** What the next poll is reckoned from. */
export type PollTime = {
  readonly now: Date;
  /** Evenly spread over 0 to 1: spreads the polls of many feeds. */
  readonly random: () => number;
  /** What a feed's first poll counts as news, in hours. */
  readonly reachHours: number;
};

export type PollResult = {
  /** `items` answered; `unchanged` answered that nothing is new; `waiting` asked to be left alone (429, 503); `gone` for ever (410). */
  readonly outcome: 'items' | 'unchanged' | 'waiting' | 'failed' | 'gone';
  /** With the address it moved to, and with title and site where they were not known. Its `id` stays. */
  readonly feed: Feed;
  readonly state: FeedState;
  /** Every entry of the document; empty unless `items`. */
  readonly entries: readonly Listed[];
  /** The address that it left, where it moved. */
  readonly movedFrom: string | null;
  /** What was odd about the document, for people: entries without a date, or dated in the future. */
  readonly remarks: readonly string[];
};

/** What a document brought. */
export function answered(
  feed: Feed,
  state: FeedState,
  answer: HttpResponse,
  { entries, isStamped, title, site, hints, whole }: Listing,
  time: PollTime,
  movedFrom: string | null,
): PollResult {
  const { now } = time;
  // Instants are texts of one form, which compare as times do.
  const [present, weekAgo] = [now.toISOString(), new Date(now.getTime() - 7 * DAY_MS).toISOString()];
  const times = entries
    .flatMap(({ item: { published, updated } }) => published ?? updated ?? [])
    .filter((at) => at <= present);
  const newest = times.reduce<string | null>(
    (latest, at) => (latest === null || at > latest ? at : latest),
    state.lastItemAt,
  );
  const habit = habitMinutes(times, now);
  const next = succeeded({ ...state, intervalMinutes: habit, lastItemAt: newest }, answer, time, hints.ttlMinutes);
  return {
    outcome: 'items',
    feed: { ...feed, title: feed.title ?? title, site: feed.site ?? site },
    state: {
      ...next,
      ...(whole ? {} : brokenOff(state, now)),
      itemsLast7Days: times.filter((at) => at > weekAgo).length,
    },
    entries,
    movedFrom,
    remarks: isStamped ? [STAMPED] : remarksOn(entries, now),
  };
}

const STAMPED =
  'its entries are all dated at the moment of the poll, which says nothing: the dates of their pages count';

/** Half a document is read as far as it goes, told as a failure, and asked for anew: its validators would say that nothing is new. */
function brokenOff(state: FeedState, now: Date): Partial<FeedState> {
  return {
    etag: null,
    lastModified: null,
    digest: null,
    failures: state.failures + 1,
    error: {
      kind: 'document',
      message:
        'the feed breaks off before its end; what came until there is read, and its publisher has to put it right if it stays so',
      since: state.error?.since ?? now.toISOString(),
    },
  };
}

/** A 304, or the same document again: all is as it was. */
export function unchanged(
  feed: Feed,
  state: FeedState,
  answer: HttpResponse,
  time: PollTime,
  movedFrom: string | null,
): PollResult {
  const quiet = state.lastItemAt === null || Date.parse(state.lastItemAt) < time.now.getTime() - 7 * DAY_MS;
  const next = succeeded(state, answer, time, null);
  return {
    ...nothing(feed, { ...next, itemsLast7Days: quiet ? 0 : state.itemsLast7Days }),
    outcome: 'unchanged',
    movedFrom,
  };
}

function succeeded(state: FeedState, answer: HttpResponse, time: PollTime, ttlMinutes: number | null): FeedState {
  const { now } = time;
  const asked = Math.max(ttlMinutes ?? 0, freshnessMinutes(answer.headers, now));
  return {
    ...state,
    etag: answer.headers.etag ?? (answer.status === 304 ? state.etag : null),
    lastModified: answer.headers['last-modified'] ?? (answer.status === 304 ? state.lastModified : null),
    lastPolledAt: now.toISOString(),
    lastSuccessAt: now.toISOString(),
    error: null,
    failures: 0,
    nextPollAt: later(now, nextInterval(state, asked, now), time.random),
  };
}

/** Any other status: what it asks for, or a failure. */
export function refused(feed: Feed, state: FeedState, answer: HttpResponse, time: PollTime): PollResult {
  const { now } = time;
  if (answer.status === 410) {
    const error = {
      kind: 'http 410',
      message: 'the feed is gone for good (410); remove it, or add the address of its successor',
      since: now.toISOString(),
    };
    return { ...nothing(feed, { ...state, lastPolledAt: now.toISOString(), gone: true, error }), outcome: 'gone' };
  }
  const waitMinutes = retryAfterMinutes(answer.headers, now);
  const result = failed(feed, state, time, {
    kind: `http ${answer.status}`,
    message: adviceOn(answer.status),
    waitMinutes,
  });
  return { ...result, outcome: answer.status === 429 || answer.status === 503 ? 'waiting' : 'failed' };
}

export type Failure = { readonly kind: string; readonly message: string; readonly waitMinutes: number };

/** No answer, or none that can be read: backs off. */
export function failed(
  feed: Feed,
  state: FeedState,
  time: PollTime,
  { kind, message, waitMinutes }: Failure,
): PollResult {
  const { now } = time;
  const failures = state.failures + 1;
  const wait = Math.max(backoffMinutes(failures), waitMinutes);
  return {
    ...nothing(feed, {
      ...state,
      lastPolledAt: now.toISOString(),
      failures,
      error: { kind, message, since: state.error?.since ?? now.toISOString() },
      nextPollAt: later(now, wait, time.random),
    }),
    outcome: 'failed',
  };
}

function nothing(feed: Feed, state: FeedState): Omit<PollResult, 'outcome'> {
  return { feed, state, entries: [], movedFrom: null, remarks: [] };
}

/** Up to a tenth later than asked, never earlier. */
function later(now: Date, minutes: number, random: () => number): string {
  return new Date(now.getTime() + Math.round(minutes * MINUTE_MS * (1 + 0.1 * random()))).toISOString();
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403)
    return `the server refuses to give the feed (${status}); it may be for subscribers, or keep bots out: ask its publisher`;
  if (status === 404)
    return 'there is no feed at this address any more (404); look for its new one with: feeds add <address of the site>';
  if (status === 429) return 'the server asks for fewer requests (429); the next poll waits as long as it says';
  if (status === 503)
    return 'the server is overloaded or being worked on (503); the next poll waits as long as it says';
  if (status >= 500) return `the server has a fault (${status}); it is polled again, ever more rarely until it answers`;
  return `answered ${status} where 200 was expected; open the address in a browser to see what is there`;
}

function remarksOn(entries: readonly Listed[], now: Date): string[] {
  const without = entries.filter(({ item }) => item.published === null && item.updated === null).length;
  const present = now.toISOString();
  const ahead = entries.filter(({ item: { published: at } }) => at !== null && at > present && isAhead(at, now)).length;
  return [
    ...(without > 0 ? [`${without} of ${entries.length} entries have no date`] : []),
    ...(ahead > 0 ? [`${ahead} of ${entries.length} entries are dated in the future`] : []),
  ];
}
