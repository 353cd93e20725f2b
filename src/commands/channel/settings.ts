import { z } from 'zod';
import { readSchedule, zones } from '../../deliver/index.ts';
import { ANY_TOPIC } from '../../domain/habits.ts';
import { topics } from '../../domain/topics.ts';
import { UsageError } from '../../errors.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Context } from '../../ports/platform.ts';
import { command, refusal, toAsker } from '../command.ts';
import { topicOf } from '../latest.ts';
import { said } from '../said.ts';
import { names } from '../sight.ts';
import type { World } from '../world.ts';
import { anotherChannel, channelDocument, channelOf, nameOf, saved, startedFrom } from './setting.ts';

export const channelShow = command({
  path: ['channel', 'show'],
  example: 'channel show',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run(options, context, world) {
    const found = await channelOf(options.channel, context, world);
    const { settings } = wordsIn(context.language);
    if (!found.known) return toAsker(said(settings.noneYet));
    return toAsker(channelDocument(found.channel, settings, world.clock.now()));
  },
});

export const channelSchedule = command({
  path: ['channel', 'schedule'],
  example: 'channel schedule weekdays 8:30 Berlin',
  audience: 'admin',
  options: z.object({
    when: z.string().meta({ rest: true }),
    channel: anotherChannel,
  }),
  completes: { when: async () => zones() },
  async run({ when, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const reading = readSchedule(when, found.channel.schedule, wordsIn(context.language));
    if ('faults' in reading) throw new UsageError(reading.faults);
    return saved(
      found,
      { schedule: { ...reading.schedule, pausedUntil: null }, ...startedFrom(found.channel) },
      'channel schedule',
      context,
      world,
    );
  },
});

/** Debriefs end for good, until a schedule is given again; everything that was set is kept. */
export const channelOff = command({
  path: ['channel', 'off'],
  example: 'channel off',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const { settings } = wordsIn(context.language);
    if (!found.known || found.channel.state === 'off')
      return refusal(said(settings.offAlready(nameOf(found.channel, settings))));
    return saved(found, { state: 'off', note: null }, 'channel off', context, world);
  },
});

/** The workspace's own topics: the folders of the lists that it imported, each with its feeds. */
async function foldersOf(context: Context, world: World): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const folders = new Map<string, Set<string>>();
  for (const feed of await world.store.feeds.visible(context.workspace)) {
    if (feed.owner === null) continue;
    for (const topic of feed.topics) {
      const folder = folders.get(topic.toLowerCase()) ?? new Set();
      folders.set(topic.toLowerCase(), folder.add(feed.id));
    }
  }
  return folders;
}

function topicsIn(typed: string, folders: readonly string[], catalogue: Words): string[] {
  const words = typed.split(/[\s,]+/).filter((word) => word !== '' && word !== 'and');
  if (words.includes('all')) return [];
  if (words.includes(ANY_TOPIC)) return [ANY_TOPIC];
  const mixed = words.find((word) => folders.includes(word.toLowerCase()));
  if (mixed !== undefined) throw new UsageError([catalogue.settings.folderAlone(mixed)]);
  try {
    // A name of several words is one topic, several ids are several.
    return words.length > 1 && topics().some(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())
      ? [topicOf(typed, catalogue)]
      : [...new Set(words.map((word) => topicOf(word, catalogue)))].toSorted();
  } catch (error) {
    if (!(error instanceof UsageError) || folders.length === 0) throw error;
    throw new UsageError([...error.faults, catalogue.settings.folders(folders.join(', '))]);
  }
}

export const channelTopics = command({
  path: ['channel', 'topics'],
  example: 'channel topics chips power',
  audience: 'admin',
  options: z.object({
    topics: z.string().meta({ rest: true }),
    channel: anotherChannel,
  }),
  completes: {
    topics: async (_typed, context, world) => [
      'all',
      ANY_TOPIC,
      ...topics().map(({ id }) => id),
      ...(await foldersOf(context, world)).keys(),
    ],
  },
  async run({ topics, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const folders = await foldersOf(context, world);
    const folder = folders.get(topics.trim().toLowerCase());
    if (folder !== undefined)
      return saved(
        found,
        { choice: { ...found.channel.choice, topics: [ANY_TOPIC], feeds: [...folder].toSorted() } },
        'channel topics',
        context,
        world,
      );
    const chosen = topicsIn(topics, [...folders.keys()], wordsIn(context.language));
    // Whoever goes back from a folder to the field's topics has all feeds again.
    const feeds =
      found.channel.choice.topics.includes(ANY_TOPIC) && !chosen.includes(ANY_TOPIC) ? [] : found.channel.choice.feeds;
    return saved(
      found,
      { choice: { ...found.channel.choice, topics: chosen, feeds } },
      'channel topics',
      context,
      world,
    );
  },
});

/** Adds words to one of a channel's lists, or takes them out of it with a minus before them. */
function listCommand(name: 'follow' | 'mute', example: string) {
  return command({
    path: ['channel', name],
    example,
    audience: 'admin',
    options: z.object({
      words: z.string().meta({ rest: true }),
      channel: anotherChannel,
    }),
    completes: { words: async () => names() },
    async run({ words, channel: typed }, context, world) {
      const found = await channelOf(typed, context, world);
      const list = new Set(found.channel.choice[name]);
      for (const word of words.split(',').map((entry) => entry.trim())) {
        if (word.startsWith('-')) {
          const kept = [...list].find((entry) => entry.toLowerCase() === word.slice(1).trim().toLowerCase());
          if (kept === undefined)
            throw new UsageError([
              wordsIn(context.language).settings.notListed(word.slice(1).trim(), [...list].join(', ')),
            ]);
          list.delete(kept);
        } else if (word !== '' && ![...list].some((entry) => entry.toLowerCase() === word.toLowerCase()))
          list.add(word);
      }
      return saved(
        found,
        { choice: { ...found.channel.choice, [name]: [...list].toSorted() } },
        `channel ${name}`,
        context,
        world,
      );
    },
  });
}

export const channelFollow = listCommand('follow', 'channel follow Northwind, liquid cooling');
export const channelMute = listCommand('mute', 'channel mute crypto mining');
