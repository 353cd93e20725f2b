import { z } from 'zod';
import { text } from '../document/inline.ts';
import { figureInWords, spanOf, whatInWords } from '../document/quantity.ts';
import { receiptsOf } from '../document/receipt.ts';
import { whenInWords } from '../document/when.ts';
import { fitting, queryOf } from '../ledger/look-up.ts';
import { trendOf } from '../ledger/series.ts';
import { UNITS } from '../ledger/units.ts';
import { counted } from '../locale/counted.ts';
import type { Block } from '../model.ts';
import { command, refusal, toAsker } from './command.ts';
import { figures, receiptList } from './figures.ts';
import { said } from './said.ts';
import { meantBy, NAMES, sightOf, sourcesOf } from './sight.ts';
import { receiptsIn } from './ways.ts';

const MOST = 300;
const POINTS = 20;
const DISPUTED = 4;

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
    const found = trendOf(topic, fitting(entries, topic));
    if (found === null) {
      const meant = meantBy(topic);
      return refusal(
        said(
          `Our sources have no figures on “${topic}” that could be compared.${meant === null ? '' : ` Did you mean “${meant}”?`}`,
        ),
      );
    }
    if (found.series.points.length < 2) {
      const reply = await figures.run({ topic, ...(unit === undefined ? {} : { unit }) }, context, world);
      const note: Block = { kind: 'paragraph', content: [text('One point is no trend yet; this is what there is.')] };
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
    if (found.leftOut > 0)
      blocks.push({
        kind: 'context',
        content: [text(`${counted(found.leftOut, 'figure')} left out: of another unit or another thing.`)],
      });
    return toAsker({ summary: found.series.alt, blocks, thread: [] });
  },
});
