import { z } from 'zod';
import { StoreError, UsageError } from '../errors.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Document } from '../model.ts';
import type { CommandSpec, Context, Handlers, Reply } from '../ports/platform.ts';
import { type Button, type FormAction, partsOf } from './action.ts';
import { type Command, inWords, refusal, toAsker } from './command.ts';
import { greeting, isGreeting, mayRun, overview, unknownDocument, usageDocument } from './help.ts';
import { completed } from './line/complete.ts';
import { type Reading, readLine } from './line/read.ts';
import { forAdmins } from './people.ts';
import { said } from './said.ts';
import type { World } from './world.ts';

/** What there is to run, press and fill in; explicit lists. */
export type Registry = {
  readonly commands: readonly Command[];
  readonly buttons: readonly Button[];
  readonly forms: readonly FormAction[];
  /** The command that answers a free question. */
  readonly question: { readonly path: readonly string[]; readonly option: string };
  home(context: Context, world: World): Promise<Document>;
  installed(context: Context, name: string | null, world: World): Promise<Document>;
  removed(workspace: string, world: World): Promise<void>;
  channelsLost(workspace: string, reasons: ReadonlyMap<string, string>, world: World): Promise<void>;
  channelsBack(workspace: string, channels: readonly string[], world: World): Promise<void>;
  channelChanged(...given: [...Parameters<Handlers['channelChanged']>, World]): Promise<void>;
};

