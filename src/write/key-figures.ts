import { derived, field } from '../domain/in-use.ts';
import type { Point, Quantity, Verified } from '../model.ts';

/** What makes a figure worth a line of its own. */
const WEIGHT = { witness: 1, disputed: 1, named: 2, unexplained: -2, measured: 2, told: 3, dated: 0.5 } as const;
/** Money, shares and what the field measures say something by themselves; a count of anything else seldom does. */
const measured = derived(
  () => new RegExp(['^[A-Z]{3}\\b', 'percentage', 'fraction', ...field().figures.telling.map(RegExp.escape)].join('|')),
);

function weightOf({ figure, witnesses, differences }: Quantity, points: readonly Verified<Point>[]): number {
  const told = points.some(
    ({ text, cites }) =>
      [figure, ...witnesses].some((each) => text.includes(each.text)) ||
      cites.some(({ article, start, end }) =>
        [figure, ...witnesses].some((each) => each.article === article && start <= each.start && each.end <= end),
      ),
  );
  return (
    witnesses.length * WEIGHT.witness +
    (differences.length > 0 ? WEIGHT.disputed : 0) +
    ((figure.concept ?? figure.caption) === null ? 0 : WEIGHT.named) +
    (figure.caption === null ? WEIGHT.unexplained : 0) +
    (measured().test(figure.unit ?? '') ? WEIGHT.measured : 0) +
    (figure.when === null ? 0 : WEIGHT.dated) +
    (told ? WEIGHT.told : 0)
  );
}

/** No key figure is a number that names nothing it is a number of, and no count that is written as a word: "two memos", "three zones". */
const saysSomething = ({ figure: { concept, caption, unit, text } }: Quantity): boolean =>
  (concept ?? caption) !== null && unit !== null && (/\d/.test(text) || measured().test(unit));

/** The weightiest figures of a story, those first that its points tell. */
export function keyFigures(
  quantities: readonly Quantity[],
  points: readonly Verified<Point>[],
  count: number,
): Quantity[] {
  return quantities
    .filter(saysSomething)
    .map((quantity) => ({ quantity, weight: weightOf(quantity, points) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ quantity }) => quantity);
}

/** The figures of a day: the weightiest of each story before a second one of any, so that a reader sees what moved. */
export function keyFiguresOfDay(
  stories: readonly { readonly quantities: readonly Quantity[] }[],
  points: readonly Verified<Point>[],
  count: number,
): Quantity[] {
  const ranks = stories.map(({ quantities }) => quantities.filter(saysSomething));
  const first = keyFigures(
    ranks.flatMap((quantities) => quantities.slice(0, 1)),
    points,
    count,
  );
  const second = keyFigures(
    ranks.flatMap((quantities) => quantities.slice(1, 2)),
    points,
    count - first.length,
  );
  return [...first, ...second];
}
