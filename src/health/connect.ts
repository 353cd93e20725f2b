import { MINUTE_MS } from '../durations.ts';
import { UsageError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Handlers, Platform } from '../ports/platform.ts';

const FIRST_WAIT_MS = MINUTE_MS / 12;
const LONGEST_WAIT_MS = MINUTE_MS;

export type ConnectDeps = {
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
};

/**
 * Starts a platform, again and again until it is there, so that one that is away holds up no other. Resolves when it has started or the
 * signal aborts; rejects with the UsageError of what was configured wrong, which no waiting puts right.
 */
export async function connect(platform: Platform, { handlers, clock, log, signal }: ConnectDeps): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      return await platform.start(handlers);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      log.warn({ platform: platform.name, error }, 'a platform cannot be reached; it is tried again');
    }
    await clock.sleep(wait, signal);
  }
}
