import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Reply } from '../../../src/ports/platform.ts';
import { named } from '../channels.ts';
import { whileWorking } from '../status.ts';
import { createStream } from '../stream.ts';
import { typedWords } from '../typed.ts';
import type { Desk } from './desk.ts';

/** Direct messages with these are said by people too: with a file beside the words, and shown to the channel from a thread. */
const SPOKEN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

const MOST_REMEMBERED = 2_000;

const Said = z.looseObject({
  user: z.string(),
  team: z.string().optional(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().catch(''),
  bot_id: z.string().optional(),
});

/** What was said, by whom, and of which team they are where that is told. */
type Asked = { readonly user: string; readonly team?: string | undefined; readonly text: string };

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

  const ask = async (body: unknown, asked: Asked, channel: string, thread: string): Promise<void> => {
    const { user } = asked;
    const team = await desk.whose(body);
    await desk.serve({ team, user, channel, thread, respond: null }, 'question', async ({ context, asker }) => {
      const words = await named(typedWords(asked.text, asker.client.access.botUser), asker.client);
      const stream = createStream(asker, { channel, thread, team: asked.team ?? team }, desk);
      return whileWorking(desk, asker, { channel, thread }, async () => {
        let reply: Reply | null = null;
        try {
          reply = await desk.handlers.talk({ ...context, settled: stream.settled }, words);
        } finally {
          if (await stream.ended(reply)) reply = null;
        }
        return reply;
      });
    });
  };

  app.event('app_mention', async ({ event, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || !isNew(body.event_id)) return;
    const { user, team, text } = event;
    await ask(body, { user, team, text }, event.channel, event.thread_ts ?? event.ts);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || !SPOKEN.has(event.subtype)) return;
    const said = Said.safeParse(event).data;
    if (said === undefined || said.bot_id !== undefined || !isNew(body.event_id)) return;
    // A file alone asks nothing.
    if (event.subtype === 'file_share' && said.text.trim() === '') return;
    await ask(body, said, said.channel, said.thread_ts ?? said.ts);
  });
}
