import type { DeliverDeps } from './deps.ts';
import { forgetTold, lostNotice, tellOnce } from './notices.ts';

const lostKey = (channel: string) => `lost:${channel}`;

/** A channel vanished or is closed to the bot: its editions wait, and the admins are told once. */
export async function loseChannel(deps: DeliverDeps, id: string, reason: string): Promise<void> {
  const channel = await deps.store.channels.get(id);
  // One that is paused or off has nothing to lose until somebody wants debriefs in it again.
  if (channel?.state !== 'active') return;
  const platform = deps.platforms.find(({ name }) => name === channel.platform);
  if (platform !== undefined) {
    const document = lostNotice(channel.name ?? channel.address, reason);
    await tellOnce(deps, platform, channel.workspace, lostKey(id), document);
  }
  // Told first: a process that dies in between tells again rather than never.
  await deps.store.channels.setState(id, 'lost', reason);
}

/** A lost channel is there again: what is due and not too late is posted. A channel that people paused stays paused. */
export async function regainChannel(deps: DeliverDeps, id: string): Promise<boolean> {
  const channel = await deps.store.channels.get(id);
  if (channel?.state !== 'lost') return false;
  await deps.store.channels.setState(id, 'active', null);
  await forgetTold(deps, lostKey(id));
  return true;
}
