import { z } from 'zod';
import { commandLine, text } from '../document/inline.ts';
import { cellInWords, figureInWords, spanOf, whatInWords } from '../document/quantity.ts';
import { type Receipts, receiptsOf } from '../document/receipt.ts';
import { dayInWords, whenInWords } from '../document/when.ts';
import { isTable } from '../language/tables.ts';
import { attached, FORMATS, type Format, flatten, written } from '../ledger/export.ts';
import { type Found, lookUp, lookUpAll, type Wanted } from '../ledger/look-up.ts';
import type { Row } from '../ledger/rows.ts';
import { UNITS } from '../ledger/units.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Article, Block, Document, Inline } from '../model.ts';
import type { Context, Reply } from '../ports/platform.ts';
import type { FigureEntry } from '../ports/store.ts';
import { independent } from '../stories/publishers.ts';
import type { Button } from './action.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { said } from './said.ts';
import { meantBy, names, sightOf, sourcesOf } from './sight.ts';
import { sinceOf } from './since.ts';
import { receiptsIn } from './ways.ts';
import type { World } from './world.ts';

const PAGE = 8;

type Texts = ReadonlyMap<string, Article>;

const articlesOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ entry, witnesses }) => [entry, ...witnesses].map(({ figure }) => figure.article));

/** How many say so independently of each other: a company's word about itself is no second one. */
function publishersOf(row: Row, texts: Texts): number {
  return independent([...new Set(articlesOf([row]))].flatMap((id) => texts.get(id) ?? [])).length;
}

function whatOf({ entry, earlier }: Row, receipts: Receipts, { answers, debrief }: Words): string {
  const before = earlier[0];
  const revised = before === undefined ? '' : ` (${debrief.was(figureInWords(before.figure))})`;
  return `${whatInWords(entry.figure, receipts)}${entry.forecast ? ` ${answers.forecast}` : ''}${revised}`.trim();
}

function cells(row: Row, texts: Texts, receipts: Receipts, zone: string, words: Words): Inline[][] {
  const { figure, at } = row.entry;
  const shown = [row.entry, ...row.witnesses].slice(0, 3).map((entry) => spanOf(entry.figure));
  return [
    [text(figureInWords(figure))],
    [text(whatOf(row, receipts, words))],
    [text(whenInWords(figure.when, words))],
    [text(figure.attributedTo ?? receipts.source(figure.article)?.publisher ?? '')],
    [text(dayInWords(at, zone, words))],
    [text(`${words.debrief.publishers(publishersOf(row, texts))} `), ...receipts.of(shown)],
  ];
}

/** Each figure's sentence with the link to it, once: what a reader opens who doubts a number. */
export function receiptList(entries: readonly FigureEntry[], receipts: Receipts, words: Words): Block {
  const bySentence = new Map(
    entries.map((entry) => {
      const { figure, sentence } = entry;
      return [`${figure.article} ${isTable(sentence.text) ? figure.start : sentence.start}`, entry] as const;
    }),
  );
  const items = [...bySentence.values()].flatMap(({ figure, sentence }): Inline[][] => {
    const source = receipts.source(figure.article);
    if (source === null) return [];
    const said = isTable(sentence.text) ? cellInWords(figure, receipts, words) : `“${sentence.text}”`;
    return [[...receipts.of([{ article: figure.article, ...sentence }]), text(` ${source.publisher}: ${said}`)]];
  });
  return { kind: 'list', ordered: false, items };
}

type Asked = {
  readonly topic: string;
  readonly unit: string | null;
  /** As it was typed: "30d". */
  readonly since: string | null;
  readonly offset: number;
};

function wantedBy({ topic, unit, since }: Asked, { language }: Context, { clock }: World): Wanted {
  const now = clock.now();
  return { topic, unit, since: since === null ? null : sinceOf(since, now, wordsIn(language)), now };
}

/** Every row at once, as a file would hold them. */
async function exported(asked: Asked, format: Format, context: Context, world: World): Promise<Reply> {
  const rows: Row[] = [];
  const wanted = wantedBy(asked, context, world);
  for await (const some of lookUpAll(world.store.ledger, wanted, await sightOf(context, world))) rows.push(...some);
  if (rows.length === 0) return page(asked, context, world);
  const receipts = receiptsOf(await sourcesOf(articlesOf(rows), world), await receiptsIn(context, world));
  const flat = flatten(rows, (article) => receipts.source(article));
  const body = written(flat, format);
  return toAsker({
    summary: wordsIn(context.language).answers.figuresAs(flat.length, asked.topic, format.toUpperCase()),
    blocks: [{ kind: 'code', text: body, file: attached(asked.topic, body, format) }],
    thread: [],
  });
}

