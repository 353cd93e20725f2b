import {
  type Channel,
  ChannelType,
  type Client,
  DiscordAPIError,
  type ForumChannel,
  type GuildBasedChannel,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import type { Document, Reference } from '../../src/model.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { LIMITS } from './limits.ts';
import { harmless } from './words.ts';

/** A channel of a server, from the cache or from Discord. Rejects with Discord's error where it is not to be seen. */
export async function channelAt(client: Client, id: string): Promise<GuildBasedChannel | null> {
  const channel: Channel | null = client.channels.cache.get(id) ?? (await client.channels.fetch(id));
  return channel === null || channel.isDMBased() ? null : channel;
}

/** A channel as the commands read it: `<#id|name>`, so that people are told its name. */
export function mentionOf(client: Client, id: string): string {
  const channel = client.channels.cache.get(id);
  const name = channel === undefined || channel.isDMBased() ? '' : channel.name.replace(/[|>]/g, '');
  return name === '' ? id : `<#${id}|${name}>`;
}

const ARCHIVE_MINUTES = 1_440;
const REMEMBERED = 1_000;
const Thread = z.object({ id: z.string() });

export type Threads = {
  /** The id of the thread that hangs on a message, or that the message stands in; it is begun where there is none. */
  of(reference: Reference): Promise<string>;
};

/** Threads on messages. Discord gives a thread the id of its message, and says so when one is begun twice. */
export function createThreads(client: Client): Threads {
  const begun = new Map<string, string>();
  const remember = (message: string, thread: string): string => {
    begun.set(message, thread);
    if (begun.size > REMEMBERED) for (const oldest of begun.keys().take(begun.size - REMEMBERED)) begun.delete(oldest);
    return thread;
  };
  return {
    async of({ channel, message }) {
      const known = begun.get(message);
      if (known !== undefined) return known;
      if ((await channelAt(client, channel))?.isThread() === true) return channel;
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
      const name = `The stories of ${day.format(SnowflakeUtil.timestampFrom(message))}`;
      try {
        const body = { name, auto_archive_duration: ARCHIVE_MINUTES };
        return remember(message, Thread.parse(await client.rest.post(Routes.threads(channel, message), { body })).id);
      } catch (error) {
        const again =
          error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
        if (!again) throw error;
        return remember(message, message);
      }
    },
  };
}

/** The title of a forum post: the day, as the document's own heading has it. */
export function postTitle(document: Document): string {
  const heading = document.blocks.find((block) => block.kind === 'heading');
  const title = harmless(heading?.kind === 'heading' ? heading.text : document.summary)
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(title, LIMITS.threadName) || 'Debrief';
}

const wordsIn = (document: Document): string =>
  document.blocks
    .flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    .join(' ')
    .toLowerCase();

/** The forum's own tags that the headings name; where a tag is asked for and none fits, the forum's first. */
export function tagsFor(forum: Pick<ForumChannel, 'availableTags' | 'flags'>, document: Document): string[] {
  const open = forum.availableTags.filter(({ moderated }) => !moderated);
  const words = ` ${wordsIn(document).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const fitting = open.filter(({ name }) => {
    const tag = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return tag === 'debrief' || tag === 'daily' || (tag !== '' && words.includes(` ${tag} `));
  });
  const asked = forum.flags.has('RequireTag');
  const chosen = fitting.length > 0 || !asked ? fitting : open.slice(0, 1);
  return chosen.slice(0, LIMITS.forumTags).map(({ id }) => id);
}

export const isForum = (channel: GuildBasedChannel | null): channel is ForumChannel =>
  channel?.type === ChannelType.GuildForum;

export const linkTo = (guild: string, channel: string, message: string): string =>
  `https://discord.com/channels/${guild}/${channel}/${message}`;
