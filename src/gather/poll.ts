import { HOUR_MS } from '../durations.ts';
import { FetchError, ParseError, ReadingError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Feed, FeedState } from '../model.ts';
import type { Http, HttpResponse } from '../ports/http.ts';
import { canonicalUrl } from './address.ts';
import { isChallenge } from './challenge.ts';
import { answered, type Failure, failed, type PollResult, type PollTime, refused, unchanged } from './poll-result.ts';
import type { Begin, Reader } from './reader.ts';

const MAX_BYTES = 10_000_000;
const TIMEOUT_MS = 30_000;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export type PollDeps = PollTime & {
  readonly http: Http;
  readonly reader: Pick<Reader, 'listing'>;
  /** Called before the document is read. */
  readonly begin?: Begin;
};

/** Polls a feed once. Whatever a server or a document does is in the result, with the time of the next poll; none of it rejects. */
export async function poll(feed: Feed, state: FeedState, deps: PollDeps): Promise<PollResult> {
  try {
    const answer = await deps.http.get({
      url: feed.url,
      headers: {
        accept: ACCEPT,
        ...(state.etag === null ? {} : { 'if-none-match': state.etag }),
        ...(state.lastModified === null ? {} : { 'if-modified-since': state.lastModified }),
      },
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
    });
    const moved = movedTo(feed, answer);
    const current = moved === null ? feed : { ...feed, url: moved };
    const movedFrom = moved === null ? null : feed.url;
    if (answer.status === 304) {
      const isAsked = state.etag !== null || state.lastModified !== null;
      return isAsked ? unchanged(current, state, answer, deps, movedFrom) : failed(feed, state, deps, UNASKED);
    }
    if (isChallenge(answer)) return failed(feed, state, deps, CHALLENGED);
    if (answer.status !== 200) return refused(feed, state, answer, deps);
    const digest = sha256(answer.body);
    if (digest === state.digest) return unchanged(current, state, answer, deps, movedFrom);
    const from = { contentType: answer.headers['content-type'] ?? null, url: answer.url };
    const reach = new Date(deps.now.getTime() - deps.reachHours * HOUR_MS).toISOString();
    const time = { now: deps.now, since: state.lastSuccessAt === null ? reach : null };
    const listing = await deps.reader.listing(answer.body, from, time, deps.begin);
    return answered(current, { ...state, digest }, answer, listing, deps, movedFrom);
  } catch (error) {
    if (error instanceof FetchError || error instanceof ParseError) {
      const kind = error instanceof FetchError ? error.kind : 'document';
      return failed(feed, state, deps, { kind, message: error.message, waitMinutes: 0 });
    }
    if (error instanceof ReadingError && error.kind !== 'stopped') {
      const message = `the feed was given up: ${error.message}; report it to its publisher`;
      return failed(feed, state, deps, { kind: 'document', message, waitMinutes: 0 });
    }
    throw error;
  }
}

/** RFC 9110 section 15.4.5: 304 answers a condition. Without one there is nothing that it could be unchanged from. */
const UNASKED: Failure = {
  kind: 'http 304',
  message:
    'answered that nothing changed (304) to a request for the whole feed; its server, or a cache before it, is at fault: it is polled again',
  waitMinutes: 0,
};

const CHALLENGED: Failure = {
  kind: 'challenge',
  message:
    'a page that tests for a browser stands before the feed (Cloudflare and the like); ask its publisher to let feed readers through, or add another address of it',
  waitMinutes: 0,
};

/** RFC 9110 section 15.4: 301 and 308 are for good, as far as no other redirect comes before them. */
function movedTo(feed: Feed, { redirects }: HttpResponse): string | null {
  const until = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  const last = redirects[(until < 0 ? redirects.length : until) - 1];
  if (last === undefined) return null;
  const to = canonicalUrl(last.to);
  return to === feed.url ? null : to;
}
