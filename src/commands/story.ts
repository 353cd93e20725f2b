import { z } from 'zod';
import { storyDocument } from '../document/debrief.ts';
import { UsageError } from '../errors.ts';
import { command, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';

export const story = command({
  path: ['story'],
  summary: 'a story of the last debrief, whole: points, figures, quotes, sources',
  example: 'story 2',
  audience: 'everyone',
  options: z.object({ n: z.number().int().min(1).meta({ description: 'its number in the debrief' }) }),
  completes: {
    n: async (_typed, context, world) =>
      (await lastDebrief(context, world)).debrief.stories.map((_, index) => String(index + 1)),
  },
  async run({ n }, context, world) {
    const { debrief } = await lastDebrief(context, world);
    const found = debrief.stories[n - 1];
    if (found === undefined)
      throw new UsageError([`The last debrief has ${debrief.stories.length} stories; there is no number ${n}.`]);
    return toAsker(storyDocument(debrief, found, n - 1));
  },
});
