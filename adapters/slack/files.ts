import { z } from 'zod';
import type { Document, Series } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import { parted } from '../../src/typography/attached.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import type { Client } from './access.ts';
import { LIMITS } from './limits.ts';
import { CALL_MS } from './options.ts';
import { isCut, plainText } from './render.ts';

/** What is uploaded; `alt` is for pictures. */
export type SlackFile = {
  readonly name: string;
  readonly title: string;
  readonly content: Uint8Array;
  readonly alt: string | null;
};

export type Into = { readonly channel: string; readonly thread: string | null };

const Ticket = z.looseObject({ upload_url: z.string(), file_id: z.string() });

/**
 * Uploads a file into a conversation (docs.slack.dev/messaging/working-with-files). The SDK's own way names the alternative text
 * `alt_text`, which Slack does not know.
 */
export async function upload({ web }: Client, into: Into, { name, title, content, alt }: SlackFile): Promise<void> {
  const ticket = await web.apiCall('files.getUploadURLExternal', {
    filename: name,
    length: content.byteLength,
    ...(alt === null ? {} : { alt_txt: shortened(alt, LIMITS.fileAltText) }),
  });
  const { upload_url, file_id: id } = Ticket.parse(ticket);
  const taken = await fetch(upload_url, {
    method: 'POST',
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(CALL_MS),
  });
  if (!taken.ok) throw new Error(`Slack answers an upload with HTTP ${taken.status}`);
  await web.files.completeUploadExternal({
    files: [{ id, title: shortened(title, LIMITS.fileTitle) }],
    channel_id: into.channel,
    ...(into.thread === null ? {} : { thread_ts: into.thread }),
  });
}

const WHOLE = 'debrief.txt';

/** A document as a message can say it, and what goes beside it as files. */
export type Unpacked = {
  readonly document: Document;
  /** Exports, and the whole in plain text where a message has no room for it. */
  readonly files: readonly SlackFile[];
  /** The file that has what the message has no room for. */
  readonly whole: string | null;
};

/** Takes the files out of a document; `where` says of one where it is. */
export function unpacked(given: Document, where: (file: string) => string): Unpacked {
  const { document, files } = parted(given, (name) => `${given.summary}: ${where(name)}`);
  const exports = files.map(({ name, content }) => ({ name, title: name, content: Buffer.from(content), alt: null }));
  // What a thread has needs no file.
  if (document.thread.length > 0 || !isCut(document)) return { document, files: exports, whole: null };
  const whole = { name: WHOLE, title: document.summary, content: Buffer.from(plainText(document)), alt: null };
  return { document, files: [...exports, whole], whole: WHOLE };
}

/** Wide enough for its labels, narrow enough for a phone. */
const WIDTH = 720;

const chartsIn = (document: Document): readonly Series[] =>
  document.blocks.flatMap((block) => (block.kind === 'chart' && block.series.points.length > 1 ? [block.series] : []));

/** The charts of a document as pictures, each with its trend in words: for where Slack does not draw them itself. */
export const pictured = (document: Document, chart: Chart): Promise<readonly SlackFile[]> =>
  Promise.all(
    chartsIn(document)
      .slice(0, LIMITS.charts)
      .map(async (series) => ({
        name: 'trend.png',
        title: series.title,
        content: await chart.png(series, { theme: 'light', width: WIDTH }),
        alt: series.alt,
      })),
  );
