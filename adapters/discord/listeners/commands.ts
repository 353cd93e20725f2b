import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Events,
} from 'discord.js';
import { PUBLIC_OPTION } from '../commands.ts';
import { contextOf, type DeskDeps, refusal, serve } from '../desk.ts';
import { LIMITS } from '../limits.ts';
import { mentionOf } from '../places.ts';

type Options = ChatInputCommandInteraction['options'] | AutocompleteInteraction['options'];

function pathOf(options: Options): string[] {
  const group = options.getSubcommandGroup(false);
  const name = options.getSubcommand(false);
  return [group, name].filter((part) => part !== null);
}

function valuesOf(interaction: ChatInputCommandInteraction): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  const walk = (options: typeof interaction.options.data): void => {
    for (const { name, type, value, options: inner } of options) {
      if (inner !== undefined) walk(inner);
      else if (value === undefined || name === PUBLIC_OPTION) continue;
      else if (type === ApplicationCommandOptionType.Channel)
        values[name] = mentionOf(interaction.client, String(value));
      else values[name] = value;
    }
  };
  walk(interaction.options.data);
  return values;
}

async function command(interaction: ChatInputCommandInteraction, deps: DeskDeps): Promise<void> {
  const { guildId } = interaction;
  const shown = interaction.options.getBoolean(PUBLIC_OPTION) ?? false;
  await serve(interaction, shown, deps, async () =>
    guildId === null
      ? refusal('Debrief answers in servers alone.')
      : deps.handlers.command(contextOf(interaction, guildId), pathOf(interaction.options), valuesOf(interaction)),
  );
}

async function complete(interaction: AutocompleteInteraction, { handlers, log }: DeskDeps): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true);
    const { guildId } = interaction;
    const values =
      guildId === null
        ? []
        : await handlers.complete(contextOf(interaction, guildId), pathOf(interaction.options), name, value);
    // A value that does not fit would come back cut, and mean nothing.
    const fitting = values.filter((choice) => choice !== '' && choice.length <= LIMITS.choiceLength);
    await interaction.respond(fitting.slice(0, LIMITS.choices).map((choice) => ({ name: choice, value: choice })));
  } catch (error) {
    // Somebody typed on: the next letter asks again.
    log.debug({ error }, 'a completion came too late');
  }
}

/** Slash commands, and what is offered while they are typed. */
export function listenToCommands(deps: DeskDeps): void {
  deps.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await command(interaction, deps);
    if (interaction.isAutocomplete()) await complete(interaction, deps);
  });
}
