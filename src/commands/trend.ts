import { z } from 'zod';
import { text } from '../document/inline.ts';
import { figureInWords, spanOf, whatInWords } from '../document/quantity.ts';
import { receiptsOf } from '../document/receipt.ts';
import { trendInWords } from '../document/trend.ts';
import { whenInWords } from '../document/when.ts';
import { fitting, queryOf } from '../ledger/look-up.ts';
import { trendVerified } from '../ledger/read-back.ts';
import type { Reason } from '../ledger/series.ts';
import { UNITS } from '../ledger/units.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Block } from '../model.ts';
import { command, refusal, toAsker } from './command.ts';
import { hintFor, page, receiptList } from './figures.ts';
import { said } from './said.ts';
import { names, sightOf, sourcesOf } from './sight.ts';
import { receiptsIn } from './ways.ts';

const MOST = 300;
const POINTS = 20;
const DISPUTED = 4;
/** Publishers that a chart names below itself. */
const NAMED = 2;

/** How many figures are no points, by what is other in them; null where there are none. */
function leftOutInWords(leftOut: ReadonlyMap<Reason, number>, { answers }: Words): string | null {
  const parts = [...leftOut].toSorted(([, a], [, b]) => b - a).map(([reason, n]) => `${n} ${answers.apart[reason]}`);
  return parts.length === 0 ? null : parts.join(', ');
}

export const trend = command({
  path: ['trend'],
  example: 'trend H200 rental price --unit USD',
  audience: 'everyone',
  options: z.object({
    topic: z.string().meta({ rest: true }),
    unit: z.string().optional(),
  }),
  completes: {
    topic: async () => names(),
    unit: async () => UNITS,
  },
  async run({ topic, unit }, context, world) {
    const words = wordsIn(context.language);
    const { answers, debrief } = words;
    const now = world.clock.now();
    const query = queryOf({ topic, unit: unit ?? null, since: null, now }, await sightOf(context, world));
    const { ledger } = world.store;
    const { entries } = await ledger.candidates({ ...query, limit: MOST });
    const fit = fitting(entries, topic, now);
    const found = await trendVerified(ledger, topic, fit.entries, POINTS);
    if (found === null) return refusal(said(answers.notComparable(topic, hintFor(topic, fit, words))));
    if (found.series.points.length < 2) {
      const reply = await page({ topic, unit: unit ?? null, since: null, offset: 0 }, context, world, false);
      const apart = leftOutInWords(found.leftOut, words);
      const note: Block = {
        kind: 'paragraph',
        content: [text(answers.onePoint(apart))],
      };
      return { ...reply, document: { ...reply.document, blocks: [note, ...reply.document.blocks] } };
    }
    const shown = found.entries;
    const disputed = found.disputed.slice(0, DISPUTED);
    const receipts = receiptsOf(
      await sourcesOf(
        [...shown, ...disputed].map(({ figure }) => figure.article),
        world,
      ),
      await receiptsIn(context, world),
    );
    const rows = shown.map((entry, index) => [
      [text(found.series.points[index]?.at ?? '')],
      [text(figureInWords(entry.figure))],
      [text(`${whatInWords(entry.figure, receipts)}${entry.forecast ? ` ${answers.forecast}` : ''}`.trim())],
      [text(whenInWords(entry.figure.when, words))],
      receipts.of([spanOf(entry.figure)]),
    ]);
    const columns = [answers.date, debrief.figure, debrief.what, answers.holdsFor, debrief.receipt].map(
      (title, index) => ({
        title,
        align: index === 1 ? ('right' as const) : ('left' as const),
      }),
    );
    const publishers = [
      ...new Set(
        shown.map(({ figure }) => receipts.source(figure.article)?.publisher ?? '').filter((name) => name !== ''),
      ),
    ];
    const newest = shown.reduce((last, { at }) => (at > last ? at : last), '').slice(0, 10);
    const named = publishers.slice(0, NAMED);
    const alt = trendInWords(found.series, found.entries, words);
    const series = {
      ...found.series,
      alt,
      note: answers.chartNote(named, publishers.length - named.length, whenInWords(newest, words)),
      foretold: answers.foretold,
    };
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: found.series.title },
      { kind: 'chart', series },
      { kind: 'table', columns, rows },
      receiptList([...shown, ...disputed], receipts, words),
    ];
    if (disputed.length > 0)
      blocks.push({
        kind: 'context',
        content: [
          text(answers.sourcesDiffer),
          ...disputed.flatMap(({ figure }, index) => [
            text(
              `${index === 0 ? '' : ', '}${figureInWords(figure)}${figure.when === null ? '' : ` (${whenInWords(figure.when, words)})`} `,
            ),
            ...receipts.of([spanOf(figure)]),
          ]),
        ],
      });
    const apart = leftOutInWords(found.leftOut, words);
    if (apart !== null) blocks.push({ kind: 'context', content: [text(answers.leftOut(apart))] });
    return toAsker({ summary: alt, blocks, thread: [] });
  },
});
