import type { RespondFn } from '@slack/bolt';
import type { Words } from '../../src/locale/index.ts';
import type { Document } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Reply } from '../../src/ports/platform.ts';
import type { Client } from './access.ts';
import { pictured, type SlackFile, unpacked, upload } from './files.ts';
import type { Rest } from './fit.ts';
import { failureOf } from './outcome.ts';
import { inSomeForm, type To } from './post.ts';
import type { Say } from './say.ts';
import type { Surely } from './surely.ts';

export type AnswerDeps = { readonly say: Say; readonly surely: Surely; readonly chart: Chart; readonly log: Log };

/** Where an answer goes. `respond` is Slack's `response_url`: it works where the bot is no member, for 30 minutes. */
export type Asker = {
  readonly client: Client;
  readonly user: string;
  /** The conversation that they are in; null on the home page. */
  readonly at: To | null;
  /** Whether others read there: not so in a direct message. */
  readonly amongOthers: boolean;
  readonly respond: RespondFn | null;
  readonly words: Words['platforms'];
};

/** The direct message with whoever asks. */
async function withThem({ client, user }: Asker, { surely }: AnswerDeps): Promise<To> {
  const { channel } = await surely(() => client.web.conversations.open({ users: user }));
  if (channel?.id === undefined) throw new Error('Slack opened no conversation');
  return { channel: channel.id, thread: null };
}

async function toThem(asker: Asker, document: Document, deps: AnswerDeps): Promise<void> {
  await deps.say(asker.client, await withThem(asker, deps), document, asker.words);
}

/** Sends what one person alone sees: by the `response_url`, and where that is none or has run out by a call. Tells whether in a plainer form. */
async function toEyes(asker: Asker, at: To, document: Document, rest: Rest, { surely }: AnswerDeps): Promise<boolean> {
  const { client, user } = asker;
  const { plainer } = await surely(() =>
    inSomeForm(document, rest, ({ text, blocks }) =>
      client.web.chat.postEphemeral({
        channel: at.channel,
        user,
        text,
        blocks: [...blocks],
        parse: 'none',
        link_names: false,
        ...(at.thread === null ? {} : { thread_ts: at.thread }),
      }),
    ),
  );
  return plainer;
}

async function throughUrl(respond: RespondFn, { document, audience }: Reply, rest: Rest): Promise<boolean> {
  const { plainer } = await inSomeForm(document, rest, ({ text, blocks }) =>
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
  return plainer;
}

/** Brings files into somebody's direct message; false where Slack does not take them. */
async function filed(asker: Asker, files: readonly SlackFile[], deps: AnswerDeps): Promise<boolean> {
  if (files.length === 0) return true;
  try {
    const into = await withThem(asker, deps);
    for (const file of files) await deps.surely(() => upload(asker.client, into, file));
    return true;
  } catch (error) {
    deps.log.warn({ reason: failureOf(error).reason }, 'a file could not be uploaded to Slack');
    return false;
  }
}

/**
 * Brings a reply to whoever asked where only they see it. Slack has no file that one person alone sees in a channel: it comes in their
 * direct message. Where it cannot, its text stands in the answer.
 */
async function privately(asker: Asker, at: To, reply: Reply, deps: AnswerDeps): Promise<void> {
  const { words, respond } = asker;
  const { document, files, whole } = unpacked(reply.document, words.inMessages);
  const isFiled = await filed(asker, files, deps);
  const shown = isFiled ? document : reply.document;
  const rest: Rest = { words, where: whole === null || !isFiled ? null : words.inFileThere(whole) };
  const sent = async (): Promise<boolean> => {
    if (respond !== null) {
      try {
        return await throughUrl(respond, { ...reply, document: shown }, rest);
      } catch (error) {
        // It has run out (30 minutes, five answers), or is held back: what was asked for is answered all the same.
        deps.log.info({ reason: failureOf(error).reason }, 'an answer was not taken by its response_url');
      }
    }
    if (reply.audience === 'asker') return toEyes(asker, at, shown, rest, deps);
    await deps.say(asker.client, at, shown, words);
    return false;
  };
  if (await sent()) await filed(asker, await pictured(document, deps.chart), deps);
}

const because = (document: Document, words: string): Document => ({
  ...document,
  blocks: [...document.blocks, { kind: 'context', content: [{ kind: 'text', text: words }] }],
});

/** Brings a reply to whoever asked, or to the channel where that was wanted; what cannot be said there is told to them alone. */
export async function answer(asker: Asker, given: Reply, deps: AnswerDeps): Promise<void> {
  const { client, at, amongOthers, respond, words } = asker;
  const { audience } = given;
  // Only an edition has its stories in a thread of its own.
  const document = { ...given.document, thread: [] };
  if (at === null) return toThem(asker, document, deps);
  if (!amongOthers && respond === null) return void (await deps.say(client, at, document, words));
  const isPrivate = audience === 'asker';
  try {
    // A `response_url` is the one way into a channel that the bot is not in.
    if (isPrivate || respond !== null) await privately(asker, at, { ...given, document }, deps);
    else await deps.say(client, at, document, words);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused') throw error;
    deps.log.info({ reason: failure.reason }, 'an answer could not be given where it was asked for');
    const told = isPrivate ? document : because(document, words.notThere(failure.reason));
    await toThem(asker, told, deps);
  }
}
