import { z } from 'zod';
import { text } from '../document/inline.ts';
import { rowsOf } from '../ledger/rows.ts';
import type { Debrief, Document, Figure, Quote, Span } from '../model.ts';
import type { Context, Reply } from '../ports/platform.ts';
import type { Report } from '../ports/store.ts';
import type { Button } from './action.ts';
import { audited } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { debriefNamed, lastDebrief } from './debriefs.ts';
import { said } from './said.ts';
import { sightOf } from './sight.ts';
import type { World } from './world.ts';

/** A figure or quote as it is shown, and every place that says the same: one report hides them all. */
type Found = { readonly kind: Report['kind']; readonly item: Figure | Quote; readonly places: readonly Span[] };

/** What may have been meant, named at most. */
const LISTED = 4;

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/(?:[\s“”"‘’']|[,.](?!\d))+/g, ' ')
    .trim();

/** Whether a figure or quote has these words, whole: "1" is no part of "18%". */
const reads = ({ item }: Found, wanted: string): boolean => ` ${bare(item.text)} `.includes(` ${wanted} `);

const isOne = (a: Span, b: Span): boolean => a.article === b.article && a.start === b.start && a.end === b.end;

const quoteFound = (item: Quote): Found => ({ kind: 'quote', item, places: [item] });

function figuresFound(figure: Figure, witnesses: readonly Figure[]): Found[] {
  const places = [figure, ...witnesses];
  return places.map((item): Found => ({ kind: 'figure', item, places }));
}

function inDebrief(debrief: Debrief, wanted: string): Found[] {
  const quantities = [...debrief.figures, ...debrief.stories.flatMap((story) => story.quantities)];
  const quotes = [...debrief.quotes, ...debrief.stories.flatMap((story) => story.quotes)];
  return [
    ...quantities.flatMap(({ figure, witnesses }) => figuresFound(figure, witnesses)),
    ...quotes.map(quoteFound),
  ].filter((found) => reads(found, wanted));
}

async function inLedger(typed: string, context: Context, world: World): Promise<Found[]> {
  const sight = await sightOf(context, world);
  const query = { sight, words: typed, limit: 50 };
  const figures = await world.store.ledger.figures({ ...query, order: 'match' });
  const quotes = await world.store.ledger.quotes(query);
  return [
    ...rowsOf(figures.entries).flatMap(({ entry, witnesses }) =>
      figuresFound(
        entry.figure,
        witnesses.map(({ figure }) => figure),
      ),
    ),
    ...quotes.entries.map(({ quote }) => quoteFound(quote)),
  ].filter((found) => reads(found, bare(typed)));
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

async function add({ kind, item, places }: Found, context: Context, world: World): Promise<Reply> {
  const { store, clock } = world;
  const at = clock.now().toISOString();
  const by = context.user.name ?? context.user.id;
  const reports = places.map(
    ({ article, start, end }): Report => ({
      id: `${context.workspace}:${kind}:${article}:${start}-${end}`,
      workspace: context.workspace,
      kind,
      article,
      start,
      end,
      reason: null,
      by,
      at,
      state: 'open',
    }),
  );
  const added: Report[] = [];
  for (const report of reports) if (await store.reports.add(report)) added.push(report);
  const [first] = added;
  if (first === undefined) return toAsker(said('That was reported here already; an admin will look at it.'));
  const title = (await store.articles.get(item.article))?.title ?? item.article;
  await world.delivering.tell(context.workspace, `report:${first.id}`, noticeOf(first, item.text, title));
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
    return reportIn((await lastDebrief(context, world)).debrief, what, context, world);
  },
});

/** Reports a figure or quote of a debrief, or, where it has none that reads so, of the ledger. */
async function reportIn(debrief: Debrief, what: string, context: Context, world: World): Promise<Reply> {
  const shown = inDebrief(debrief, bare(what));
  const kept = await inLedger(what, context, world);
  const found = shown.length > 0 ? shown : kept;
  const meant = found.filter(({ item }) => bare(item.text) === bare(what));
  const [first, ...others] = meant.length > 0 ? meant : found;
  if (first === undefined)
    return refusal(said(`No figure or quote that was shown here reads “${what}”. Copy it as it stands.`));
  const texts = new Set([first, ...others].map(({ item }) => item.text));
  if (texts.size > 1) {
    const listed = [...texts].slice(0, LISTED).map((text) => `“${text}”`);
    return refusal(
      said(`Which one is wrong? ${listed.join(', ')}${texts.size > LISTED ? ' and others' : ''} read so.`),
    );
  }
  const same = kept.filter(({ places }) => places.some((place) => first.places.some((each) => isOne(each, place))));
  return add({ ...first, places: [first, ...same].flatMap(({ places }) => places) }, context, world);
}

/** Reports what stands in the debrief that a button hangs below; where that is not kept any more, in the last one. */
export async function reportBelow(id: string, what: string, context: Context, world: World): Promise<Reply> {
  const { debrief } = (await debriefNamed(id, context, world)) ?? (await lastDebrief(context, world));
  return reportIn(debrief, what, context, world);
}

function settling(verb: string, state: 'upheld' | 'dismissed', words: string): Button {
  return {
    verb,
    audience: 'admin',
    async press(at, context, world) {
      const open = await world.store.reports.list(context.workspace, 'open');
      // All places of one report were written down at one time.
      const together = open.filter((candidate) => candidate.at === at);
      const [first] = together;
      if (first === undefined) return refusal(said('This report was settled already.'));
      for (const { id } of together) await world.store.reports.settle(id, state);
      await audited(`report ${state}`, `${first.kind} of ${first.article}`, context, world);
      return toAsker(said(words));
    },
  };
}

export const upholdReport = settling('report-uphold', 'upheld', 'It stays hidden here.');
export const dismissReport = settling('report-dismiss', 'dismissed', 'It is shown again.');
