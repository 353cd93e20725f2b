import { habitOf } from '../commands/debriefs.ts';
import { waysOf } from '../commands/ways.ts';
import { storyDocument } from '../document/debrief.ts';
import { storyAnchor } from '../document/edition.ts';
import { text } from '../document/inline.ts';
import { longDay } from '../document/when.ts';
import type { Debrief, StoryBrief } from '../model.ts';
import type { PagePart } from '../ports/pages.ts';
import { editionsBefore } from './editions.ts';
import { absent, type PageDefinition, pageOf } from './page.ts';

/** Editions that are looked through. */
const REACH = 21;

type Day = { readonly debrief: Debrief; readonly story: StoryBrief; readonly index: number };

/** Where a story is told, the newest day first: by its id, or by an article that it has in common with a later day. */
export function daysOf(id: string, debriefs: readonly Debrief[]): Day[] {
  const articles = new Set<string>();
  return debriefs.flatMap((debrief) => {
    const index = debrief.stories.findIndex(
      (story) => story.id === id || story.articles.some((article) => articles.has(article)),
    );
    const story = debrief.stories[index];
    if (story === undefined) return [];
    for (const article of story.articles) articles.add(article);
    return [{ debrief, story, index }];
  });
}

/** A story through its days: what each debrief told of it. */
export const story: PageDefinition = {
  path: '/s/:id',
  grant: 'reader',
  subject: () => null,
  async show({ params: { id = '' } }, visitor, world) {
    const words = visitor.words.page;
    const { zone } = await habitOf(visitor.context, world);
    const kept = await editionsBefore(new Date(world.clock.now().getTime() + 1), REACH, visitor, world);
    const days = daysOf(id, kept);
    const [newest] = days;
    if (newest === undefined) return absent(words.noStory, visitor);
    const parts: PagePart[] = [
      { kind: 'context', content: [text(words.days(days.length))] },
      { kind: 'heading', level: 1, text: newest.story.headline.text },
    ];
    for (const { debrief, story: told, index } of days) {
      const ways = await waysOf(debrief, visitor.context, world);
      const day = longDay(debrief.window.to, zone);
      parts.push({
        kind: 'section',
        id: `day-${debrief.id}`,
        role: 'story',
        parts: [
          { kind: 'heading', level: 2, text: day, href: `./e/${debrief.id}#${storyAnchor(index)}` },
          ...storyDocument(debrief, told, index, ways).blocks,
        ],
      });
    }
    return {
      kind: 'page',
      page: pageOf({ title: newest.story.headline.text, words: visitor.words }, visitor.grant, parts),
    };
  },
};
