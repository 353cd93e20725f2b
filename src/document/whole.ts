import type { Block, Debrief, Document } from '../model.ts';
import { countsOf, headingOf, quoteBlock, sourcesDocument, storyDocument, wordsOf, writtenBy } from './debrief.ts';
import { text } from './inline.ts';
import { quantityColumns, quantityRow } from './quantity.ts';
import { NO_PAGES, receiptsOf, type Ways } from './receipt.ts';
import { momentIn } from './when.ts';

/** A debrief in one piece, for files and feed readers: all of its stories whole, and its sources. */
export function wholeDocument(debrief: Debrief, zone: string, ways: Ways = NO_PAGES): Document {
  const words = wordsOf(debrief);
  const said = words.debrief;
  const receipts = receiptsOf(debrief.sources, ways.receipt);
  const { from, to } = debrief.window;
  const heading = (title: string): Block => ({ kind: 'heading', level: 2, text: title });
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: headingOf(debrief, zone) },
    {
      kind: 'context',
      content: [text(`${countsOf(debrief)} · ${said.window(momentIn(from, zone, words), momentIn(to, zone, words))}`)],
    },
  ];
  if (debrief.stories.length === 0)
    blocks.push({ kind: 'paragraph', content: [text(debrief.outage ? said.outage : said.nothing)] });
  if (debrief.inShort.length > 0)
    blocks.push(heading(said.inShort), {
      kind: 'list',
      ordered: false,
      items: debrief.inShort.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
    });
  if (debrief.figures.length > 0)
    blocks.push(heading(said.keyFigures), {
      kind: 'table',
      columns: quantityColumns(words),
      rows: debrief.figures.map((quantity) => quantityRow(quantity, receipts, words)),
    });
  blocks.push(...debrief.quotes.map((quote) => quoteBlock(quote, receipts)));
  for (const [index, story] of debrief.stories.entries()) {
    // The sources stand once, at the end.
    const whole = storyDocument(debrief, story, index, ways).blocks.slice(0, -1);
    blocks.push(...whole.filter((block) => block.kind !== 'list' || block.items.length > 0));
  }
  const sources = sourcesDocument(debrief, zone).blocks;
  if (debrief.sources.length > 0) blocks.push({ kind: 'divider' }, ...sources);
  blocks.push({ kind: 'context', content: [text(`${writtenBy(debrief)}.`)] });
  return { summary: debrief.headline?.text ?? headingOf(debrief, zone), blocks, thread: [] };
}
