import type { Readable, Writable } from 'node:stream';
import type { Document } from '../../src/model.ts';
import type { Context, Handlers, Platform, PostResult } from '../../src/ports/platform.ts';
import type { Prompt, Remembered } from './prompt.ts';
import { render } from './render.ts';
import { ANSI, PLAIN } from './style.ts';

export const WORKSPACE = 'terminal:local';

/** Who sits at the terminal: the machine's owner, who may do everything. */
export const OWNER: Context = {
  platform: 'terminal',
  workspace: WORKSPACE,
  channel: 'terminal',
  thread: null,
  user: { id: 'owner', name: null },
  admin: true,
  owner: true,
};

export type TerminalOptions = {
  readonly input: Readable;
  readonly output: Writable & { readonly columns?: number };
  readonly color: boolean;
  /** Whether a person sits there: then commands are read from a prompt after `start`. */
  readonly interactive: boolean;
  /** What the arrow keys bring back from earlier sessions. */
  readonly history?: Remembered | null;
  /** Called when the person leaves the prompt. */
  onLeave(): void;
};

const WIDEST = 140;
const NARROWEST = 60;
/** A terminal that does not say how wide it is. */
const USUAL = 110;

function widthOf({ columns = 0 }: TerminalOptions['output']): number {
  return columns === 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
}

/** The reference adapter: needs no account, posts to standard output, and reads commands at a prompt. */
export function createTerminal(
  options: TerminalOptions,
): Platform & { show(document: Document): void; prompt(): Promise<void> } {
  const posted = new Map<string, PostResult & { kind: 'sent' }>();
  let handlers: Handlers | null = null;
  let prompt: Prompt | null = null;
  let startedAt: Date | null = null;

  const text = (document: Document): string =>
    render(document, {
      style: options.color ? ANSI : PLAIN,
      width: widthOf(options.output),
    });

  const show = (document: Document): void => {
    const words = `${text(document)}\n`;
    if (prompt === null) options.output.write(words);
    else prompt.write(words);
  };

  const post = (document: Document, key: string): PostResult => {
    const before = posted.get(key);
    if (before !== undefined) return before;
    show(document);
    const sent = { kind: 'sent', reference: { channel: 'terminal', message: key, link: null } } as const;
    posted.set(key, sent);
    return sent;
  };

  return {
    name: 'terminal',
    async start(given) {
      startedAt = new Date();
      handlers = given;
    },
    async post(place, document, key) {
      // A thread has no place on a terminal: what a thread would tell, `story <n>` tells.
      return place.thread === null
        ? post(document, key)
        : { kind: 'sent', reference: { channel: 'terminal', message: key, link: null } };
    },
    async update(_place, reference, document) {
      show(document);
      return { kind: 'sent', reference };
    },
    async find(_place, key) {
      const before = posted.get(key);
      return before === undefined ? { kind: 'absent' } : { kind: 'found', reference: before.reference };
    },
    async notice(_workspace, document, key) {
      return post(document, key);
    },
    async missing() {
      return [];
    },
    preview: text,
    show,
    async prompt() {
      if (!options.interactive || handlers === null) return;
      const { openPrompt } = await import('./prompt.ts');
      const given = handlers;
      prompt = openPrompt(options, given, OWNER, async (line) => show((await given.text(OWNER, line)).document));
      await prompt.left;
      prompt = null;
      options.onLeave();
    },
    connection: () => ({ connected: true, since: startedAt }),
    async stop() {
      prompt?.close();
    },
  };
}
