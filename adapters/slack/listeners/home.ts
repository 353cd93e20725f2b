import type { App } from '@slack/bolt';
import { knownBlocks } from '../form.ts';
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

export function listenToHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    await showHome(desk, {
      team: await desk.whose(body),
      user: event.user,
      channel: undefined,
      thread: undefined,
      respond: null,
    });
  });
}
