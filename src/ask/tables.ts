import { publishCell } from '../evidence/verify.ts';
import { type Cell, cellsIn } from '../language/tables.ts';
import type { Article, Figure, Point, Verified } from '../model.ts';
import { timesIn } from '../reading/times.ts';
import type { Evidences } from './candidates.ts';
import { kindOf } from './fits.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** The times that words tell, as seen from a moment. */
const timesOf = (words: string, at: string | null): string[] =>
  timesIn(words, at).flatMap(({ when, kind }) => (when === null || kind === 'length' ? [] : [when]));

/** The name that an article begins with: whose table it is where the title does not say. */
const openingOf = (text: string): string => /^(?:\p{Lu}[\p{L}\p{N}&.’'-]{0,40} ?){1,5}/u.exec(text)?.[0] ?? '';

const IN_BRACKETS = /\(([^()]{1,30})\)/gu;

/** Is it the number that is asked for: of what the row names, at the time of the column, of the unit? */
function answers(question: Question, cell: Cell, figure: Figure, article: Article): boolean {
  const { text, names, kinds, quantities, topic, asked } = question;
  if (kinds.length > 0 && !kinds.includes(kindOf(figure.unit))) return false;
  const said = new Set(termsOf(text));
  const row = termsOf(cell.row.replace(IN_BRACKETS, ' '));
  if (row.length === 0 || !row.every((term) => said.has(term))) return false;
  const whose = `${article.title} ${article.publisher} ${openingOf(article.text)}`;
  const around = new Set([...row, ...termsOf(`${cell.column} ${whose}`)]);
  if (!names.every(({ ways }) => ways.some((way) => way.every((term) => around.has(term))))) return false;
  const all = new Set(termsOf(`${article.title} ${article.text}`));
  const times = timesIn(text, null).flatMap((time) => termsOf(time.text));
  if (!topic.every(({ term }) => quantities.has(term) || all.has(term) || times.includes(term))) return false;
  const wanted = timesOf(text, asked.toISOString());
  const held = timesOf(cell.column, article.published);
  if (wanted.length > 0) return held.some((time) => wanted.includes(time));
  return cell.alone || held.length > 0 || termsOf(cell.column).some((term) => said.has(term));
}

/** The cell of a table that answers, the first of its row where no time is asked for; null where there is none, or articles tell several. */
export function cellFor(question: Question, articles: readonly Article[], evidence: Evidences): Verified<Point> | null {
  if (question.wants !== 'number' || question.before !== null) return null;
  const found = articles.flatMap((article) => {
    const figures = evidence.get(article.id)?.figures ?? [];
    const fit = cellsIn(article.text).flatMap((cell) => {
      const figure = figures.find(({ start, end }) => start >= cell.start && end <= cell.end);
      return figure !== undefined && answers(question, cell, figure, article) ? [{ cell, article }] : [];
    });
    const [first] = fit;
    return first === undefined || fit.some(({ cell }) => cell.row !== first.cell.row) ? [] : [first];
  });
  const [only, ...others] = found;
  if (only === undefined || others.some(({ cell }) => cell.text !== only.cell.text)) return null;
  return publishCell(only.article, only.cell.start);
}
