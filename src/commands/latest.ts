import { z } from 'zod';
import { debriefDocument } from '../document/debrief.ts';
import { markdownOf } from '../document/markdown.ts';
import { longDay } from '../document/when.ts';
import { wholeDocument } from '../document/whole.ts';
import { topics, topicsLike } from '../domain/topics.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../language/nearest.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Debrief } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { Button } from './action.ts';
import { command, toAsker } from './command.ts';
import { boundsOf, dayNamed } from './day.ts';
import { debriefBetween, habitOf, newestDebrief, type Shown } from './debriefs.ts';
import { waysOf } from './ways.ts';
import type { World } from './world.ts';

/** The button that shows whoever presses it the newest debrief. */
export const LOOK = 'look';

/** The debrief with the stories of one topic alone, and what stands in their articles. */
export function ofTopic(debrief: Debrief, topic: string): Debrief {
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

/** The id of a topic by its id, its name or the one name that has the words; throws a UsageError that lists what was probably meant. */
export function topicOf(typed: string, { lookups }: Words): string {
  const fits = topicsLike(typed);
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only.id;
  const meant = nearest(
    typed.trim().toLowerCase(),
    topics().map(({ id }) => id),
  );
  const among = fits.map(({ id }) => id);
  throw new UsageError([
    lookups.noTopic(
      typed,
      among,
      meant,
      topics()
        .map(({ id }) => id)
        .join(', '),
    ),
  ]);
}

/** A day among the words, at their end or their beginning: `power yesterday`, `2026-11-22`. */
function dayIn(typed: string, now: Date, zone: string): { readonly day: string | null; readonly rest: string } {
  const words = typed.trim().split(/\s+/);
  for (let size = Math.min(4, words.length); size > 0; size -= 1) {
    for (const at of [words.length - size, 0]) {
      const day = dayNamed(words.slice(at, at + size).join(' '), now, zone, false);
      if (day !== null)
        return {
          day,
          rest: words
            .toSpliced(at, size)
            .join(' ')
            .replace(/^(?:on|of|from)$|(?<!\s)\s+(?:on|of|from)$/, ''),
        };
    }
  }
  return { day: null, rest: typed };
}

/** The debrief that was the newest on a local day; throws a UsageError where there was none. */
async function debriefOf(day: string, context: Context, world: World): Promise<Shown> {
  const { lookups } = wordsIn(context.language);
  const { zone } = await habitOf(context, world);
  const { from, to } = boundsOf(day, zone);
  if (from > world.clock.now()) throw new UsageError([lookups.toCome(day)]);
  const found = await debriefBetween(from, to, context, world);
  if (found === null) throw new UsageError([lookups.noDebriefOf(longDay(from.toISOString(), zone))]);
  return found;
}

export const latest = command({
  path: ['latest'],
  example: 'latest power yesterday',
  audience: 'everyone',
  options: z.object({
    topic: z.string().optional().meta({ rest: true }),
    markdown: z.boolean().optional(),
  }),
  completes: { topic: async () => [...topics().map(({ id }) => id), 'yesterday'] },
  async run({ topic: typed = '', markdown }, context, world) {
    const { zone: here } = await habitOf(context, world);
    const now = world.clock.now();
    const { day, rest } = dayIn(typed, now, here);
    const today = dayNamed('today', now, here, false);
    const { debrief, zone } =
      day === null || day === today ? await newestDebrief(context, world) : await debriefOf(day, context, world);
    const shown = rest === '' ? debrief : ofTopic(debrief, topicOf(rest, wordsIn(context.language)));
    const ways = await waysOf(debrief, context, world);
    if (markdown !== true) return toAsker(debriefDocument(shown, zone, ways));
    const whole = wholeDocument(shown, zone, ways);
    return toAsker({
      summary: `${whole.summary} (Markdown)`,
      blocks: [{ kind: 'code', text: markdownOf(whole) }],
      thread: [],
    });
  },
});

export const look: Button = {
  verb: LOOK,
  audience: 'everyone',
  press: (_argument, context, world) => latest.run({}, context, world),
};
