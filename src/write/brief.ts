import type { Evidence, Figure, Point, Quantity, Quote, StoryBrief, Verified } from '../model.ts';
import type { Day, ReadStory } from './day.ts';
import type { Edited } from './edit.ts';
import { extractHeadline, extractStory } from './extract.ts';
import { isComparison, isTabled, keyFigures } from './key-figures.ts';
import { keyQuotes } from './key-quote.ts';
import type { Publisher } from './publish.ts';
import { saysTheSame, type Terms } from './terms.ts';

/** What a story is to a debrief, however much of it is told. */
const factsOf = ({ story, articles }: ReadStory) => ({
  id: story.id,
  articles: articles.map(({ id }) => id),
  copies: story.articles.flatMap(({ article, role }) => (role === 'copy' ? [article] : [])),
  publishers: story.publishers.length,
  topics: story.topics,
  novelty: story.novelty,
  rank: story.rank,
  reasons: story.reasons,
});

/** A story in one line; null where its articles have none. */
export function lineOf(day: Day, read: ReadStory, edited: Edited | null, publisher: Publisher): StoryBrief | null {
  const headline = edited?.headline ?? extractHeadline(day, read, publisher);
  if (headline === null) return null;
  return { ...factsOf(read), headline, brief: true, points: [], quantities: [], quotes: [] };
}

/** An editor's lines are shorter than articles' sentences, and tell what changed and why it matters: one more of them has room. */
export const EDITED = 1;

export type BriefExtent = { readonly points: number; readonly quantities: number };

/** The points that say something beside what is told already and each other. */
function fresh(points: readonly Verified<Point>[], told: readonly Terms[], day: Day): Verified<Point>[] {
  const said = [...told];
  return points.filter(({ text }) => {
    const terms = day.termsOf(text);
    if (said.some((other) => saysTheSame(other, terms))) return false;
    said.push(terms);
    return true;
  });
}

/**
 * A story as a debrief tells it: an editor's lines where they passed the gate, the articles' own sentences where not.
 * `inShort` is what "In short" says of it, `said` what the debrief has said so far. Null where its articles have no text.
 */
export function briefOf(
  day: Day,
  read: ReadStory,
  edited: Edited | null,
  inShort: readonly Verified<Point>[],
  said: readonly Terms[],
  evidence: ReadonlyMap<string, Evidence>,
  extent: BriefExtent,
  publisher: Publisher,
): StoryBrief | null {
  const { story } = read;
  const lines = fresh(edited?.points ?? [], said, day).slice(0, extent.points + EDITED);
  const headline = edited?.headline ?? null;
  const draft =
    headline !== null && lines.length > 0
      ? { headline, points: lines }
      : extractStory(
          day,
          read,
          Math.max(0, extent.points - lines.length),
          [...said, ...lines.map(({ text }) => day.termsOf(text))],
          publisher,
        );
  if (draft === null) return null;
  const all = draft.points === lines ? lines : [...lines, ...draft.points];
  const holding = (quote: Quote) => (point: Verified<Point>) => point.text.includes(quote.text);
  const isTold = (quote: Quote): boolean =>
    day.known.hasQuote(quote) || [draft.headline, ...inShort].some(holding(quote));
  const quotes = keyQuotes(story, evidence, day.weights, day.termsOf, 1, isTold);
  // A quote says more with its name and role than within a sentence, and is told once.
  const points = all.filter((point) => !quotes.some((quote) => holding(quote)(point)));
  const told = [draft.headline, ...points, ...inShort];
  const isCell = (figure: Figure): boolean => {
    const mined = evidence.get(figure.article);
    return mined !== undefined && isTabled(figure, mined);
  };
  const isOfBefore = ({ figure }: Quantity): boolean => {
    const mined = evidence.get(figure.article);
    return mined !== undefined && isComparison(figure, mined);
  };
  return {
    ...factsOf(read),
    headline: headline ?? draft.headline,
    brief: false,
    points,
    quantities: keyFigures(
      story.quantities.filter(
        (quantity) =>
          day.isNewFigure(story, quantity) && !day.known.hasFigure(story.id, quantity) && !isOfBefore(quantity),
      ),
      told,
      extent.quantities,
      isCell,
    ),
    quotes,
  };
}
