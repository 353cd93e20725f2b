import { DAY_MS, MINUTE_MS } from '../durations.ts';
import type { Channel, Delivery, Document, Reference } from '../model.ts';
import type { Platform } from '../ports/platform.ts';
import type { Claim, DeliveryOutcome, Part } from '../ports/store.ts';
import type { Composed, DeliverDeps } from './deps.ts';
import { LATE_HELP, LATE_MS } from './editions.ts';
import { loseChannels } from './lost.ts';
import { type Message, type Posted, post, standing } from './message.ts';
import { refusedNotice, tellOnce, tellSkipped, unknownNotice } from './notices.ts';

/** Longer than composing and posting take; a process that died holds an edition up for this long. */
const LEASE_MS = 5 * MINUTE_MS;
/** A request whose answer did not come has arrived by then, or never will. */
export const SETTLE_MS = 30_000;
const FIRST_RETRY_MS = 30_000;
/** No platform asks for more: a hold beyond is what a wrong clock left. */
const LONGEST_HOLD_MS = DAY_MS;
const LONGEST_RETRY_MS = 15 * MINUTE_MS;
/** Readers notice that an edition did not come at its time. */
const TARDY_MS = 5 * MINUTE_MS;

type Work = {
  readonly claim: Claim;
  readonly delivery: Delivery;
  readonly channel: Channel;
  readonly platform: Platform;
  readonly parts: ReadonlyMap<string, Part>;
};

const holdKey = (workspace: string) => `hold:${workspace}`;

/** A platform that asked to wait means its whole workspace. Null when nothing is held. */
async function heldUntil({ store, clock }: DeliverDeps, workspace: string): Promise<Date | null> {
  const until = await store.notes.get(holdKey(workspace));
  if (until === null) return null;
  const ahead = Date.parse(until) - clock.now().getTime();
  return ahead > 0 && ahead <= LONGEST_HOLD_MS ? new Date(until) : null;
}

async function hold({ store, clock }: DeliverDeps, workspace: string, milliseconds: number): Promise<void> {
  const until = new Date(clock.now().getTime() + milliseconds);
  await store.notes.set(holdKey(workspace), until.toISOString(), until);
}

function isLate({ clock }: DeliverDeps, { wantedAt }: Delivery): boolean {
  return clock.now().getTime() - Date.parse(wantedAt) > LATE_MS;
}

function again({ clock }: DeliverDeps, milliseconds: number, reason: string): DeliveryOutcome {
  return { state: 'due', nextAttemptAt: new Date(clock.now().getTime() + milliseconds), reason };
}

/** When to try again what could not be posted now; a limit that is not the channel's own holds the whole workspace. */
async function later(
  deps: DeliverDeps,
  workspace: string,
  posted: Extract<Posted, { readonly kind: 'unanswered' | 'retry' }>,
): Promise<DeliveryOutcome> {
  if (posted.kind === 'unanswered') return again(deps, SETTLE_MS, posted.reason);
  if (posted.scope !== 'channel') await hold(deps, workspace, posted.afterMs);
  return again(deps, posted.afterMs, posted.reason);
}

function backoff(attempt: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempt - 1, 10), LONGEST_RETRY_MS);
}

function countSettled({ wantedAt }: Delivery, outcome: string, { clock, metrics }: DeliverDeps): void {
  const delay = clock.now().getTime() - Date.parse(wantedAt);
  const help = 'How long after their time editions were settled, by what became of them';
  metrics.time('edition_delay_seconds', help, delay / 1000, { outcome });
  if (delay > TARDY_MS) metrics.count('editions_late_total', LATE_HELP, 1);
}

/**
 * Posts one edition, once: claims it, asks whether it stands in its channel already, composes, posts, records, and replies
 * in its thread. Stopped between any two steps it goes on where it was when the claim has run out. Answers when to try
 * again, or null when there is nothing more to do.
 */
export async function deliver(edition: string, deps: DeliverDeps): Promise<Date | null> {
  const { store, clock, log, platforms } = deps;
  const delivery = await store.deliveries.get(edition);
  const channel = delivery === null ? null : await store.channels.get(delivery.channel);
  if (delivery === null || channel === null || channel.state !== 'active') return null;
  const platform = platforms.find(({ name }) => name === channel.platform);
  if (platform === undefined) return null;
  const held = await heldUntil(deps, channel.workspace);
  if (held !== null) return held;
  const claim = await store.deliveries.claim(edition, clock.now(), LEASE_MS);
  if (claim === null) return null;
  deps.claims?.add(claim);

  const parts = new Map((await store.deliveries.parts(edition)).map((part) => [part.key, part]));
  const outcome = await attempt({ claim, delivery, channel, platform, parts }, deps).finally(() =>
    deps.claims?.delete(claim),
  );
  if (outcome === null) return null;
  await store.deliveries.settle(claim, outcome);
  if (outcome.state !== 'due') countSettled(delivery, outcome.state, deps);
  log.info({ edition, channel: channel.id, outcome: outcome.state, attempt: claim.attempt }, 'delivery');
  return outcome.state === 'due' ? outcome.nextAttemptAt : null;
}

