import { MINUTE_MS } from '../../src/durations.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { TurnStore } from '../../src/ports/store.ts';

/** Slack takes one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits); a little more, as they do not all take the same time on their way, */
const CHANNEL_GAP_MS = 1_100;
/** and several hundred a minute in a workspace; the number is not told. */
const WORKSPACE_GAP_MS = 250;
/** Who would wait longer is told to come again. */
const LONGEST_WAIT_MS = MINUTE_MS;
/** Channels that are forgotten once their time has passed. */
const MOST_CHANNELS = 5_000;

/** Waits for a channel's turn. Answers 0 when it has come, else after how many milliseconds to try again. */
export type Pace = (workspace: string, channel: string) => Promise<number>;

/**
 * Less than one message a second in each channel and, in each workspace, four by all processes together, in the order of the calls. What is said in a
 * channel at one time comes from one process nearly always, so that its turns are kept here.
 */
export function createPace(clock: Clock, turns: TurnStore): Pace {
  /** From when on a channel is free, in milliseconds since 1970. */
  const free = new Map<string, number>();
  let most = MOST_CHANNELS;
  return async (workspace, channel) => {
    const now = clock.now();
    const at = now.getTime();
    if (free.size > most) {
      for (const [lane, until] of free) if (until <= at) free.delete(lane);
      most = Math.max(MOST_CHANNELS, 2 * free.size);
    }
    const lane = `${workspace}:${channel}`;
    const wait = await turns.take(`slack ${workspace}`, now, WORKSPACE_GAP_MS, LONGEST_WAIT_MS);
    // A channel that waits for its own turn does not hold up the others of its workspace.
    const turn = Math.max(at + wait, free.get(lane) ?? 0);
    if (turn - at > LONGEST_WAIT_MS) return turn - at;
    free.set(lane, turn + CHANNEL_GAP_MS);
    const left = turn - clock.now().getTime();
    if (left > 0) await clock.sleep(left);
    return 0;
  };
}
