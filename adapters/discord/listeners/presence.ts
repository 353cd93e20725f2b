import { Events, type Guild, type GuildBasedChannel } from 'discord.js';
import type { DeskDeps } from '../desk.ts';
import { workspaceOf } from '../options.ts';
import { isOpen, missingIn } from '../permissions.ts';

export type Welcome = (guild: Guild) => Promise<void>;

/** Channels that close and open again, and the bot's own coming and going. */
export function listenToPresence({ client, handlers, log }: DeskDeps, welcome: Welcome): void {
  /** Channels that the bot sees but may not post in: what changes there is told, once. */
  const closed = new Set<string>();

  const note = async (what: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      log.error({ what, error }, 'an event from Discord could not be followed');
    }
  };
  const look = (channel: GuildBasedChannel): void => {
    if (!isOpen(channel)) closed.add(channel.id);
  };
  /** What a change has closed and opened, each told once: one change of a role closes many channels. */
  const lookAgain = async (channels: readonly GuildBasedChannel[]): Promise<void> => {
    const shut = channels.filter((channel) => !isOpen(channel) && !closed.has(channel.id));
    for (const { id } of shut) closed.add(id);
    const [first] = shut;
    if (first !== undefined)
      await handlers.channelsLost(
        workspaceOf(first.guild.id),
        shut.map(({ id }) => id),
        missingIn(first).join(' '),
      );
    for (const channel of channels)
      if (isOpen(channel) && closed.delete(channel.id))
        await handlers.channelBack(workspaceOf(channel.guild.id), channel.id);
  };
  const lookAround = (guild: Guild): Promise<void> =>
    note('permissions changed', () => lookAgain([...guild.channels.cache.values()]));

  client.on(Events.GuildAvailable, (guild) => guild.channels.cache.forEach(look));
  client.on(Events.ClientReady, () => {
    for (const guild of client.guilds.cache.values()) guild.channels.cache.forEach(look);
  });
  client.on(Events.ChannelCreate, look);
  client.on(Events.ChannelUpdate, (_before, channel) => {
    if (channel.isDMBased()) return;
    return note('channel changed', () => lookAgain([channel]));
  });
  client.on(Events.ThreadUpdate, (_before, thread) => note('thread changed', () => lookAgain([thread])));
  client.on(Events.GuildRoleUpdate, (_before, role) => lookAround(role.guild));
  client.on(Events.GuildRoleDelete, (role) => lookAround(role.guild));
  client.on(Events.GuildMemberUpdate, (_before, member) => {
    if (member.id === client.user?.id) return lookAround(member.guild);
    return undefined;
  });
  const deleted = (guild: string, channel: string, what: string) =>
    note('channel deleted', async () => {
      closed.delete(channel);
      await handlers.channelsLost(workspaceOf(guild), [channel], `the ${what} was deleted: choose another`);
    });
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return;
    return deleted(channel.guild.id, channel.id, 'channel');
  });
  client.on(Events.ThreadDelete, (thread) => deleted(thread.guild.id, thread.id, 'thread'));

  client.on(Events.GuildCreate, (guild) =>
    note('installed', async () => {
      guild.channels.cache.forEach(look);
      await welcome(guild);
    }),
  );
  client.on(Events.GuildDelete, (guild) => note('removed', () => handlers.removed(workspaceOf(guild.id))));
}
