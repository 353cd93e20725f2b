import type { FigureEntry, QuoteEntry } from '../../src/ports/store.ts';
import type { News } from './articles.ts';

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, string | number | null>>;
type Tagged = { readonly entities: readonly string[]; readonly topics: readonly string[] };

const tagsOf = ({ entities, topics }: Tagged) => [
  ...entities.map((id) => `entity:${id}`),
  ...topics.map((id) => `topic:${id}`),
];

/** What the store writes of an article that a feed brought; figures and quotes are numbered on from these. */
export function rowsOf(
  { article: { url, thinned: _, ...article }, figures, quotes }: News,
  feed: string,
  after: { readonly figures: number; readonly quotes: number },
): readonly (readonly [table: string, row: Row])[] {
  const at = article.published ?? article.fetched;
  return [
    ['articles', { ...article, line: url, at, newest: 1 }],
    ['article_feeds', { line: url, feed, at: article.fetched }],
    ...figures.flatMap((entry, index) => figureRows(entry, after.figures + index + 1)),
    ...quotes.flatMap((entry, index) => quoteRows(entry, after.quotes + index + 1)),
  ];
}

function figureRows(entry: FigureEntry, n: number): (readonly [string, Row])[] {
  const { figure, sentence, entities, topics, words, at, weight, low, high, from, to, forecast } = entry;
  const { article, start, end, unit } = figure;
  const row: Row = {
    ...{ n, article, start, end, unit, low, high, at, weight },
    ...{ held_from: from, held_to: to, forecast: forecast ? 1 : 0 },
    body: JSON.stringify({ figure, sentence, entities, topics, words }),
    words: `${sentence.text} ${figure.concept ?? ''} ${words}`,
  };
  const tags = tagsOf(entry).map((tag) => ['ledger_figure_tags', { tag, unit, weight, at, entry: n }] as const);
  return [['ledger_figures', row], ...tags];
}

function quoteRows(entry: QuoteEntry, n: number): (readonly [string, Row])[] {
  const { quote, entities, topics, words, at, weight } = entry;
  const { article, start, end, speaker } = quote;
  const row: Row = {
    ...{ n, article, start, end, speaker, at, weight },
    body: JSON.stringify({ quote, entities, topics, words }),
    words: [quote.text, speaker, quote.role, quote.organisation, words].filter((text) => text !== null).join(' '),
  };
  const tags = tagsOf(entry).map((tag) => ['ledger_quote_tags', { tag, weight, at, entry: n }] as const);
  return [['ledger_quotes', row], ...tags];
}