function faultsOf(error: unknown): readonly string[] | null {
  if (error instanceof UsageError) return error.faults;
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  return null;
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** Channels that are mentioned, by their names: `<#C123|general>` is a command's way to know them. */
const withChannelNames = (words: string): string => words.replace(/<#[^|<>\s]{1,40}\|([^<>]{1,100})>/g, '#$1');

/** Words that a mistyped command may have: what is longer and begins like no command is said to be understood, not to be run. */
const COMMAND_WORDS = 3;

/** Whether words are meant as a command, or mistyped as one. */
function isCommand(reading: Reading, line: string): boolean {
  const count = line.split(/\s+/).length;
  if (reading.kind === 'command') return true;
  if (reading.kind === 'faults') return count <= COMMAND_WORDS + 1;
  return count === 1 || (reading.among.length > 0 && count <= COMMAND_WORDS);
}

/** For programs: the document itself, as the adapters get it. */
function asJson(document: Document): Document {
  return { summary: document.summary, blocks: [{ kind: 'code', text: JSON.stringify(document, null, 2) }], thread: [] };
}

/** A workspace is known from its first command on: what it sets and reports is kept under its name. */
async function know({ workspace, platform }: Context, { store }: World): Promise<void> {
  if ((await store.workspaces.get(workspace)) === null)
    await store.workspaces.save({ id: workspace, platform, name: null });
}

/** What somebody is told who may not, with who may. */
const closed = async (why: string, context: Context, world: World, words: Words): Promise<Document> => ({
  summary: why,
  blocks: await forAdmins(why, context, world, words),
  thread: [],
});

/** The registry as platforms call it. Nothing in it rejects: every fault is a reply that says what to do next. */
export function createHandlers(registry: Registry, world: World): Handlers {
  const specs = registry.commands.map(({ spec }) => spec);
  /** The commands in the asker's language. */
  const told = ({ language }: Context): readonly CommandSpec[] => {
    const words = wordsIn(language);
    return specs.map((spec) => inWords(spec, words));
  };
  const find = (path: readonly string[]): Command | null =>
    registry.commands.find(({ spec }) => samePath(spec.path, path)) ?? null;

  const guarded = async <T>(
    what: string,
    context: Context,
    act: () => Promise<T>,
    refuse: (reply: Reply) => T,
  ): Promise<T> => {
    const { talk } = wordsIn(context.language);
    try {
      await know(context, world);
      return await act();
    } catch (error) {
      const faults = faultsOf(error);
      if (faults !== null) return refuse(refusal(said(faults.join('\n'))));
      if (error instanceof StoreError) {
        world.log.error({ what, kind: error.kind }, error.message);
        return refuse(refusal(said(talk.storeFault(error.message))));
      }
      world.log.error({ what, platform: context.platform, workspace: context.workspace, error }, 'a request failed');
      return refuse(refusal(said(talk.failed)));
    }
  };

  const run = async (
    context: Context,
    path: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<Reply> => {
    const found = find(path);
    if (found === null) return refusal(overview(told(context), context));
    if (!mayRun(found.spec, context)) {
      const words = wordsIn(context.language);
      const { audience } = found.spec;
      const why = words.talk.closed(path.join(' '), audience === 'admin' ? 'admin' : 'owner');
      return refusal(audience === 'admin' ? await closed(why, context, world, words) : said(why));
    }
    return guarded(
      path.join(' '),
      context,
      () => found.run(options, context, world),
      (reply) => reply,
    );
  };

  const shut = async (context: Context, why: (words: Words) => string): Promise<Reply> => {
    const words = wordsIn(context.language);
    return refusal(await closed(why(words), context, world, words));
  };

  const answered = async (context: Context, line: string): Promise<Reply> => {
    const words = wordsIn(context.language);
    const known = told(context).filter((spec) => mayRun(spec, context));
    const reading = readLine(line, known, words);
    if (reading.kind === 'command') return run(context, reading.path, reading.options);
    if (reading.kind === 'faults') return refusal(usageDocument(reading.spec, words, reading.faults));
    const closed = readLine(line, specs, words);
    if (closed.kind === 'command') return run(context, closed.path, closed.options);
    if (closed.kind === 'faults') return run(context, closed.spec.path, {});
    return refusal(unknownDocument(reading, words));
  };

  const ask: Handlers['question'] = (context, words) =>
    run(context, registry.question.path, { [registry.question.option]: words });
  const toAll = (reply: Reply): Reply => (reply.ok ? { ...reply, audience: 'channel' } : reply);

  return {
    commands: specs,
    async text(context, line) {
      const words = line.replace(/(?:^|\s)(?:--|[—–])json(?=\s|$)/gi, ' ');
      const reply = await answered(context, words);
      return words === line ? reply : { ...reply, document: asJson(reply.document) };
    },
    command: run,
    complete: (context, path, option, typed) =>
      guarded(
        `complete ${path.join(' ')}`,
        context,
        async () => {
          const found = find(path);
          if (found === null || !mayRun(found.spec, context)) return [];
          const values = await found.complete(option, typed, context, world);
          const takesWords = found.spec.options.some(({ name, rest }) => name === option && rest);
          return completed(values, typed, takesWords);
        },
        () => [],
      ),
    question: ask,
    async talk(context, line) {
      const words = wordsIn(context.language);
      const spoken = told(context);
      if (isGreeting(line)) return toAsker(greeting(spoken, words));
      const reading = readLine(line, spoken, words);
      if (!isCommand(reading, line)) return toAll(await ask(context, withChannelNames(line)));
      const reply = await answered(context, line);
      // What everybody may ask is answered where it was asked; help and settings are for whoever asked.
      const path = reading.kind === 'command' ? reading.path : [];
      const isOpen = path[0] !== 'help' && find(path)?.spec.audience === 'everyone';
      return isOpen ? toAll(reply) : reply;
    },
    action: (context, id) => {
      const { verb, argument } = partsOf(id);
      const button = registry.buttons.find((candidate) => candidate.verb === verb);
      if (button === undefined) return Promise.resolve(refusal(said(wordsIn(context.language).talk.oldButton)));
      if (button.audience === 'admin' && !context.admin) return shut(context, ({ talk }) => talk.buttonClosed);
      return guarded(
        id,
        context,
        () => button.press(argument, context, world),
        (reply) => reply,
      );
    },
    form: (context, id) => {
      const { verb, argument } = partsOf(id);
      const form = registry.forms.find((candidate) => candidate.verb === verb);
      if (form === undefined) return Promise.resolve(refusal(said(wordsIn(context.language).talk.oldForm)));
      if (form.audience === 'admin' && !context.admin) return shut(context, ({ talk }) => talk.formClosed);
      return guarded(
        id,
        context,
        () => form.open(argument, context, world),
        (reply) => reply,
      );
    },
    submit: (context, id, values) => {
      const { verb, argument } = partsOf(id);
      const form = registry.forms.find((candidate) => candidate.verb === verb);
      if (form === undefined || (form.audience === 'admin' && !context.admin))
        return Promise.resolve(refusal(said(wordsIn(context.language).talk.formGone)));
      return guarded<Awaited<ReturnType<Handlers['submit']>>>(
        id,
        context,
        () => form.submit(argument, values, context, world),
        (reply) => reply,
      );
    },
    home: (context) =>
      guarded(
        'home',
        context,
        () => registry.home(context, world),
        (reply) => reply.document,
      ),
    installed: (context, name) =>
      guarded(
        'installed',
        context,
        () => registry.installed(context, name, world),
        (reply) => reply.document,
      ),
    knows: async (workspace) => (await world.store.workspaces.get(workspace)) !== null,
    removed: (workspace) => registry.removed(workspace, world),
    channelsLost: (workspace, reasons) => registry.channelsLost(workspace, reasons, world),
    channelsBack: (workspace, channels) => registry.channelsBack(workspace, channels, world),
    channelChanged: (workspace, channel, change) => registry.channelChanged(workspace, channel, change, world),
  };
}
