import { ChannelType, type Client, type REST, RESTEvents, RESTJSONErrorCodes, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import { DAY_MS } from '../../src/durations.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Document, Reference } from '../../src/model.ts';
import type { FindResult, Place, PostResult } from '../../src/ports/platform.ts';
import type { Voice } from './mentions.ts';
import { type DiscordOptions, guildOf } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';
import { channelAt, isForum, linkTo, postTitle, type Threads, tagsFor } from './places.ts';
import { calling, inSomeForm, markOf, type Sent, send } from './send.ts';

const { discord: words } = ENGLISH.outcomes;

export type PostDeps = Pick<DiscordOptions, 'chart' | 'clock' | 'log' | 'crosspost'> & {
  readonly client: Client;
  readonly threads: Threads;
  readonly voice: Voice;
};

export type Posting = {
  post(place: Place, document: Document, key: string): Promise<PostResult>;
  update(place: Place, reference: Reference, document: Document): Promise<PostResult>;
  find(place: Place, key: string): Promise<FindResult>;
};

/** Discord bans an address after 10,000 refused requests in ten minutes: long before, nothing more is sent until they are over. */
const REFUSALS_LIMIT = 2_000;

/** Milliseconds until requests may be sent again; 0 as a rule. */
function createBrake(rest: REST, { clock, log }: PostDeps): () => number {
  let until = 0;
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn({ count }, 'Discord has refused many requests');
    if (count >= REFUSALS_LIMIT) until = clock.now().getTime() + remainingTime;
  });
  return () => Math.max(0, until - clock.now().getTime());
}

async function attempt(act: () => Promise<PostResult>): Promise<PostResult> {
  try {
    return await act();
  } catch (error) {
    return failureOf(error);
  }
}

const Message = z.object({
  id: z.string(),
  components: z.array(z.object({ id: z.number().optional() })).optional(),
});
const Page = z.array(Message);
const PAGE = 100;
const PAGES = 3;
/** An edition that is older than this is not sent any more: what does not stand among the messages since then is not there. */
const REACH_MS = DAY_MS;

const ForumPost = z.object({ id: z.string(), message: z.object({ id: z.string() }).optional() });

export function createPosting(deps: PostDeps): Posting {
  const { client, threads, clock, log } = deps;
  const { rest } = client;
  const brake = createBrake(rest, deps);

  const sentAt = (place: Place, { id, channel_id }: Sent): PostResult => ({
    kind: 'sent',
    reference: { channel: channel_id, message: id, link: linkTo(guildOf(place.workspace), channel_id, id) },
  });

  const publish = async ({ id, channel_id }: Sent): Promise<void> => {
    try {
      await rest.post(Routes.channelMessageCrosspost(channel_id, id));
    } catch (error) {
      log.warn(
        { channel: channel_id, error },
        'a debrief stands in its channel but could not be published to followers',
      );
    }
  };

  /** A thread that was put away since is opened first. */
  const reply = async (place: Place, thread: string, document: Document, key: string): Promise<PostResult> => {
    try {
      return sentAt(place, await send(rest, thread, document, key, deps));
    } catch (error) {
      if (codeOf(error) !== RESTJSONErrorCodes.InvalidActionOnArchivedThread) throw error;
      await threads.reopen(thread);
      return sentAt(place, await send(rest, thread, document, key, deps));
    }
  };

  const postInForum = async (place: Place, document: Document, key: string): Promise<PostResult | null> => {
    const forum = await channelAt(client, place.channel);
    if (!isForum(forum)) return null;
    return inSomeForm(document, markOf(key), deps, async ({ body, files }) => {
      const made = ForumPost.parse(
        await rest.post(Routes.threads(forum.id), {
          body: {
            name: postTitle(document),
            applied_tags: tagsFor(forum, document),
            message: calling(body, place.calls),
          },
          files,
        }),
      );
      return sentAt(place, { id: made.message?.id ?? made.id, channel_id: made.id });
    });
  };

  const postInChannel = async (place: Place, document: Document, key: string): Promise<PostResult> => {
    const sent = await send(rest, place.channel, document, key, deps, place.calls);
    threads.titled(sent.id, postTitle(document));
    const announces = client.channels.cache.get(place.channel)?.type === ChannelType.GuildAnnouncement;
    if (announces && deps.crosspost.includes(place.channel)) await publish(sent);
    return sentAt(place, sent);
  };

  /** Looks for a key among the messages of a channel, the newest first. Rejects where they may not be read. */
  const search = async (place: Place, channel: string, key: string): Promise<FindResult> => {
    const mark = markOf(key);
    const oldest = clock.now().getTime() - REACH_MS;
    let before: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before === null ? {} : { before }) });
      const messages = Page.parse(await rest.get(Routes.channelMessages(channel), { query }));
      const standing = messages.find(({ components = [] }) => components.some(({ id }) => id === mark));
      if (standing !== undefined) {
        const reference = {
          channel,
          message: standing.id,
          link: linkTo(guildOf(place.workspace), channel, standing.id),
        };
        return { kind: 'found', reference };
      }
      const last = messages.at(-1);
      if (last === undefined || messages.length < PAGE) return { kind: 'absent' };
      if (SnowflakeUtil.timestampFrom(last.id) < oldest) return { kind: 'absent' };
      before = last.id;
    }
    return { kind: 'unknown', reason: words.busy };
  };

  return {
    post: (place, document, key) =>
      attempt(async () => {
        const wait = brake();
        if (wait > 0) return { kind: 'retry', afterMs: wait, reason: words.pause };
        if (place.thread !== null) return reply(place, await threads.of(place.thread), document, key);
        return (await postInForum(place, document, key)) ?? postInChannel(place, document, key);
      }),
    update: (_place, reference, document) =>
      attempt(async () => {
        const route = Routes.channelMessage(reference.channel, reference.message);
        // What the message is found by stays as it is.
        const [first] = Message.parse(await rest.get(route)).components ?? [];
        return inSomeForm(document, first?.id ?? null, deps, async ({ body, files }) => {
          await rest.patch(route, { body, files });
          return { kind: 'sent', reference };
        });
      }),
    async find(place, key) {
      try {
        if (place.thread !== null) return await search(place, await threads.of(place.thread), key);
        const channel = await channelAt(client, place.channel);
        if (!isForum(channel)) return await search(place, place.channel, key);
        const { threads: posts } = await channel.threads.fetchActive();
        for (const post of posts.values()) {
          if (post.ownerId !== client.user?.id) continue;
          const found = await search(place, post.id, key);
          if (found.kind === 'found') return found;
        }
        return { kind: 'absent' };
      } catch (error) {
        return { kind: 'unknown', reason: failureOf(error).reason };
      }
    },
  };
}
