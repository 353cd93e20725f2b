import type { App } from '@slack/bolt';
import { knownBlocks } from '../form.ts';
import { promptsIn } from '../manifest.ts';
import { failureOf } from '../outcome.ts';
import type { Desk, From } from './desk.ts';

/** Draws somebody's home page anew. */
export async function showHome(desk: Desk, from: From): Promise<void> {
  try {
    const { context, asker } = await desk.visitor({ ...from, channel: undefined, thread: undefined });
    const blocks = knownBlocks(await desk.handlers.home(context));
    const { web } = asker.client;
    await desk.surely(() => web.views.publish({ user_id: from.user, view: { type: 'home', blocks } }));
  } catch (error) {
    desk.log.error({ team: from.team, error }, 'a home page could not be shown');
  }
}

/**
 * Offers what a conversation can begin with, above it. No `thread_ts`: with one the call fails without a word in the agent's view
 * (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts). A workspace that has no such view refuses it, and loses nothing.
 */
async function offerPrompts(desk: Desk, from: From, channel: string): Promise<void> {
  try {
    const { asker } = await desk.visitor(from);
    const { words, client } = asker;
    const prompts = promptsIn(words);
    const [first, ...rest] = prompts;
    if (first === undefined) return;
    await client.web.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: words.promptsTitle,
      prompts: [first, ...rest],
    });
  } catch (error) {
    desk.log.debug({ team: from.team, reason: failureOf(error).reason }, 'Slack shows no prompts');
  }
}

/** Both tabs of the app: its home page, and the conversation with it. */
export function listenToHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, body }) => {
    const { user, channel } = event;
    const from = { team: await desk.whose(body), user, channel: undefined, thread: undefined, respond: null };
    if (event.tab === 'messages') await offerPrompts(desk, from, channel);
    else if (event.tab === 'home') await showHome(desk, from);
  });
}
