import { MINUTE_MS } from '../../src/durations.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** Slack takes one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits), */
const CHANNEL_GAP_MS = 1_000;
/** and several hundred a minute in a workspace; the number is not told. */
const WORKSPACE_GAP_MS = 250;
/** Who would wait longer is told to come again. */
const LONGEST_WAIT_MS = MINUTE_MS;
/** Lanes that are forgotten once their time has passed. */
const MOST_LANES = 5_000;

/** Waits for a channel's turn. Answers 0 when it has come, else after how many milliseconds to try again. */
export type Pace = (workspace: string, channel: string) => Promise<number>;

/** One message a second in each channel, four in each workspace, in the order of the calls. */
export function createPace(clock: Clock): Pace {
  /** From when on a lane is free. */
  const free = new Map<string, number>();
  return async (workspace, channel) => {
    const now = clock.now().getTime();
    if (free.size > MOST_LANES) for (const [lane, at] of free) if (at <= now) free.delete(lane);
    const lane = `${workspace}:${channel}`;
    const admitted = Math.max(now, free.get(workspace) ?? 0);
    const turn = Math.max(admitted, free.get(lane) ?? 0);
    if (turn - now > LONGEST_WAIT_MS) return turn - now;
    // A channel that waits for its own turn does not hold up the others of its workspace.
    free.set(workspace, admitted + WORKSPACE_GAP_MS);
    free.set(lane, turn + CHANNEL_GAP_MS);
    if (turn > now) await clock.sleep(turn - now);
    return 0;
  };
}
