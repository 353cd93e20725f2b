import type { App } from '@slack/bolt';
import { wordsIn } from '../../../src/locale/index.ts';
import type { Handlers } from '../../../src/ports/platform.ts';
import { shortened } from '../../../src/typography/graphemes.ts';
import type { Client } from '../access.ts';
import { named } from '../channels.ts';
import { Carried, FORM, notice, valuesOf } from '../form.ts';
import { type Desk, type From, said, type Visitor } from './desk.ts';

type Values = Readonly<Record<string, readonly string[]>>;

/** Slack waits three seconds for what becomes of a form; past this it is told that the work goes on. */
const PATIENCE_MS = 2_000;
const LONGEST_FAULT = 1_500;

/** A picked channel comes as its id alone: it is given its name, as in a command. */
async function withNames(client: Client, values: Values): Promise<Values> {
  const entries = Object.entries(values).map(
    async ([field, list]) => [field, await Promise.all(list.map((value) => named(value, client)))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

type Outcome = Awaited<ReturnType<Handlers['submit']>>;
/** What became of a form; without a visitor where not even Slack could be asked who sent it. */
type Settled = { readonly who: Visitor | null; readonly outcome: Outcome };

async function settle(desk: Desk, from: From, id: string, state: unknown): Promise<Settled> {
  try {
    const who = await desk.visitor(from);
    const values = await withNames(who.asker.client, valuesOf(state));
    return { who, outcome: await desk.handlers.submit(who.context, id, values) };
  } catch (error) {
    desk.log.error({ what: `form ${id}`, team: from.team, error }, 'a form could not be answered');
    const document = said(wordsIn().platforms.failed);
    return { who: null, outcome: { document, audience: 'asker', ok: false } };
  }
}

/** Each fault beside its field; one of no field stands beside the first. */
function errorsOf(faults: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, fault] of Object.entries(faults)) {
    const place = fields.includes(name) ? name : fields[0];
    if (place === undefined) continue;
    const before = errors[place];
    errors[place] = shortened(before === undefined ? fault : `${before}\n${fault}`, LONGEST_FAULT);
  }
  return errors;
}

/** Shows in the modal that waits what became of it. */
async function tellLate(view: string, { who, outcome }: Settled, { surely, log }: Desk): Promise<void> {
  if (who === null) return;
  const { web } = who.asker.client;
  const document = 'faults' in outcome ? said(Object.values(outcome.faults).join('\n')) : outcome.document;
  try {
    await surely(() => web.views.update({ view_id: view, view: notice(document, who.asker.words) }));
  } catch (error) {
    log.error({ view, error }, 'a form that took long could not be answered');
  }
}

/** Forms that were sent: faults stand beside their fields, an answer comes where the form was opened. */
export function listenToSubmissions(app: App, desk: Desk, refreshHome: (from: From) => Promise<void>): void {
  app.view(FORM, async ({ ack, body, view }) => {
    const { id, channel, thread } = Carried.parse(JSON.parse(view.private_metadata));
    const from: From = {
      team: await desk.whose(body),
      user: body.user.id,
      channel: channel ?? undefined,
      thread: thread ?? undefined,
      respond: null,
    };
    const settled = settle(desk, from, id, view.state.values);
    const soon = await Promise.race([settled, desk.clock.sleep(PATIENCE_MS).then(() => null)]);
    if (soon === null) {
      await ack({ response_action: 'update', view: notice(said(wordsIn().platforms.oneMoment), wordsIn().platforms) });
      await tellLate(view.id, await settled, desk);
    } else if ('faults' in soon.outcome) {
      const fields = view.blocks.flatMap(({ block_id }) => block_id ?? []);
      return ack({ response_action: 'errors', errors: errorsOf(soon.outcome.faults, fields) });
    } else {
      const { who, outcome } = soon;
      if (who === null) return ack({ response_action: 'update', view: notice(outcome.document, wordsIn().platforms) });
      await ack();
      await desk.bring(who, `form ${id}`, async () => outcome);
    }
    await refreshHome(from);
  });
}
