import { convert, measure } from '../../domain/units.ts';
import type { FigureReading, Reason, ReasonKind } from '../../model.ts';
import { hedgedApart, hedgesOf } from './bounds.ts';
import { type Claimed, isElided } from './elided.ts';
import type { Prepared, Source } from './prepare.ts';
import { tellsRatio } from './ratios.ts';

const CLOSE = 1e-9;

function ends(value: FigureReading['value']): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0], value[1]];
}

function near(left: number, right: number): boolean {
  return Math.abs(left - right) <= CLOSE * Math.max(Math.abs(left), Math.abs(right), 1e-12);
}

/** The place of the last digit that a number shows: 38 billion is exact to a billion, 37.9 to a tenth. */
function precision(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return 10 ** (Number(exponent) - (digits.replace('-', '').length > 1 ? digits.replace('-', '').length - 2 : 0));
}

/** Is `shown` what `exact` comes to when it is rounded to the digits that `shown` has, half a digit either way? */
function rounds(shown: number, exact: number): boolean {
  const place = precision(shown);
  const size = Math.abs(exact);
  return (
    size > 0 &&
    place <= size &&
    Math.abs(shown - exact) <= place / 2 + CLOSE * size &&
    Math.abs(shown - exact) <= size * 0.07
  );
}

/** What the amount is for each of, "month" of "wafer per month"; null where it is for none, or counts nothing. */
const countedPer = (unit: string | null): string | null =>
  unit === null ? '' : measure(unit).kind.startsWith('count ') ? unit.split(' per ').slice(1).join(' per ') : null;

/** Do both count, and by the same: wafers and chips, "a month" each? */
const areCounts = (left: string | null, right: string | null): boolean =>
  countedPer(left) !== null && countedPer(left) === countedPer(right);

/** "16,000 H100s" are "16,000 H100 GPUs". */
const isModelOf = ({ unit }: FigureReading, { concept }: FigureReading): boolean =>
  unit !== null && /^\p{Lu}+\d/u.test(unit) && concept?.split(' ').includes(unit) === true;

/** "Free GPU hours" are GPU hours. */
const isDescribed = (long: string | null, short: string | null): boolean =>
  long !== null && short !== null && long.endsWith(` ${short}`);

/** Was the unit taken from a figure before it, and left out by the other text: "down from $0.95", of prices an hour? */
function isCarried(long: FigureReading, short: FigureReading): boolean {
  if (short.unit === null) return long.unitText === null;
  return long.unit?.startsWith(`${short.unit} per `) === true && !/\b(?:per|an?|each|every)\b|\//.test(long.text);
}

/** The given figure's ends in the found figure's unit; null where there is no way from one to the other. */
function inUnitOf(given: FigureReading, found: FigureReading): readonly [number, number] | null {
  const [low, high] = ends(given.value);
  if (given.unit === found.unit || areCounts(given.unit, found.unit)) return [low, high];
  if (isDescribed(given.unit, found.unit) || isDescribed(found.unit, given.unit)) return [low, high];
  if (isCarried(given, found) || isCarried(found, given)) return [low, high];
  if (isModelOf(given, found) || isModelOf(found, given)) return [low, high];
  const from = convert(low, given.unit, found.unit);
  const to = convert(high, given.unit, found.unit);
  return from === null || to === null ? null : [from, to];
}

/** What a figure of a source is to the claim's: the same, or how it differs; `far` for another figure altogether. */
export type Comparison = 'same' | 'hedge' | 'direction' | 'unit' | 'far';

function sameHedge(given: FigureReading, found: FigureReading, shown: number, exact: number): boolean {
  const equal = near(shown, exact);
  if (given.hedge === '=') return equal && found.hedge === '=';
  if (given.hedge === '~')
    return (
      (equal && (found.hedge === '=' || found.hedge === '~')) || (found.hedge !== '<' && found.hedge !== '>' && !equal)
    );
  if (equal) return given.hedge === found.hedge;
  if (found.hedge !== '=' && found.hedge !== given.hedge) return false;
  return given.hedge === '>' ? shown < exact : shown > exact;
}

