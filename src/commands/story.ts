import { z } from 'zod';
import { storyDocument } from '../document/debrief.ts';
import { UsageError } from '../errors.ts';
import { wordsIn } from '../locale/index.ts';
import { command, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';
import { waysOf } from './ways.ts';

export const story = command({
  path: ['story'],
  example: 'story 2',
  audience: 'everyone',
  options: z.object({ n: z.number().int().min(1) }),
  completes: {
    n: async (_typed, context, world) =>
      (await lastDebrief(context, world)).debrief.stories.map((_, index) => String(index + 1)),
  },
  async run({ n }, context, world) {
    const { debrief } = await lastDebrief(context, world);
    const found = debrief.stories[n - 1];
    if (found === undefined)
      throw new UsageError([wordsIn(context.language).lookups.noStory(n, debrief.stories.length)]);
    return toAsker(storyDocument(debrief, found, n - 1, await waysOf(debrief, context, world)));
  },
});
