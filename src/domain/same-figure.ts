import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordTextsIn } from '../language/words.ts';
import type { Figure, FigureReading } from '../model.ts';
import { derived, field } from './in-use.ts';
import { measure } from './units.ts';

/** Whether two figures could be one number: the same, one a rounding of the other, or different. */
export type Agreement = 'same' | 'rounded' | 'different';

/** Words of business that mean one quantity, in any field. */
const SYNONYMS: readonly string[] = [
  'capex spending spend expenditure outlay investment invest',
  'revenue sales turnover',
  'deal contract agreement lease pact order',
  'price cost fee rate',
  'worker employee job staff headcount people person',
  'profit earnings income',
  'share stock',
  'valuation value worth',
];
const meanings = derived(
  () =>
    new Map(
      [...SYNONYMS, ...field().synonyms].flatMap((line) =>
        line.split(' ').map((word, _, [first = word]) => [stem(word), stem(first)] as const),
      ),
    ),
);

/** Words of a concept that say nothing of what is counted. */
const EMPTY = new Set(['total', 'new', 'overall', 'figure', 'amount', 'number', 'sum', 'level', 'capital'].map(stem));

/** What a word means as it is written, null where it is no content: a field's words come again and again. */
const known = derived(() => new Map<string, string | null>());
const KNOWN = 40_000;

function meaningOf(written: string): string | null {
  const word = written.toLowerCase().replace(/['’]s$/, '');
  if (STOP_WORDS.has(word) || /^\d/.test(word)) return null;
  const root = stem(word);
  const meaning = meanings().get(root) ?? root;
  return EMPTY.has(meaning) ? null : meaning;
}

/** The content of a phrase, stemmed, with one word for each meaning. */
export function contentOf(phrase: string): ReadonlySet<string> {
  const content = new Set<string>();
  const words = known();
  for (const written of wordTextsIn(phrase)) {
    let meaning = words.get(written);
    if (meaning === undefined) {
      meaning = meaningOf(written);
      if (words.size >= KNOWN) words.clear();
      words.set(written, meaning);
    }
    if (meaning !== null) content.add(meaning);
  }
  return content;
}

/** The share of the smaller content that lies in the larger one, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / Math.max(1, small.size);
}

const NAME = /(?<=[\p{Ll},\d)] )\p{Lu}[\p{L}\p{N}]+/gu;

/** The names in a text, as `contentOf` gives their words: capitals that do not begin a sentence. */
export const namesOf = (text: string): ReadonlySet<string> => contentOf(text.match(NAME)?.join(' ') ?? '');

const digitsShown = (text: string): number => {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const digits = number.replace(/[,.]/g, '').replace(/^0+/, '');
  // "38 billion" shows two digits, "38,000,000,000" as many.
  if (number.includes('.')) return digits.length;
  // "10 km" is no rounding of 11 km.
  return Math.max(Math.min(2, digits.length), digits.replace(/(?<!0)0+$/, '').length);
};

const nearly = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

const scales = derived(() => new Map<string, string>());

/** A unit, or where things are counted what is counted. Units are as many as things are: they are remembered like words. */
function countedAs(unit: string): string {
  const known = scales().get(unit);
  if (known !== undefined) return known;
  const made = measure(unit).kind.startsWith('count') ? [...contentOf(unit)].join(' ') || unit : unit;
  if (scales().size >= KNOWN) scales().clear();
  scales().set(unit, made);
  return made;
}

/** A percentage and the fraction it is are one scale; processors and accelerators are counted alike. */
function comparable(figure: FigureReading): {
  readonly unit: string | null;
  readonly value: number | readonly [number, number];
} {
  const { unit, value } = figure;
  if (unit !== 'percentage') return { unit: unit === null ? null : countedAs(unit), value };
  return { unit: 'fraction', value: typeof value === 'number' ? value / 100 : [value[0] / 100, value[1] / 100] };
}

/** The unit that a figure is compared in: figures of two of them agree in nothing. */
export const scaleOf = (figure: FigureReading): string | null => comparable(figure).unit;

const isRounding = (fine: number, coarse: number, digits: number): boolean =>
  digits > 0 && nearly(Number(fine.toPrecision(digits)), coarse, 1e-9);

/** How two figures of one unit agree as numbers; null where their units or directions cannot be compared. */
export function agreement(a: FigureReading, b: FigureReading): Agreement | null {
  const [left, right] = [comparable(a), comparable(b)];
  if (left.unit !== right.unit) return null;
  if (a.direction !== null && b.direction !== null && a.direction !== b.direction) return 'different';
  if (typeof left.value === 'number' && typeof right.value === 'number') {
    if (nearly(left.value, right.value, 1e-9)) return 'same';
    // A rounding to one digit takes away a third at most.
    if (!nearly(left.value, right.value, 0.5)) return 'different';
    const rounded =
      isRounding(left.value, right.value, digitsShown(b.text)) ||
      isRounding(right.value, left.value, digitsShown(a.text));
    if (rounded) return 'rounded';
    if ((a.hedge === '~' || b.hedge === '~') && nearly(left.value, right.value, 0.03)) return 'rounded';
    if (a.hedge === '>' && right.value > left.value && nearly(left.value, right.value, 0.1)) return 'rounded';
    if (b.hedge === '>' && left.value > right.value && nearly(left.value, right.value, 0.1)) return 'rounded';
    if (a.hedge === '<' && right.value < left.value && nearly(left.value, right.value, 0.1)) return 'rounded';
    if (b.hedge === '<' && left.value < right.value && nearly(left.value, right.value, 0.1)) return 'rounded';
    return 'different';
  }
  if (typeof left.value !== 'number' && typeof right.value !== 'number') {
    return nearly(left.value[0], right.value[0], 1e-9) && nearly(left.value[1], right.value[1], 1e-9)
      ? 'same'
      : 'different';
  }
  return 'different';
}

/** First and last day of a time as figures give it; null for an end that is open or not a date. */
function daysOf(when: string): readonly [string, string] {
  const [from = '', to = from] = when.split('/');
  const edge = (part: string, last: boolean): string => {
    const quarter = /^(\d{4})-Q([1-4])$/.exec(part);
    if (quarter !== null) {
      const month = Number(quarter[2]) * 3 - (last ? 0 : 2);
      return `${quarter[1]}-${String(month).padStart(2, '0')}-${last ? '31' : '01'}`;
    }
    if (part === '' || part === '..') return last ? '9999-12-31' : '0000-01-01';
    return `${part}${(last ? '-12-31' : '-01-01').slice(Math.max(0, part.length - 4))}`;
  };
  return [edge(from, false), edge(to, true)];
}

/** Whether two times are of different periods. A day within a month or a quarter is no other time; a year and its quarter are. */
export function otherTime(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  const [[fromA, toA], [fromB, toB]] = [daysOf(a), daysOf(b)];
  if (toA < fromB || toB < fromA) return true;
  const isDay = (when: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(when);
  const isOpen = (when: string): boolean => when.includes('..');
  return !(isDay(a) || isDay(b) || isOpen(a) || isOpen(b));
}

/** "Is not 50,000 machines" names a number that another sentence tells outright. */
export const isDenied = ({ standing }: Pick<Figure, 'standing'>): boolean =>
  standing === 'withdrawn' || standing === 'denied';
