import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Context, Handlers } from '../../src/ports/platform.ts';

const PROMPT = 'debrief> ';
/** Lines that the arrow keys bring back. */
const HISTORY = 500;
const LEAVING = /^\s*\/?(?:exit|quit|q|bye)\s*$/i;

export type Prompt = {
  /** Writes above the line that is being typed, which stays as it is. */
  write(text: string): void;
  /** Resolves when the person leaves. */
  readonly left: Promise<void>;
  /** Closing twice is harmless. */
  close(): void;
};

type Completion = readonly [readonly string[], string];

/** What the line may go on with: a command, an option's name, or a value of the option that is being typed. */
export async function completionOf(line: string, handlers: Handlers, context: Context): Promise<Completion> {
  const typed = line.trimStart();
  const spec = handlers.commands
    .filter(({ path }) => typed.toLowerCase().startsWith(`${path.join(' ')} `))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  const paths = handlers.commands
    .map(({ path }) => path.join(' '))
    .filter((path) => path.startsWith(typed.toLowerCase()));
  if (spec === undefined || paths.length > 0) return [paths.map((path) => `${path} `), typed];
  const rest = typed.slice(spec.path.join(' ').length + 1);
  const [, before = '', last = ''] = /^((?:.*\s)?)(\S*)$/.exec(rest) ?? [];
  if (last.startsWith('--')) {
    const names = spec.options.map(({ name }) => `--${name} `).filter((name) => name.startsWith(last.toLowerCase()));
    return [names, last];
  }
  const named = /(?<!\S)--(\S+) $/.exec(before)?.[1];
  const option = spec.options.find(({ name }) => name === named) ?? spec.options.find(({ kind }) => kind !== 'boolean');
  if (option === undefined) return [[], last];
  const word = option.rest && named === undefined ? rest : last;
  const offered =
    option.choices.length > 0 ? option.choices : await handlers.complete(context, spec.path, option.name, word);
  return [offered.filter((value) => value.toLowerCase().startsWith(word.toLowerCase())), word];
}

/** Lines of earlier sessions, the newest first, and who keeps those of this one. */
export type Remembered = { readonly lines: readonly string[]; keep(lines: readonly string[]): void };

/** The prompt of a person at a terminal. Each line is answered before the next is taken. */
export function openPrompt(
  {
    input,
    output,
    history = null,
  }: { readonly input: Readable; readonly output: Writable; readonly history?: Remembered | null },
  handlers: Handlers,
  context: Context,
  obey: (line: string) => Promise<void>,
): Prompt {
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const reader: Interface = createInterface({
    input,
    output,
    prompt: PROMPT,
    terminal: true,
    historySize: HISTORY,
    history: [...(history?.lines ?? [])],
    removeHistoryDuplicates: true,
    completer: (line: string, answer: (error: Error | null, completion: [string[], string]) => void) => {
      completionOf(line, handlers, context).then(
        ([values, word]) => answer(null, [[...values], word]),
        () => answer(null, [[], line]),
      );
    },
  });
  let isClosed = false;
  let isBusy = false;
  let mayLeave = false;
  const waiting: string[] = [];

  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    reader.close();
    leave();
  };
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let line = waiting.shift(); line !== undefined && !isClosed; line = waiting.shift()) {
      if (LEAVING.test(line)) return close();
      if (line.trim() !== '') await obey(line);
    }
    isBusy = false;
    if (!isClosed) reader.prompt();
  };
  reader.on('line', (line) => {
    mayLeave = false;
    waiting.push(line);
    void work();
  });
  reader.on('history', (lines: string[]) => history?.keep(lines));
  // Ctrl-C empties the line; on an empty one it leaves when it is pressed again.
  reader.on('SIGINT', () => {
    if (reader.line !== '') {
      reader.write(null, { ctrl: true, name: 'e' });
      reader.write(null, { ctrl: true, name: 'u' });
      return;
    }
    if (mayLeave) return close();
    mayLeave = true;
    output.write('\nCtrl-C again, Ctrl-D or exit leaves.\n');
    reader.prompt();
  });
  reader.on('close', close);
  reader.prompt();
  return {
    write(text) {
      if (isClosed || isBusy) {
        output.write(text);
        return;
      }
      moveCursor(output, 0, -reader.getCursorPos().rows);
      cursorTo(output, 0);
      clearScreenDown(output);
      output.write(text);
      reader.prompt(true);
    },
    left,
    close,
  };
}
