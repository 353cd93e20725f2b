import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { ENGLISH, type Words } from '../../src/locale/index.ts';
import type { CommandSpec } from '../../src/ports/platform.ts';
import { type Command, nameOf } from '../../src/typography/command.ts';
import { commandsOf } from './commands.ts';
import { escaped } from './words.ts';

/** What stands where a command is to be typed; null where Discord does not know it. */
export type Mention = (piece: Command) => string | null;

/** How a message speaks for itself: how its commands stand there, and in whose language it says that it is not all. */
export type Voice = { readonly mention: Mention; readonly words: Words['platforms'] };

const Option = z.object({
  type: z.number(),
  name: z.string(),
  get options() {
    return z.array(Option).default([]);
  },
});
const Registered = z.array(z.object({ id: z.string(), name: z.string(), options: z.array(Option).default([]) }));

/** Paths of the commands in a command: `story`, `feeds list`. */
function pathsIn(options: readonly z.infer<typeof Option>[]): string[] {
  return options.flatMap(({ type, name, options: inner }) =>
    type === ApplicationCommandOptionType.SubcommandGroup
      ? pathsIn(inner).map((path) => `${name} ${path}`)
      : type === ApplicationCommandOptionType.Subcommand
        ? [name]
        : [],
  );
}

/** Commands as Discord shows them to be pressed, once it told their ids; what goes with one stands beside it. */
export function createMentions(): { readonly mention: Mention; learn(registered: unknown): void } {
  const ids = new Map<string, string>();
  return {
    mention(piece) {
      const [first = '', second = ''] = piece.text.split(' ');
      for (const path of [`${first} ${second}`, first]) {
        const id = ids.get(`${nameOf(piece)} ${path}`);
        if (id !== undefined) return `</${nameOf(piece)} ${path}:${id}>${escaped(piece.text.slice(path.length))}`;
      }
      return null;
    },
    learn(registered) {
      const read = Registered.safeParse(registered);
      for (const { id, name, options } of read.data ?? [])
        for (const path of pathsIn(options)) ids.set(`${name} ${path}`, id);
    },
  };
}

/** How a message will speak once its commands are registered: for a look at it before that. */
export function foreseen(specs: readonly CommandSpec[]): Voice {
  const { mention, learn } = createMentions();
  learn(commandsOf(specs).map((command) => ({ ...command, id: '0' })));
  return { mention, words: ENGLISH.platforms };
}
