import type { App } from '@slack/bolt';
import { ENGLISH } from '../../../src/locale/index.ts';
import { workspaceOf } from '../options.ts';
import type { Desk } from './desk.ts';

const { outcomes: words } = ENGLISH;

/** Why a channel is closed to the bot, by the event that tells. */
const CLOSED = {
  channel_archive: words.slackArchived,
  group_archive: words.slackArchived,
  channel_deleted: words.slackDeleted,
  group_deleted: words.slackDeleted,
  channel_left: words.slackLeft,
  group_left: words.slackLeft,
} as const;
const OPENED = ['channel_unarchive', 'group_unarchive'] as const;
const RENAMED = ['channel_rename', 'group_rename'] as const;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record).filter((key): key is Key => key in record);

/** Channels that close, open again or are called otherwise, and the app's own removal. */
export function listenToPresence(app: App, desk: Desk, forget: (workspace: string) => Promise<void>): void {
  const { handlers, whose, clientOf, log } = desk;
  /** Follows an event in the workspace that it is for; what fails is logged. */
  const follow = async (what: string, body: unknown, act: (workspace: string) => Promise<void>): Promise<void> => {
    try {
      await act(workspaceOf(await whose(body)));
    } catch (error) {
      log.error({ what, error }, 'an event from Slack could not be followed');
    }
  };

  for (const kind of keysOf(CLOSED))
    app.event(kind, ({ event, body }) =>
      follow(kind, body, (workspace) => handlers.channelsLost(workspace, new Map([[event.channel, CLOSED[kind]]]))),
    );
  for (const kind of OPENED)
    app.event(kind, ({ event, body }) =>
      follow(kind, body, (workspace) => handlers.channelsBack(workspace, [event.channel])),
    );
  for (const kind of RENAMED)
    app.event(kind, ({ event: { channel }, body }) =>
      follow(kind, body, (workspace) => handlers.channelChanged(workspace, channel.id, { name: channel.name })),
    );
  // A private channel that is shared with another workspace gets another id.
  app.event('channel_id_changed', ({ event, body }) =>
    follow('channel_id_changed', body, (workspace) =>
      handlers.channelChanged(workspace, event.old_channel_id, { address: event.new_channel_id }),
    ),
  );
  app.event('member_joined_channel', ({ event, body }) =>
    follow('member_joined_channel', body, async (workspace) => {
      const { access } = await clientOf(workspace);
      if (access.botUser === event.user) await handlers.channelsBack(workspace, [event.channel]);
    }),
  );

  const gone = async (workspace: string): Promise<void> => {
    await forget(workspace);
    await handlers.removed(workspace);
  };
  app.event('app_uninstalled', ({ body }) => follow('app_uninstalled', body, gone));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await follow('tokens_revoked', body, gone);
  });
}
