import { ENGLISH, type Words } from '../../src/locale/index.ts';
import type { Document, Reference } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { Log } from '../../src/ports/log.ts';
import type { FindResult, Place, PostResult } from '../../src/ports/platform.ts';
import { type Client, type ClientOf, NotInstalled, notInstalled } from './access.ts';
import { pictured, unpacked, upload } from './files.ts';
import type { Rest } from './fit.ts';
import { codeOf, failureOf, isAboutBlocks } from './outcome.ts';
import type { Pace } from './pace.ts';
import { type Form, type Message, render, renderBare, renderLean, renderUnpaged } from './render.ts';

/** The metadata that says which delivery a message is. */
export const DELIVERY = 'debrief_delivery';

/** No preview of any link, nothing that people typed read as markup or as a name. */
const PLAIN = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none', link_names: false } as const;

const HISTORY_PAGE = 100;
const HISTORY_PAGES = 3;

/** From the best to the plainest; `charts` where Slack draws them. */
const FORMS: readonly { readonly draw: Form; readonly charts: boolean }[] = [
  { draw: render, charts: true },
  { draw: renderUnpaged, charts: true },
  { draw: renderLean, charts: false },
  { draw: renderBare, charts: false },
];

/** Sends the first form of a document that Slack takes; `plainer` where that shows no chart. Rejects with the last refusal. */
export async function inSomeForm<T>(
  document: Document,
  rest: Rest,
  send: (message: Message) => Promise<T>,
): Promise<{ readonly sent: T; readonly plainer: boolean }> {
  let refusal: unknown = null;
  let refused: string | null = null;
  for (const { draw, charts } of FORMS) {
    const message = draw(document, rest);
    const drawn = JSON.stringify(message);
    // Most documents have no table that is leafed through: what was refused is not sent again.
    if (drawn === refused) continue;
    try {
      return { sent: await send(message), plainer: !charts };
    } catch (error) {
      if (!isAboutBlocks(error)) throw error;
      refusal = error;
      refused = drawn;
    }
  }
  throw refusal;
}

const blocksIn = (message: Message) => (message.blocks.length === 0 ? {} : { blocks: [...message.blocks] });

async function linkTo({ web }: Client, channel: string, ts: string): Promise<string | null> {
  try {
    return (await web.chat.getPermalink({ channel, message_ts: ts })).permalink ?? null;
  } catch {
    // The message stands there; only its address is not known.
    return null;
  }
}

export type To = { readonly channel: string; readonly thread: string | null };

/** Posts a document, and its files below it; with a key it can be found by. */
export type Send = (
  client: Client,
  to: To,
  document: Document,
  key: string | null,
  words?: Words['platforms'],
) => Promise<Reference>;

export function createSend({ chart, log }: { readonly chart: Chart; readonly log: Log }): Send {
  const post = async ({ web }: Client, to: To, document: Document, key: string | null, rest: Rest) => {
    const { sent, plainer } = await inSomeForm(document, rest, (message) =>
      web.chat.postMessage({
        channel: to.channel,
        text: message.text,
        ...blocksIn(message),
        ...PLAIN,
        ...(to.thread === null ? {} : { thread_ts: to.thread }),
        ...(key === null ? {} : { metadata: { event_type: DELIVERY, event_payload: { key } } }),
      }),
    );
    if (sent.ts === undefined) throw new Error('Slack answered without the message’s time stamp');
    return { channel: sent.channel ?? to.channel, message: sent.ts, plainer };
  };
  return async (client, to, given, key, words = ENGLISH.platforms) => {
    const { document, files, whole } = unpacked(given, words.below);
    const rest: Rest = { words, where: whole === null ? null : words.inFile(whole) };
    const { channel, message, plainer } = await post(client, to, document, key, rest);
    const below = { channel, thread: to.thread ?? message };
    try {
      for (const file of [...files, ...(plainer ? await pictured(document, chart) : [])])
        await upload(client, below, file);
    } catch (error) {
      // The message says in words what a chart shows; an export is said in words then.
      log.warn({ reason: failureOf(error).reason }, 'a file could not be uploaded to Slack');
      if (given !== document) await post(client, below, given, null, { words, where: null });
    }
    // A reply is found by its message: one call less for each.
    const link = to.thread === null ? await linkTo(client, channel, message) : null;
    return { channel, message, link };
  };
}

async function attempt(act: () => Promise<PostResult>): Promise<PostResult> {
  try {
    return await act();
  } catch (error) {
    return error instanceof NotInstalled ? notInstalled(error) : failureOf(error);
  }
}

export type Posting = {
  post(place: Place, document: Document, key: string): Promise<PostResult>;
  update(place: Place, reference: Reference, document: Document): Promise<PostResult>;
  find(place: Place, key: string): Promise<FindResult>;
};

type Page = {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  }[];
  readonly response_metadata?: { readonly next_cursor?: string };
};

function keyIn(metadata: { readonly event_type?: string; readonly event_payload?: object } | undefined): unknown {
  if (metadata?.event_type !== DELIVERY || metadata.event_payload === undefined) return null;
  return 'key' in metadata.event_payload ? metadata.event_payload.key : null;
}

export function createPosting(clientOf: ClientOf, pace: Pace, send: Send): Posting {
  return {
    post: (place, document, key) =>
      attempt(async () => {
        const client = await clientOf(place.workspace);
        const wait = await pace(place.workspace, place.channel);
        if (wait > 0) return { kind: 'retry', afterMs: wait, reason: ENGLISH.outcomes.slackQueue };
        const to = { channel: place.channel, thread: place.thread?.message ?? null };
        return { kind: 'sent', reference: await send(client, to, document, key) };
      }),
    update: (place, reference, document) =>
      attempt(async () => {
        const { web } = await clientOf(place.workspace);
        await inSomeForm(document, { words: ENGLISH.platforms, where: null }, ({ text, blocks }) =>
          web.chat.update({
            channel: reference.channel,
            ts: reference.message,
            text,
            blocks: [...blocks],
            parse: 'none',
            link_names: false,
          }),
        );
        return { kind: 'sent', reference };
      }),
    async find(place, key) {
      try {
        const client = await clientOf(place.workspace);
        const { channel } = place;
        let cursor: string | undefined;
        for (let page = 0; page < HISTORY_PAGES; page += 1) {
          const wanted = {
            channel,
            limit: HISTORY_PAGE,
            include_all_metadata: true,
            ...(cursor === undefined ? {} : { cursor }),
          };
          const answer: Page =
            place.thread === null
              ? await client.web.conversations.history(wanted)
              : await client.web.conversations.replies({ ...wanted, ts: place.thread.message });
          const found = answer.messages?.find(({ metadata }) => keyIn(metadata) === key);
          if (found?.ts !== undefined) {
            return {
              kind: 'found',
              reference: { channel, message: found.ts, link: await linkTo(client, channel, found.ts) },
            };
          }
          cursor = answer.response_metadata?.next_cursor;
          if (cursor === undefined || cursor === '') return { kind: 'absent' };
        }
        return { kind: 'unknown', reason: 'too many messages came since' };
      } catch (error) {
        if (error instanceof NotInstalled) return { kind: 'unknown', reason: error.message };
        const reason = codeOf(error) === 'missing_scope' ? ENGLISH.outcomes.slackHistory : failureOf(error).reason;
        return { kind: 'unknown', reason };
      }
    },
  };
}
