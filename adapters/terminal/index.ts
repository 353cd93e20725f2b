import type { Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Document } from '../../src/model.ts';
import type { Context, Handlers, Platform, PostResult, Reply } from '../../src/ports/platform.ts';
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
  /** Called when the person leaves the prompt. */
  onLeave(): void;
};

const WIDEST = 110;
const NARROWEST = 40;

/** A terminal that does not know its width, or says 0, is taken for a wide one. */
function widthOf({ columns = 0 }: TerminalOptions['output']): number {
  return columns === 0 ? WIDEST : Math.max(NARROWEST, Math.min(WIDEST, columns));
}

/** The reference adapter: needs no account, posts to standard output, and reads commands at a prompt. */
export function createTerminal(
  options: TerminalOptions,
): Platform & { show(document: Document): void; prompt(): Promise<void> } {
  const posted = new Map<string, PostResult & { kind: 'sent' }>();
  let handlers: Handlers | null = null;
  let reader: Interface | null = null;

  const text = (document: Document): string =>
    render(document, {
      style: options.color ? ANSI : PLAIN,
      width: widthOf(options.output),
    });

  const show = (document: Document): void => {
    options.output.write(`${text(document)}\n`);
  };

  const post = (document: Document, key: string): PostResult => {
    const before = posted.get(key);
    if (before !== undefined) return before;
    show(document);
    const sent = { kind: 'sent', reference: { channel: 'terminal', message: key, link: null } } as const;
    posted.set(key, sent);
    return sent;
  };

  const obey = async (line: string): Promise<Reply | null> => {
    const command = line.trim().replace(/^\/?debrief(-admin)?\s+/, '');
    if (command === '' || handlers === null) return null;
    return handlers.text(OWNER, command);
  };

  return {
    name: 'terminal',
    async start(given) {
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
      if (!options.interactive) return;
      const { createInterface } = await import('node:readline/promises');
      reader = createInterface({ input: options.input, output: options.output, prompt: 'debrief> ' });
      reader.prompt();
      for await (const line of reader) {
        if (/^\s*\/?(exit|quit|q)\s*$/.test(line)) break;
        const reply = await obey(line);
        if (reply !== null) show(reply.document);
        reader.prompt();
      }
      reader.close();
      options.onLeave();
    },
    async stop() {
      reader?.close();
      reader = null;
    },
  };
}
