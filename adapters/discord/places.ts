import {
  type Channel,
  ChannelType,
  type Client,
  DiscordAPIError,
  type ForumChannel,
  type GuildBasedChannel,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Document, Reference } from '../../src/model.ts';
import type { Log } from '../../src/ports/log.ts';
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
  /** A message was posted under this title: its thread will have it. */
  titled(message: string, title: string): void;
  /**
   * Where replies to a message go: the thread that hangs on it or that it stands in. It is begun where there is none; where none can be
   * begun, it is the channel itself, and the replies follow below.
   */
  of(reference: Reference): Promise<string>;
  /** Opens a thread that Discord has put away. */
  reopen(thread: string): Promise<void>;
};

/** Why no thread can be begun in a channel in which posts are taken. */
const NO_THREADS: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.MaximumActiveThreads,
]);

/** The newest entries of what is remembered by message. */
function remembering(): { get(message: string): string | undefined; set(message: string, value: string): string } {
  const kept = new Map<string, string>();
  return {
    get: (message) => kept.get(message),
    set(message, value) {
      kept.set(message, value);
      if (kept.size > REMEMBERED) for (const oldest of kept.keys().take(kept.size - REMEMBERED)) kept.delete(oldest);
      return value;
    },
  };
}

const UNTITLED = 'Debrief';
const Sent = z.object({ components: z.array(z.unknown()).default([]) });
const Container = z.object({ components: z.array(z.unknown()) });
const Text = z.object({ content: z.string() });

/** The first heading of a message of ours, without its marks; null where it has none. */
function headingIn(sent: unknown): string | null {
  const within = (component: unknown): string[] => {
    const container = Container.safeParse(component);
    if (container.success) return container.data.components.flatMap(within);
    const text = Text.safeParse(component);
    return text.success ? [text.data.content] : [];
  };
  const [, heading = ''] = /^#{1,3} (.+)$/m.exec(Sent.parse(sent).components.flatMap(within).join('\n')) ?? [];
  return shortened(heading.replace(/\\(?=[^\w\s])/g, '').trim(), LIMITS.threadName) || null;
}

/** Threads on messages. Discord gives a thread the id of its message, and says so when one is begun twice. */
export function createThreads(client: Client, log: Log): Threads {
  const begun = remembering();
  const titles = remembering();
  /** The heading of a message that was posted before the start: the day in it is its reader's. */
  const titleOf = async (channel: string, message: string): Promise<string> => {
    try {
      return headingIn(await client.rest.get(Routes.channelMessage(channel, message))) ?? UNTITLED;
    } catch (error) {
      log.debug({ channel, error }, 'a message cannot be read for its title');
      return UNTITLED;
    }
  };
  return {
    titled: (message, title) => void titles.set(message, title),
    async of({ channel, message }) {
      const known = begun.get(message);
      if (known !== undefined) return known;
      if ((await channelAt(client, channel))?.isThread() === true) return channel;
      const name = titles.get(message) ?? (await titleOf(channel, message));
      try {
        const body = { name, auto_archive_duration: ARCHIVE_MINUTES };
        return begun.set(message, Thread.parse(await client.rest.post(Routes.threads(channel, message), { body })).id);
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error;
        if (error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return begun.set(message, message);
        if (!NO_THREADS.has(error.code)) throw error;
        log.warn({ channel, code: error.code }, 'no thread can be begun here: the stories follow below');
        return begun.set(message, channel);
      }
    },
    async reopen(thread) {
      await client.rest.patch(Routes.channel(thread), { body: { archived: false } });
    },
  };
}

/** The title of a forum post: the day, as the document's own heading has it. */
export function postTitle(document: Document): string {
  const heading = document.blocks.find((block) => block.kind === 'heading');
  const title = harmless(heading?.kind === 'heading' ? heading.text : document.summary)
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(title, LIMITS.threadName) || UNTITLED;
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
