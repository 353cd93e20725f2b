import { HOUR_MS } from '../durations.ts';
import type { Document } from '../model.ts';
import type { Claim, DueDelivery } from '../ports/store.ts';
import { deliver, SETTLE_MS } from './deliver.ts';
import type { DeliverDeps } from './deps.ts';
import { editionId, openEditions, reckonAnew } from './editions.ts';
import { loseChannels, regainChannels } from './lost.ts';
import { tellDead, tellOnce } from './notices.ts';
import { type Republished, republish } from './republish.ts';
import { spread } from './spread.ts';

export type { Composed, DeliverDeps } from './deps.ts';
export { editionId, rescheduled } from './editions.ts';
export { POST_ANYWAY } from './notices.ts';
export { readSchedule, scheduleInWords } from './phrase/read.ts';
export { readZone, zoneNamed, zones } from './phrase/zones.ts';
export { nextSlot, slotsAfter, slotsBetween } from './slots.ts';

/** Editions at a time on one platform: nearly all of it is waiting, since a channel takes one message a second. */
const CONCURRENCY = 64;
/** More than fall due in a minute; what is beyond is taken up by the next tick. */
const DUE_LIMIT = 20_000;

export type Delivering = {
  /** Takes up work for the platforms that are connected; called again when another is. */
  start(): Promise<void>;
  /** Gives up what has not ended, so that the next process need not wait until a claim runs out. */
  handBack(): Promise<void>;
  /** Makes the editions that are due and hands every delivery that is due to the workers. */
  tick(): Promise<void>;
  /** Posts an edition now, whatever the schedule says; answers its id. */
  postNow(channel: string): Promise<string>;
  /** Posts again what nobody could tell to be posted; false when that is not so. */
  postAnyway(edition: string): Promise<boolean>;
  /** Tells the admins of a workspace something once for each key. False while their platform is not connected. */
  tell(workspace: string, key: string, document: Document): Promise<boolean>;
  /** Tells the admins of an edition that failed, by a fault of Debrief, as often as it is tried. */
  dead(edition: string): Promise<void>;
  /** Edits the newest debrief of a channel into what it says now. */
  republish(channel: string): Promise<Republished>;
  /** Channels of a workspace, by their addresses, that are closed to the bot, each with why; and those that take posts. */
  channelsLost(workspace: string, reasons: ReadonlyMap<string, string>): Promise<void>;
  channelsBack(workspace: string, addresses: readonly string[]): Promise<void>;
};

/** How often every channel's next time is looked at, beside when the clock is seen to go back. */
const RECKON_MS = HOUR_MS;

const QUEUE = 'deliver-';
const queueOf = (platform: string) => `${QUEUE}${platform}`;
/** Whether what stands in this queue are editions. */
export const carriesEditions = (queue: string): boolean => queue.startsWith(QUEUE);

export function createDelivering(given: DeliverDeps): Delivering {
  const claims = new Set<Claim>();
  const deps: DeliverDeps = { ...given, claims };
  const { store, clock, jobs, platforms } = deps;

  const enqueue = async (due: readonly DueDelivery[]): Promise<void> => {
    for (const [platform, list] of Map.groupBy(spread(due), (delivery) => delivery.platform)) {
      await jobs.enqueue(
        queueOf(platform),
        list.map(({ edition }) => edition),
      );
    }
  };
  const enqueueDue = async (): Promise<void> => enqueue(await store.deliveries.due(clock.now(), DUE_LIMIT));

  let ticked = Number.NEGATIVE_INFINITY;
  let reckoned = Number.NEGATIVE_INFINITY;

  return {
    async start() {
      for (const { name } of platforms) {
        await jobs.work(queueOf(name), CONCURRENCY, async (edition) => {
          const again = await deliver(edition, deps);
          if (again !== null) await jobs.enqueue(queueOf(name), [edition], again);
        });
      }
    },
    async handBack() {
      const nextAttemptAt = new Date(clock.now().getTime() + SETTLE_MS);
      const reason = 'the process was stopped while it was posted';
      for (const claim of claims) await store.deliveries.settle(claim, { state: 'due', nextAttemptAt, reason });
    },
    async tick() {
      const now = clock.now().getTime();
      if (now < ticked || now - reckoned >= RECKON_MS) {
        await reckonAnew(deps);
        reckoned = now;
      }
      ticked = now;
      await openEditions(deps, enqueue);
      await enqueueDue();
    },
    async postNow(id) {
      const channel = await store.channels.get(id);
      if (channel === null) throw new Error(`there is no channel ${id}`);
      const slot = clock.now();
      const { edition } = await store.deliveries.extra({ id: editionId(id, slot), channel: id, slot }, slot);
      await jobs.enqueue(queueOf(channel.platform), [edition]);
      return edition;
    },
    async postAnyway(edition) {
      if (!(await store.deliveries.reopen(edition, clock.now()))) return false;
      await enqueueDue();
      return true;
    },
    republish: (channel) => republish(channel, deps),
    async tell(workspace, key, document) {
      const platform = platforms.find(({ name }) => workspace.startsWith(`${name}:`));
      if (platform === undefined) return false;
      await tellOnce(deps, platform, workspace, key, document);
      return true;
    },
    dead: (edition) => tellDead(deps, edition),
    channelsLost: (workspace, reasons) => loseChannels(deps, workspace, reasons),
    async channelsBack(workspace, addresses) {
      if (await regainChannels(deps, workspace, addresses)) await enqueueDue();
    },
  };
}
export { instantAt } from './zone.ts';
