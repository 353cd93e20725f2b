import type { Document, Reference } from '../model.ts';
import type { Place, Platform, PostResult } from '../ports/platform.ts';
import type { Claim, Part } from '../ports/store.ts';
import type { DeliverDeps } from './deps.ts';

/** One message of an edition on its way: the debrief, or a reply in its thread. */
export type Message = {
  readonly claim: Claim;
  readonly platform: Platform;
  readonly place: Place;
  /** `main`, or the reply's own. */
  readonly part: string;
};

/** Whether a message stands in its channel, as far as anybody can tell. */
export type Standing =
  | { readonly kind: 'sent'; readonly reference: Reference }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Cannot be told now. */
  | { readonly kind: 'later'; readonly reason: string };

/** What became of a post. */
export type Posted =
  | Extract<PostResult, { readonly kind: 'sent' | 'refused' | 'retry' }>
  /** The request left and no answer came: to be looked for before anything else. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** Somebody else has the edition by now. */
  | { readonly kind: 'outrun' };

/** The name of a message on its platform: the same however often it is sent. */
export function keyOf({ claim, part }: Message): string {
  return part === 'main' ? claim.edition : `${claim.edition}/${part}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Before a message is sent: is it there already? A request that may have left is looked for on the platform. */
export async function standing({ store }: DeliverDeps, message: Message, part: Part | undefined): Promise<Standing> {
  const { claim, platform, place } = message;
  if (part === undefined || part.state === 'absent') return { kind: 'absent' };
  if (part.state === 'sent' && part.reference !== null) return { kind: 'sent', reference: part.reference };
  if (part.state === 'refused') return { kind: 'refused', reason: part.reason ?? 'refused' };
  if (part.state === 'unknown') return { kind: 'unknown', reason: part.reason ?? 'no answer came' };
  const found = await platform
    .find(place, keyOf(message))
    .catch((error: unknown) => ({ kind: 'failed' as const, reason: reasonOf(error) }));
  const key = message.part;
  if (found.kind === 'found') {
    await store.deliveries.savePart(claim, { key, state: 'sent', reference: found.reference, reason: null });
    return { kind: 'sent', reference: found.reference };
  }
  if (found.kind === 'failed') return { kind: 'later', reason: found.reason };
  const state = found.kind;
  const reason = found.kind === 'unknown' ? found.reason : null;
  await store.deliveries.savePart(claim, { key, state, reference: null, reason });
  return found;
}

/** Sends a message that does not stand in its channel. */
export async function post({ store }: DeliverDeps, message: Message, document: Document): Promise<Posted> {
  const { claim, platform, place, part: key } = message;
  const nothing = { key, reference: null, reason: null };
  // Written before the request leaves: whatever happens from here on, the message is looked for before it is sent again.
  if (!(await store.deliveries.savePart(claim, { ...nothing, state: 'posting' }))) return { kind: 'outrun' };
  const result = await platform
    .post(place, document, keyOf(message))
    .catch((error: unknown) => ({ kind: 'unknown' as const, reason: reasonOf(error) }));
  if (result.kind === 'unknown') return { kind: 'unanswered', reason: result.reason };
  if (result.kind === 'sent') {
    await store.deliveries.savePart(claim, { key, state: 'sent', reference: result.reference, reason: null });
  } else {
    // A channel that is lost may come back, and then the message is sent after all.
    const state = result.kind === 'refused' && !result.lost ? 'refused' : 'absent';
    await store.deliveries.savePart(claim, { ...nothing, state, reason: result.reason });
  }
  return result;
}
