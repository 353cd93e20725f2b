import { inFull } from '../domain/in-full.ts';
import { derived, field } from '../domain/in-use.ts';
import { agreement, contentOf, isDenied, otherTime, overlap } from '../domain/same-figure.ts';
import { measure } from '../domain/units.ts';
import type { Evidence, Figure, Point, Quantity, Verified } from '../model.ts';

/** What makes a figure worth a line of its own. */
const WEIGHT = {
  witness: 1,
  disputed: 1,
  named: 2,
  unexplained: -2,
  placed: 1,
  measured: 2,
  told: 3,
  tabled: -3,
  dated: 0.5,
} as const;
/** Money, shares and what the field measures say something by themselves; a count of anything else seldom does. */
const measured = derived(
  () => new RegExp(['^[A-Z]{3}\\b', 'percentage', 'fraction', ...field().figures.telling.map(RegExp.escape)].join('|')),
);

/** A caption that names somebody or some place. */
const isPlaced = ({ caption }: Figure): boolean => caption !== null && /\p{Lu}\p{L}/u.test(caption);

function weightOf(
  { figure, witnesses, differences }: Quantity,
  points: readonly Verified<Point>[],
  isCell: (figure: Figure) => boolean,
): number {
  const told = points.some(
    ({ text, cites }) =>
      [figure, ...witnesses].some((each) => text.includes(inFull(each.text, each.value, each.unit))) ||
      cites.some(({ article, start, end }) =>
        [figure, ...witnesses].some((each) => each.article === article && start <= each.start && each.end <= end),
      ),
  );
  return (
    witnesses.length * WEIGHT.witness +
    (differences.length > 0 ? WEIGHT.disputed : 0) +
    ((figure.concept ?? figure.caption) === null ? 0 : WEIGHT.named) +
    (figure.caption === null ? WEIGHT.unexplained : 0) +
    (isPlaced(figure) ? WEIGHT.placed : 0) +
    (measured().test(figure.unit ?? '') ? WEIGHT.measured : 0) +
    (figure.when === null ? 0 : WEIGHT.dated) +
    (told ? WEIGHT.told : 0) +
    (isCell(figure) ? WEIGHT.tabled : 0)
  );
}

/** No key figure is a number that names nothing it is a number of, and no count that is written as a word: "two memos", "three zones". */
const saysSomething = ({ figure: { concept, caption, unit, text } }: Quantity): boolean =>
  (concept ?? caption) !== null && unit !== null && (/\d/.test(text) || measured().test(unit));

const COMPARED = /\b(?:from|than|against|versus|compared\s(?:with|to))\s(?:\p{L}+\s){0,3}$/u;
const GOES_ON = /^[^.;]{0,40}\bto\s(?:\p{L}+\s){0,2}$/u;

/** Of a row of a table, the column of a later time is the news, and the others are what it is compared with. */
const isLater = (other: Figure, figure: Figure): boolean =>
  other.concept === figure.concept &&
  other.subject === figure.subject &&
  other.unit === figure.unit &&
  figure.when !== null &&
  (other.when ?? '') > figure.when;

/** Whether a figure stands in a table, and in no sentence. */
export const isTabled = (figure: Figure, { sentences }: Evidence): boolean =>
  !sentences.some(({ start, end }) => start <= figure.start && figure.end <= end);

/** "Up from $4.1 billion", "from $4.1 billion to $6.2 billion": what another figure of its sentence is compared with tells of before. */
export function isComparison(figure: Figure, { sentences, figures }: Evidence): boolean {
  const sentence = sentences.find(({ start, end }) => start <= figure.start && figure.end <= end);
  if (sentence === undefined) return figures.some((other) => isLater(other, figure));
  const between = (start: number, end: number): string =>
    sentence.text.slice(start - sentence.start, end - sentence.start);
  if (!COMPARED.test(between(sentence.start, figure.start))) return false;
  return figures.some((other) => {
    if (other.unit !== figure.unit || other.start < sentence.start || other.end > sentence.end) return false;
    return other.end <= figure.start || (other.start >= figure.end && GOES_ON.test(between(figure.end, other.start)));
  });
}

const wordsOf = ({ subject, concept, caption }: Figure): ReadonlySet<string> =>
  contentOf(`${subject ?? ''} ${concept ?? ''} ${caption ?? ''}`);
/** Two descriptions that share this much are of one measure. */
const ALIKE = 0.5;

/** An amount of money that is told to two digits or more: two of a day that are the same are hardly two. */
const isParticular = ({ unit, value }: Figure): boolean =>
  measure(unit).kind.startsWith('money') && typeof value === 'number' && /^\d\.?\d/.test(value.toExponential());

/** Whether two figures are each of somebody, and of two. */
function areOfTwo({ subject: a }: Figure, { subject: b }: Figure): boolean {
  return a !== null && b !== null && contentOf(a).isDisjointFrom(contentOf(b));
}

/** One number twice: of one value and time, and particular, or of what one of them does not say or both say. */
function isOne({ figure: a }: Quantity, { figure: b }: Quantity): boolean {
  if (agreement(a, b) !== 'same' || otherTime(a.when, b.when)) return false;
  if (isParticular(a) && !areOfTwo(a, b)) return true;
  return a.caption === null || b.caption === null || overlap(wordsOf(a), wordsOf(b)) >= ALIKE;
}

const once = (quantities: readonly Quantity[]): Quantity[] =>
  quantities.filter((quantity, place) => !quantities.slice(0, place).some((other) => isOne(other, quantity)));

/** The weightiest figures of a story, those first that its points tell, those of tables (`isCell`) last, each number once. */
export function keyFigures(
  quantities: readonly Quantity[],
  points: readonly Verified<Point>[],
  count: number,
  isCell: (figure: Figure) => boolean = () => false,
): Quantity[] {
  const ranked = quantities
    .filter((quantity) => saysSomething(quantity) && !isDenied(quantity.figure))
    .map((quantity) => ({ quantity, weight: weightOf(quantity, points, isCell) }))
    .sort((a, b) => b.weight - a.weight);
  return once(ranked.map(({ quantity }) => quantity)).slice(0, count);
}

/**
 * The figures of a day: the weightiest of each story before a second one of any, so that a reader sees what moved. Only those with a caption: beside other stories'
 * a number must say itself what it is.
 */
export function keyFiguresOfDay(
  stories: readonly { readonly quantities: readonly Quantity[] }[],
  points: readonly Verified<Point>[],
  count: number,
): Quantity[] {
  const ranks = stories.map(({ quantities }) => quantities.filter(({ figure }) => figure.caption !== null));
  const nth = (place: number): Quantity[] => ranks.flatMap((quantities) => quantities.slice(place, place + 1));
  const first = keyFigures(nth(0), points, count);
  return once([...first, ...keyFigures(nth(1), points, count)]).slice(0, count);
}
