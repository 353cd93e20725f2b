import type { App } from '@slack/bolt';
import { z } from 'zod';
import { named } from '../channels.ts';
import { whileWorking } from '../status.ts';
import { typedWords } from '../typed.ts';
import type { Desk } from './desk.ts';

/** Direct messages with these are said by people too: with a file beside the words, and shown to the channel from a thread. */
const SPOKEN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

const MOST_REMEMBERED = 2_000;

const Said = z.looseObject({
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().catch(''),
  bot_id: z.string().optional(),
});

/** Slack sends an event again when its acknowledgement was lost: each is answered once. */
function once(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.add(id);
    return true;
  };
}

/** What somebody says to the bot, in a channel or in a direct message, answered in its thread. */
export function listenToQuestions(app: App, desk: Desk): void {
  const isNew = once();

  const ask = async (body: unknown, user: string, channel: string, thread: string, typed: string): Promise<void> => {
    const from = { team: await desk.whose(body), user, channel, thread, respond: null };
    await desk.serve(from, 'question', async (visitor) => {
      const { context, asker } = visitor;
      const words = typedWords(typed, asker.client.access.botUser);
      return whileWorking(desk, asker, { channel, thread }, async () =>
        desk.handlers.talk(context, await named(words, asker.client)),
      );
    });
  };

  app.event('app_mention', async ({ event, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || !isNew(body.event_id)) return;
    await ask(body, event.user, event.channel, event.thread_ts ?? event.ts, event.text);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || !SPOKEN.has(event.subtype)) return;
    const said = Said.safeParse(event).data;
    if (said === undefined || said.bot_id !== undefined || !isNew(body.event_id)) return;
    // A file alone asks nothing.
    if (event.subtype === 'file_share' && said.text.trim() === '') return;
    await ask(body, said.user, said.channel, said.thread_ts ?? said.ts, said.text);
  });
}
