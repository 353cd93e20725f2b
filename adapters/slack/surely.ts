import { MINUTE_MS, SECOND_MS } from '../../src/durations.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { failureOf } from './outcome.ts';

/** Who asked waits this long at most: then it has failed, and that is what they are told. */
const PATIENCE_MS = 3 * MINUTE_MS;
const TRIES = 6;
/** Between tries that Slack did not say when to repeat. */
const PAUSE_MS = 3 * SECOND_MS;

/** `uncertain`: the try before may have had its effect all the same. */
export type Attempt<T> = (before: { readonly uncertain: boolean }) => Promise<T>;
export type Surely = <T>(act: Attempt<T>) => Promise<T>;

/** Does what somebody waits for again, when Slack says so or has not answered, until it is done, refused, or has taken too long. Rejects with the last failure. */
export function createSurely(clock: Clock): Surely {
  return async (act) => {
    const end = clock.now().getTime() + PATIENCE_MS;
    let uncertain = false;
    for (let tries = 1; ; tries += 1) {
      try {
        return await act({ uncertain });
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'refused' || tries >= TRIES) throw error;
        uncertain = failure.kind === 'unknown';
        const wait = failure.kind === 'retry' ? failure.afterMs : PAUSE_MS * tries;
        if (clock.now().getTime() + wait > end) throw error;
        await clock.sleep(wait);
      }
    }
  };
}
