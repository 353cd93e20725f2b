import { publishCell } from '../evidence/verify.ts';
import { type Cell, cellsIn } from '../language/tables.ts';
import type { Article, Figure, Point, Verified } from '../model.ts';
import { once } from '../once.ts';
import { timesIn } from '../reading/times.ts';
import type { Evidences } from './candidates.ts';
import { kindOf } from './fits.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** The times that a question asks for, as seen from when it was asked. */
const timesOf = (words: string, at: string | null): string[] =>
  timesIn(words, at).flatMap(({ when, kind }) => (when === null || kind === 'length' ? [] : [when]));

/** The name that an article begins with: whose table it is where the title does not say. */
const openingOf = (text: string): string => /^(?:\p{Lu}[\p{L}\p{N}&.’'-]{0,40} ?){1,5}/u.exec(text)?.[0] ?? '';

const IN_BRACKETS = /\(([^()]{1,30})\)/gu;

/** A cell that answers, with what its number is of in terms. */
export type Answering = { readonly point: Verified<Point>; readonly of: readonly string[] };

type Found = { readonly cell: Cell; readonly figure: Figure; readonly article: Article };

/** The figures of an article that begin its cells. */
function numbersIn(article: Article, figures: readonly Figure[]): Found[] {
  const cells = cellsIn(article.text);
  let n = 0;
  return cells.flatMap((cell) => {
    while ((figures[n]?.start ?? Number.POSITIVE_INFINITY) < cell.start) n += 1;
    const figure = figures[n];
    return figure === undefined || figure.end > cell.end ? [] : [{ cell, figure, article }];
  });
}

/** Tells of an article's cells whether each is the number that is asked for: of what the row names, at the time of the column, of the unit. */
function fits(question: Question, article: Article): (found: Found) => boolean {
  const { text, names, kinds, quantities, topic, asked } = question;
  const said = new Set(termsOf(text));
  const whose = termsOf(`${article.title} ${article.publisher} ${openingOf(article.text)}`);
  const times = timesIn(text, null).flatMap((time) => termsOf(time.text));
  const wanted = timesOf(text, asked.toISOString());
  const isAbout = once(() => {
    const all = new Set(termsOf(`${article.title} ${article.text}`));
    return topic.every(({ term }) => quantities.has(term) || all.has(term) || times.includes(term));
  });
  return ({ cell, figure }) => {
    if (kinds.length > 0 && !kinds.includes(kindOf(figure.unit))) return false;
    const row = termsOf(cell.row.replace(IN_BRACKETS, ' '));
    if (row.length === 0 || !row.every((term) => said.has(term))) return false;
    const around = new Set([...row, ...whose, ...termsOf(cell.column)]);
    if (!names.every(({ ways }) => ways.some((way) => way.every((term) => around.has(term)))) || !isAbout())
      return false;
    if (wanted.length > 0) return figure.when !== null && wanted.includes(figure.when);
    return cell.alone || figure.when !== null || termsOf(cell.column).some((term) => said.has(term));
  };
}

/** The cell of a table that answers, the first of its row where no time is asked for; null where there is none, or articles tell several. */
export function cellFor(question: Question, articles: readonly Article[], evidence: Evidences): Answering | null {
  if (question.wants !== 'number' || question.before !== null) return null;
  const found = articles.flatMap((article) => {
    const all = article.text.includes('|') ? numbersIn(article, evidence.get(article.id)?.figures ?? []) : [];
    const fit = all.length === 0 ? [] : all.filter(fits(question, article));
    const [first] = fit;
    return first === undefined || fit.some(({ cell }) => cell.row !== first.cell.row) ? [] : [first];
  });
  const [only, ...others] = found;
  if (only === undefined || others.some(({ cell }) => cell.text !== only.cell.text)) return null;
  const point = publishCell(only.article, only.cell.start);
  return point === null ? null : { point, of: termsOf(only.figure.concept ?? only.cell.row) };
}
