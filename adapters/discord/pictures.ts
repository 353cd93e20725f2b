import type { Block, Document, Series } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { Log } from '../../src/ports/log.ts';
import { attachmentName } from './build.ts';
import type { Voice } from './mentions.ts';
import type { Message } from './render.ts';

/** What a document is drawn with. */
export type Painter = { readonly chart: Chart; readonly log: Log; readonly voice: Voice };

/** A file as discord.js uploads it. */
export type Picture = { readonly name: string; readonly contentType: string; readonly data: Buffer };

/** A document whose charts are drawn; one that could not be is told in its words instead. */
export type Drawn = { readonly document: Document; filesOf(message: Message): Picture[] };

const PICTURE = { theme: 'dark', width: 640 } as const;

/** Draws the charts of a document, each once. */
export async function draw(document: Document, { chart, log }: Pick<Painter, 'chart' | 'log'>): Promise<Drawn> {
  const pictures = new Map<Series, Buffer>();
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'chart') {
      blocks.push(block);
      continue;
    }
    try {
      pictures.set(block.series, Buffer.from(await chart.png(block.series, PICTURE)));
      blocks.push(block);
    } catch (error) {
      log.warn({ chart: block.series.title, error }, 'a chart could not be drawn');
      blocks.push({ kind: 'paragraph', content: [{ kind: 'text', text: block.series.alt }] });
    }
  }
  return {
    document: { ...document, blocks },
    filesOf: ({ charts }) =>
      charts.flatMap((series, index) => {
        const data = pictures.get(series);
        return data === undefined ? [] : [{ name: attachmentName(index), contentType: 'image/png', data }];
      }),
  };
}
