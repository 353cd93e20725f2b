import {
  type APIFileComponent,
  type BaseMessageOptions,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { type Words, wordsIn } from '../../src/locale/index.ts';
import type { Document } from '../../src/model.ts';
import type { Handlers, Reply } from '../../src/ports/platform.ts';
import { parted } from '../../src/typography/attached.ts';
import type { Voice } from './mentions.ts';
import type { DiscordOptions } from './options.ts';
import { draw } from './pictures.ts';
import { NOBODY, renderAll } from './render.ts';

/** A document of plain words. */
export const said = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: words }] }],
  thread: [],
});

export const refusal = (words: string): Reply => ({ document: said(words), audience: 'asker', ok: false });

export type Asked =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

export type DeskDeps = Pick<DiscordOptions, 'chart' | 'clock' | 'log' | 'namedAdmins'> & {
  readonly client: Client;
  readonly mention: Voice['mention'];
  readonly handlers: Handlers;
};

/** What Discord's side says itself, in the language of whoever asks. */
export const wordsOf = ({ locale }: Asked): Words['platforms'] => wordsIn(locale).platforms;

/** Discord waits three seconds for a first answer; one that takes longer than this is announced. */
const PATIENCE_MS = 1_500;
/** Messages of one answer: what is longer is cut short with how much more there is. */
const MOST_MESSAGES = 5;

type Body = Pick<BaseMessageOptions, 'components' | 'files' | 'allowedMentions'>;

async function bodiesOf(document: Document, spoken: Words['platforms'], deps: DeskDeps): Promise<readonly Body[]> {
  const { document: words, files } = parted(document, (name) => `${document.summary}: ${name}`);
  const picture = await draw(words, deps);
  // A file is seen through a component of its own, below the words; it is nobody's prose, and goes as it is.
  const shownBelow = files.map(
    ({ name }): APIFileComponent => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }),
  );
  return renderAll(picture.document, MOST_MESSAGES, { mention: deps.mention, words: spoken }).map((message, index) => ({
    components: [...message.components, ...(index === 0 ? shownBelow : [])],
    files: [
      ...picture.filesOf(message).map(({ data, name }) => ({ attachment: data, name })),
      ...(index === 0 ? files : []).map(({ name, content }) => ({ attachment: Buffer.from(content), name })),
    ],
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
  const words = wordsOf(interaction);
  try {
    const working = work().then(async (reply) => ({ reply, bodies: await bodiesOf(reply.document, words, deps) }));
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
    else await interaction.editReply(words.shown);
    for (const body of following) await interaction.followUp({ ...body, ...flags });
  } catch (error) {
    log.error({ interaction: interaction.id, error }, 'a request from Discord could not be answered');
  }
}
