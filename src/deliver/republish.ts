import type { DeliverDeps } from './deps.ts';

const LOOKED_AT = 10;

export type Republished = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Edits the newest debrief that stands in a channel into what it says now: without what was reported as wrong since. Its
 * replies stay as they are.
 */
export async function republish(id: string, deps: DeliverDeps): Promise<Republished> {
  const { store, platforms, log } = deps;
  const channel = await store.channels.get(id);
  const platform = platforms.find(({ name }) => name === channel?.platform);
  if (channel === null || platform === undefined) return { ok: false, reason: 'the channel is not served from here' };
  const sent = (await store.deliveries.last(id, LOOKED_AT)).find(({ state }) => state === 'sent');
  if (sent?.reference == null) return { ok: false, reason: 'no debrief stands there yet' };
  const { document } = await deps.compose(channel, new Date(sent.slot));
  const place = { workspace: channel.workspace, channel: channel.address, thread: null };
  const result = await platform.update(place, sent.reference, document);
  if (result.kind === 'sent') return { ok: true };
  log.warn({ channel: id, result: result.kind, reason: result.reason }, 'a debrief could not be edited');
  return { ok: false, reason: result.reason };
}
