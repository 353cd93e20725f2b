import { type Client, type Guild, type GuildMember, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Context } from '../../src/ports/platform.ts';
import { type DiscordOptions, workspaceOf } from './options.ts';

/** In a direct message a button's id carries the server that it is about: the message itself names none. */
const ABOUT = /^([\s\S]*)@(\d{15,20})$/;
export const about = (id: string, guild: string): string => `${id}@${guild}`;

export function idAndGuild(
  customId: string,
  interaction: Interaction,
): { readonly id: string; readonly guild: string | null } {
  if (interaction.guildId !== null) return { id: customId, guild: interaction.guildId };
  const [, id, guild] = ABOUT.exec(customId) ?? [];
  return id === undefined || guild === undefined ? { id: customId, guild: null } : { id, guild };
}

/** Whoever installed the app for themselves has a place of their own, where the bot is in no server with them: the pack's feeds, and no settings. */
export const ownOf = (user: string): string => `@${user}`;

/** Servers that are looked through for somebody who writes a direct message: more are too many questions for one answer. */
const LOOKED_THROUGH = 50;

/** Somebody in a server; `force` asks Discord itself, as whoever has left stays in the cache of a bot that is told of no members. */
async function memberOf(guild: Guild, user: string, force: boolean): Promise<GuildMember | null> {
  try {
    return await guild.members.fetch({ user, force });
  } catch {
    return null;
  }
}

/** The servers that somebody shares with the bot: a direct message is about the only one. */
export async function serversOf(user: string, client: Client): Promise<readonly string[]> {
  const guilds = [...client.guilds.cache.values()].slice(0, LOOKED_THROUGH);
  const members = await Promise.all(guilds.map((guild) => memberOf(guild, user, false)));
  return members.flatMap((member) => (member === null ? [] : [member.guild.id]));
}

type Standing = { readonly roles: readonly string[]; readonly manages: boolean };

/** What somebody holds in a server: whether they may manage it, and their roles. Null where they are not in it (any more). */
async function standingIn(
  guild: string,
  { client, guildId, member, memberPermissions, user }: Interaction,
): Promise<Standing | null> {
  if (member !== null && guildId === guild) {
    const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
    return { roles, manages: memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true };
  }
  if (guild === ownOf(user.id)) return { roles: [], manages: false };
  const server = client.guilds.cache.get(guild);
  const found = server === undefined ? null : await memberOf(server, user.id, true);
  if (found === null) return null;
  return { roles: [...found.roles.cache.keys()], manages: found.permissions.has(PermissionFlagsBits.ManageGuild) };
}

/**
 * Who asks, from where; `guild` is the server that a direct message is about. An admin manages the server, owns it, or was named, by
 * themselves or by a role. Null for whoever is not in the server: what was written to them once answers no more.
 */
export async function contextOf(
  interaction: Interaction,
  guild: string,
  { namedAdmins }: Pick<DiscordOptions, 'namedAdmins'>,
): Promise<Context | null> {
  const { channel, member, user } = interaction;
  const workspace = workspaceOf(guild);
  const thread = channel?.isThread() === true ? channel : null;
  const here = interaction.guildId !== guild ? null : (thread?.parentId ?? interaction.channelId);
  const place = thread?.parent ?? channel;
  const name = place !== null && place !== undefined && 'name' in place ? place.name : null;
  const owner = interaction.client.guilds.cache.get(guild)?.ownerId;
  const nick = member !== null && 'displayName' in member ? member.displayName : null;
  const [standing, named] = await Promise.all([standingIn(guild, interaction), namedAdmins(workspace)]);
  if (standing === null) return null;
  const { roles, manages } = standing;
  return {
    platform: 'discord',
    workspace,
    channel: here,
    ...(here === null || name === null ? {} : { channelName: name }),
    thread: thread === null || here === null ? null : { channel: here, message: thread.id, link: thread.url },
    ...(thread === null || here === null ? {} : { threadChannel: thread.id }),
    user: { id: user.id, name: nick ?? user.displayName },
    admin: manages || user.id === owner || named.includes(user.id) || roles.some((role) => named.includes(`&${role}`)),
    owner: false,
    language: interaction.locale,
  };
}
