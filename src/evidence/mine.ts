import { isTable } from '../language/tables.ts';
import type { Article, Evidence } from '../model.ts';
import { prepare } from './verify/prepare.ts';
import { publishFigure, publishQuote } from './verify.ts';

/** All that stands in an article, each figure and quote through the gate. Linear in the length of its text. */
export function mine(article: Article): Evidence {
  const { sentences, figures, quotes } = prepare(article);
  return {
    article: article.id,
    sentences: sentences.filter(({ text }) => !isTable(text)),
    figures: figures.flatMap((reading) => {
      const published = publishFigure(article, reading);
      return Array.isArray(published) ? [] : [published];
    }),
    quotes: quotes.flatMap((reading) => {
      const published = publishQuote(article, reading);
      return Array.isArray(published) ? [] : [published];
    }),
  };
}