/** Keeps a claim while something takes its time: a slow model may write for longer than a claim lasts. */
async function held<T>(claim: Claim, { store, clock }: DeliverDeps, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const renewing = (async () => {
    for (;;) {
      await clock.sleep(LEASE_MS / 2, done.signal);
      if (done.signal.aborted || !(await store.deliveries.renew(claim, clock.now(), LEASE_MS))) return;
    }
  })();
  try {
    return await work();
  } finally {
    done.abort();
    await renewing;
  }
}

/** Null when somebody else has the edition by now. */
async function attempt(work: Work, deps: DeliverDeps): Promise<DeliveryOutcome | null> {
  const { claim, delivery, channel, platform, parts } = work;
  const { clock, log, store } = deps;
  const name = channel.name ?? channel.address;
  const { calls } = channel.schedule;
  const place = {
    workspace: channel.workspace,
    channel: channel.address,
    thread: null,
    ...(calls === undefined ? {} : { calls }),
  };
  const main: Message = { claim, platform, place, part: 'main' };
  const late = isLate(deps, delivery);

  const now = await standing(deps, main, parts.get('main'));
  if (now.kind === 'unknown' || (now.kind === 'later' && late)) {
    const notice = unknownNotice(name, claim.edition, now.reason);
    await tellOnce(deps, platform, channel.workspace, `unknown:${claim.edition}:${claim.attempt}`, notice);
    return { state: 'unknown', reason: now.reason };
  }
  if (now.kind === 'refused') return { state: 'refused', reason: now.reason };
  if (now.kind === 'later') return again(deps, backoff(claim.attempt), now.reason);
  if (now.kind === 'absent' && late) {
    const reason = delivery.reason ?? 'too late: its time had passed';
    await tellSkipped(deps, channel, delivery, reason);
    return { state: 'skipped', reason };
  }

  let composed: Composed;
  try {
    composed = await held(claim, deps, () => deps.compose(channel, new Date(delivery.slot)));
  } catch (error) {
    log.error({ edition: claim.edition, channel: channel.id, error }, 'an edition could not be composed');
    return again(deps, backoff(claim.attempt), 'it could not be composed');
  }
  if (!(await store.deliveries.attach(claim, composed.debrief, clock.now(), LEASE_MS))) return null;

  if (now.kind === 'sent') return replies(work, composed.document, now.reference, deps);
  const posted = await post(deps, main, composed.document);
  switch (posted.kind) {
    case 'outrun':
      return null;
    case 'sent':
      return replies(work, composed.document, posted.reference, deps);
    case 'unanswered':
    case 'retry':
      return later(deps, channel.workspace, posted);
    case 'refused':
      if (posted.lost) {
        await loseChannels(deps, channel.workspace, new Map([[channel.address, posted.reason]]));
        return again(deps, 0, posted.reason);
      }
      await tellOnce(deps, platform, channel.workspace, `refused:${claim.edition}`, refusedNotice(name, posted.reason));
      return { state: 'refused', reason: posted.reason };
  }
}

/** The replies in the thread of a message that stands, in their order. One that is refused does not hold up the others. */
async function replies(
  { claim, delivery, channel, platform, parts }: Work,
  document: Document,
  reference: Reference,
  deps: DeliverDeps,
): Promise<DeliveryOutcome | null> {
  const place = { workspace: channel.workspace, channel: channel.address, thread: reference };
  const sent: DeliveryOutcome = { state: 'sent', reference };
  for (const reply of document.thread) {
    // The debrief itself stands: replies that will not come by now are let go.
    if (isLate(deps, delivery)) return sent;
    const message: Message = { claim, platform, place, part: reply.key };
    const now = await standing(deps, message, parts.get(reply.key));
    if (now.kind === 'later') return again(deps, backoff(claim.attempt), now.reason);
    if (now.kind !== 'absent') continue;
    const posted = await post(deps, message, reply.document);
    if (posted.kind === 'outrun') return null;
    if (posted.kind === 'unanswered' || posted.kind === 'retry') return later(deps, channel.workspace, posted);
    if (posted.kind === 'refused' && posted.lost) return sent;
  }
  return sent;
}
