import { z } from 'zod';
import { ENGLISH, type Words } from '../locale/index.ts';
import type { Document } from '../model.ts';
import type { CommandSpec, Context, OptionSpec, Reply } from '../ports/platform.ts';
import type { World } from './world.ts';

export type Completer = (typed: string, context: Context, world: World) => Promise<readonly string[]>;

export type CommandDefinition<Shape extends z.ZodRawShape> = {
  /** What the command and its options are in words stands in the catalogue under this path. */
  readonly path: readonly string[];
  readonly example: string;
  readonly audience: CommandSpec['audience'];
  /**
   * In the order in which they are typed without their names. A schema's `meta()` says what its zod type does not: `rest` takes all
   * words that are left, `channel` names a channel of the platform, `person` somebody or a role there.
   */
  readonly options: z.ZodObject<Shape>;
  readonly completes?: { readonly [Name in keyof Shape & string]?: Completer };
  run(options: z.infer<z.ZodObject<Shape>>, context: Context, world: World): Promise<Reply>;
};

/** A command with its options' types behind it: what the registry lists. */
export type Command = {
  readonly spec: CommandSpec;
  complete(option: string, typed: string, context: Context, world: World): Promise<readonly string[]>;
  /** Throws a UsageError for options that do not fit. */
  run(options: Readonly<Record<string, unknown>>, context: Context, world: World): Promise<Reply>;
};

function unwrap(schema: z.ZodType): z.ZodType {
  let inner: unknown = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap();
  return inner instanceof z.ZodType ? inner : schema;
}

type Described = Omit<OptionSpec, 'description'>;

function optionSpec(name: string, schema: z.ZodType, completes: boolean): Described {
  const inner = unwrap(schema);
  const meta: Readonly<Record<string, unknown>> = { ...inner.meta(), ...schema.meta() };
  const kind = inner instanceof z.ZodNumber ? 'integer' : inner instanceof z.ZodBoolean ? 'boolean' : 'string';
  return {
    name,
    kind: meta.channel === true ? 'channel' : meta.person === true ? 'person' : kind,
    required: !schema.safeParse(undefined).success,
    choices: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
    completes,
    rest: meta.rest === true,
  };
}

/** A command in the words of a catalogue; in those that it has already where the catalogue has none. */
export function inWords(spec: CommandSpec, { commands }: Pick<Words, 'commands'>): CommandSpec {
  const text = commands[spec.path.join(' ')];
  if (text === undefined) return spec;
  const options = spec.options.map((option) => ({
    ...option,
    description: text.options[option.name] ?? option.description,
  }));
  return { ...spec, summary: text.summary, options };
}

/** Makes a command of its definition; the specification that adapters and help show is derived from its schema. */
export function command<Shape extends z.ZodRawShape>(definition: CommandDefinition<Shape>): Command {
  const { path, example, audience, options, completes = {} } = definition;
  const completers = new Map<string, Completer>();
  for (const [name, completer] of Object.entries<Completer | undefined>(completes))
    if (completer) completers.set(name, completer);
  return {
    spec: inWords(
      {
        path,
        summary: '',
        example,
        audience,
        options: Object.entries(options.shape).flatMap(([name, schema]) =>
          schema instanceof z.ZodType ? [{ ...optionSpec(name, schema, completers.has(name)), description: '' }] : [],
        ),
      },
      ENGLISH,
    ),
    async complete(option, typed, context, world) {
      return (await completers.get(option)?.(typed, context, world)) ?? [];
    },
    run: async (given, context, world) => definition.run(options.parse(given), context, world),
  };
}

export const toAsker = (document: Document): Reply => ({ document, audience: 'asker', ok: true });
/** A refusal or a fault that the asker alone sees, with what to do next. */
export const refusal = (document: Document): Reply => ({ document, audience: 'asker', ok: false });
