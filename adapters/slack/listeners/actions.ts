import type { App, BlockAction } from '@slack/bolt';
import type { Reply } from '../../../src/ports/platform.ts';
import { modal } from '../form.ts';
import { codeOf } from '../outcome.ts';
import { type Desk, type From, said, type Visitor } from './desk.ts';
import { shared, sharedLine } from './share.ts';

/** Opens the form of a button. A trigger holds for three seconds (docs.slack.dev/interactivity). */
async function openForm(desk: Desk, { context, asker }: Visitor, id: string, trigger: string): Promise<Reply | null> {
  const form = await desk.handlers.form(context, id);
  if ('document' in form) return form;
  try {
    const carried = { channel: asker.at?.channel ?? null, thread: asker.at?.thread ?? null };
    const view = modal(form, carried, asker.words);
    await asker.client.web.views.open({ trigger_id: trigger, view });
    return null;
  } catch (error) {
    if (codeOf(error) !== 'expired_trigger_id' && codeOf(error) !== 'exchanged_trigger_id') throw error;
    return { document: said(asker.words.tooLate), audience: 'asker', ok: false };
  }
}

async function press(desk: Desk, { context, asker }: Visitor, id: string): Promise<Reply> {
  const line = sharedLine(id);
  if (line === null) return desk.handlers.action(context, id);
  const reply = await desk.handlers.text(context, line);
  if (!reply.ok) return reply;
  return {
    ...reply,
    audience: 'channel',
    document: shared(reply.document, asker.words.shared(context.user.name, line)),
  };
}

/** Buttons. A press brings back the id of its action alone, so that it works after any restart. */
export function listenToActions(app: App, desk: Desk, refreshHome: (from: From) => Promise<void>): void {
  const idOf = (action: BlockAction['actions'][number]): string =>
    action.type === 'button' && 'value' in action && typeof action.value === 'string' ? action.value : '';

  app.action<BlockAction>(/^(?:press|form):/, async ({ ack, body, action, respond }) => {
    await ack();
    const onHome = body.view !== undefined;
    const from: From = {
      team: await desk.whose(body),
      user: body.user.id,
      channel: body.channel?.id,
      thread: threadOf(body.message),
      respond: body.response_url === undefined || body.response_url === '' ? null : respond,
    };
    const id = idOf(action);
    await desk.serve(from, `button ${id}`, (visitor) =>
      action.action_id.startsWith('form:') ? openForm(desk, visitor, id, body.trigger_id) : press(desk, visitor, id),
    );
    if (onHome) await refreshHome(from);
  });

  // A link opens by itself; Slack wants to hear that it was seen.
  app.action(/^link:/, async ({ ack }) => ack());
}

function threadOf(message: BlockAction['message']): string | undefined {
  const thread: unknown = message !== undefined && 'thread_ts' in message ? message.thread_ts : undefined;
  return typeof thread === 'string' ? thread : undefined;
}
