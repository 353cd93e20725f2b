import { z } from 'zod';
import { Choice } from './debrief.ts';
import { Instant } from './instant.ts';

/** Where an edition goes: days and times as people set them, in an IANA zone. */
export const Schedule = z.object({
  /** Days, 1 Monday to 7 Sunday (ISO 8601), with the local times, `HH:MM`, that hold on them; a day of several rules has the times of all. */
  rules: z.array(z.object({ days: z.array(z.number().int().min(1).max(7)), times: z.array(z.string()) })),
  zone: z.string(),
  /** No edition before this instant. */
  pausedUntil: Instant.nullable(),
  /** Local dates without an edition, `YYYY-MM-DD`. */
  holidays: z.array(z.string()),
  /** The platform’s own id of a role that each edition calls; nobody is called without one. */
  calls: z.string().optional(),
});
export type Schedule = z.infer<typeof Schedule>;

export const Workspace = z.object({
  /** `<platform>:<the platform's own id>` */
  id: z.string(),
  platform: z.string(),
  name: z.string().nullable(),
});
export type Workspace = z.infer<typeof Workspace>;

export const Channel = z.object({
  /** `<workspace>:<the platform's own channel id>` */
  id: z.string(),
  workspace: z.string(),
  platform: z.string(),
  /** The platform's own id of the channel. */
  address: z.string(),
  name: z.string().nullable(),
  schedule: Schedule,
  choice: Choice,
  /** `off`: set up, or once set up, and without debriefs until somebody gives it a schedule. */
  state: z.enum(['active', 'paused', 'off', 'lost']),
  /** For paused and lost: why, for people. */
  note: z.string().nullable(),
  nextDueAt: Instant.nullable(),
});
export type Channel = z.infer<typeof Channel>;

/** A message on a platform. */
export const Reference = z.object({ channel: z.string(), message: z.string(), link: z.string().nullable() });
export type Reference = z.infer<typeof Reference>;

export const DeliveryState = z.enum(['due', 'claimed', 'sent', 'refused', 'unknown', 'skipped']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * One edition's way to its channel: at most one claim at a time, held by a lease. An edition is a debrief due in one
 * channel at one slot, named by the hash of both: making it twice makes one.
 */
export const Delivery = z.object({
  edition: z.string(),
  channel: z.string(),
  slot: Instant,
  /** From when on it can be late: its slot, or when somebody asked for it again. */
  wantedAt: Instant,
  state: DeliveryState,
  attempts: z.number().int(),
  nextAttemptAt: Instant,
  leaseUntil: Instant.nullable(),
  reference: Reference.nullable(),
  reason: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;
