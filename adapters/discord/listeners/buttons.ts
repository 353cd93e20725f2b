import {
  type ButtonInteraction,
  type Client,
  Events,
  type GuildBasedChannel,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Words } from '../../../src/locale/index.ts';
import type { Document, Form, FormField } from '../../../src/model.ts';
import type { Reply } from '../../../src/ports/platform.ts';
import { FORM_PREFIX } from '../build.ts';
import { type DeskDeps, refusal, serve, wordsOf } from '../desk.ts';
import { modal, valuesOf } from '../form.ts';
import { LIMITS } from '../limits.ts';
import { isOpen } from '../permissions.ts';
import { contextOf, idAndGuild } from '../who.ts';

/** A form cannot be announced: it opens within Discord's three seconds or not at all. */
const PATIENCE_MS = 2_200;

const openIn = (guild: string, client: Client): readonly GuildBasedChannel[] => [
  ...(client.guilds.cache
    .get(guild)
    ?.channels.cache.filter((channel) => isOpen(channel))
    .values() ?? []),
];

/** A direct message has no channels to choose from: the server's own are listed, or, where they are too many for a list, typed by name. */
function withChannelsOf(form: Form, guild: string, { byName }: Words['platforms'], client: Client): Form {
  const options = openIn(guild, client).map(({ id, name }) => ({ value: id, label: `#${name}` }));
  const few = options.length <= LIMITS.selectOptions;
  const fields = form.fields.map((field): FormField => {
    if (field.kind !== 'channel' || options.length === 0) return field;
    if (few) return { ...field, kind: 'choice', options };
    return {
      ...field,
      kind: 'line',
      hint: byName,
      initial: options.find(({ value }) => value === field.initial)?.label ?? null,
    };
  });
  return { ...form, fields };
}

/** A channel of the server by the name that was typed, or as much of it as no other begins with; else the words as they are. */
function channelNamed(typed: string, channels: readonly GuildBasedChannel[]): string {
  const name = typed.slice(1).trim().toLowerCase().replaceAll(/\s+/g, '-');
  const begun = channels.filter((channel) => channel.name.toLowerCase().startsWith(name));
  const found =
    begun.find((channel) => channel.name.toLowerCase() === name) ?? (begun.length === 1 ? begun[0] : undefined);
  return found === undefined || name === '' ? typed : found.id;
}

/** What was filled in; in a direct message channels were typed by their names. */
function filledIn(interaction: ModalSubmitInteraction, guild: string): Record<string, readonly string[]> {
  const values = valuesOf(interaction);
  if (interaction.guildId !== null) return values;
  const channels = openIn(guild, interaction.client);
  return Object.fromEntries(
    Object.entries(values).map(([field, typed]) => [
      field,
      typed.map((value) => (value.startsWith('#') ? channelNamed(value, channels) : value)),
    ]),
  );
}

/** Opens the form of an action's id. */
export async function openForm(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction,
  customId: string,
  deps: DeskDeps,
): Promise<void> {
  const { handlers, client, clock, log } = deps;
  const { id, guild } = idAndGuild(customId, interaction);
  const words = wordsOf(interaction);
  if (guild === null) return serve(interaction, false, deps, async () => refusal(words.oldServer));
  try {
    const asked = contextOf(interaction, guild, deps).then((context) =>
      context === null ? refusal(words.oldServer) : handlers.form(context, id),
    );
    const form = await Promise.race([asked, clock.sleep(PATIENCE_MS).then(() => null)]);
    if (form === null || 'document' in form) {
      const late = refusal(words.tooLate);
      return await serve(interaction, false, deps, async () => form ?? late);
    }
    const here = interaction.guildId === null ? withChannelsOf(form, guild, words, client) : form;
    const suffix = customId.slice(id.length);
    await interaction.showModal(modal(here, `${form.id}${suffix}`));
  } catch (error) {
    log.error({ button: customId, error }, 'a form could not be opened');
  }
}

function press(interaction: ButtonInteraction, deps: DeskDeps): Promise<void> {
  const { id, guild } = idAndGuild(interaction.customId, interaction);
  const words = wordsOf(interaction);
  return serve(interaction, false, deps, async () => {
    const context = guild === null ? null : await contextOf(interaction, guild, deps);
    return context === null ? refusal(words.oldServer) : deps.handlers.action(context, id);
  });
}

/** Discord cannot keep a form open: what is wrong stands below the fields' names, with a button that opens it again. */
function faultsReply(faults: Readonly<Record<string, string>>, customId: string, words: Words['platforms']): Reply {
  const items = Object.entries(faults).map(([name, fault]) => [
    { kind: 'text', text: name, style: 'strong' } as const,
    { kind: 'text', text: `: ${fault}` } as const,
  ]);
  const document: Document = {
    summary: words.unfit,
    blocks: [
      { kind: 'paragraph', content: [{ kind: 'text', text: words.unchanged }] },
      { kind: 'list', ordered: false, items },
      { kind: 'actions', actions: [{ kind: 'form', id: customId, label: words.tryAgain }] },
    ],
    thread: [],
  };
  return { document, audience: 'asker', ok: false };
}

function submit(interaction: ModalSubmitInteraction, deps: DeskDeps): Promise<void> {
  const { customId } = interaction;
  const { id, guild } = idAndGuild(customId, interaction);
  const words = wordsOf(interaction);
  return serve(interaction, false, deps, async () => {
    const context = guild === null ? null : await contextOf(interaction, guild, deps);
    if (guild === null || context === null) return refusal(words.oldServer);
    const outcome = await deps.handlers.submit(context, id, filledIn(interaction, guild));
    return 'faults' in outcome ? faultsReply(outcome.faults, customId, words) : outcome;
  });
}

/** Buttons and forms. A press brings back the id of its action alone, so that it works after any restart. */
export function listenToButtons(deps: DeskDeps): void {
  deps.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isModalSubmit()) await submit(interaction, deps);
    if (!interaction.isButton()) return;
    const { customId } = interaction;
    if (customId.startsWith(FORM_PREFIX)) await openForm(interaction, customId.slice(FORM_PREFIX.length), deps);
    else await press(interaction, deps);
  });
}
