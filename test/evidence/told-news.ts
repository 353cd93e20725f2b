import { figuresIn } from '../../src/evidence/figures.ts';
import { quotesIn } from '../../src/evidence/quotes.ts';
import type { FigureReading } from '../../src/model.ts';
import { isUnit, MEASURE, newsOf, TOLD } from './labels.ts';

/** What is judged of each figure and quote. */
export const FIELDS = [
  'value',
  'unit',
  'hedge',
  'direction',
  'concept',
  'subject',
  'when',
  'attributedTo',
  'standing',
  'wholly',
  'quote',
  'speaker',
  'role',
  'organisation',
] as const;
export type Field = (typeof FIELDS)[number];

/** A field that was read otherwise than it is told. */
export type Mistake = { readonly field: Field; readonly label: string; readonly given: unknown; readonly line: string };

/** How often each field is right, of how often it is told; and what is wrong. */
export type Score = { readonly shares: ReadonlyMap<Field, readonly [number, number]>; readonly mistakes: Mistake[] };

const near = (one: number, other: number): boolean => Math.abs(one - other) <= Math.abs(other) * 1e-9;

function measured(figure: FigureReading, written: string): [Field, boolean, unknown][] {
  const { hedge, way, low, part, high } = MEASURE.exec(written)?.groups ?? {};
  const value = Number(low) / Number(part ?? 1);
  const given = [figure.value].flat();
  const right =
    high === undefined
      ? given.length === 1 && near(given[0] ?? 0, value)
      : given.length === 2 && near(given[0] ?? 0, value) && near(given[1] ?? 0, Number(high));
  return [
    ['value', right, figure.value],
    ['unit', isUnit(written, figure.unit), figure.unit],
    ['hedge', (hedge ?? '=').includes(figure.hedge), figure.hedge],
    ['direction', (way ?? null) === figure.direction, figure.direction],
  ];
}

/** Scores what is read of the figures and quotes of a file of articles (`newsOf`). */
export function score(file: string): Score {
  const shares = new Map<Field, [number, number]>();
  const mistakes: Mistake[] = [];
  const tally = (field: Field, right: boolean, label: string, given: unknown, line: string): void => {
    const [n, all] = shares.get(field) ?? [0, 0];
    shares.set(field, [n + (right ? 1 : 0), all + 1]);
    if (!right) mistakes.push({ field, label, given, line });
  };
  for (const { title, published, text, figures: labels, quotes: quoted } of newsOf(file)) {
    const quotes = quotesIn(text);
    const figures = figuresIn(text, published, { title, quotes });
    for (const { label, start, ranks } of quoted) {
      const quote = quotes.find((each) => each.start <= start && start < each.end);
      tally('quote', quote !== undefined, label, null, text.slice(start, start + 60));
      if (quote === undefined) continue;
      const line = text.slice(Math.max(0, quote.start - 120), quote.end + 120);
      for (const field of ['speaker', 'role', 'organisation'] as const)
        tally(field, ranks[field](quote[field]) !== null, label, quote[field], line);
    }
    for (const { label, written, start, measure, ranks } of labels) {
      const figure = figures.find((each) => each.start < start + written.length && each.end > start);
      const line = `${text.slice(Math.max(0, start - 200), start)}[${written}]${text.slice(start + written.length, start + 120)}`;
      if (figure === undefined) {
        tally('value', false, label, null, line);
        continue;
      }
      const judged: [Field, boolean, unknown][] = [
        ...measured(figure, measure),
        ...TOLD.map((field): [Field, boolean, unknown] => [field, ranks[field](figure[field]) !== null, figure[field]]),
      ];
      for (const [field, right, given] of judged) tally(field, right, label, given, line);
      const all = judged.every(([field, right]) => right || field === 'standing');
      tally('wholly', all, label, null, line);
    }
  }
  return { shares, mistakes };
}
