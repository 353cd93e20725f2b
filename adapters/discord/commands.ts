import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { ENGLISH, LANGUAGES, type Words, wordsIn } from '../../src/locale/index.ts';
import type { Log } from '../../src/ports/log.ts';
import type { CommandSpec, OptionSpec } from '../../src/ports/platform.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { LIMITS } from './limits.ts';
import { POSTABLE } from './permissions.ts';

export const EVERYONE = 'debrief';
export const ADMINS = 'debrief-admin';
/** Shows the answer to the channel instead of to who asked. */
export const PUBLIC_OPTION = 'public';

type Command = RESTPostAPIChatInputApplicationCommandsJSONBody;
type OfMessage = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What the menu of a message offers. */
export const { receipts: RECEIPTS, ask: ASK } = ENGLISH.platforms.menu;

/** A name in the languages of the catalogue. */
const namedIn = (nameIn: (words: Words) => string): { name_localizations: LocalizationMap } => ({
  name_localizations: Object.fromEntries(LANGUAGES.map((language) => [language, nameIn(wordsIn(language))])),
});

const described = (text: string): string => shortened(text, LIMITS.commandDescription);

/** What a command or an option is in the languages of the catalogue: Discord shows each person theirs. */
function inLanguages(textIn: (words: Words) => string | undefined): { description_localizations?: LocalizationMap } {
  const texts = LANGUAGES.flatMap((language) => {
    const text = textIn(wordsIn(language));
    return text === undefined ? [] : [[language, described(text)] as const];
  });
  return texts.length === 0 ? {} : { description_localizations: Object.fromEntries(texts) };
}

function optionOf(option: OptionSpec, path: string): APIApplicationCommandBasicOption {
  const common = {
    name: option.name,
    description: described(option.description),
    ...inLanguages(({ commands }) => commands[path]?.options[option.name]),
    required: option.required,
  };
  switch (option.kind) {
    case 'integer':
      return { ...common, type: ApplicationCommandOptionType.Integer };
    case 'boolean':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'person':
      return { ...common, type: ApplicationCommandOptionType.Mentionable };
    case 'channel':
      return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...POSTABLE] };
    case 'string': {
      if (option.completes) return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
      const choices = option.choices.slice(0, LIMITS.choices).map((value) => ({ name: value, value }));
      return { ...common, type: ApplicationCommandOptionType.String, ...(choices.length === 0 ? {} : { choices }) };
    }
  }
}

const SHARED: OptionSpec = {
  name: PUBLIC_OPTION,
  description: ENGLISH.platforms.publicOption,
  kind: 'boolean',
  required: false,
  choices: [],
  completes: false,
  rest: false,
};

function subcommand({ path, summary, audience, options }: CommandSpec): APIApplicationCommandSubcommandOption {
  const offered = audience === 'everyone' ? [...options, SHARED] : options;
  // Discord wants the required ones first.
  const sorted = offered.toSorted((a, b) => Number(b.required) - Number(a.required));
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: path.at(-1) ?? '',
    description: described(summary),
    ...inLanguages(({ commands }) => commands[path.join(' ')]?.summary),
    options: sorted.slice(0, LIMITS.commandOptions).map((option) => optionOf(option, path.join(' '))),
  };
}

/** Commands of one word are subcommands, those of two stand in a group named by their first. */
function optionsOf(specs: readonly CommandSpec[]): APIApplicationCommandOption[] {
  const groups = new Map<string, APIApplicationCommandSubcommandOption[]>();
  const alone: APIApplicationCommandOption[] = [];
  for (const spec of specs) {
    const [group = '', ...rest] = spec.path;
    if (rest.length === 0) alone.push(subcommand(spec));
    else groups.set(group, [...(groups.get(group) ?? []), subcommand(spec)]);
  }
  const grouped = Array.from(
    groups,
    ([name, options]): APIApplicationCommandSubcommandGroupOption => ({
      type: ApplicationCommandOptionType.SubcommandGroup,
      name,
      description: described(`${name}: ${options.map((option) => option.name).join(', ')}`),
      options,
    }),
  );
  return [...grouped, ...alone];
}

