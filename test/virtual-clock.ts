import type { Clock } from '../src/ports/clock.ts';

/** Time that passes only when a test says so. */
export type VirtualClock = Clock & {
  /** Lets time pass up to `milliseconds` on, waking each sleeper in its order and letting it go on before the next. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass up to an instant. */
  advanceTo(at: Date | string): Promise<void>;
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/** More looks at one instant than anything takes that waits between its tries. */
const LOOKS = 5_000;

/** Promises, streams and local sockets get a few turns of the event loop to go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

export function virtualClock(start: Date | string): VirtualClock {
  let now = new Date(start).getTime();
  let sleepers: Sleeper[] = [];
  let looks = 0;
  let overrun: Error | null = null;

  /**
   * What tries again without waiting would keep the event loop to itself, and the test would hang. It is refused the time, which ends it,
   * and the test learns why when it lets time pass.
   */
  const looked = (): void => {
    looks += 1;
    if (looks > LOOKS) overrun ??= new Error('something is tried again and again, and no time passes in between');
    if (overrun !== null) throw overrun;
  };
  const moved = (to: number): void => {
    if (overrun !== null) throw overrun;
    now = to;
    looks = 0;
  };

  const clock: VirtualClock = {
    now() {
      looked();
      return new Date(now);
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        looked();
        if (signal?.aborted || milliseconds <= 0) return resolve();
        const sleeper = { at: now + milliseconds, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          resolve();
        });
      }),
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        sleepers = sleepers.filter((other) => other !== next);
        moved(Math.max(now, next.at));
        next.wake();
        await settle();
      }
      moved(end);
      await settle();
      moved(end);
    },
    advanceTo: (at) => clock.advance(new Date(at).getTime() - now),
  };
  return clock;
}
