import type { Article, Debrief, LeftOut, Source, Story, StoryBrief } from '../model.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { readDay } from './day.ts';
import { type Draft, extractInShort, extractStory } from './extract.ts';
import { EXTENT, type WriteInput } from './input.ts';
import { keyFigures } from './key-figures.ts';
import { keyQuotes } from './key-quote.ts';
import { minutesToRead } from './minutes.ts';
import { createPublisher } from './publish.ts';

export type { WriteInput } from './input.ts';

export type WriteDeps = {
  /** Null for the extractive writer. */
  readonly model: LanguageModel | null;
};

function sourcesOf(briefs: readonly StoryBrief[], articles: ReadonlyMap<string, Article>): Source[] {
  const ids = new Set(
    briefs.flatMap((brief) => [...brief.headline.cites.map(({ article }) => article), ...brief.articles]),
  );
  return [...ids].flatMap((id, index) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const { title, url, publisher, published, supersedes } = article;
    return [{ n: index + 1, article: id, title, url, publisher, published, corrected: supersedes !== null }];
  });
}

/** Stories past what the length tells are named, not lost. */
function untold(stories: readonly Story[], articles: ReadonlyMap<string, Article>, reason: string): LeftOut[] {
  return stories.flatMap((story) => {
    const article = articles.get(story.articles[0]?.article ?? '');
    return article === undefined ? [] : [{ story: story.id, title: article.title, url: article.url, reason }];
  });
}

/** Writes a debrief. Never rejects for what a model or an article holds: whatever happens, the stories are told. */
export async function write(input: WriteInput, _deps: WriteDeps): Promise<Debrief> {
  const extent = EXTENT[input.choice.length];
  const bounds = input.bounds ?? extent.inShort;
  const day = readDay(input);
  const publisher = createPublisher(input.articles);
  const inShort = extractInShort(day, bounds, publisher);

  const shown = day.stories.slice(0, extent.stories);
  const briefs = shown.flatMap((read): StoryBrief[] => {
    const { story } = read;
    const told = inShort.flatMap((entry) => (entry.story === story.id ? [entry.point] : []));
    const draft: Draft | null = extractStory(day, read, extent.points, told, publisher);
    if (draft === null) return [];
    return [
      {
        id: story.id,
        ...draft,
        quantities: keyFigures(story.quantities, [draft.headline, ...draft.points, ...told], extent.quantities),
        quotes: keyQuotes(story, input.evidence, day.weights, day.termsOf, 1),
        articles: read.articles.map(({ id }) => id),
        copies: story.articles.flatMap(({ article, role }) => (role === 'copy' ? [article] : [])),
        publishers: story.publishers.length,
        topics: story.topics,
        novelty: story.novelty,
        rank: story.rank,
        reasons: story.reasons,
      },
    ];
  });

  const points = inShort.map(({ point }) => point);
  const toldIds = new Set(briefs.map(({ id }) => id));
  const all = new Set(input.stories.flatMap(({ articles }) => articles.map(({ article }) => article)));
  const publishers = new Set([...all].flatMap((id) => input.articles.get(id)?.publisher ?? []));
  const body = {
    headline: briefs[0]?.headline ?? null,
    inShort: points,
    stories: briefs,
    figures: keyFigures(
      briefs.flatMap(({ quantities }) => quantities.slice(0, 2)),
      points,
      extent.figures,
    ),
    quotes: briefs.flatMap(({ quotes }) => quotes).slice(0, extent.quotes),
  };
  return {
    id: input.id,
    choice: input.choice,
    purpose: input.purpose,
    window: input.window,
    composedAt: input.composedAt,
    writer: { kind: 'extractive', model: null, prompt: null, note: null },
    ...body,
    sources: sourcesOf(briefs, input.articles),
    counts: { articles: all.size, publishers: publishers.size, minutes: minutesToRead(body) },
    silent: input.silent,
    leftOut: [
      ...input.leftOut,
      ...untold(
        input.stories.filter(({ id }) => !toldIds.has(id)),
        input.articles,
        'weighs less than those told',
      ),
    ],
    dropped: publisher.dropped,
  };
}
