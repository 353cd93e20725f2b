import { Events, type Guild, type GuildBasedChannel } from 'discord.js';
import { ENGLISH } from '../../../src/locale/index.ts';
import type { DeskDeps } from '../desk.ts';
import { workspaceOf } from '../options.ts';
import { isOpen, missingIn } from '../permissions.ts';

const { discord: words } = ENGLISH.outcomes;

export type Welcome = (guild: Guild) => Promise<void>;

/**
 * Channels that close and open again, and the bot's own coming and going. All that is found in a server is told whenever it is looked at: the core knows
 * what of it is news, also of what changed while the bot was away.
 */
export function listenToPresence({ client, handlers, log }: DeskDeps, welcome: Welcome): void {
  const note = async (what: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      log.error({ what, error }, 'an event from Discord could not be followed');
    }
  };
  /** What is closed and what takes posts among these, each told together: one change of a role closes many channels. */
  const look = (guild: Guild, channels: Iterable<GuildBasedChannel>): Promise<void> =>
    note('permissions', async () => {
      // What may be done where is known by the bot's own roles. Discord sends them along with a server; where it did not and does not answer,
      // nothing can be told, and least of all that everything is closed.
      if (guild.members.me === null) await guild.members.fetchMe();
      const [open, shut]: [GuildBasedChannel[], GuildBasedChannel[]] = [[], []];
      for (const channel of channels) (isOpen(channel) ? open : shut).push(channel);
      const workspace = workspaceOf(guild.id);
      if (shut.length > 0)
        await handlers.channelsLost(workspace, new Map(shut.map((each) => [each.id, missingIn(each).join(' ')])));
      const ids = open.map(({ id }) => id);
      if (ids.length > 0) await handlers.channelsBack(workspace, ids);
    });
  const lookAround = (guild: Guild): Promise<void> => look(guild, guild.channels.cache.values());

  // At the start, after an outage of Discord's, and after a connection that could not be resumed.
  client.on(Events.GuildAvailable, lookAround);
  client.on(Events.ChannelUpdate, (_before, channel) => {
    if (channel.isDMBased()) return;
    return look(channel.guild, [channel]);
  });
  client.on(Events.ThreadUpdate, (_before, thread) => look(thread.guild, [thread]));
  client.on(Events.GuildRoleUpdate, (_before, role) => lookAround(role.guild));
  client.on(Events.GuildRoleDelete, (role) => lookAround(role.guild));
  client.on(Events.GuildMemberUpdate, (_before, member) => {
    if (member.id === client.user?.id) return lookAround(member.guild);
    return undefined;
  });
  const deleted = (guild: string, channel: string, why: string) =>
    note('channel deleted', () => handlers.channelsLost(workspaceOf(guild), new Map([[channel, why]])));
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return;
    return deleted(channel.guild.id, channel.id, words.channelDeleted);
  });
  client.on(Events.ThreadDelete, (thread) => deleted(thread.guild.id, thread.id, words.threadDeleted));

  client.on(Events.GuildCreate, (guild) => note('installed', () => welcome(guild)));
  client.on(Events.GuildDelete, (guild) => note('removed', () => handlers.removed(workspaceOf(guild.id))));
}
