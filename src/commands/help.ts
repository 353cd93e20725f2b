import { z } from 'zod';
import { code, commandLine, text } from '../document/inline.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Block, Document, Inline } from '../model.ts';
import type { CommandSpec, Context, OptionSpec } from '../ports/platform.ts';
import { command, inWords, refusal, toAsker } from './command.ts';
import { type Reading, readLine } from './line/read.ts';

const RANK = { everyone: 0, admin: 1, owner: 2 } as const;

/** Whether a person may run a command at all. */
export function mayRun(spec: CommandSpec, context: Context): boolean {
  return spec.audience === 'everyone' || (spec.audience === 'admin' ? context.admin : context.owner);
}

function optionText(option: OptionSpec): string {
  const name = option.choices.length > 0 && option.choices.length <= 4 ? option.choices.join('|') : option.name;
  return option.required ? `<${name}>` : `[${name}]`;
}

/** An option that no word reaches by its place: `[--unit <unit>]`. */
function flagText(option: OptionSpec): string {
  if (option.kind === 'boolean') return `[--${option.name}]`;
  return `[--${option.name} <${option.choices.length > 0 && option.choices.length <= 4 ? option.choices.join('|') : option.name}>]`;
}

/** `figures <topic> [--unit <unit>]`: how a command is typed. What stands behind all words that are left has to be named. */
export function usageOf(spec: CommandSpec): string {
  const last = spec.options.findIndex(({ rest }) => rest);
  const parts = spec.options.map((option, index) =>
    option.kind === 'boolean' || option.kind === 'channel' || (last !== -1 && index > last)
      ? flagText(option)
      : optionText(option),
  );
  return [...spec.path, ...parts].join(' ');
}

/** One command: how it is typed, its options, an example. */
export function usageDocument(spec: CommandSpec, words: Words, faults: readonly string[] = []): Document {
  const blocks: Block[] = faults.map((fault): Block => ({ kind: 'paragraph', content: [text(fault)] }));
  blocks.push({ kind: 'paragraph', content: [code(usageOf(spec)), text(`  ${spec.summary}`)] });
  if (spec.options.length > 0) {
    blocks.push({
      kind: 'list',
      ordered: false,
      items: spec.options.map((option) => [code(option.name), text(`  ${option.description}`)]),
    });
  }
  blocks.push({ kind: 'context', content: [text(words.talk.example(spec.example))] });
  return { summary: faults[0] ?? usageOf(spec), blocks, thread: [] };
}

/** What was not understood, why, and what may be meant. */
export function unknownDocument({ why, among }: Extract<Reading, { kind: 'unknown' }>, words: Words): Document {
  const [only] = among;
  if (only !== undefined && among.length === 1) return usageDocument(only, words, [why]);
  const items = among.map((spec): Inline[] => [code(usageOf(spec)), text(`  ${spec.summary}`)]);
  return {
    summary: why,
    blocks: [
      { kind: 'paragraph', content: [text(why)] },
      ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    ],
    thread: [],
  };
}

const GREETING =
  /^(?:hi|hello|hey|hallo|moin|servus|good (?:morning|afternoon|evening)|guten (?:morgen|tag|abend)|thanks|thank you|thx|danke)?(?:[\s,!.]*(?:there|debrief|all|team))?[\s,!.]*$/i;

/** Whether somebody only says hello, or nothing. */
export const isGreeting = (line: string): boolean => line.length <= 60 && GREETING.test(line.trim());

/** What is said to that: three things to go on with. */
export function greeting(specs: readonly CommandSpec[], { talk }: Words): Document {
  const first = ['latest', 'figures', 'trend'].flatMap(
    (name) => specs.find(({ path }) => path.join(' ') === name) ?? [],
  );
  return {
    summary: talk.greeting,
    blocks: [
      { kind: 'paragraph', content: [text(talk.greeting)] },
      {
        kind: 'list',
        ordered: false,
        items: first.map(({ example, summary }) => [code(example), text(`  ${summary}`)]),
      },
    ],
    thread: [],
  };
}

/** What there is to ask, by who may ask it. */
export function overview(specs: readonly CommandSpec[], context: Context): Document {
  const words = wordsIn(context.language);
  const groups = Map.groupBy(
    specs.filter((spec) => mayRun(spec, context)).toSorted((a, b) => RANK[a.audience] - RANK[b.audience]),
    (spec) => spec.audience,
  );
  const blocks = [...groups].flatMap(([audience, group]): Block[] => [
    { kind: 'heading', level: 2, text: words.talk.audiences[audience] },
    {
      kind: 'table',
      columns: words.talk.commandColumns.map((title) => ({ title, align: 'left' })),
      rows: group.map((spec) => [[code(usageOf(spec))], [text(spec.summary)]]),
    },
  ]);
  blocks.push({
    kind: 'context',
    content: [text(words.talk.moreAboutOne), commandLine('help <command>'), text(words.talk.receipts)],
  });
  return { summary: words.talk.canAsk, blocks, thread: [] };
}

export const help = command({
  path: ['help'],
  example: 'help figures',
  audience: 'everyone',
  options: z.object({
    command: z.string().optional().meta({ rest: true }),
  }),
  completes: {
    command: async (_typed, context, { specs }) =>
      specs()
        .filter((spec) => mayRun(spec, context))
        .map((spec) => spec.path.join(' ')),
  },
  async run({ command: asked }, context, { specs }) {
    const words = wordsIn(context.language);
    const known = specs()
      .filter((spec) => mayRun(spec, context))
      .map((spec) => inWords(spec, words));
    if (asked === undefined) return toAsker(overview(known, context));
    const group = known.filter((spec) => spec.path.join(' ').startsWith(asked.trim().toLowerCase()));
    if (group.length > 1) return toAsker(overview(group, context));
    if (group[0] !== undefined) return toAsker(usageDocument(group[0], words));
    const reading = readLine(asked, known, words);
    if (reading.kind === 'unknown') return refusal(unknownDocument(reading, words));
    const path = reading.kind === 'faults' ? reading.spec.path : reading.path;
    const spec = known.find((candidate) => candidate.path === path);
    return spec === undefined ? refusal(overview(known, context)) : toAsker(usageDocument(spec, words));
  },
});
