import { pointsBack } from '../language/stand.ts';
import type { Article } from '../model.ts';
import { has } from './alike.ts';
import type { Part } from './asked.ts';
import type { Indexed } from './index-of.ts';
import type { Level } from './levels.ts';
import { isOwn } from './own.ts';
import { type Terms, termsOf } from './terms.ts';

/** How far back somebody was named whom a sentence speaks of without a name. */
const BACK = 4;

/** Does a sentence begin with what only the ones before it explain? */
export const leansBack = (text: string): boolean =>
  pointsBack(text) || /^["“]?(?:Her|His|Its|Their|She|He|It|They)\b/.test(text);

/** Whether words say a part of a question, by any of its ways. */
export const saidIn = ({ ways, terms }: Part, words: Terms): boolean =>
  ways.some((way) => has(words, way)) || has(words, terms);

/** Where a part is said that a sentence itself does not say. */
export function levelAround(part: Part, indexed: Indexed<Article>, at: number, leans: boolean): Level {
  const { title, terms, sentences, article } = indexed;
  const isSaidAt = (place: number): boolean => {
    const words = sentences[place]?.terms;
    return words !== undefined && saidIn(part, words);
  };
  const isPublisher = (): boolean =>
    part.kind === 'name' && isOwn(article) && saidIn(part, new Set(termsOf(article.publisher)));
  // What stands nowhere needs no looking for.
  if (!saidIn(part, terms)) return isPublisher() ? 'title' : 'none';
  if (leans && isSaidAt(at - 1)) return 'leaned';
  if (saidIn(part, title) || isPublisher()) return 'title';
  if (isSaidAt(at - 1)) return 'previous';
  if (isSaidAt(0)) return 'lead';
  // "Her firm", "It": whoever was named shortly before.
  const nearby = Array.from({ length: BACK }, (_, n) => at - 1 - n);
  return leans && part.kind === 'name' && nearby.some(isSaidAt) ? 'leaned' : 'article';
}
