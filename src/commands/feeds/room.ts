import type { Context } from '../../ports/platform.ts';
import type { World } from '../world.ts';

/** Feeds that a workspace may have of its own, beside the default pack: each is polled and read for its sake. */
export const MOST_FEEDS = 500;

/** How many feeds a workspace may still add. */
export async function roomFor({ workspace }: Context, { store }: World): Promise<number> {
  const own = (await store.feeds.visible(workspace)).filter(({ owner }) => owner !== null);
  return Math.max(0, MOST_FEEDS - own.length);
}
