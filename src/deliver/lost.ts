import type { DeliverDeps } from './deps.ts';
import { forgetTold, lostNotice, tellOnce } from './notices.ts';

const lostKey = (channel: string) => `lost:${channel}`;

/**
 * Channels vanished or are closed to the bot, all for one reason: their editions wait, and the admins are told once of all of them. All are of
 * one workspace.
 */
export async function loseChannels(deps: DeliverDeps, ids: readonly string[], reason: string): Promise<void> {
  const found = await Promise.all(ids.map((id) => deps.store.channels.get(id)));
  // One that is paused or off has nothing to lose until somebody wants debriefs in it again.
  const channels = found.flatMap((channel) => (channel?.state === 'active' ? [channel] : []));
  const [first] = channels;
  if (first === undefined) return;
  const platform = deps.platforms.find(({ name }) => name === first.platform);
  if (platform !== undefined) {
    const document = lostNotice(
      channels.map(({ name, address }) => name ?? address),
      reason,
    );
    await tellOnce(deps, platform, first.workspace, lostKey(first.id), document);
  }
  // Told first: a process that dies in between tells again rather than never.
  for (const { id } of channels) await deps.store.channels.setState(id, 'lost', reason);
}

/** A lost channel is there again: what is due and not too late is posted. A channel that people paused stays paused. */
export async function regainChannel(deps: DeliverDeps, id: string): Promise<boolean> {
  const channel = await deps.store.channels.get(id);
  if (channel?.state !== 'lost') return false;
  await deps.store.channels.setState(id, 'active', null);
  await forgetTold(deps, channel.workspace, lostKey(id));
  return true;
}
