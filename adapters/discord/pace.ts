import { setTimeout as sleep } from 'node:timers/promises';
import type { RESTOptions } from 'discord.js';

type Send = NonNullable<RESTOptions['makeRequest']>;

/** Discord takes fifty requests a second of a bot (docs.discord.com/developers/topics/rate-limits); a little less, as they do not all take the same time on their way. */
const GAP_MS = 1_000 / 49;
/** So many may follow each other at once after a pause. */
const AT_ONCE = 5;

/** Answers to what somebody pressed or typed do not count towards the limit, and have three seconds. */
const isAnswer = (url: string): boolean => /\/(?:interactions|webhooks)\//.test(url);

/**
 * Sends requests evenly over each second, in their order. The client itself lets a whole second's go at once: Discord then counts two seconds' as one,
 * refuses some, and would shut out a bot of which it refuses ten thousand in ten minutes.
 */
export function evenly(send: Send): Send {
  /** When the next is due, in milliseconds of `performance.now()`. */
  let due = 0;
  return async (url, init) => {
    if (isAnswer(url)) return send(url, init);
    const now = performance.now();
    const turn = Math.max(due, now - (AT_ONCE - 1) * GAP_MS);
    due = turn + GAP_MS;
    if (turn > now) await sleep(turn - now);
    return send(url, init);
  };
}
