import type { Document, Series } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { Log } from '../../src/ports/log.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import type { Client } from './access.ts';
import { LIMITS } from './limits.ts';
import { codeOf } from './outcome.ts';

/** Wide enough for its labels, narrow enough for a phone. */
const WIDTH = 720;

export const chartsIn = (document: Document): readonly Series[] =>
  document.blocks.flatMap((block) => (block.kind === 'chart' && block.series.points.length > 1 ? [block.series] : []));

/**
 * Uploads the charts of a message whose chart blocks Slack refused, each with its trend in words as its alt text. The message
 * says the same in words, so that a chart which cannot be uploaded is only logged.
 */
export async function uploadCharts(
  client: Client,
  to: { readonly channel: string; readonly thread: string },
  document: Document,
  { chart, log }: { readonly chart: Chart; readonly log: Log },
): Promise<void> {
  for (const series of chartsIn(document).slice(0, LIMITS.charts)) {
    try {
      const png = await chart.png(series, { theme: 'light', width: WIDTH });
      await client.web.filesUploadV2({
        channel_id: to.channel,
        thread_ts: to.thread,
        file: Buffer.from(png),
        filename: 'trend.png',
        title: shortened(series.title, LIMITS.header),
        alt_text: shortened(series.alt, LIMITS.altText),
      });
    } catch (error) {
      log.warn({ reason: codeOf(error) ?? String(error) }, 'a chart could not be uploaded to Slack');
    }
  }
}
