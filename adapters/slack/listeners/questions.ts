import type { App } from '@slack/bolt';
import { typedQuestion } from '../typed.ts';
import type { Desk } from './desk.ts';

const MOST_REMEMBERED = 2_000;

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
    await desk.serve(from, 'question', async ({ context, asker }) => {
      const words = typedQuestion(typed, asker.client.access.botUser);
      const reply = /^(?:help)?$/i.test(words)
        ? await desk.handlers.text(context, 'help')
        : await desk.handlers.question(context, words);
      // Who asked in public is answered in public; what went wrong is for them alone.
      return reply.ok ? { ...reply, audience: 'channel' } : reply;
    });
  };

  app.event('app_mention', async ({ event, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || !isNew(body.event_id)) return;
    await ask(body, event.user, event.channel, event.thread_ts ?? event.ts, event.text);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!isNew(body.event_id)) return;
    await ask(body, event.user, event.channel, event.thread_ts ?? event.ts, event.text ?? '');
  });
}
