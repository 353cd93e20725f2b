import {
  type BaseMessageOptions,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Document } from '../../src/model.ts';
import type { Context, Handlers, Reply } from '../../src/ports/platform.ts';
import { type DiscordOptions, workspaceOf } from './options.ts';
import { draw } from './pictures.ts';
import { NOBODY, renderAll } from './render.ts';

/** A document of plain words. */
export const said = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: words }] }],
  thread: [],
});

export const refusal = (words: string): Reply => ({ document: said(words), audience: 'asker', ok: false });

export type Asked = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

export type DeskDeps = Pick<DiscordOptions, 'chart' | 'clock' | 'log'> & {
  readonly client: Client;
  readonly handlers: Handlers;
};

/** Discord waits three seconds for a first answer; one that takes longer than this is announced. */
const PATIENCE_MS = 1_500;
/** Messages of one answer: what is longer is cut short with how much more there is. */
const MOST_MESSAGES = 5;

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

/** Who asks, from where; `guild` is the server that a direct message is about. */
export function contextOf(interaction: Interaction, guild: string): Context {
  const { channel, member, user } = interaction;
  const thread = channel?.isThread() === true ? channel : null;
  const here = interaction.guildId === null ? null : (thread?.parentId ?? interaction.channelId);
  const place = thread?.parent ?? channel;
  const name = place !== null && place !== undefined && 'name' in place ? place.name : null;
  const owner = interaction.client.guilds.cache.get(guild)?.ownerId;
  const nick = member !== null && 'displayName' in member ? member.displayName : null;
  return {
    platform: 'discord',
    workspace: workspaceOf(guild),
    channel: here,
    ...(here === null || name === null ? {} : { channelName: name }),
    thread: thread === null || here === null ? null : { channel: here, message: thread.id, link: thread.url },
    user: { id: user.id, name: nick ?? user.displayName },
    // In a direct message Discord tells no permissions: there the server's owner alone is known.
    admin: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true || user.id === owner,
    owner: false,
    language: interaction.locale,
  };
}

type Body = Pick<BaseMessageOptions, 'components' | 'files' | 'allowedMentions'>;

async function bodiesOf(document: Document, deps: DeskDeps): Promise<readonly Body[]> {
  const picture = await draw(document, deps);
  return renderAll(picture.document, MOST_MESSAGES).map((message) => ({
    components: [...message.components],
    files: picture.filesOf(message).map(({ data, name }) => ({ attachment: data, name })),
    allowedMentions: NOBODY,
  }));
}

const V2 = { flags: MessageFlags.IsComponentsV2 } as const;
const V2_TO_ASKER = { flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] } as const;

/**
 * Does the work and brings its reply: at once where it is there in time, else in place of the note that it is on its way. What is for
 * the asker alone, and every refusal, is ephemeral.
 */
export async function serve(
  interaction: Asked,
  shown: boolean,
  deps: DeskDeps,
  work: () => Promise<Reply>,
): Promise<void> {
  const { clock, log } = deps;
  try {
    const working = work().then(async (reply) => ({ reply, bodies: await bodiesOf(reply.document, deps) }));
    const soon = await Promise.race([working, clock.sleep(PATIENCE_MS).then(() => null)]);
    if (soon === null) await interaction.deferReply(shown ? {} : { flags: MessageFlags.Ephemeral });
    const { reply, bodies } = soon ?? (await working);
    const open = reply.ok && (shown || reply.audience === 'channel');
    const flags = open ? V2 : V2_TO_ASKER;
    const following = [...bodies];
    const first = (): Body => following.shift() ?? {};
    if (soon !== null) await interaction.reply({ ...first(), ...flags });
    else if (open === shown) await interaction.editReply({ ...first(), ...V2 });
    // Who sees a deferred answer was settled when it was deferred: this one is meant for others.
    else if (shown) await interaction.deleteReply();
    else await interaction.editReply('Shown to the channel.');
    for (const body of following) await interaction.followUp({ ...body, ...flags });
  } catch (error) {
    log.error({ interaction: interaction.id, error }, 'a request from Discord could not be answered');
  }
}
