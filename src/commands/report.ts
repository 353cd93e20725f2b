import { z } from 'zod';
import { text } from '../document/inline.ts';
import type { Debrief, Document, Figure, Quote } from '../model.ts';
import type { Context, Reply } from '../ports/platform.ts';
import type { Report } from '../ports/store.ts';
import type { Button } from './action.ts';
import { audited } from './audit.ts';
import { command, refusal, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';
import { said } from './said.ts';
import { sightOf } from './sight.ts';
import type { World } from './world.ts';

type Found = { readonly kind: Report['kind']; readonly item: Figure | Quote };

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s“”"‘’',.]+/g, ' ')
    .trim();

function inDebrief(debrief: Debrief, wanted: string): Found[] {
  const quantities = [...debrief.figures, ...debrief.stories.flatMap((story) => story.quantities)];
  const quotes = [...debrief.quotes, ...debrief.stories.flatMap((story) => story.quotes)];
  return [
    ...quantities.flatMap(({ figure, witnesses }) =>
      [figure, ...witnesses].map((item): Found => ({ kind: 'figure', item })),
    ),
    ...quotes.map((item): Found => ({ kind: 'quote', item })),
  ].filter(({ item }) => bare(item.text).includes(wanted));
}

async function inLedger(typed: string, context: Context, world: World): Promise<Found[]> {
  const sight = await sightOf(context, world);
  const query = { sight, words: typed, limit: 50 };
  const figures = await world.store.ledger.figures({ ...query, order: 'match' });
  const quotes = await world.store.ledger.quotes(query);
  return [
    ...figures.entries.map(({ figure }): Found => ({ kind: 'figure', item: figure })),
    ...quotes.entries.map(({ quote }): Found => ({ kind: 'quote', item: quote })),
  ].filter(({ item }) => bare(item.text).includes(bare(typed)));
}

function noticeOf(report: Report, said: string, title: string): Document {
  return {
    summary: `${report.by} says that a ${report.kind} is wrong`,
    blocks: [
      {
        kind: 'paragraph',
        content: [text(`${report.by} says that this ${report.kind} is wrong: “${said}”, from “${title}”.`)],
      },
      { kind: 'paragraph', content: [text('It is hidden here until one of you has looked.')] },
      {
        kind: 'actions',
        actions: [
          { kind: 'press', id: `report-uphold:${report.at}`, label: 'It is wrong: keep it hidden', style: 'danger' },
          { kind: 'press', id: `report-dismiss:${report.at}`, label: 'It is right: show it' },
        ],
      },
    ],
    thread: [],
  };
}

async function add({ kind, item }: Found, context: Context, world: World): Promise<Reply> {
  const { store, clock } = world;
  const at = clock.now().toISOString();
  const { article, start, end } = item;
  const id = `${context.workspace}:${kind}:${article}:${start}-${end}`;
  const report: Report = {
    id,
    workspace: context.workspace,
    kind,
    article,
    start,
    end,
    reason: null,
    by: context.user.name ?? context.user.id,
    at,
    state: 'open',
  };
  if (!(await store.reports.add(report)))
    return toAsker(said('That was reported here already; an admin will look at it.'));
  const title = (await store.articles.get(article))?.title ?? article;
  await world.delivering.tell(context.workspace, `report:${id}`, noticeOf(report, item.text, title));
  return toAsker(
    said(`Thank you. “${item.text}” is hidden here until an admin has looked at it; the admins were told.`),
  );
}

export const report = command({
  path: ['report'],
  summary: '“this is wrong”: hides a figure or quote here until an admin has looked',
  example: 'report 2.4 gigawatts',
  audience: 'everyone',
  options: z.object({
    what: z.string().meta({ description: 'the figure or quote as it is shown, or a part of it', rest: true }),
  }),
  async run({ what }, context, world) {
    const { debrief } = await lastDebrief(context, world);
    const shown = inDebrief(debrief, bare(what));
    const [found] = shown.length > 0 ? shown : await inLedger(what, context, world);
    if (found === undefined)
      return refusal(said(`No figure or quote that was shown here reads “${what}”. Copy it as it stands.`));
    return add(found, context, world);
  },
});

function settling(verb: string, state: 'upheld' | 'dismissed', words: string): Button {
  return {
    verb,
    audience: 'admin',
    async press(at, context, world) {
      const open = (await world.store.reports.list(context.workspace, 'open')).find((candidate) => candidate.at === at);
      if (open === undefined) return refusal(said('This report was settled already.'));
      await world.store.reports.settle(open.id, state);
      await audited(`report ${state}`, `${open.kind} of ${open.article}`, context, world);
      return toAsker(said(words));
    },
  };
}

export const upholdReport = settling('report-uphold', 'upheld', 'It stays hidden here.');
export const dismissReport = settling('report-dismiss', 'dismissed', 'It is shown again.');
