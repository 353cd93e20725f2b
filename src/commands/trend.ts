import { z } from 'zod';
import { text } from '../document/inline.ts';
import { figureInWords, spanOf, whatInWords } from '../document/quantity.ts';
import { receiptsOf } from '../document/receipt.ts';
import { whenInWords } from '../document/when.ts';
import { fitting, queryOf } from '../ledger/look-up.ts';
import { type Reason, trendOf } from '../ledger/series.ts';
import { UNITS } from '../ledger/units.ts';
import type { Block } from '../model.ts';
import { command, refusal, toAsker } from './command.ts';
import { figures, hintFor, receiptList } from './figures.ts';
import { said } from './said.ts';
import { NAMES, sightOf, sourcesOf } from './sight.ts';
import { receiptsIn } from './ways.ts';

const MOST = 300;
const POINTS = 20;
const DISPUTED = 4;

const REASONS: Readonly<Record<Reason, string>> = {
  party: 'of somebody else',
  measure: 'of another measure',
  model: 'of another model',
  unit: 'in another unit',
  period: 'for another length of time',
  undated: 'for a time that is not told',
  source: 'by another index',
  change: 'of a change, no level',
  bound: 'a bound, no level',
  standing: 'denied or taken back',
};

/** How many figures are no points, by what is other in them; null where there are none. */
function leftOutInWords(leftOut: ReadonlyMap<Reason, number>): string | null {
  const parts = [...leftOut].toSorted(([, a], [, b]) => b - a).map(([reason, n]) => `${n} ${REASONS[reason]}`);
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
    topic: async () => NAMES,
    unit: async () => UNITS,
  },
  async run({ topic, unit }, context, world) {
    const now = world.clock.now();
    const query = queryOf({ topic, unit: unit ?? null, since: null, now }, await sightOf(context, world));
    const { entries } = await world.store.ledger.figures({ ...query, limit: MOST });
    const fit = fitting(entries, topic, now);
    const found = trendOf(topic, fit.entries);
    if (found === null)
      return refusal(said(`Our sources have no figures on “${topic}” that could be compared. ${hintFor(topic, fit)}`));
    if (found.series.points.length < 2) {
      const reply = await figures.run({ topic, ...(unit === undefined ? {} : { unit }) }, context, world);
      const apart = leftOutInWords(found.leftOut);
      const note: Block = {
        kind: 'paragraph',
        content: [text(`One point is no trend yet${apart === null ? '' : `: ${apart}`}. This is what there is.`)],
      };
      return { ...reply, document: { ...reply.document, blocks: [note, ...reply.document.blocks] } };
    }
    const shown = found.entries.slice(-POINTS);
    const disputed = found.disputed.slice(0, DISPUTED);
    const receipts = receiptsOf(
      await sourcesOf(
        [...shown, ...disputed].map(({ figure }) => figure.article),
        world,
      ),
      await receiptsIn(context, world),
    );
    const rows = shown.map((entry, index) => [
      [text(found.series.points.at(index - shown.length)?.at ?? '')],
      [text(figureInWords(entry.figure))],
      [text(`${whatInWords(entry.figure, receipts)}${entry.forecast ? ' (forecast)' : ''}`.trim())],
      [text(whenInWords(entry.figure.when))],
      receipts.of([spanOf(entry.figure)]),
    ]);
    const columns = (['Date', 'Figure', 'What', 'Holds for', 'Receipt'] as const).map((title, index) => ({
      title,
      align: index === 1 ? ('right' as const) : ('left' as const),
    }));
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: found.series.title },
      { kind: 'chart', series: { ...found.series, points: found.series.points.slice(-POINTS) } },
      { kind: 'table', columns, rows },
      receiptList(shown, receipts),
    ];
    if (disputed.length > 0)
      blocks.push({
        kind: 'context',
        content: [
          text('Sources differ: '),
          ...disputed.flatMap(({ figure }, index) => [
            text(
              `${index === 0 ? '' : ', '}${figureInWords(figure)}${figure.when === null ? '' : ` (${whenInWords(figure.when)})`} `,
            ),
            ...receipts.of([spanOf(figure)]),
          ]),
        ],
      });
    const apart = leftOutInWords(found.leftOut);
    if (apart !== null) blocks.push({ kind: 'context', content: [text(`Left out: ${apart}.`)] });
    return toAsker({ summary: found.series.alt, blocks, thread: [] });
  },
});
