import type { Channel } from '../model.ts';
import type { DeliverDeps } from './deps.ts';
import { forgetTold, lostNotice, tellOnce } from './notices.ts';

const lostKey = (channel: string) => `lost:${channel}`;

/**
 * Channels of a workspace vanished or are closed to the bot, each by its address with why: their editions wait, and the admins are told once
 * of all of them. What nobody wants debriefs in is nothing to lose.
 */
export async function loseChannels(
  deps: DeliverDeps,
  workspace: string,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  const lost = (await deps.store.channels.list(workspace)).flatMap((channel): (readonly [Channel, string])[] => {
    const reason = reasons.get(channel.address);
    // One that is paused or off has nothing to lose until somebody wants debriefs in it again.
    return reason === undefined || channel.state !== 'active' ? [] : [[channel, reason]];
  });
  const [[first] = []] = lost;
  if (first === undefined) return;
  const platform = deps.platforms.find(({ name }) => name === first.platform);
  if (platform !== undefined) {
    const document = lostNotice(lost.map(([{ name, address }, reason]) => [name ?? address, reason]));
    await tellOnce(deps, platform, workspace, lostKey(first.id), document);
  }
  // Told first: a process that dies in between tells again rather than never.
  for (const [{ id }, reason] of lost) await deps.store.channels.setState(id, 'lost', reason);
}

/** Of these channels, the lost ones are there again: what is due and not too late is posted. A channel that people paused stays paused. */
export async function regainChannels(
  deps: DeliverDeps,
  workspace: string,
  addresses: readonly string[],
): Promise<boolean> {
  const there = new Set(addresses);
  const back = (await deps.store.channels.list(workspace)).filter(
    ({ state, address }) => state === 'lost' && there.has(address),
  );
  for (const { id } of back) {
    await deps.store.channels.setState(id, 'active', null);
    await forgetTold(deps, workspace, lostKey(id));
  }
  return back.length > 0;
}
