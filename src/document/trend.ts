import { ENGLISH, type Words } from '../locale/index.ts';
import type { Series } from '../model.ts';
import type { FigureEntry } from '../ports/store.ts';
import { whenInWords } from './when.ts';

type Told = Omit<Series, 'alt'>;

/** When a point holds, as its article gives it; else the day of the article. */
const whenOf = ({ figure, at }: FigureEntry, words: Words): string =>
  whenInWords(figure.when ?? at.slice(0, 10), words);

/** "Rose from $3 to $4 to $5" cannot be read: bounds are joined by a dash. */
const textOf = ({ figure: { text }, low, high }: FigureEntry): string =>
  low === high ? text : text.replace(/^(?:between|from) (?=.+ (?:and|to) )/i, '').replace(/ (?:to|and) /, '–');

const pointInWords = (entry: FigureEntry, words: Words): string =>
  `${textOf(entry)} (${whenOf(entry, words)}${entry.forecast ? `, ${words.answers.foretold}` : ''})`;

function wayOf(points: Series['points']): 'up' | 'down' | 'level' {
  const mean = (point: Series['points'][number] | undefined): number => ((point?.low ?? 0) + (point?.high ?? 0)) / 2;
  const [first, last] = [mean(points[0]), mean(points.at(-1))];
  return last > first ? 'up' : last < first ? 'down' : 'level';
}

/** Where it began, where it stands, the way between. */
function wayInWords({ title, points }: Told, entries: readonly FigureEntry[], words: Words): string {
  const { answers } = words;
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return title;
  if (first === last) return answers.onlyPoint(title, pointInWords(first, words));
  const [from, to] = [pointInWords(first, words), pointInWords(last, words)];
  return answers.trend(title, answers.way[wayOf(points)], from, to, answers.overPoints(points.length));
}

/** Does the sentence hold no number but those of its points, their times, their count and its title? */
export function saysNoMore(
  sentence: string,
  title: string,
  points: readonly FigureEntry[],
  words: Words = ENGLISH,
): boolean {
  let rest = sentence.replace(title, '').replace(words.answers.overPoints(points.length), '');
  for (const entry of points) rest = rest.replace(pointInWords(entry, words), '');
  const titled = title.match(/\d+/g) ?? [];
  const known = points.map(({ figure, sentence: { text } }) => `${figure.subject} ${figure.concept} ${text}`).join(' ');
  return !/\d/.test(rest) && titled.every((number) => known.includes(number) || sentence.startsWith(title));
}

/** A trend in a sentence over the figures (`entries`) that are its points; its title alone where the sentence would say more than they do. */
export function trendInWords(series: Told, entries: readonly FigureEntry[], words: Words = ENGLISH): string {
  const said = wayInWords(series, entries, words);
  return saysNoMore(said, series.title, entries, words) ? said : series.title;
}
