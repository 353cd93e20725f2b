import type { Context, Handlers, Reply } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';

export type Heard = { readonly what: string; readonly context: Context | null; readonly said: unknown };

export type Told = {
  readonly what: 'lost' | 'back';
  readonly workspace: string;
  readonly reasons: ReadonlyMap<string, string>;
};

export const toAsker = (words: string): Reply => ({ document: document(words), audience: 'asker', ok: true });

const topic = { name: 'topic', description: 'what about', kind: 'string', choices: [], rest: true } as const;

/** Handlers that say what they heard, and keep it; what they are told of channels, which is much, apart. */
export function listening(rest: Partial<Handlers> = {}): Handlers & { readonly heard: Heard[]; readonly told: Told[] } {
  const heard: Heard[] = [];
  const told: Told[] = [];
  const answered = (what: string) => async (context: Context, said: string) => {
    heard.push({ what, context, said });
    return toAsker(`${what}: ${said}`);
  };
  return {
    heard,
    told,
    commands: [
      {
        path: ['figures'],
        summary: 'figures on a subject',
        example: 'figures northwind',
        audience: 'everyone',
        options: [
          { ...topic, name: 'unit', required: false, completes: false },
          { ...topic, required: true, completes: true },
        ],
      },
      { path: ['feeds', 'list'], summary: 'the feeds', example: 'feeds list', audience: 'admin', options: [] },
      { path: ['demo'], summary: 'the demo', example: 'demo', audience: 'owner', options: [] },
    ],
    text: answered('text'),
    talk: answered('talk'),
    async command(context, path, options) {
      heard.push({ what: path.join(' '), context, said: options });
      return toAsker(`ran ${path.join(' ')}`);
    },
    async complete(_context, _path, option, typed) {
      return [`${option} ${typed}`, 'x'.repeat(101), ...Array.from({ length: 40 }, (_, n) => `value ${n}`)];
    },
    question: answered('question'),
    action: answered('action'),
    form: answered('form'),
    async submit(context, id, values) {
      heard.push({ what: `submit ${id}`, context, said: values });
      return toAsker(`submitted ${id}`);
    },
    home: async () => document('home'),
    async installed(context, name) {
      heard.push({ what: 'installed', context, said: name });
      return document('Debrief is installed');
    },
    async removed(workspace) {
      heard.push({ what: 'removed', context: null, said: workspace });
    },
    knows: async () => true,
    async channelsLost(workspace, reasons) {
      told.push({ what: 'lost', workspace, reasons });
    },
    async channelsBack(workspace, channels) {
      told.push({ what: 'back', workspace, reasons: new Map(channels.map((channel) => [channel, ''])) });
    },
    async channelChanged(workspace, channel, change) {
      heard.push({ what: 'changed', context: null, said: [workspace, channel, change] });
    },
    ...rest,
  };
}

/** Waits for what follows an event: real requests to a real server. */
export async function until<T>(
  read: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  patience = 700,
): Promise<T> {
  for (let tries = 0; tries < patience; tries += 1) {
    const found = await read();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error('it did not come about');
}