/** What to try where nothing was found; never a figure of something else. */
export function hintFor(
  topic: string,
  { withdrawn, nearest }: Pick<Found, 'withdrawn' | 'nearest'>,
  { answers }: Words,
): string {
  if (withdrawn > 0) return answers.takenBack(withdrawn);
  const meant = meantBy(topic) ?? nearest;
  return meant === null ? answers.tryWords : answers.didYouMean(meant);
}

/** The figures of a topic, so many from an offset on; `leads` to its trend, unless that was asked for. */
export async function page(asked: Asked, context: Context, world: World, leads = true): Promise<Reply> {
  const { topic, unit, offset } = asked;
  const words = wordsIn(context.language);
  const part = { offset, most: PAGE };
  const found = await lookUp(world.store.ledger, wantedBy(asked, context, world), await sightOf(context, world), part);
  const { rows: shown, withdrawn, nearest } = found;
  if (shown.length === 0) {
    const hint = hintFor(topic, { withdrawn, nearest }, words);
    return refusal(said(words.answers.noFigures(topic, unit, offset > 0, hint)));
  }
  const { zone } = await habitOf(context, world);
  const entries = shown.flatMap((row) => [row.entry, ...row.witnesses.slice(0, 2)]);
  const receipts = receiptsOf(
    await sourcesOf(
      entries.map(({ figure }) => figure.article),
      world,
    ),
    await receiptsIn(context, world),
  );
  const texts = await world.store.articles.many(articlesOf(shown));
  return toAsker(document(asked, found, texts, receipts, zone, leads, words));
}

function document(
  { topic, unit, since }: Asked,
  { rows: shown, next, left }: Found,
  texts: Texts,
  receipts: Receipts,
  zone: string,
  leads: boolean,
  words: Words,
): Document {
  const { answers, debrief } = words;
  const more = `figures:${next}:${unit ?? ''}:${since === null ? '' : `since=${since}:`}${topic}`;
  const of = `${topic}${unit === null ? '' : ` --unit ${unit}`}`;
  const onwards = next === null ? null : `figures ${of}${since === null ? '' : ` --since ${since}`} --from ${next}`;
  const ways = [
    ...(onwards === null ? [] : [[text(answers.moreFigures(left)), commandLine(onwards)]]),
    ...(leads ? [[text(answers.trendOf), commandLine(`trend ${of}`)]] : []),
  ];
  const title = answers.figuresOn(topic, unit);
  const columns = [debrief.figure, debrief.what, debrief.when, debrief.who, answers.saidOn, debrief.receipt].map(
    (name, index) => ({
      title: name,
      align: index === 0 ? ('right' as const) : ('left' as const),
    }),
  );
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: title },
    { kind: 'table', columns, rows: shown.map((row) => cells(row, texts, receipts, zone, words)) },
    receiptList(
      shown.map(({ entry }) => entry),
      receipts,
      words,
    ),
    ...(ways.length === 0
      ? []
      : [
          {
            kind: 'context',
            content: ways.flatMap((way, index) => (index === 0 ? way : [text('. '), ...way])),
          } as const,
        ]),
  ];
  if (next !== null && more.length <= 90)
    blocks.push({ kind: 'actions', actions: [{ kind: 'press', id: more, label: debrief.more }] });
  return {
    summary: `${title}: ${shown
      .map(({ entry }) => figureInWords(entry.figure))
      .slice(0, 3)
      .join(', ')}`,
    blocks,
    thread: [],
  };
}

export const figures = command({
  path: ['figures'],
  example: 'figures nvidia --unit GW --since 30d',
  audience: 'everyone',
  options: z.object({
    topic: z.string().meta({ rest: true }),
    unit: z.string().optional(),
    since: z.string().optional(),
    from: z.number().int().optional(),
    format: z.enum(FORMATS).optional(),
  }),
  completes: {
    topic: async () => names(),
    unit: async () => UNITS,
  },
  async run({ topic, unit, since, from, format }, context, world) {
    const asked = { topic, unit: unit ?? null, since: since ?? null, offset: from ?? 0 };
    return format === undefined ? page(asked, context, world) : exported(asked, format, context, world);
  },
});

export const moreFigures: Button = {
  verb: 'figures',
  audience: 'everyone',
  async press(argument, context, world) {
    const [, offset = '0', unit = '', since = null, topic = ''] =
      /^(\d{1,6}):([^:]*):(?:since=([^:]*):)?(.*)$/s.exec(argument) ?? [];
    return page({ topic, unit: unit === '' ? null : unit, since, offset: Number(offset) }, context, world);
  },
};
