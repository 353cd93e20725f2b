import type { Debrief, Figure, Point, Quantity, Quote } from '../model.ts';

const point = ({ text, cites }: Point) => ({ text, cites });
const figureOf = ({ figure }: Quantity): Figure => figure;

/** A debrief in the form of the write stage (`docs/contracts.md`), with its sources and what kept silent beside it. */
export function debriefJson(debrief: Debrief): object {
  return {
    headline: debrief.headline?.text ?? null,
    inShort: debrief.inShort.map(point),
    stories: debrief.stories.map((story) => ({
      headline: story.headline.text,
      points: story.points.map(point),
      figures: story.quantities.map(figureOf),
      quotes: story.quotes,
      articles: story.articles,
      publishers: story.publishers,
    })),
    figures: debrief.figures.map(figureOf),
    quotes: debrief.quotes satisfies readonly Quote[],
    dropped: debrief.dropped,
    sources: debrief.sources,
    silent: debrief.silent,
  };
}
