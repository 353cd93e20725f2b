import type { App } from '@slack/bolt';
import type { Client } from '../access.ts';
import { answer } from '../answer.ts';
import { Carried, FORM, notice, valuesOf } from '../form.ts';
import { shortened } from '../words.ts';
import { type Desk, type From, said } from './desk.ts';

type Values = Readonly<Record<string, readonly string[]>>;

/** Slack waits three seconds for what becomes of a form; past this it is told that the work goes on. */
const PATIENCE_MS = 2_000;
const LONGEST_FAULT = 1_500;

const waiting = notice('Debrief', said('One moment: this is being looked at.'));

/** A picked channel comes as its id alone: `<#C1>` becomes `<#C1|infra>`, as in a command, where Slack tells the name. */
async function withChannelNames({ web }: Client, values: Values): Promise<Values> {
  const named = async (value: string): Promise<string> => {
    const id = /^<#([A-Z0-9]+)>$/.exec(value)?.[1];
    if (id === undefined) return value;
    const info = await web.conversations.info({ channel: id }).catch(() => null);
    const name = info?.channel?.name;
    return name === undefined ? value : `<#${id}|${name}>`;
  };
  const entries = Object.entries(values).map(
    async ([field, list]) => [field, await Promise.all(list.map(named))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Forms that were sent: faults stand beside their fields, an answer comes where the form was opened. */
export function listenToSubmissions(app: App, desk: Desk, refreshHome: (from: From) => Promise<void>): void {
  app.view(FORM, async ({ ack, body, view }) => {
    const carried = Carried.parse(JSON.parse(view.private_metadata));
    const from: From = {
      team: body.team?.id ?? body.user.team_id ?? '',
      user: body.user.id,
      channel: carried.channel ?? undefined,
      thread: carried.thread ?? undefined,
      respond: null,
    };
    const settled = (async () => {
      const { context, asker } = await desk.visitor(from);
      const values = await withChannelNames(asker.client, valuesOf(view.state.values));
      return { asker, outcome: await desk.handlers.submit(context, carried.id, values) };
    })();
    const late = desk.clock.sleep(PATIENCE_MS).then(() => null);
    try {
      const soon = await Promise.race([settled, late]);
      if (soon === null) {
        await ack({ response_action: 'update', view: waiting });
        const { asker, outcome } = await settled;
        const document = 'faults' in outcome ? said(Object.values(outcome.faults).join('\n')) : outcome.document;
        await asker.client.web.views.update({ view_id: view.id, view: notice('Debrief', document) });
      } else if ('faults' in soon.outcome) {
        const known = new Set(view.blocks.map(({ block_id }) => block_id));
        const first = view.blocks[0]?.block_id;
        const errors: Record<string, string> = {};
        for (const [name, fault] of Object.entries(soon.outcome.faults)) {
          // A fault of no field stands beside the first.
          const place = known.has(name) ? name : first;
          if (place === undefined) continue;
          const before = errors[place];
          errors[place] = shortened(before === undefined ? fault : `${before}\n${fault}`, LONGEST_FAULT);
        }
        await ack({ response_action: 'errors', errors });
        return;
      } else {
        await ack();
        await answer(soon.asker, soon.outcome);
      }
      await refreshHome(from);
    } catch (error) {
      desk.log.error({ what: `form ${carried.id}`, team: from.team, error }, 'a form could not be answered');
      await ack();
    }
  });
}
