import type { Article } from '../model.ts';

/** A company's own page says "we"; that of a paper names itself where it counts. */
const owned = new WeakMap<Article, boolean>();
export function isOwn(article: Article): boolean {
  const known = owned.get(article) ?? /\b(?:[Ww]e|[Oo]ur)\b/.test(article.text.replace(/["“][^"“”]{0,600}["”]/gu, ''));
  owned.set(article, known);
  return known;
}
