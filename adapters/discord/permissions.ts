import { ChannelType, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { ENGLISH } from '../../src/locale/index.ts';

const { discord: words } = ENGLISH.outcomes;

type Named = readonly [permission: bigint, name: string];

const VIEW: Named = [PermissionFlagsBits.ViewChannel, 'View Channel'];
const SEND: Named = [PermissionFlagsBits.SendMessages, 'Send Messages'];
const REPLY: Named = [PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'];
const THREADS: Named = [PermissionFlagsBits.CreatePublicThreads, 'Create Public Threads'];
const EMBED: Named = [PermissionFlagsBits.EmbedLinks, 'Embed Links'];
const ATTACH: Named = [PermissionFlagsBits.AttachFiles, 'Attach Files'];
const HISTORY: Named = [PermissionFlagsBits.ReadMessageHistory, 'Read Message History'];

/** What the bot asks for when it is invited, and nothing more. */
export const ASKED: bigint = [VIEW, SEND, REPLY, THREADS, EMBED, ATTACH, HISTORY].reduce((all, [bit]) => all | bit, 0n);

/** Where a debrief can be posted. */
export const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

const isPostable = (type: ChannelType): boolean => POSTABLE.some((postable) => postable === type);

function neededIn(channel: GuildBasedChannel): readonly Named[] {
  if (channel.isThread()) return [VIEW, REPLY, EMBED, ATTACH, HISTORY];
  if (channel.type === ChannelType.GuildForum) return [VIEW, SEND, REPLY, EMBED, ATTACH, HISTORY];
  return [VIEW, SEND, THREADS, REPLY, EMBED, ATTACH, HISTORY];
}

/** What the bot cannot do in a channel and has to, with how to give it; empty where all is well. */
export function missingIn(channel: GuildBasedChannel): readonly string[] {
  const name = `#${channel.name}`;
  if (!isPostable(channel.type)) return [words.kind(name)];
  const { me } = channel.guild.members;
  const held = me === null ? new PermissionsBitField() : channel.permissionsFor(me);
  const lacking = neededIn(channel).filter(([bit]) => !held.has(bit));
  if (lacking.length === 0) return [];
  const where = channel.isThread() ? `#${channel.parent?.name ?? channel.name}` : name;
  return [
    words.lacks(
      lacking.map(([, permission]) => permission),
      name,
      where,
    ),
  ];
}

/**
 * Whether a debrief would be let through, its charts too; without the right to begin threads its stories follow below. False as well where the
 * bot does not know itself in the server.
 */
export function isOpen(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  if (me === null || !isPostable(channel.type)) return false;
  return channel.permissionsFor(me).has([VIEW[0], channel.isThread() ? REPLY[0] : SEND[0], ATTACH[0]]);
}

/** The address that installs the bot with its scopes and permissions. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(ASKED),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
