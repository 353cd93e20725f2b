import type { Article, LeftOut, Source, Story, StoryBrief } from '../model.ts';

/** The articles of a debrief in the order it tells them, numbered from 1. */
export function sourcesOf(briefs: readonly StoryBrief[], articles: ReadonlyMap<string, Article>): Source[] {
  const cited = ({ headline, points }: StoryBrief) =>
    [headline, ...points].flatMap(({ cites }) => cites.map(({ article }) => article));
  const ids = new Set(briefs.flatMap((brief) => [...cited(brief), ...brief.articles]));
  return [...ids].flatMap((id, index) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const { title, url, publisher, published, supersedes } = article;
    return [{ n: index + 1, article: id, title, url, publisher, published, corrected: supersedes !== null }];
  });
}

/** Stories past what the length tells, and those of which nothing is `tellable`, are named, not lost. */
export function untold(
  stories: readonly Story[],
  tellable: ReadonlySet<string>,
  articles: ReadonlyMap<string, Article>,
): LeftOut[] {
  return stories.flatMap((story) => {
    const article = articles.get(story.articles[0]?.article ?? '');
    if (article === undefined) return [];
    const reason = tellable.has(story.id) ? 'weighs less than what is told' : 'nothing of it can be told';
    return [{ story: story.id, title: article.title, url: article.url, reason }];
  });
}
