import type { Article } from '../model.ts';
import type { Store } from '../ports/store.ts';
import type { Miner } from './miner.ts';

/** Numbers of two sketches that are the same, for the texts to be compared; one is sometimes so by chance. */
const SHARED = 2;
/** Texts that are compared with a new one. */
const COMPARED = 24;

/**
 * Finds out whether an article was mined whose text another printed with its words changed, or the other way about, and keeps
 * which of them is the copy: nothing of it is a source, for whoever may see what it was taken from.
 */
export async function linkCopies(
  article: Article,
  sketch: readonly number[],
  at: Date,
  store: Store,
  miner: Miner,
): Promise<void> {
  const alike = await store.copies.alike(sketch, SHARED, COMPARED);
  await store.copies.sketch(article.id, sketch, at);
  const ids = [...new Set([article.id, ...alike])];
  const articles = [...(await store.articles.many(ids)).values()].filter(
    ({ id, url }) => id === article.id || url !== article.url,
  );
  if (articles.length < 2) return;
  const sets = await miner.copies(articles, await store.evidence.quotes(articles));
  const members = sets.flatMap(({ source, copies }) => [source, ...copies.map((copy) => copy.article)]);
  const altered = sets.flatMap(({ source, copies }) =>
    copies.filter((copy) => copy.altered).map((copy) => ({ article: copy.article, source })),
  );
  await store.copies.settle(members, altered);
}
