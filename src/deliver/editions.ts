import { HOUR_MS } from '../durations.ts';
import { sha256 } from '../hash.ts';
import type { Channel } from '../model.ts';
import type { DueDelivery, NewEdition } from '../ports/store.ts';
import type { DeliverDeps } from './deps.ts';
import { tellSkipped } from './notices.ts';
import { nextSlot, slotsBetween } from './slots.ts';

/** An edition that is later than this is not wanted any more: the next one covers what it would have said. */
export const LATE_MS = 6 * HOUR_MS;
export const LATE_HELP = 'Editions that were posted late, or not at all';
/** Channels looked at in one query. */
const BATCH = 500;

/** Names the edition of a channel at a slot: made twice, it is the same. */
export function editionId(channel: string, slot: Date): string {
  return sha256(`${channel}\n${slot.toISOString()}`).slice(0, 32);
}

/** The channel with its next slot after `now`: for whoever changes its schedule, its pause or its state. */
export function rescheduled(channel: Channel, now: Date): Channel {
  const next = nextSlot(channel.schedule, now);
  return { ...channel, nextDueAt: next === null ? null : next.toISOString() };
}

/** What is to be done about a channel whose slot has come. */
export type Due = {
  /** Slots that nobody is served with any more, and why. */
  readonly skipped: readonly { readonly slot: Date; readonly reason: string }[];
  /** The one to post. */
  readonly slot: Date | null;
  readonly next: Date | null;
};

/**
 * After a stop several slots may have passed: only the newest is posted, and only while it is not too late. The older are
 * said to be skipped in one record, that of the first.
 */
export function dueOf(channel: Channel, now: Date): Due | null {
  if (channel.nextDueAt === null || channel.state !== 'active') return null;
  const first = new Date(channel.nextDueAt);
  if (first > now) return null;
  const later = slotsBetween(channel.schedule, first, now);
  const newest = later.at(-1) ?? first;
  const next = nextSlot(channel.schedule, now);
  const late = now.getTime() - newest.getTime() > LATE_MS;
  const missed = later.length + (late ? 1 : 0);
  if (missed === 0) return { skipped: [], slot: first, next };
  const reason =
    missed === 1
      ? `missed: nothing ran at ${first.toISOString()}`
      : `missed: nothing ran at ${first.toISOString()} and at ${missed - 1} later times`;
  return { skipped: [{ slot: first, reason }], slot: late ? null : newest, next };
}

/** Makes the editions whose slots have come, the earliest first, and hands out each lot of them before the next is made. */
export async function openEditions(
  deps: DeliverDeps,
  handOut: (due: readonly DueDelivery[]) => Promise<void>,
): Promise<void> {
  const { store, clock, log, metrics } = deps;
  for (;;) {
    const now = clock.now();
    const channels = await store.channels.due(now, BATCH);
    const editions = channels.flatMap((channel): NewEdition[] => {
      const due = dueOf(channel, now);
      if (due === null) return [];
      const edition = (slot: Date) => ({ id: editionId(channel.id, slot), channel: channel.id, slot });
      return [
        ...due.skipped.map(({ slot, reason }) => ({ ...edition(slot), next: due.slot ?? due.next, skip: reason })),
        ...(due.slot === null ? [] : [{ ...edition(due.slot), next: due.next, skip: null }]),
      ];
    });
    const byId = new Map(channels.map((channel) => [channel.id, channel]));
    // Told before it is written: whoever is killed in between tells it again, and the notice's key keeps it to once.
    for (const { id: edition, channel: id, slot, skip } of editions) {
      const channel = byId.get(id);
      if (skip === null || channel === undefined) continue;
      log.warn({ channel: id }, skip);
      metrics.count('editions_late_total', LATE_HELP, 1);
      await tellSkipped(deps, channel, { edition, slot: slot.toISOString() }, skip);
    }
    const made = await store.deliveries.open(editions, now);
    await handOut(
      made.flatMap((delivery) => {
        const channel = byId.get(delivery.channel);
        if (channel === undefined || delivery.state !== 'due') return [];
        return [{ ...delivery, workspace: channel.workspace, platform: channel.platform }];
      }),
    );
    if (channels.length < BATCH) return;
  }
}

/**
 * A clock that was wrong for a minute has put channels off to whenever it said: those whose next time lies further ahead than their
 * schedule's next slot are reckoned anew.
 */
export async function reckonAnew({ store, clock, log }: DeliverDeps): Promise<void> {
  const now = clock.now();
  for (const channel of await store.channels.all()) {
    const { id, schedule, state, nextDueAt } = channel;
    if (nextDueAt === null || state !== 'active' || Date.parse(nextDueAt) <= now.getTime()) continue;
    const next = nextSlot(schedule, now);
    if (next === null || Date.parse(nextDueAt) <= next.getTime()) continue;
    if (await store.channels.reckon(id, nextDueAt, next, now))
      log.warn(
        { channel: id, was: nextDueAt, next: next.toISOString() },
        'a next time too far ahead was reckoned anew',
      );
  }
}
