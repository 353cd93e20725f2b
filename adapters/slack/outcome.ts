import { RespondError, webApi } from '@slack/bolt';
import type { PostResult } from '../../src/ports/platform.ts';

/** The turn in a channel comes so late that whoever waits should come again. */
export class Busy extends Error {
  override readonly name = 'Busy';
  readonly afterMs: number;
  constructor(afterMs: number) {
    super('the channel’s queue is long');
    this.afterMs = afterMs;
  }
}

type Failure = Exclude<PostResult, { readonly kind: 'sent' }>;

/** What somebody must do before the bot can post there again; the error codes are those of `chat.postMessage`. */
const CLOSED: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is not there, or Debrief is not in it: invite it with /invite @Debrief',
  not_in_channel: 'Debrief is not in the channel: invite it with /invite @Debrief',
  is_archived: 'the channel is archived: unarchive it, or choose another',
  restricted_action: 'the workspace lets only some people post in this channel: allow Debrief, or choose another',
  restricted_action_read_only_channel: 'the channel is read-only: allow Debrief to post there, or choose another',
  restricted_action_thread_only_channel: 'the channel takes replies in threads alone: choose another',
  restricted_action_non_threadable_channel: 'the channel takes no threads: choose another',
  account_inactive: 'Debrief was removed from the workspace: install it again',
  token_revoked: 'the token was revoked: install Debrief again',
  token_expired: 'the token has expired: install Debrief again',
  invalid_auth: 'Slack does not know the token: check SLACK_BOT_TOKEN, or install Debrief again',
  not_authed: 'no token was given: check SLACK_BOT_TOKEN, or install Debrief again',
  no_permission: 'the token may not post: install Debrief again',
  access_denied: 'the workspace denies access: ask its owner to allow Debrief',
  org_login_required: 'the workspace is being moved by Slack: nothing to do but wait',
  team_access_not_granted: 'the organisation has not given Debrief this workspace: ask its owner',
  ekm_access_denied: 'the workspace’s owner has suspended access by key management',
  user_not_found: 'there is no such person in the workspace',
  cannot_dm_bot: 'a bot cannot be written to',
  messages_tab_disabled: 'the messages tab of the app is off: create the app from the manifest again',
};

/** Codes after which it is open whether the call has had an effect. */
const OPEN_ENDED = new Set(['fatal_error', 'internal_error']);
const TRY_AGAIN = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** The connection never came about, so that the request never left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const RETRY_MS = 30_000;

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

function causeCode(error: unknown): string | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_LEFT.has(cause.code)) return cause.code;
  }
  return null;
}

function neededScope(error: unknown): string {
  const data: unknown = error instanceof webApi.WebAPIPlatformError ? error.data : null;
  const named = data !== null && typeof data === 'object' && 'needed' in data ? data.needed : null;
  return typeof named === 'string' ? named : 'that is missing';
}

/** What a failed post was, and whether it may stand there all the same. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'retry', afterMs: error.retryAfter * 1000, reason: 'Slack asks to wait (rate limit)' };
  }
  if (error instanceof Busy) return { kind: 'retry', afterMs: error.afterMs, reason: error.message };
  const code = codeOf(error);
  if (code === 'missing_scope') {
    const reason = `the app lacks the scope ${neededScope(error)}: add it under "OAuth & Permissions" and install again`;
    return { kind: 'refused', lost: true, reason };
  }
  if (code !== null) {
    const closed = CLOSED[code];
    if (closed !== undefined) return { kind: 'refused', lost: true, reason: closed };
    if (TRY_AGAIN.has(code)) return { kind: 'retry', afterMs: RETRY_MS, reason: `Slack answers ${code}` };
    if (OPEN_ENDED.has(code)) return { kind: 'unknown', reason: `Slack answers ${code}` };
    return { kind: 'refused', lost: false, reason: `Slack refuses the message: ${code}` };
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const reason = `Slack answers with HTTP ${error.statusCode}`;
    return error.statusCode < 500 ? { kind: 'refused', lost: false, reason } : { kind: 'unknown', reason };
  }
  const never = causeCode(error);
  if (never !== null) return { kind: 'retry', afterMs: RETRY_MS, reason: `Slack cannot be reached (${never})` };
  return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
}
