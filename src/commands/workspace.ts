import { commandLine, text } from '../document/inline.ts';
import { fieldName } from '../domain/in-use.ts';
import { wordsIn } from '../locale/index.ts';
import type { Document } from '../model.ts';
import type { Context, Handlers } from '../ports/platform.ts';
import { LOOK } from './latest.ts';
import { adminNames, askAnAdmin } from './people.ts';
import type { World } from './world.ts';

/** What the installer alone is shown; nothing is posted anywhere unasked. */
export async function installed(context: Context, name: string | null, world: World): Promise<Document> {
  const words = wordsIn(context.language);
  const { talk } = words;
  const admins = context.admin ? [] : await adminNames(context, world);
  await world.store.workspaces.save({ id: context.workspace, platform: context.platform, name });
  return {
    summary: talk.installed,
    blocks: [
      { kind: 'heading', level: 2, text: talk.installed },
      {
        kind: 'paragraph',
        content: [text(talk.installedNext)],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          [text(context.platform === 'discord' ? talk.inviteDiscord : talk.invite)],
          [
            text(context.admin ? talk.chooseBelow : talk.chooseByAdmin),
            ...(admins.length === 0 ? [] : [text(` ${talk.adminsAre(admins)}`)]),
          ],
          [text(talk.lookFirst)],
          [text(talk.askAnything(fieldName())), commandLine('help')],
        ],
      },
      {
        kind: 'actions',
        actions: context.admin
          ? [
              { kind: 'form', id: 'schedule', label: talk.chooseAChannel },
              { kind: 'press', id: LOOK, label: talk.look },
              { kind: 'form', id: 'feed-new', label: talk.addAFeed },
            ]
          : [askAnAdmin(words, 'primary'), { kind: 'press', id: LOOK, label: talk.look }],
      },
    ],
    thread: [],
  };
}

export const removed = (workspace: string, world: World): Promise<void> => world.store.workspaces.remove(workspace);

/** Channels are closed to the bot: nothing is due there until they are back. */
export const channelsLost = (workspace: string, reasons: ReadonlyMap<string, string>, world: World): Promise<void> =>
  world.delivering.channelsLost(workspace, reasons);

export const channelsBack = (workspace: string, channels: readonly string[], world: World): Promise<void> =>
  world.delivering.channelsBack(workspace, channels);

/** A channel keeps its settings, its deliveries and what it was told, whatever it is called and known by. */
export async function channelChanged(
  workspace: string,
  channel: string,
  change: Parameters<Handlers['channelChanged']>[2],
  { store }: World,
): Promise<void> {
  const known = await store.channels.get(`${workspace}:${channel}`);
  if (known === null) return;
  if ('name' in change) return store.channels.save({ ...known, name: `#${change.name}` });
  const { address } = change;
  await store.channels.move(known.id, { ...known, id: `${workspace}:${address}`, address });
}
