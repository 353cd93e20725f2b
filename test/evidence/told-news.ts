import { readFileSync } from 'node:fs';
import { UNIT_NAMES } from '../../src/domain/units.ts';
import { figuresIn } from '../../src/evidence/figures.ts';
import { quotesIn } from '../../src/evidence/quotes.ts';
import type { FigureReading } from '../../src/model.ts';

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

/** Folded as names are compared: without an article, an owner's "'s", marks and case. */
const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/^(?:the|an?|its|their|his|her|our|my)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same words, or one the beginning or the end of the other. */
const sameThing = (given: string, wanted: string): boolean => {
  const [own, other] = [folded(given), folded(wanted)];
  const [short, long] = own.length < other.length ? [own, other] : [other, own];
  if (short.length < 4) return own === other;
  return long === short || long.startsWith(`${short} `) || long.endsWith(` ${short}`);
};

/** The same name, or the same last word of it. */
const sameName = (given: string, wanted: string): boolean => {
  const [own, other] = [folded(given), folded(wanted)];
  return own === other || own.split(' ').at(-1) === other.split(' ').at(-1);
};

/** "-" accepts nothing, "*" anything. */
const accepts = (wanted: readonly string[], given: string | null, same: (a: string, b: string) => boolean): boolean =>
  wanted.includes('*') ||
  (given === null ? wanted.includes('-') : wanted.some((one) => one !== '-' && same(given, one)));

const exactly = (given: string, wanted: string): boolean => given === wanted;

/** "~ up 4.1 USD per month": hedge, direction, value and the units that are accepted. */
const MEASURE =
  /^(?:(?<hedge>[~<>=]+) )?(?:(?<way>up|down) )?(?<low>\d+(?:\.\d+)?(?:e\d+)?)(?:\/(?<part>\d+)|\.\.(?<high>[\d.e]+))? (?<unit>.+)$/;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= Math.abs(other) * 1e-9;

function measured(figure: FigureReading, written: string): [Field, boolean, unknown][] {
  const { hedge, way, low, part, high, unit = '-' } = MEASURE.exec(written)?.groups ?? {};
  const value = Number(low) / Number(part ?? 1);
  const given = [figure.value].flat();
  const right =
    high === undefined
      ? given.length === 1 && near(given[0] ?? 0, value)
      : given.length === 2 && near(given[0] ?? 0, value) && near(given[1] ?? 0, Number(high));
  const name = figure.unit === null || figure.unit === 'fraction' ? null : figure.unit;
  const units = unit.split(';').map((one) => UNIT_NAMES.get(one) ?? one);
  return [
    ['value', right, figure.value],
    ['unit', accepts(units, name, (a, b) => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)), figure.unit],
    ['hedge', (hedge ?? '=').includes(figure.hedge), figure.hedge],
    ['direction', (way ?? null) === figure.direction, figure.direction],
  ];
}

/**
 * Reads a file of passages: "## title | published", the text, "--", then a line for each figure (as written | measure |
 * concept | subject | when | attributedTo | standing) and each quote (its beginning | speaker | role | organisation).
 * "/" parts what is accepted, times are parted by ";".
 */
export function score(file: string): Score {
  const shares = new Map<Field, [number, number]>();
  const mistakes: Mistake[] = [];
  const tally = (field: Field, right: boolean, label: string, given: unknown, line: string): void => {
    const [n, all] = shares.get(field) ?? [0, 0];
    shares.set(field, [n + (right ? 1 : 0), all + 1]);
    if (!right) mistakes.push({ field, label, given, line });
  };
  const notation = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const block of notation.split(/^## /m).slice(1)) {
    const [head = '', ...rest] = block.split('\n');
    const [title = '', published = ''] = head.split(' | ');
    const [raw = '', labels = ''] = rest.join('\n').split(/^--$/m);
    const text = raw.trim();
    const quotes = quotesIn(text);
    const figures = figuresIn(text, published, { title, quotes });
    let from = 0;
    for (const label of labels.trim().split('\n')) {
      const [written = '', ...told] = label.split(' | ').map((part) => part.trim());
      const parts = (n: number): string[] => (told[n] ?? '*').split('/').map((part) => part.trim());
      if (written.startsWith('"')) {
        const start = text.indexOf(written.slice(1));
        const quote = quotes.find((each) => each.start <= start && start < each.end);
        tally('quote', quote !== undefined, label, null, text.slice(start, start + 60));
        if (quote === undefined) continue;
        const line = text.slice(Math.max(0, quote.start - 120), quote.end + 120);
        tally('speaker', accepts(parts(0), quote.speaker, exactly), label, quote.speaker, line);
        tally(
          'role',
          accepts(parts(1), quote.role, (a, b) => folded(a) === folded(b)),
          label,
          quote.role,
          line,
        );
        const whose = (a: string, b: string): boolean => folded(a) === folded(b);
        tally('organisation', accepts(parts(2), quote.organisation, whose), label, quote.organisation, line);
        continue;
      }
      if (told.length < 6) continue;
      const start = text.indexOf(written, from);
      if (start < 0) throw new Error(`${title}: "${written}" does not stand after the figure before it`);
      from = start + 1;
      const figure = figures.find((each) => each.start < start + written.length && each.end > start);
      const line = `${text.slice(Math.max(0, start - 200), start)}[${written}]${text.slice(start + written.length, start + 120)}`;
      if (figure === undefined) {
        tally('value', false, label, null, line);
        continue;
      }
      const judged: [Field, boolean, unknown][] = [
        ...measured(figure, told[0] ?? ''),
        ['concept', accepts(parts(1), figure.concept, sameThing), figure.concept],
        ['subject', accepts(parts(2), figure.subject, sameName), figure.subject],
        ['when', accepts((told[3] ?? '*').split(';'), figure.when, exactly), figure.when],
        ['attributedTo', accepts(parts(4), figure.attributedTo, sameName), figure.attributedTo],
        ['standing', accepts(parts(5), figure.standing, exactly), figure.standing],
      ];
      for (const [field, right, given] of judged) tally(field, right, label, given, line);
      const all = judged.every(([field, right]) => right || field === 'standing');
      tally('wholly', all, label, null, line);
    }
  }
  return { shares, mistakes };
}
