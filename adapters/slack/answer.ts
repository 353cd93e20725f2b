import { RespondError, type RespondFn } from '@slack/bolt';
import type { Document } from '../../src/model.ts';
import type { Reply } from '../../src/ports/platform.ts';
import { parted } from '../../src/typography/attached.ts';
import type { Client } from './access.ts';
import { codeOf } from './outcome.ts';
import { inSomeForm, type Send } from './post.ts';

/** Where an answer goes. `respond` is Slack's `response_url`: it works where the bot is no member, for 30 minutes. */
export type Asker = {
  readonly client: Client;
  readonly user: string;
  /** Null in a direct message and on the home page. */
  readonly channel: string | null;
  readonly thread: string | null;
  readonly respond: RespondFn | null;
  readonly send: Send;
};

/** Those who cannot be answered where they are, are answered in a direct message. */
const NOT_THERE = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived']);

async function direct({ client, user, send }: Asker, document: Document): Promise<void> {
  const { channel } = await client.web.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no conversation');
  await send(client, { channel: channel.id, thread: null }, document, null);
}

async function ephemeral(asker: Asker, channel: string, document: Document): Promise<void> {
  const { client, user, thread } = asker;
  try {
    await inSomeForm(document, ({ text, blocks }) =>
      client.web.chat.postEphemeral({
        channel,
        user,
        text,
        blocks: [...blocks],
        parse: 'none',
        link_names: false,
        ...(thread === null ? {} : { thread_ts: thread }),
      }),
    );
  } catch (error) {
    if (!NOT_THERE.has(codeOf(error) ?? '')) throw error;
    await direct(asker, document);
  }
}

async function throughUrl(respond: RespondFn, { document, audience }: Reply): Promise<void> {
  await inSomeForm(document, ({ text, blocks }) =>
    respond({
      response_type: audience === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: false,
      delete_original: false,
      unfurl_links: false,
      unfurl_media: false,
      text,
      blocks: [...blocks],
    }),
  );
}

/** Slack has no file that one person alone sees in a channel: it comes in their direct message. Where it cannot, its text stands in the answer. */
async function withFiles({ client, user }: Asker, reply: Reply): Promise<Reply> {
  const { document, files } = parted(
    reply.document,
    (name) => `${reply.document.summary}: ${name} is in your direct message with Debrief.`,
  );
  if (files.length === 0) return reply;
  try {
    const { channel } = await client.web.conversations.open({ users: user });
    if (channel?.id === undefined) return reply;
    for (const { name, content } of files)
      await client.web.filesUploadV2({
        channel_id: channel.id,
        file: Buffer.from(content),
        filename: name,
        title: name,
      });
    return { ...reply, document };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return reply;
  }
}

/** Brings a reply to whoever asked, or to the channel where that was wanted. */
export async function answer(asker: Asker, given: Reply): Promise<void> {
  const { client, channel, thread, respond, send } = asker;
  const reply = await withFiles(asker, given);
  if (respond !== null) {
    try {
      return await throughUrl(respond, reply);
    } catch (error) {
      // It has run out (30 minutes, five answers): what was asked for is answered all the same.
      if (!(error instanceof RespondError)) throw error;
    }
  }
  if (channel === null) return direct(asker, reply.document);
  if (reply.audience === 'asker') return ephemeral(asker, channel, reply.document);
  await send(client, { channel, thread }, reply.document, null);
}
