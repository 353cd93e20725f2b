import { stem } from '../../language/stem.ts';
import { type Cell, cellsIn } from '../../language/tables.ts';
import { wordsIn } from '../../language/words.ts';
import type { FigureReading } from '../../model.ts';
import { timesIn } from '../../reading/times.ts';
import { compare } from './figures.ts';
import type { Prepared, Rest } from './prepare.ts';

/** What a sentence says beside a number, what it is of, whose and when: that it is so. */
const GLUE = new Set(
  'a an the of for in at to its it was were is are had has came stood totaled totalled amounted reached reported posted recorded generated company s during'.split(
    ' ',
  ),
);

const contentOf = (text: string): string[] =>
  wordsIn(text)
    .map((word) => word.text.toLowerCase().replace(/['’]s?$/, ''))
    .filter((word) => !GLUE.has(word))
    .map(stem);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).symmetricDifference(new Set(b)).size === 0;

/** A number of a table that a claim may tell, with the cell that it stands in. */
type Told = { readonly figure: FigureReading; readonly cell: Cell; readonly prepared: Prepared };

function toldIn(prepared: Prepared): Told[] {
  return cellsIn(prepared.source.text).flatMap((cell) => {
    const figure = prepared.figuresAt.get(cell.start);
    const isTold = figure?.end === cell.end && figure.concept !== null && figure.standing === 'stated';
    return isTold ? [{ figure, cell, prepared }] : [];
  });
}

/**
 * The cell whose number a claim tells and nothing more: "Revenue was $410 million in the third quarter of 2026." Its words are those of what the number is
 * of, of whose it is and of when, all of the first and none beside; null for any other claim, and where the tables have two numbers for that.
 */
export function celled(claim: string, figures: readonly FigureReading[], sources: readonly Prepared[]): Rest[] | null {
  const [given, ...others] = figures;
  if (given === undefined || others.length > 0 || given.direction !== null) return null;
  const published = sources[0]?.source.published ?? null;
  const times = timesIn(claim, published);
  const [time = null, ...more] = times;
  if (more.length > 0) return null;
  const spans = [given, ...times].toSorted((a, b) => b.start - a.start);
  const words = contentOf(spans.reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, claim));
  const told = sources.flatMap(toldIn).filter(({ figure, cell }) => {
    const concept = contentOf(figure.concept ?? '');
    const whose = new Set(contentOf(figure.subject ?? ''));
    const named = words.filter((word) => whose.has(word) && !concept.includes(word));
    // Whom a row names must be named; whom all is about need not be.
    const isNamed = named.length > 0 || !`${cell.row} ${cell.column}`.includes(figure.subject ?? '');
    return (
      isNamed &&
      figure.when === (time?.when ?? null) &&
      isSame(
        words.filter((word) => !named.includes(word)),
        concept,
      )
    );
  });
  const [first] = told;
  if (first === undefined || !told.every(({ figure }) => compare(given, figure) === 'same')) return null;
  const { cell, prepared } = first;
  return [cell, cell.rowAt, cell.columnAt]
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ source: prepared.source, start, end }));
}
