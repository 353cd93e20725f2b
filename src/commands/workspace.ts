import { debriefDocument } from '../document/debrief.ts';
import { emphasis, text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import type { Block, Document } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { habitOf } from './debriefs.ts';
import type { World } from './world.ts';

/** The home page of a workspace: when what comes where, how the feeds do, the last debrief. */
export async function home(context: Context, world: World): Promise<Document> {
  const channels = await world.store.channels.list(context.workspace);
  const { choice, zone } = await habitOf(context, world);
  const posts = channels.map((channel) => [
    text(`${channel.name ?? channel.address}: `),
    text(
      channel.state !== 'active'
        ? (channel.note ?? channel.state)
        : channel.nextDueAt === null
          ? 'no time is set'
          : `next on ${momentIn(channel.nextDueAt, channel.schedule.zone)}`,
    ),
  ]);
  const [last] = await world.store.debriefs.last(choice, new Date(world.clock.now().getTime() + 1), 1);
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Next debriefs' },
    posts.length === 0
      ? {
          kind: 'paragraph',
          content: [
            text('No channel gets a debrief yet. An admin sets one up with '),
            emphasis('/debrief-admin channel schedule weekdays 8:30'),
          ],
        }
      : { kind: 'list', ordered: false, items: posts },
    ...(last === undefined ? [] : debriefDocument(last, zone).blocks),
  ];
  return { summary: 'Debrief', blocks, thread: [] };
}

/** What the installer alone is shown; nothing is posted anywhere unasked. */
export async function installed(context: Context, name: string | null, world: World): Promise<Document> {
  await world.store.workspaces.save({ id: context.workspace, platform: context.platform, name });
  return {
    summary: 'Debrief is installed',
    blocks: [
      { kind: 'paragraph', content: [text('Debrief is installed. It posts nowhere until you say where and when.')] },
      {
        kind: 'paragraph',
        content: [
          text('In the channel that should get it: '),
          emphasis('/debrief-admin channel schedule weekdays 8:30'),
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
