import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { nextSlot } from '../../src/deliver/index.ts';
import { MINUTE_MS } from '../../src/durations.ts';
import type { Delivery } from '../../src/model.ts';
import type { Store } from '../../src/ports/store.ts';
import { channel } from '../samples.ts';

/** A platform that can be asked what stands there, or one that cannot. */
export const Sight = z.enum(['seeing', 'blind']);
export type Sight = z.infer<typeof Sight>;

/** What a process that delivers is told. */
export const Life = z.object({
  /** A file, or a PostgreSQL that several share. */
  database: z.string(),
  /** The address of the platform. */
  recorder: z.string(),
  /** Its clock: `at` (milliseconds since 1970) when the machine's was `since`, and so many times as quick. */
  time: z.object({ at: z.number(), since: z.number(), speed: z.number() }),
  sight: Sight,
  /** Whether it ends by itself once nothing is due any more. */
  ends: z.boolean(),
  /** Real milliseconds between two ticks. */
  restMs: z.number(),
});
export type Life = z.infer<typeof Life>;

export type Outcome = {
  readonly deliveries: readonly Delivery[];
  /** How often each message was posted, by its key. */
  readonly posts: ReadonlyMap<string, number>;
  /** Keys of what admins were told. */
  readonly notices: ReadonlySet<string>;
};

/** Starts a process; `ready` once it delivers, `ended` once it is gone. */
export function begin(life: Life): {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
} {
  const child = fork(join(import.meta.dirname, 'process.ts'), [JSON.stringify(life)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  });
  return {
    child,
    ready: new Promise((resolve) => child.once('message', () => resolve())),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

/** Channels with an edition every so many minutes of the day, the first after `from`. */
export async function keepChannels(store: Store, addresses: readonly string[], minutes: number, from: Date) {
  await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
  const midnight = Date.parse('2026-11-24T00:00:00.000Z');
  const times = Array.from({ length: (24 * 60) / minutes }, (_, n) =>
    new Date(midnight + n * minutes * MINUTE_MS).toISOString().slice(11, 16),
  );
  const schedule = { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times }], zone: 'UTC', pausedUntil: null, holidays: [] };
  const first = nextSlot(schedule, from)?.toISOString() ?? null;
  const channels = addresses.map((address) => channel(address, { schedule, nextDueAt: first }));
  for (const one of channels) await store.channels.save(one);
  return channels;
}

export const deliveriesIn = async (store: Store, channels: readonly { readonly id: string }[]) =>
  (await Promise.all(channels.map(({ id }) => store.deliveries.last(id, 10_000)))).flat();

/** What went wrong, in words; empty where every edition stands once, or is marked and offered to an admin. */
export function faultsOf({ deliveries, posts, notices }: Outcome, sight: Sight): string[] {
  const told = (what: string) => [...notices].some((key) => key.includes(what));
  const main = (edition: string) => posts.get(`${edition}.main`) ?? posts.get(edition) ?? 0;
  return [
    ...[...posts].flatMap(([key, count]) => (count === 1 ? [] : [`${key} was posted ${count} times`])),
    ...deliveries.flatMap(({ edition, state }) => {
      if (state === 'sent') return main(edition) === 1 ? [] : [`${edition} is sent and stands ${main(edition)} times`];
      if (state === 'unknown' && sight === 'blind')
        return told(`unknown:${edition}`) ? [] : [`${edition} is unknown and nobody was told`];
      if (state === 'skipped') return told(`skipped:${edition}`) ? [] : [`${edition} is skipped and nobody was told`];
      return [`${edition} is left ${state}`];
    }),
  ];
}
