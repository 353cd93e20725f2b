import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { MINUTE_MS, SECOND_MS } from '../../src/durations.ts';
import { neverLeft } from '../../src/errors.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { PostResult } from '../../src/ports/platform.ts';

const { outcomes: words } = ENGLISH;
const DISCORD = 'Discord';

type Failure = Exclude<PostResult, { readonly kind: 'sent' }>;

/** What somebody must do before the bot can post there again; by Discord's JSON error codes. */
const CLOSED: ReadonlyMap<number | string, string> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, words.discord.noChannel],
  [RESTJSONErrorCodes.UnknownGuild, words.discord.noServer],
  [RESTJSONErrorCodes.MissingAccess, words.discord.unseen],
  [RESTJSONErrorCodes.MissingPermissions, words.discord.forbidden],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, words.discord.noPosts],
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType, words.discord.noPosts],
  [RESTJSONErrorCodes.ThreadLocked, words.discord.locked],
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel, words.discord.tagWanted],
]);

/** Asked too fast in one place, which passes. */
const SLOW: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
]);

const RETRY_MS = 30 * SECOND_MS;
const UNAUTHORISED_MS = MINUTE_MS;

export const TOKEN_REFUSED = words.discord.token;

/** Discord's own code of a failed call, or null where it did not come to an answer. */
export const codeOf = (error: unknown): number | string | null =>
  error instanceof DiscordAPIError ? error.code : null;

/** Discord does not like the form of the message: a simpler one may pass. */
export const isAboutForm = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InvalidFormBodyOrContentType;

/** What a failed post was, and whether it may stand there all the same. */
export function failureOf(error: unknown): Failure {
  // Discord limits each channel by itself, but for its global limit and those that it shares among all.
  if (error instanceof RateLimitError)
    return {
      kind: 'retry',
      afterMs: error.retryAfter,
      reason: words.wait(DISCORD),
      ...(error.global || error.scope !== 'user' ? {} : { scope: 'channel' }),
    };
  if (error instanceof DiscordAPIError) {
    const reason = CLOSED.get(error.code);
    if (reason !== undefined) return { kind: 'refused', lost: true, reason };
    if (SLOW.has(error.code))
      return { kind: 'retry', afterMs: RETRY_MS, reason: words.discord.slowMode, scope: 'channel' };
    if (error.code === RESTJSONErrorCodes.CloudflareIsBlockingYourRequest)
      return { kind: 'retry', afterMs: RETRY_MS, reason: words.discord.heldBack };
    // Whether the token is no good any more, or Discord was confused, the connection finds out; the post can wait for it.
    if (error.status === 401) return { kind: 'retry', afterMs: UNAUTHORISED_MS, reason: TOKEN_REFUSED };
    return {
      kind: 'refused',
      lost: false,
      reason: words.refuses(DISCORD, `${error.code}: ${firstLine(error.message)}`),
    };
  }
  if (error instanceof HTTPError) {
    const reason = words.answersHttp(DISCORD, error.status);
    return error.status < 500 ? { kind: 'refused', lost: false, reason } : { kind: 'unknown', reason };
  }
  const never = neverLeft(error);
  if (never !== null) return { kind: 'retry', afterMs: RETRY_MS, reason: words.unreachable(DISCORD, never) };
  return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