/** Compares normalised values, never text. */
export function compare(given: FigureReading, found: FigureReading): Comparison {
  const converted = inUnitOf(given, found);
  const [low, high] = ends(found.value);
  if (converted === null) {
    const [first, last] = ends(given.value);
    return near(first, low) && near(last, high) ? 'unit' : 'far';
  }
  const [first, last] = converted;
  const equal = near(first, low) && near(last, high);
  const scale = first === 0 ? 1 : ends(given.value)[0] / first;
  const rounded = given.hedge !== '=' && rounds(first * scale, low * scale) && rounds(last * scale, high * scale);
  if (!equal && !rounded) return 'far';
  if (given.direction !== null && found.direction !== null && given.direction !== found.direction) return 'direction';
  return sameHedge(given, found, first, low) ? 'same' : 'hedge';
}

const KIND: Readonly<Record<Exclude<Comparison, 'same'>, ReasonKind>> = {
  hedge: 'figure',
  direction: 'direction',
  unit: 'unit',
  far: 'figure',
};
const ORDER: readonly Comparison[] = ['same', 'direction', 'hedge', 'unit', 'far'];

/** Is there a way to tell the two by one hedge? */
const isBoundedAlike = (given: FigureReading, claim: string, found: FigureReading, text: string): boolean =>
  hedgesOf(given, claim).some((one) =>
    hedgesOf(found, text).some((two) => compare({ ...given, hedge: one }, { ...found, hedge: two }) === 'same'),
  );

/** A figure with the text that it stands in. */
export type Placed = FigureReading & { readonly source: Source };

export type FigureMatch = {
  readonly given: FigureReading;
  readonly found: readonly Placed[];
  readonly reason: Reason | null;
};

const SCALE = /^\s?(?:per|an?|for (?:a|each|every))\s(hundred|thousand|million|billion|1,000|100|1,000,000)\b/i;
const SCALES: Readonly<Record<string, string>> = { '100': 'hundred', '1,000': 'thousand', '1,000,000': 'million' };

/** How many it is the price of, whether or not the thing is named: "$0.80 per million (tokens)". */
function scaleOf({ unit, end }: FigureReading, text: string): string | null {
  const read = / per (hundred|thousand|million|billion)\b/.exec(unit ?? '')?.[1];
  const written = SCALE.exec(text.slice(end, end + 24))?.[1]?.toLowerCase();
  return read ?? (written === undefined ? null : (SCALES[written] ?? written));
}

/** Every figure of the sources that is the given one, or why there is none. */
export function matchFigure(given: FigureReading, claim: Claimed, sources: readonly Prepared[]): FigureMatch {
  const own = hedgedApart(given, claim.text);
  const found: Placed[] = [];
  let best: Comparison = 'far';
  let nearest: FigureReading | null = null;
  for (const prepared of sources) {
    const { figures, source } = prepared;
    for (const figure of figures) {
      const told = hedgedApart(figure, source.text);
      const compared = compare(own, told);
      const shared = compared === 'unit' && isElided(given, figure, claim, prepared);
      const mended = shared ? { ...own, unit: told.unit } : own;
      const exact = shared ? compare(mended, told) : compared;
      const alike = exact === 'hedge' && isBoundedAlike(mended, claim.text, told, source.text) ? 'same' : exact;
      const [mine, theirs] = [scaleOf(given, claim.text), scaleOf(figure, source.text)];
      const comparison = alike === 'same' && mine !== null && theirs !== null && mine !== theirs ? 'unit' : alike;
      if (comparison === 'same') found.push({ ...figure, source });
      if (ORDER.indexOf(comparison) < ORDER.indexOf(best)) {
        best = comparison;
        nearest = figure;
      }
    }
  }
  const untold = best === 'far' || best === 'unit';
  if (best === 'same' || (untold && sources.some((prepared) => tellsRatio(given, prepared))))
    return { given, found, reason: null };
  return { given, found, reason: { kind: KIND[best], given: given.text, found: nearest?.text ?? null } };
}
