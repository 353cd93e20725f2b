import { habitOf } from '../commands/debriefs.ts';
import { countsOf } from '../document/debrief.ts';
import { storyAnchor } from '../document/edition.ts';
import { link, text } from '../document/inline.ts';
import { longDay } from '../document/when.ts';
import { topicNamed, topics } from '../domain/topics.ts';
import type { Words } from '../locale/index.ts';
import type { Block, Debrief, Inline } from '../model.ts';
import type { PagePart } from '../ports/pages.ts';
import { editionsBefore } from './editions.ts';
import { type PageDefinition, pageOf } from './page.ts';

/** Debriefs on one page of the archive. */
const SHOWN = 14;
/** Stories of a day that are named. */
const STORIES = 4;

/** A day: its debrief, and its first stories or all of a topic. */
function dayPart(debrief: Debrief, topic: string | null, zone: string, address: string): PagePart[] {
  const numbered = debrief.stories.map((story, index) => ({ story, index }));
  const fitting =
    topic === null ? numbered.slice(0, STORIES) : numbered.filter(({ story }) => story.topics.includes(topic));
  if (topic !== null && fitting.length === 0) return [];
  const items = fitting.map(({ story, index }): Inline[] => [
    link(story.headline.text, `${address}#${storyAnchor(index)}`),
  ]);
  return [
    {
      kind: 'section',
      id: `day-${debrief.window.to.slice(0, 10)}-${debrief.id}`,
      role: 'plain',
      parts: [
        { kind: 'heading', level: 2, text: longDay(debrief.window.to, zone), href: address },
        { kind: 'context', content: [text(countsOf(debrief))] },
        ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
      ],
    },
  ];
}

function topicsBlock(topic: string | null, words: Words['page']): Block {
  const all: Inline[] = topic === null ? [] : [link(words.allTopics, './archive'), text(' · ')];
  const names = topics().flatMap(({ id, name }, index): Inline[] => [
    ...(index === 0 ? [] : [text(' · ')]),
    id === topic ? { kind: 'text', text: name, style: 'strong' } : link(name, `./archive?topic=${id}`),
  ]);
  return { kind: 'context', content: [...all, ...names] };
}

/** The debriefs of the past, by day and topic. */
export const archive: PageDefinition = {
  path: '/archive',
  grant: 'reader',
  subject: () => null,
  async show({ query }, visitor, world) {
    const words = visitor.words.page;
    const topic = topicNamed(query.topic ?? '')?.id ?? null;
    const asked = Date.parse(query.before ?? '');
    const before = Number.isNaN(asked) ? new Date(world.clock.now().getTime() + 1) : new Date(asked);
    const { zone } = await habitOf(visitor.context, world);
    const kept = await editionsBefore(before, SHOWN + 1, visitor, world);
    const shown = kept.slice(0, SHOWN);
    const days = shown.flatMap((debrief) => dayPart(debrief, topic, zone, `./e/${debrief.id}`));
    const last = shown.at(-1);
    const more = new URLSearchParams({ ...(topic === null ? {} : { topic }), before: last?.window.to ?? '' });
    const parts: PagePart[] = [
      { kind: 'heading', level: 1, text: words.archive },
      topicsBlock(topic, words),
      ...(days.length === 0 ? [{ kind: 'paragraph', content: [text(words.archiveEmpty)] } as const] : days),
      ...(kept.length > SHOWN && last !== undefined
        ? [{ kind: 'paragraph', content: [link(words.older, `./archive?${more}`)] } as const]
        : []),
    ];
    return {
      kind: 'page',
      page: pageOf({ title: words.archive, here: 'archive', words: visitor.words }, visitor.grant, parts),
    };
  },
};
