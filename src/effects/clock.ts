import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    if (signal?.aborted) return;
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  },
};
