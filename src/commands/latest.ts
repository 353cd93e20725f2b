import { z } from 'zod';
import { debriefDocument } from '../document/debrief.ts';
import { TOPICS } from '../domain/topics.ts';
import { UsageError } from '../errors.ts';
import type { Debrief } from '../model.ts';
import { command, toAsker } from './command.ts';
import { newestDebrief } from './debriefs.ts';

/** The debrief with the stories of one topic alone, and what stands in their articles. */
function ofTopic(debrief: Debrief, topic: string): Debrief {
  const stories = debrief.stories.filter((story) => story.topics.includes(topic));
  const articles = new Set(stories.flatMap((story) => story.articles));
  return {
    ...debrief,
    stories,
    headline: stories[0]?.headline ?? null,
    inShort: debrief.inShort.filter((point) => point.cites.some((cite) => articles.has(cite.article))),
    figures: debrief.figures.filter(({ figure }) => articles.has(figure.article)),
    quotes: debrief.quotes.filter((quote) => articles.has(quote.article)),
  };
}

/** The id of a topic by its id or its name; throws a UsageError that lists them. */
export function topicOf(typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const topic =
    TOPICS.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ??
    TOPICS.find(({ name }) => name.toLowerCase().includes(wanted));
  if (topic === undefined)
    throw new UsageError([`There is no topic “${typed}”. Topics: ${TOPICS.map(({ id }) => id).join(', ')}.`]);
  return topic.id;
}

export const latest = command({
  path: ['latest'],
  summary: 'the last debrief, whole or of one topic',
  example: 'latest power',
  audience: 'everyone',
  options: z.object({
    topic: z.string().optional().meta({ description: 'a topic, such as power or chips', rest: true }),
  }),
  completes: { topic: async () => TOPICS.map(({ id }) => id) },
  async run({ topic }, context, world) {
    const { debrief, zone } = await newestDebrief(context, world);
    return toAsker(debriefDocument(topic === undefined ? debrief : ofTopic(debrief, topicOf(topic)), zone));
  },
});
