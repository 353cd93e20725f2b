import { entities } from '../domain/entities.ts';
import { nearest } from '../language/nearest.ts';
import type { Source } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { Sight } from '../ports/store.ts';
import type { World } from './world.ts';

/** What the asking workspace may see. */
export async function sightOf(context: Context, world: World): Promise<Sight> {
  const feeds = await world.store.feeds.visible(context.workspace);
  return { workspace: context.workspace, feeds: feeds.map(({ id }) => id) };
}

/** The articles behind an answer, numbered in the order in which they are named. */
export async function sourcesOf(articles: readonly string[], world: World): Promise<Source[]> {
  const ids = [...new Set(articles)];
  const found = await world.store.articles.many(ids);
  const named = ids.flatMap((id) => found.get(id) ?? []);
  return named.map((article, index) => ({
    n: index + 1,
    article: article.id,
    title: article.title,
    url: article.url,
    publisher: article.publisher,
    published: article.published,
    corrected: article.supersedes !== null,
  }));
}

/** Names that can be looked up, for completion. */
export const names = (): readonly string[] => entities().map(({ name }) => name);

/** What was probably meant by words that nothing was found for. */
export const meantBy = (typed: string): string | null => nearest(typed, names());
