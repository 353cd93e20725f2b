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

/** "@Debrief what does an H200 cost?" and direct messages are questions, answered in their thread. */
export function listenToQuestions(app: App, desk: Desk): void {
  const isNew = once();

  const ask = async (team: string, user: string, channel: string, thread: string, typed: string): Promise<void> => {
    const from = { team, user, channel, thread, respond: null };
    await desk.serve(from, 'question', async ({ context, asker }) => {
      const { client } = asker;
      const words = typedQuestion(typed, client.access.botUser);
      const reply = /^(?:help)?$/i.test(words)
        ? await desk.handlers.text(context, 'help')
        : await desk.handlers.question(context, words);
      // Who asked in public is answered in public; what went wrong is for them alone.
      if (context.channel !== null) return reply.ok ? { ...reply, audience: 'channel' } : reply;
      await desk.send(client, { channel, thread }, reply.document, null);
      return null;
    });
  };

  app.event('app_mention', async ({ event, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || !isNew(body.event_id)) return;
    await ask(await desk.whose(body), event.user, event.channel, event.thread_ts ?? event.ts, event.text);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!isNew(body.event_id)) return;
    await ask(await desk.whose(body), event.user, event.channel, event.thread_ts ?? event.ts, event.text ?? '');
  });
}
