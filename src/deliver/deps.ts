import type { Channel, Document } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Platform } from '../ports/platform.ts';
import type { Claim, Store } from '../ports/store.ts';

/** What an edition posts: the debrief that it is, and what that says in this channel. */
export type Composed = { readonly debrief: string; readonly document: Document };

export type DeliverDeps = {
  readonly store: Pick<Store, 'channels' | 'deliveries' | 'notes'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly metrics: Metrics;
  /** What is being posted in this process: for whoever stops it to hand back. */
  readonly claims?: Set<Claim>;
  /** The platforms that run in this process. */
  readonly platforms: readonly Platform[];
  /** The same for the same channel and slot, however often it is asked. */
  compose(channel: Channel, slot: Date): Promise<Composed>;
};
