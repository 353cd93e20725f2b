import { z } from 'zod';
import { readSchedule, ZONES } from '../../deliver/index.ts';
import { ANY_TOPIC } from '../../domain/habits.ts';
import { TOPICS } from '../../domain/topics.ts';
import { UsageError } from '../../errors.ts';
import { command, refusal, toAsker } from '../command.ts';
import { topicOf } from '../latest.ts';
import { said } from '../said.ts';
import { NAMES } from '../sight.ts';
import { anotherChannel, channelDocument, channelOf, nameOf, saved, startedFrom } from './setting.ts';

export const channelShow = command({
  path: ['channel', 'show'],
  summary: 'what a channel gets, when, and its next three posts',
  example: 'channel show',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run(options, context, world) {
    const found = await channelOf(options.channel, context, world);
    if (!found.known)
      return toAsker(said('This channel gets no debrief yet. Set one up with: channel schedule weekdays 8:30 Berlin'));
    return toAsker(channelDocument(found.channel, world.clock.now()));
  },
});

export const channelSchedule = command({
  path: ['channel', 'schedule'],
  summary: 'when a channel gets its debrief: days, times, time zone',
  example: 'channel schedule weekdays 8:30 Berlin',
  audience: 'admin',
  options: z.object({
    when: z
      .string()
      .meta({ description: 'such as: weekdays 8:30 Berlin, or: mon wed fri 9am and 4pm New York', rest: true }),
    channel: anotherChannel,
  }),
  completes: { when: async (typed) => ZONES.map((zone) => `${typed.replace(/\s*\S*$/, '')} ${zone}`.trim()) },
  async run({ when, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const reading = readSchedule(when, found.channel.schedule);
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
  summary: 'no debriefs in a channel any more; its settings are kept',
  example: 'channel off',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    if (!found.known || found.channel.state === 'off')
      return refusal(said(`${nameOf(found.channel)} gets no debrief already.`));
    return saved(found, { state: 'off', note: null }, 'channel off', context, world);
  },
});

export const channelTopics = command({
  path: ['channel', 'topics'],
  summary: 'which topics a channel gets: some, all, or any (whatever its feeds bring)',
  example: 'channel topics chips power',
  audience: 'admin',
  options: z.object({
    topics: z.string().meta({ description: 'topics split by commas or spaces, “all” or “any”', rest: true }),
    channel: anotherChannel,
  }),
  completes: { topics: async () => ['all', ANY_TOPIC, ...TOPICS.map(({ id }) => id)] },
  async run({ topics, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const words = topics.split(/[\s,]+/).filter((word) => word !== '');
    const chosen = words.includes('all')
      ? []
      : words.includes(ANY_TOPIC)
        ? [ANY_TOPIC]
        : [...new Set(words.map(topicOf))].toSorted();
    return saved(found, { choice: { ...found.channel.choice, topics: chosen } }, 'channel topics', context, world);
  },
});

/** Adds words to one of a channel's lists, or takes them out of it with a minus before them. */
function listCommand(name: 'follow' | 'mute', summary: string, example: string) {
  return command({
    path: ['channel', name],
    summary,
    example,
    audience: 'admin',
    options: z.object({
      words: z
        .string()
        .meta({ description: 'names or words split by commas; with a minus before it, one is taken out', rest: true }),
      channel: anotherChannel,
    }),
    completes: { words: async () => NAMES },
    async run({ words, channel: typed }, context, world) {
      const found = await channelOf(typed, context, world);
      const list = new Set(found.channel.choice[name]);
      for (const word of words.split(',').map((entry) => entry.trim())) {
        if (word.startsWith('-')) {
          const kept = [...list].find((entry) => entry.toLowerCase() === word.slice(1).trim().toLowerCase());
          if (kept === undefined)
            throw new UsageError([
              `“${word.slice(1).trim()}” is not in the list: ${[...list].join(', ') || 'it is empty'}.`,
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

export const channelFollow = listCommand(
  'follow',
  'names and words whose stories rank higher here',
  'channel follow Northwind, liquid cooling',
);
export const channelMute = listCommand(
  'mute',
  'names and words whose stories are left out here',
  'channel mute crypto mining',
);
