import type { App } from '@slack/bolt';
import { workspaceOf } from '../options.ts';
import type { Desk } from './desk.ts';

/** Channels that close and open again, and the app's own removal. */
export function listenToPresence(app: App, desk: Desk, forget: (workspace: string) => Promise<void>): void {
  const { handlers, log } = desk;
  const note = async (what: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      log.error({ what, error }, 'an event from Slack could not be followed');
    }
  };
  const lost = (team: string, channel: string, reason: string) =>
    note('channel lost', () => handlers.channelsLost(workspaceOf(team), [channel], reason));
  const back = (team: string, channel: string) =>
    note('channel back', () => handlers.channelBack(workspaceOf(team), channel));
  const itself = async (team: string, user: string): Promise<boolean> =>
    (await desk.clientOf(workspaceOf(team))).access.botUser === user;

  app.event('channel_archive', ({ event, body }) => lost(body.team_id, event.channel, 'the channel was archived'));
  app.event('group_archive', ({ event, body }) => lost(body.team_id, event.channel, 'the channel was archived'));
  app.event('channel_deleted', ({ event, body }) => lost(body.team_id, event.channel, 'the channel was deleted'));
  app.event('group_deleted', ({ event, body }) => lost(body.team_id, event.channel, 'the channel was deleted'));
  const removed = 'Debrief was removed from the channel: invite it with /invite @Debrief';
  app.event('channel_left', ({ event, body }) => lost(body.team_id, event.channel, removed));
  app.event('group_left', ({ event, body }) => lost(body.team_id, event.channel, removed));
  app.event('channel_unarchive', ({ event, body }) => back(body.team_id, event.channel));
  app.event('group_unarchive', ({ event, body }) => back(body.team_id, event.channel));
  app.event('member_joined_channel', async ({ event, body }) => {
    await note('member joined', async () => {
      if (await itself(body.team_id, event.user)) await back(body.team_id, event.channel);
    });
  });

  const gone = (team: string) =>
    note('removed', async () => {
      const workspace = workspaceOf(team);
      await forget(workspace);
      await handlers.removed(workspace);
    });
  app.event('app_uninstalled', ({ body }) => gone(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await gone(body.team_id);
  });
}
