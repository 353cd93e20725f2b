import { z } from 'zod';
import { text } from '../document/inline.ts';
import { rowsOf } from '../ledger/rows.ts';
import { type Words, wordsIn } from '../locale/index.ts';
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

function noticeOf(report: Report, said: string, title: string, { lookups }: Words): Document {
  return {
    summary: lookups.reported(report.by, report.kind),
    blocks: [
      {
        kind: 'paragraph',
        content: [text(lookups.reportedOf(report.by, report.kind, said, title))],
      },
      { kind: 'paragraph', content: [text(lookups.hiddenUntil)] },
      {
        kind: 'actions',
        actions: [
          { kind: 'press', id: `report-uphold:${report.at}`, label: lookups.uphold, style: 'danger' },
          { kind: 'press', id: `report-dismiss:${report.at}`, label: lookups.dismiss },
        ],
      },
    ],
    thread: [],
  };
}

async function add({ kind, item, places }: Found, context: Context, world: World): Promise<Reply> {
  const { store, clock } = world;
  const words = wordsIn(context.language);
  const { lookups } = words;
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
  if (first === undefined) return toAsker(said(lookups.reportedAlready));
  const title = (await store.articles.get(item.article))?.title ?? item.article;
  await world.delivering.tell(context.workspace, `report:${first.id}`, noticeOf(first, item.text, title, words));
  return toAsker(said(lookups.thanks(item.text)));
}

export const report = command({
  path: ['report'],
  example: 'report 2.4 gigawatts',
  audience: 'everyone',
  options: z.object({
    what: z.string().meta({ rest: true }),
  }),
  async run({ what }, context, world) {
    return reportIn((await lastDebrief(context, world)).debrief, what, context, world);
  },
});

/** Reports a figure or quote of a debrief, or, where it has none that reads so, of the ledger. */
async function reportIn(debrief: Debrief, what: string, context: Context, world: World): Promise<Reply> {
  const { lookups } = wordsIn(context.language);
  const shown = inDebrief(debrief, bare(what));
  const kept = await inLedger(what, context, world);
  const found = shown.length > 0 ? shown : kept;
  const meant = found.filter(({ item }) => bare(item.text) === bare(what));
  const [first, ...others] = meant.length > 0 ? meant : found;
  if (first === undefined) return refusal(said(lookups.readsNothing(what)));
  const texts = new Set([first, ...others].map(({ item }) => item.text));
  if (texts.size > 1) {
    return refusal(said(lookups.whichIsWrong([...texts].slice(0, LISTED), texts.size > LISTED)));
  }
  const same = kept.filter(({ places }) => places.some((place) => first.places.some((each) => isOne(each, place))));
  return add({ ...first, places: [first, ...same].flatMap(({ places }) => places) }, context, world);
}

/** Reports what stands in the debrief that a button hangs below; where that is not kept any more, in the last one. */
export async function reportBelow(id: string, what: string, context: Context, world: World): Promise<Reply> {
  const { debrief } = (await debriefNamed(id, context, world)) ?? (await lastDebrief(context, world));
  return reportIn(debrief, what, context, world);
}

function settling(verb: string, state: 'upheld' | 'dismissed', words: 'staysHidden' | 'shownAgain'): Button {
  return {
    verb,
    audience: 'admin',
    async press(at, context, world) {
      const { lookups } = wordsIn(context.language);
      const open = await world.store.reports.list(context.workspace, 'open');
      // All places of one report were written down at one time.
      const together = open.filter((candidate) => candidate.at === at);
      const [first] = together;
      if (first === undefined) return refusal(said(lookups.settled));
      for (const { id } of together) await world.store.reports.settle(id, state);
      await audited(`report ${state}`, `${first.kind} of ${first.article}`, context, world);
      return toAsker(said(lookups[words]));
    },
  };
}

export const upholdReport = settling('report-uphold', 'upheld', 'staysHidden');
export const dismissReport = settling('report-dismiss', 'dismissed', 'shownAgain');
