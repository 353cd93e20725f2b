import { code, text } from '../document/inline.ts';
import type { Document } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { World } from './world.ts';

/** What the installer alone is shown; nothing is posted anywhere unasked. */
export async function installed(context: Context, name: string | null, world: World): Promise<Document> {
  await world.store.workspaces.save({ id: context.workspace, platform: context.platform, name });
  return {
    summary: 'Debrief is installed',
    blocks: [
      { kind: 'heading', level: 2, text: 'Debrief is installed' },
      {
        kind: 'paragraph',
        content: [
          text(
            'It posts nowhere until you say where and when. Its feeds are read already, so the first debrief can be today’s.',
          ),
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          [text('Invite Debrief to the channel that should get it.')],
          [text('Choose that channel and a time below; only admins can.')],
          [text('Ask it anything about AI infrastructure, here or in a channel: '), code('/debrief help')],
        ],
      },
      {
        kind: 'actions',
        actions: [
          { kind: 'form', id: 'schedule', label: 'Choose a channel and a time' },
          { kind: 'form', id: 'feed-new', label: 'Add a feed' },
        ],
      },
    ],
    thread: [],
  };
}

export const removed = (workspace: string, world: World): Promise<void> => world.store.workspaces.remove(workspace);

/** A channel is closed to the bot: nothing is due there until it is back. */
export const channelLost = (workspace: string, channel: string, reason: string, world: World): Promise<void> =>
  world.delivering.channelLost(`${workspace}:${channel}`, reason);

export const channelBack = (workspace: string, channel: string, world: World): Promise<void> =>
  world.delivering.channelBack(`${workspace}:${channel}`);
