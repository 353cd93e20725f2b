/**
 * The gate's other door: for what passed it and was stored. It compares with the article and reads nothing anew, so that
 * a store opens without the extractors.
 */

import { IntegrityError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Article, Figure, Point, Quote, Span, Verified } from '../model.ts';
import { standsAround } from './told/stands.ts';

type Kind = 'figure' | 'quote' | 'point';
type Stored = { readonly figure: Figure; readonly quote: Quote; readonly point: Point };

/** Texts that are what their hash was taken of: many spans rest on one. */
const whole = new WeakMap<Article, string>();

function isWhole(article: Article): boolean {
  const { text } = article;
  if (whole.get(article) === text) return true;
  if (sha256(text) !== (article.thinned ?? article.hash)) return false;
  whole.set(article, text);
  return true;
}

function intact(articles: readonly Article[], span: Span): void {
  const article = articles.find(({ id }) => id === span.article);
  if (article === undefined)
    throw new IntegrityError(span.article, `article ${span.article} of a stored span is not there`);
  if (!isWhole(article)) {
    throw new IntegrityError(article.id, `the text of article ${article.id} is not the one that its hash was taken of`);
  }
  if (span.start < 0 || span.end <= span.start || article.text.slice(span.start, span.end) !== span.text) {
    const given = JSON.stringify(span.text.slice(0, 60));
    throw new IntegrityError(
      article.id,
      `article ${article.id} does not have ${given} from ${span.start} to ${span.end}`,
    );
  }
}

function spansOf(stored: Figure | Quote | Point): readonly Span[] {
  if ('cites' in stored) return stored.cites;
  const { article, start, end, text } = stored;
  return [{ article, start, end, text }];
}

/**
 * What was stored as verified comes back through here: its spans must still be the article's text, the text the one that was
 * hashed, and a caption's words must stand around their figure. Throws an IntegrityError. A point may rest on several articles.
 */
export function restore<K extends Kind>(
  _kind: K,
  stored: Stored[K],
  articles: Article | readonly Article[],
): Verified<Stored[K]> {
  const all: readonly Article[] = 'id' in articles ? [articles] : articles;
  for (const span of spansOf(stored)) intact(all, span);
  if ('caption' in stored && !standsAround(all.find(({ id }) => id === stored.article)?.text ?? '', stored)) {
    const given = JSON.stringify(stored.caption);
    throw new IntegrityError(stored.article, `article ${stored.article} does not have ${given} around ${stored.start}`);
  }
  return stored as Verified<Stored[K]>;
}
