import { DAY_MS, MINUTE_MS } from '../durations.ts';
import { ENGLISH } from '../locale/index.ts';
import type { Channel, Delivery, Document, Inline } from '../model.ts';
import type { Platform } from '../ports/platform.ts';
import type { DeliverDeps } from './deps.ts';

const { notices: words } = ENGLISH;

const TRIES = 3;
const LONGEST_WAIT_MS = MINUTE_MS;
/** Nobody comes back to an edition or an outage of so long ago. */
const REMEMBERED_MS = 90 * DAY_MS;

const noteOf = (workspace: string, key: string): string => `told:${workspace}:${key}`;

function paragraph(text: string): Document['blocks'][number] {
  const content: readonly Inline[] = [{ kind: 'text', text }];
  return { kind: 'paragraph', content };
}

/** The button's id that a platform hands back when an admin wants the edition posted again. */
export const POST_ANYWAY = 'post-anyway';

export function unknownNotice(channel: string, edition: string, reason: string): Document {
  const summary = words.unknown(channel);
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, text: summary },
      paragraph(words.unknownWhy(reason)),
      paragraph(words.unknownNext),
      {
        kind: 'actions',
        actions: [{ kind: 'press', id: `${POST_ANYWAY}:${edition}`, label: words.postAnyway, style: 'primary' }],
      },
    ],
    thread: [],
  };
}

export function refusedNotice(channel: string, reason: string): Document {
  const summary = words.refused(channel);
  return { summary, blocks: [{ kind: 'heading', level: 2, text: summary }, paragraph(reason)], thread: [] };
}

/** An edition that is not posted any more: silence would be taken for a day without news. */
export function skippedNotice(channel: string, slot: string, reason: string): Document {
  const summary = words.skipped(channel, `${slot.slice(0, 16).replace('T', ' ')} UTC`);
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, text: summary },
      paragraph(words.skippedWhy(reason)),
      paragraph(words.skippedNext),
    ],
    thread: [],
  };
}

/** Channels that a notice names one by one. */
const NAMED = 5;

/** `reasons`: why, of each channel by its name; what several have in common is told once. */
export function lostNotice(reasons: readonly (readonly [channel: string, reason: string])[]): Document {
  const summary = words.lost(
    reasons.slice(0, NAMED).map(([channel]) => channel),
    Math.max(0, reasons.length - NAMED),
  );
  const why = [...new Set(reasons.map(([, reason]) => reason))].slice(0, NAMED);
  return {
    summary,
    blocks: [{ kind: 'heading', level: 2, text: summary }, ...why.map(paragraph), paragraph(words.lostNext)],
    thread: [],
  };
}

/** Tells the admins of a channel that an edition of it is skipped. */
export async function tellSkipped(
  deps: DeliverDeps,
  channel: Channel,
  delivery: Pick<Delivery, 'edition' | 'slot'>,
  reason: string,
): Promise<void> {
  const platform = deps.platforms.find(({ name }) => name === channel.platform);
  if (platform === undefined) return;
  const notice = skippedNotice(channel.name ?? channel.address, delivery.slot, reason);
  await tellOnce(deps, platform, channel.workspace, `skipped:${delivery.edition}`, notice);
}

/** Tells the admins of a workspace once for each key, until the key is forgotten. What cannot be told is logged. */
export async function tellOnce(
  { store, clock, log }: DeliverDeps,
  platform: Platform,
  workspace: string,
  key: string,
  document: Document,
): Promise<void> {
  const note = noteOf(workspace, key);
  if ((await store.notes.get(note)) !== null) return;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    try {
      const result = await platform.notice(workspace, document, key);
      if (result.kind === 'retry' && tried < TRIES) {
        await clock.sleep(Math.min(result.afterMs, LONGEST_WAIT_MS));
        continue;
      }
      if (result.kind !== 'sent')
        log.warn({ workspace, key, result: result.kind, reason: result.reason }, document.summary);
      const now = clock.now();
      await store.notes.set(note, now.toISOString(), new Date(now.getTime() + REMEMBERED_MS));
      return;
    } catch (error) {
      return log.error({ workspace, key, error }, document.summary);
    }
  }
}

/** Tells the admins of an edition that cannot be posted by a fault of Debrief: the next tick tries it again, until it is too late. */
export async function tellDead(deps: DeliverDeps, edition: string): Promise<void> {
  const delivery = await deps.store.deliveries.get(edition);
  const channel = delivery === null ? null : await deps.store.channels.get(delivery.channel);
  const platform = deps.platforms.find(({ name }) => name === channel?.platform);
  if (channel === null || platform === undefined) return;
  const summary = words.failed(channel.name ?? channel.address);
  const document: Document = {
    summary,
    blocks: [{ kind: 'heading', level: 2, text: summary }, paragraph(words.failedNext)],
    thread: [],
  };
  await tellOnce(deps, platform, channel.workspace, `failed:${edition}`, document);
}

/** Whoever is told of it again later is told anew. */
export function forgetTold({ store }: DeliverDeps, workspace: string, key: string): Promise<void> {
  return store.notes.forget(noteOf(workspace, key));
}
