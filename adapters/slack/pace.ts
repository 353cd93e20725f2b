import type { Clock } from '../../src/ports/clock.ts';

/** Slack takes one message a second in a channel, with short bursts (docs.slack.dev/apis/web-api/rate-limits). */
const GAP_MS = 1_000;
/** Who would wait longer is told to come again. */
const LONGEST_WAIT_MS = 60_000;

/** Waits for a channel's turn. Answers 0 when it has come, else after how many milliseconds to try again. */
export type Pace = (channel: string) => Promise<number>;

/** One message a second in each channel, in the order of the calls. */
export function createPace(clock: Clock): Pace {
  const free = new Map<string, number>();
  return async (channel) => {
    const now = clock.now().getTime();
    if (free.size > 1_000) for (const [name, at] of free) if (at <= now) free.delete(name);
    const turn = Math.max(now, free.get(channel) ?? 0);
    if (turn - now > LONGEST_WAIT_MS) return turn - now;
    free.set(channel, turn + GAP_MS);
    if (turn > now) await clock.sleep(turn - now);
    return 0;
  };
}
