import { sourcesDocument, storyDocument } from '../../document/debrief.ts';
import type { Block, Debrief } from '../../model.ts';
import type { Reply } from '../../ports/platform.ts';
import type { Button } from '../action.ts';
import { refusal, toAsker } from '../command.ts';
import { habitOf } from '../debriefs.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';

async function shown(id: string, world: World, show: (debrief: Debrief) => Promise<Reply>): Promise<Reply> {
  const debrief = await world.store.debriefs.get(id);
  return debrief === null
    ? refusal(said('This debrief is not kept any more; /debrief latest shows the last one.'))
    : show(debrief);
}

/** Every story of a debrief, whole. */
export const more: Button = {
  verb: 'more',
  audience: 'everyone',
  press: (id, _context, world) =>
    shown(id, world, async (debrief) => {
      const blocks = debrief.stories.flatMap(
        (story, index): readonly Block[] => storyDocument(debrief, story, index).blocks,
      );
      return toAsker({ summary: 'All stories', blocks, thread: [] });
    }),
};

/** The numbered sources of a debrief. */
export const sources: Button = {
  verb: 'sources',
  audience: 'everyone',
  press: (id, context, world) =>
    shown(id, world, async (debrief) => toAsker(sourcesDocument(debrief, (await habitOf(context, world)).zone))),
};
