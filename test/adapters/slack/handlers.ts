import type { Context, Handlers, Reply } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';

export type Heard = { readonly what: string; readonly context: Context | null; readonly said: string };

export const toAsker = (words: string): Reply => ({ document: document(words), audience: 'asker', ok: true });

/** Handlers that say what they heard, and keep it. */
export function listening(rest: Partial<Handlers> = {}): Handlers & { readonly heard: Heard[] } {
  const heard: Heard[] = [];
  const hear = (what: string, context: Context | null, said: string): void => {
    heard.push({ what, context, said });
  };
  const answered = (what: string) => async (context: Context, said: string) => {
    hear(what, context, said);
    return toAsker(`${what}: ${said}`);
  };
  return {
    heard,
    commands: [{ path: ['trend'], summary: '', example: '', audience: 'everyone', options: [] }],
    text: answered('text'),
    command: async () => toAsker('command'),
    complete: async () => [],
    question: answered('question'),
    async talk(context, line) {
      hear('question', context, line);
      return { ...toAsker(`question: ${line}`), audience: 'channel' };
    },
    action: answered('action'),
    form: answered('form'),
    async submit(context, id, values) {
      hear(`submit ${id}`, context, JSON.stringify(values));
      return toAsker(`submitted ${id}`);
    },
    async home(context) {
      hear('home', context, '');
      return document('Your next debriefs');
    },
    async installed(context, name) {
      hear('installed', context, name ?? '');
      return document('Debrief is installed');
    },
    async removed(workspace) {
      hear('removed', null, workspace);
    },
    knows: async () => true,
    async channelsLost(workspace, reasons) {
      for (const [channel, reason] of reasons) hear('lost', null, `${workspace} ${channel}: ${reason}`);
    },
    async channelsBack(workspace, channels) {
      hear('back', null, `${workspace} ${channels.join()}`);
    },
    async channelChanged(workspace, channel, change) {
      hear('changed', null, `${workspace} ${channel} ${Object.entries(change).join()}`);
    },
    ...rest,
  };
}

/** Waits for what follows an acknowledgement: real requests to a real server. */
export async function until<T>(
  read: () => T | null | undefined | false | Promise<T | null | undefined | false>,
): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await read();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error('it did not come about');
}