/** The two commands as Discord registers them; the second is for those who may manage the server, until they say otherwise. */
export function commandsOf(specs: readonly CommandSpec[]): Command[] {
  const make = (name: string, description: string, audience: CommandSpec['audience'], rest: object): Command[] => {
    const options = optionsOf(specs.filter((spec) => spec.audience === audience));
    return options.length === 0
      ? []
      : [
          {
            type: ApplicationCommandType.ChatInput,
            contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
            integration_types: [ApplicationIntegrationType.GuildInstall],
            name,
            description,
            options,
            ...rest,
          },
        ];
  };
  return [
    ...make(EVERYONE, 'The debrief: figures, quotes, questions', 'everyone', {
      // Somebody who installed the app for themselves may ask anywhere.
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    }),
    ...make(ADMINS, 'Feeds, channels and times of the debrief', 'admin', {
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    }),
  ];
}

const Counted = z.object({
  name: z.string(),
  description: z.string(),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).default([]),
  get options() {
    return z.array(Counted).default([]);
  },
});

function countedIn({ name, description, choices, options }: z.infer<typeof Counted>): number {
  const offered = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return options.reduce((sum, option) => sum + countedIn(option), name.length + description.length + offered);
}

/** Characters as Discord counts them: names, descriptions and choices of a command and all its options. */
export const charactersOf = (command: Command): number => countedIn(Counted.parse(command));

const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
const Localizations = z.record(z.string(), z.string()).nullable().default(null);
const Option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: Localizations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(Choice).default([]),
  channel_types: z.array(z.number()).default([]),
  get options() {
    return z.array(Option).default([]);
  },
});
/** What of a command is compared: the rest Discord adds. */
const Standing = z.array(
  z.object({
    type: z.number().default(ApplicationCommandType.ChatInput),
    name: z.string(),
    description: z.string().default(''),
    default_member_permissions: z.string().nullable().default(null),
    contexts: z.array(z.number()).nullable().default(null),
    options: z.array(Option).default([]),
  }),
);

function compared(commands: unknown): string | null {
  const read = Standing.safeParse(commands);
  return read.success ? JSON.stringify(read.data.toSorted((a, b) => a.name.localeCompare(b.name))) : null;
}

/** What the menu of a debrief's message offers: its sources, and a question. */
export const MESSAGE_COMMANDS: readonly OfMessage[] = (['receipts', 'ask'] as const).map((item) => ({
  type: ApplicationCommandType.Message,
  name: ENGLISH.platforms.menu[item],
  ...namedIn(({ platforms }) => platforms.menu[item]),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}));

/** Registers the commands, for one server or for all, unless just these stand there. Answers what stands there then, as Discord tells it. */
export async function register(
  rest: REST,
  application: string,
  guild: string | null,
  specs: readonly CommandSpec[],
  log: Log,
): Promise<unknown> {
  const route =
    guild === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const wanted = [...commandsOf(specs), ...MESSAGE_COMMANDS];
  try {
    const standing = await rest.get(route);
    if (compared(standing) === compared(wanted)) return standing;
  } catch (error) {
    log.debug({ error }, 'the registered commands could not be read');
  }
  const registered = await rest.put(route, { body: wanted });
  log.info({ commands: wanted.map(({ name }) => name), guild }, 'commands registered');
  return registered;
}

/** Servers that are asked whether commands of their own stand there from before. */
const ASKED = 50;

/** Takes the commands away where they stood before `DEBRIEF_DISCORD_GUILD` was switched: a server would show each twice. */
export async function unregister(client: Client, application: string, guild: string | null): Promise<void> {
  const routes =
    guild !== null
      ? [Routes.applicationCommands(application)]
      : [...client.guilds.cache.keys()]
          .slice(0, ASKED)
          .map((each) => Routes.applicationGuildCommands(application, each));
  for (const route of routes) {
    const standing = Standing.safeParse(await client.rest.get(route));
    const own = standing.success && standing.data.some(({ name }) => name === EVERYONE || name === ADMINS);
    if (own) await client.rest.put(route, { body: [] });
  }
}
