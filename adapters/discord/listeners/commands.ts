import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  InteractionContextType,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { z } from 'zod';
import { wordsIn } from '../../../src/locale/index.ts';
import { FORM_PREFIX } from '../build.ts';
import { ASK, PUBLIC_OPTION } from '../commands.ts';
import { type DeskDeps, refusal, serve, wordsOf } from '../desk.ts';
import { LIMITS } from '../limits.ts';
import { mentionOf } from '../places.ts';
import { contextOf, ownOf, serversOf } from '../who.ts';
import { openForm } from './buttons.ts';

type Options = ChatInputCommandInteraction['options'] | AutocompleteInteraction['options'];

function pathOf(options: Options): string[] {
  const group = options.getSubcommandGroup(false);
  const name = options.getSubcommand(false);
  return [group, name].filter((part) => part !== null);
}

/** Somebody or a role as the commands read it: `<@id>`, `<@&id>`. */
const personOf = (interaction: ChatInputCommandInteraction, id: string): string =>
  interaction.options.resolved?.roles?.has(id) === true ? `<@&${id}>` : `<@${id}>`;

function valuesOf(interaction: ChatInputCommandInteraction): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  const walk = (options: typeof interaction.options.data): void => {
    for (const { name, type, value, options: inner } of options) {
      if (inner !== undefined) walk(inner);
      else if (value === undefined || name === PUBLIC_OPTION) continue;
      else if (type === ApplicationCommandOptionType.Channel)
        values[name] = mentionOf(interaction.client, String(value));
      else if (type === ApplicationCommandOptionType.Mentionable) values[name] = personOf(interaction, String(value));
      else values[name] = value;
    }
  };
  walk(interaction.options.data);
  return values;
}

/**
 * The server that an interaction is about: in a direct message the only one that both are in; where the bot is no member, the asker's
 * own place, if they installed the app for themselves; else why it is none.
 */
async function serverFor(interaction: Interaction): Promise<{ readonly guild: string } | { readonly why: string }> {
  const { guildId, client, user, authorizingIntegrationOwners: owners } = interaction;
  const words = wordsIn(interaction.locale).platforms;
  if (guildId !== null && client.guilds.cache.has(guildId)) return { guild: guildId };
  const own = owners[ApplicationIntegrationType.UserInstall] === undefined ? null : { guild: ownOf(user.id) };
  // Elsewhere than in a direct message of the two, others' servers have no part in it.
  if (own !== null && interaction.context !== InteractionContextType.BotDM) return own;
  if (guildId !== null) return { guild: guildId };
  const [only, ...others] = await serversOf(user.id, client);
  if (only === undefined) return own ?? { why: words.noServer };
  if (others.length > 0) return { why: words.severalServers };
  return { guild: only };
}

async function command(interaction: ChatInputCommandInteraction, deps: DeskDeps): Promise<void> {
  const shown = interaction.options.getBoolean(PUBLIC_OPTION) ?? false;
  await serve(interaction, shown, deps, async () => {
    const server = await serverFor(interaction);
    if ('why' in server) return refusal(server.why);
    const context = await contextOf(interaction, server.guild, deps);
    if (context === null) return refusal(wordsOf(interaction).noServer);
    return deps.handlers.command(context, pathOf(interaction.options), valuesOf(interaction));
  });
}

async function complete(interaction: AutocompleteInteraction, deps: DeskDeps): Promise<void> {
  const { handlers, log } = deps;
  try {
    const { name, value } = interaction.options.getFocused(true);
    const server = await serverFor(interaction);
    const context = 'why' in server ? null : await contextOf(interaction, server.guild, deps);
    const values = context === null ? [] : await handlers.complete(context, pathOf(interaction.options), name, value);
    // A value that does not fit would come back cut, and mean nothing.
    const fitting = values.filter((choice) => choice !== '' && choice.length <= LIMITS.choiceLength);
    await interaction.respond(fitting.slice(0, LIMITS.choices).map((choice) => ({ name: choice, value: choice })));
  } catch (error) {
    // Somebody typed on: the next letter asks again.
    log.debug({ error }, 'a completion came too late');
  }
}

const Pressable = z.object({ custom_id: z.string() });

/** The id of a debrief's button with this verb, `sources:<debrief>`, in a message of ours; null in any other. */
function actionIn(message: Message, verb: string): string | null {
  const ids: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (typeof value === 'object' && value !== null) {
      const button = Pressable.safeParse(value);
      if (button.success) ids.push(button.data.custom_id);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  if (message.author.id === message.client.user.id) walk(message.components.map((component) => component.toJSON()));
  return ids.find((id) => id.startsWith(verb)) ?? null;
}

/** What the menu of a message offers: its buttons, wherever it stands by now. */
async function ofMessage(interaction: MessageContextMenuCommandInteraction, deps: DeskDeps): Promise<void> {
  const isAsk = interaction.commandName === ASK;
  const id = actionIn(interaction.targetMessage, isAsk ? `${FORM_PREFIX}ask:` : 'sources:');
  if (isAsk && id !== null) return openForm(interaction, id.slice(FORM_PREFIX.length), deps);
  await serve(interaction, false, deps, async () => {
    const { guildId } = interaction;
    const context = id === null || guildId === null ? null : await contextOf(interaction, guildId, deps);
    return id === null || context === null ? refusal(wordsOf(interaction).notOurs) : deps.handlers.action(context, id);
  });
}

/** Slash commands, what is offered while they are typed, and the menu of a message. */
export function listenToCommands(deps: DeskDeps): void {
  deps.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await command(interaction, deps);
    if (interaction.isAutocomplete()) await complete(interaction, deps);
    if (interaction.isMessageContextMenuCommand()) await ofMessage(interaction, deps);
  });
}
