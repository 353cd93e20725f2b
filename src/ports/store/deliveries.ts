import type { Channel, Delivery, Reference } from '../../model.ts';

export type ChannelStore = {
  save(channel: Channel): Promise<void>;
  get(id: string): Promise<Channel | null>;
  list(workspace: string): Promise<readonly Channel[]>;
  all(): Promise<readonly Channel[]>;
  count(): Promise<number>;
  /** Active channels with an edition due at `now`, the earliest slot first. */
  due(now: Date, limit: number): Promise<readonly Channel[]>;
  /**
   * Puts right a next time that a wrong clock has left: from `was` to `next`, all or nothing. Editions that were skipped at slots after
   * `now`, because that clock had passed them, are to come again. False where the channel has moved on.
   */
  reckon(id: string, was: string, next: Date | null, now: Date): Promise<boolean>;
  /** Keeps a channel under the id that it has now, with its deliveries; what stood under that id gives way. */
  move(was: string, channel: Channel): Promise<void>;
  /** True when the state changed. */
  setState(id: string, state: Channel['state'], note: string | null): Promise<boolean>;
};

/** A message of an edition: the debrief itself (`main`) or a reply in its thread. */
export type Part = {
  readonly edition: string;
  readonly key: string;
  /**
   * `posting` is written before the request leaves: found later, it means that the message may stand there or not.
   * `absent`: it surely does not. `unknown`: nobody can tell, and it is not tried again by itself.
   */
  readonly state: 'posting' | 'absent' | 'sent' | 'refused' | 'unknown';
  readonly reference: Reference | null;
  readonly reason: string | null;
};

export type DueDelivery = Delivery & { readonly workspace: string; readonly platform: string };

/** A claim on a delivery. `attempt` fences it: what an earlier claim still wants to write is not written. */
export type Claim = { readonly edition: string; readonly attempt: number };

export type DeliveryOutcome =
  | { readonly state: 'due'; readonly nextAttemptAt: Date; readonly reason: string }
  | { readonly state: 'sent'; readonly reference: Reference }
  | { readonly state: 'refused' | 'unknown' | 'skipped'; readonly reason: string };

export type NewEdition = {
  readonly id: string;
  readonly channel: string;
  readonly slot: Date;
  readonly next: Date | null;
  readonly skip: string | null;
};

/** How delivering goes, for whoever watches it. */
export type Pulse = {
  /** The newest slot that was posted. */
  readonly sentAt: string | null;
  /** Since when the delivery waits that waits longest; null where none is due. */
  readonly waitingSince: string | null;
  /** How many deliveries there are of each state: of active channels those that wait and whose time has come, and those of the last day that ended. */
  readonly counts: Readonly<Record<string, number>>;
};

export type DeliveryStore = {
  /**
   * Makes editions, due at `now` (or at once ended where there is a reason to `skip` it), and moves the `nextDueAt` of
   * their channels from the slot to `next`. All or nothing; one that was made before, or whose channel has moved on, is
   * passed over. Answers those that were made.
   */
  open(editions: readonly NewEdition[], now: Date): Promise<readonly Delivery[]>;
  /** An edition out of turn ("post it now"), which moves nothing. Answers the one that stands. */
  extra(edition: { readonly id: string; readonly channel: string; readonly slot: Date }, now: Date): Promise<Delivery>;
  get(edition: string): Promise<Delivery | null>;
  /** The last deliveries of a channel, the newest slot first. */
  last(channel: string, limit: number): Promise<readonly Delivery[]>;
  /** Deliveries of active channels that are due, or whose claim ran out, the earliest slot first. */
  due(now: Date, limit: number): Promise<readonly DueDelivery[]>;
  /** Takes the delivery for `leaseMs`; null when it is not due or somebody else has it. */
  claim(edition: string, now: Date, leaseMs: number): Promise<Claim | null>;
  /** Lengthens the lease of a claim that still holds. */
  renew(claim: Claim, now: Date, leaseMs: number): Promise<boolean>;
  /** The debrief that this edition posts, once it is composed; from here on the lease lasts `leaseMs` again. */
  attach(claim: Claim, debrief: string, now: Date, leaseMs: number): Promise<boolean>;
  debrief(edition: string): Promise<string | null>;
  /** The debriefs that stand in a channel from slots before `before`, the newest first: what it was told. */
  shown(channel: string, before: Date, limit: number): Promise<readonly string[]>;
  /** Ends a claim; false when it does not hold any more. */
  settle(claim: Claim, outcome: DeliveryOutcome): Promise<boolean>;
  pulse(now: Date): Promise<Pulse>;
  parts(edition: string): Promise<readonly Part[]>;
  /** Writes the state of one message; false when the claim does not hold any more. */
  savePart(claim: Claim, part: Omit<Part, 'edition'>): Promise<boolean>;
  /** "Post anyway": an unknown delivery is due again, and what was unknown of it is forgotten. False when it is not unknown. */
  reopen(edition: string, now: Date): Promise<boolean>;
};
