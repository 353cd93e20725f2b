import { changeInWords } from '../document/change.ts';
import { ENGLISH } from '../locale/index.ts';
import type { Debrief, Point, Quantity, StoryBrief } from '../model.ts';

const figureOf = ({ figure }: Quantity) => figure;

/** A debrief as a line out (`docs/contracts.md`), with `given` telling the ids of its articles as they came. */
export function lineOf(debrief: Debrief, given: ReadonlyMap<string, string | number>) {
  const idOf = (id: string): string | number => given.get(id) ?? id;
  const placed = <T extends { readonly article: string }>(span: T) => ({ ...span, article: idOf(span.article) });
  const pointOf = ({ text, cites }: Point) => ({ text, cites: cites.map(placed) });
  return {
    headline: debrief.headline?.text ?? null,
    inShort: debrief.inShort.map(pointOf),
    stories: debrief.stories.map((story) => ({
      headline: story.headline.text,
      points: story.points.map(pointOf),
      figures: story.quantities.map(figureOf).map(placed),
      quotes: story.quotes.map(placed),
      articles: story.articles.map(idOf),
      publishers: story.publishers,
    })),
    figures: debrief.figures.map(figureOf).map(placed),
    quotes: debrief.quotes.map(placed),
    dropped: debrief.dropped,
  };
}

/** What an edition adds to that: what each story is to a reader who was told the editions before. */
export function editionLineOf(debrief: Debrief, given: ReadonlyMap<string, string | number>) {
  const { stories, ...line } = lineOf(debrief, given);
  return {
    at: debrief.window.to,
    outage: debrief.outage,
    ...line,
    stories: stories.map((story, index) => ({ ...story, ...statusOf(debrief.stories[index]) })),
  };
}

function statusOf(story: StoryBrief | undefined) {
  const brief = story?.brief ?? false;
  if (story?.novelty.state !== 'update') return { brief, status: 'new', change: null };
  return {
    brief,
    status: 'update',
    change: changeInWords(story.novelty.changes, ENGLISH).replace(/^: /, '') || null,
  };
}
