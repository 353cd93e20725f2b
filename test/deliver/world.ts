import type { Composed } from '../../src/deliver/index.ts';
import { createDelivering, type Delivering } from '../../src/deliver/index.ts';
import { memoryJobs } from '../../src/effects/jobs/memory.ts';
import type { Channel } from '../../src/model.ts';
import type { Jobs } from '../../src/ports/jobs.ts';
import { NO_METRICS } from '../../src/ports/metrics.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { Store } from '../../src/ports/store.ts';
import { document, quiet } from '../samples.ts';
import type { VirtualClock } from '../virtual-clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** What a channel gets at a slot: a debrief with two stories in its thread. */
export async function compose(channel: Channel, slot: Date): Promise<Composed> {
  const day = slot.toISOString().slice(0, 10);
  const thread = ['s1', 's2'].map((key) => ({ key, document: document(`${day} ${key}`) }));
  return { debrief: `debrief-${day}`, document: document(`${day} in ${channel.address}`, thread) };
}

export type Process = Delivering & { readonly jobs: Jobs };

/** A process that delivers, as the service wires it. */
export async function process(
  store: Pick<Store, 'channels' | 'deliveries' | 'notes'>,
  platforms: readonly Platform[],
  clock: VirtualClock,
  how: typeof compose = compose,
): Promise<Process> {
  const jobs = memoryJobs(clock, quiet, { onDead: async () => {} });
  const delivering = createDelivering({ store, clock, log: quiet, jobs, metrics: NO_METRICS, platforms, compose: how });
  await delivering.start();
  return { ...delivering, jobs };
}

/** Lets time pass up to an instant, with a tick at the start of each minute (or of another step). */
export async function passTo(
  clock: VirtualClock,
  end: string,
  processes: readonly Delivering[],
  step = MINUTE,
): Promise<void> {
  const last = Date.parse(end);
  while (clock.now().getTime() < last) {
    await Promise.all(processes.map((one) => one.tick()));
    const next = Math.floor(clock.now().getTime() / step + 1) * step;
    await clock.advance(Math.min(next, last) - clock.now().getTime());
  }
  await Promise.all(processes.map((one) => one.tick()));
  await clock.advance(0);
}
