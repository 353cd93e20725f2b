import { sourcesDocument, storyDocument } from '../../document/debrief.ts';
import type { Ways } from '../../document/receipt.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Block, Document } from '../../model.ts';
import type { Button } from '../action.ts';
import { refusal, toAsker } from '../command.ts';
import { debriefNamed, type Shown } from '../debriefs.ts';
import { said } from '../said.ts';
import { waysOf } from '../ways.ts';

/** A button below a debrief that shows more of it. */
const below = (verb: string, draw: (shown: Shown, words: Words, ways: Ways) => Document): Button => ({
  verb,
  audience: 'everyone',
  async press(id, context, world) {
    const words = wordsIn(context.language);
    const shown = await debriefNamed(id, context, world);
    return shown === null
      ? refusal(said(words.lookups.notKept))
      : toAsker(draw(shown, words, await waysOf(shown.debrief, context, world)));
  },
});

/** Every story of a debrief, whole. */
export const more = below('more', ({ debrief }, words, ways) => ({
  summary: words.lookups.allStories,
  blocks: debrief.stories.flatMap(
    (story, index): readonly Block[] => storyDocument(debrief, story, index, ways).blocks,
  ),
  thread: [],
}));

/** The numbered sources of a debrief. */
export const sources = below('sources', ({ debrief, zone }) => sourcesDocument(debrief, zone));
