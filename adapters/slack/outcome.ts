import { RespondError, webApi } from '@slack/bolt';
import { SECOND_MS } from '../../src/durations.ts';
import { IntegrityError, neverLeft } from '../../src/errors.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { PostResult } from '../../src/ports/platform.ts';

const { outcomes: words } = ENGLISH;
const SLACK = 'Slack';

/** The turn in a channel comes so late that whoever waits should come again. */
export class Busy extends Error {
  override readonly name = 'Busy';
  readonly afterMs: number;
  constructor(afterMs: number) {
    super(words.slackQueue);
    this.afterMs = afterMs;
  }
}

type Failure = Exclude<PostResult, { readonly kind: 'sent' }>;

/** What somebody must do before the bot can post there again. */
const CLOSED: Readonly<Record<string, string>> = words.slack;

/** Codes after which it is open whether the call has had an effect. */
const OPEN_ENDED = new Set(['fatal_error', 'internal_error']);
const TRY_AGAIN = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const RETRY_MS = 30 * SECOND_MS;

/** Slack's error code of a failed call, or null when it did not come to an answer. */
export function codeOf(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

const BLOCK_CODES = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_attachments',
]);
/** Slack does not like the blocks: a simpler form may pass. */
export function isAboutBlocks(error: unknown): boolean {
  // A response_url says no more than that the request was bad.
  if (error instanceof RespondError) return error.statusCode === 400;
  return BLOCK_CODES.has(codeOf(error) ?? '');
}

function neededScope(error: unknown): string | null {
  const data: unknown = error instanceof webApi.WebAPIPlatformError ? error.data : null;
  const named = data !== null && typeof data === 'object' && 'needed' in data ? data.needed : null;
  return typeof named === 'string' ? named : null;
}

/** What a failed post was, and whether it may stand there all the same. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'retry', afterMs: error.retryAfter * 1000, reason: words.wait(SLACK) };
  }
  // Whoever runs this can name the secret that it was sealed with; nothing has left.
  if (error instanceof IntegrityError) return { kind: 'retry', afterMs: RETRY_MS, reason: error.message };
  if (error instanceof Busy) return { kind: 'retry', afterMs: error.afterMs, reason: error.message };
  const code = codeOf(error);
  if (code === 'missing_scope') {
    return { kind: 'refused', lost: true, reason: words.slackScope(neededScope(error)) };
  }
  if (code !== null) {
    const closed = CLOSED[code];
    if (closed !== undefined) return { kind: 'refused', lost: true, reason: closed };
    if (TRY_AGAIN.has(code)) return { kind: 'retry', afterMs: RETRY_MS, reason: words.answers(SLACK, code) };
    if (OPEN_ENDED.has(code)) return { kind: 'unknown', reason: words.answers(SLACK, code) };
    return { kind: 'refused', lost: false, reason: words.refuses(SLACK, code) };
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const reason = words.answersHttp(SLACK, error.statusCode);
    return error.statusCode < 500 ? { kind: 'refused', lost: false, reason } : { kind: 'unknown', reason };
  }
  const never = neverLeft(error);
  if (never !== null) return { kind: 'retry', afterMs: RETRY_MS, reason: words.unreachable(SLACK, never) };
  return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
}
