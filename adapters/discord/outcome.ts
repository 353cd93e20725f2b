import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { MINUTE_MS, SECOND_MS } from '../../src/durations.ts';
import type { PostResult } from '../../src/ports/platform.ts';

type Failure = Exclude<PostResult, { readonly kind: 'sent' }>;

/** What somebody must do before the bot can post there again; by Discord's JSON error codes. */
const CLOSED: ReadonlyMap<number | string, string> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'the channel is not there any more: choose another'],
  [RESTJSONErrorCodes.UnknownGuild, 'Debrief was removed from the server: invite it again'],
  [RESTJSONErrorCodes.MissingAccess, 'Debrief does not see the channel: give it View Channel there'],
  [
    RESTJSONErrorCodes.MissingPermissions,
    'Debrief may not post in the channel: give it Send Messages, Embed Links and Attach Files there',
  ],
  [
    RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
    'nothing can be posted in a channel of this kind: choose another',
  ],
  [
    RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
    'nothing can be posted in a channel of this kind: choose another',
  ],
  [RESTJSONErrorCodes.ThreadLocked, 'the thread is locked: unlock it, or choose another place'],
  [
    RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel,
    'the forum asks for a tag that Debrief may set: add one, or ask for none',
  ],
]);

/** Asked too fast in one place, which passes. */
const SLOW: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
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
const RETRY_MS = 30 * SECOND_MS;
const UNAUTHORISED_MS = MINUTE_MS;

export const TOKEN_REFUSED =
  'Discord does not take DISCORD_TOKEN: reset and copy it under “Bot” of the application, and set it again';

/** Discord's own code of a failed call, or null where it did not come to an answer. */
export const codeOf = (error: unknown): number | string | null =>
  error instanceof DiscordAPIError ? error.code : null;

/** Discord does not like the form of the message: a simpler one may pass. */
export const isAboutForm = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InvalidFormBodyOrContentType;

function causeCode(error: unknown): string | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_LEFT.has(cause.code)) return cause.code;
  }
  return null;
}

/** What a failed post was, and whether it may stand there all the same. */
export function failureOf(error: unknown): Failure {
  // Discord limits each channel by itself, but for its global limit and those that it shares among all.
  if (error instanceof RateLimitError)
    return {
      kind: 'retry',
      afterMs: error.retryAfter,
      reason: 'Discord asks to wait (rate limit)',
      ...(error.global || error.scope !== 'user' ? {} : { scope: 'channel' }),
    };
  if (error instanceof DiscordAPIError) {
    const reason = CLOSED.get(error.code);
    if (reason !== undefined) return { kind: 'refused', lost: true, reason };
    if (SLOW.has(error.code))
      return { kind: 'retry', afterMs: RETRY_MS, reason: 'the channel is in slow mode', scope: 'channel' };
    if (error.code === RESTJSONErrorCodes.CloudflareIsBlockingYourRequest)
      return { kind: 'retry', afterMs: RETRY_MS, reason: 'Discord’s network holds requests back' };
    // Whether the token is no good any more, or Discord was confused, the connection finds out; the post can wait for it.
    if (error.status === 401) return { kind: 'retry', afterMs: UNAUTHORISED_MS, reason: TOKEN_REFUSED };
    return {
      kind: 'refused',
      lost: false,
      reason: `Discord refuses the message (${error.code}: ${firstLine(error.message)})`,
    };
  }
  if (error instanceof HTTPError) {
    const reason = `Discord answers with HTTP ${error.status}`;
    return error.status < 500 ? { kind: 'refused', lost: false, reason } : { kind: 'unknown', reason };
  }
  const never = causeCode(error);
  if (never !== null) return { kind: 'retry', afterMs: RETRY_MS, reason: `Discord cannot be reached (${never})` };
  return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
