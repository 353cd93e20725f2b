import type { Attached, Source } from '../model.ts';
import type { FigureEntry } from '../ports/store.ts';
import type { Row } from './rows.ts';

export const FORMATS = ['csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const HEDGES = { '=': 'exactly', '~': 'about', '<': 'at most', '>': 'at least' } as const;

/** A row of the ledger as a flat record, for a spreadsheet or a program. Money units are ISO 4217 codes, times ISO 8601. */
export type FlatRow = {
  readonly low: number;
  readonly high: number;
  readonly unit: string | null;
  readonly hedge: (typeof HEDGES)[keyof typeof HEDGES];
  readonly change: 'up' | 'down' | null;
  readonly text: string;
  readonly what: string | null;
  readonly when: string | null;
  readonly kind: 'fact' | 'forecast';
  readonly attributedTo: string | null;
  readonly saidOn: string;
  readonly publishers: readonly string[];
  readonly wasBefore: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly sentence: string;
};

/** `sourceOf` answers an article's source, or null where it is not to be seen. */
export function flatten(rows: readonly Row[], sourceOf: (article: string) => Source | null): FlatRow[] {
  return rows.map(({ entry, witnesses, earlier }): FlatRow => {
    const { figure, low, high, at, forecast, sentence } = entry;
    const source = sourceOf(figure.article);
    const publisherOf = (of: FigureEntry): string[] => sourceOf(of.figure.article)?.publisher.split('\n', 1) ?? [];
    return {
      low,
      high,
      unit: figure.unit,
      hedge: HEDGES[figure.hedge],
      change: figure.direction,
      text: figure.text,
      what: figure.caption ?? figure.concept,
      when: figure.when,
      kind: forecast ? 'forecast' : 'fact',
      attributedTo: figure.attributedTo,
      saidOn: at,
      publishers: [...new Set([entry, ...witnesses].flatMap(publisherOf))],
      wasBefore: earlier[0]?.figure.text ?? null,
      publisher: source?.publisher ?? null,
      url: source?.url ?? null,
      sentence: sentence.text,
    };
  });
}

/**
 * A field as RFC 4180 quotes it. A text that a spreadsheet would run as a formula is disarmed by an apostrophe (OWASP, CSV
 * injection): it comes from strangers' pages.
 */
function field(value: FlatRow[keyof FlatRow]): string {
  if (typeof value === 'number') return String(value);
  const text = (typeof value === 'string' ? value : (value ?? []).join('; ')).replace(/\s+/g, ' ');
  const safe = /^[=+\-@|%]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS: readonly (keyof FlatRow)[] = [
  'low',
  'high',
  'unit',
  'hedge',
  'change',
  'text',
  'what',
  'when',
  'kind',
  'attributedTo',
  'saidOn',
  'publishers',
  'wasBefore',
  'publisher',
  'url',
  'sentence',
];

/** The records as one text: CSV with a head, or a JSON array. */
export function written(rows: readonly FlatRow[], format: Format): string {
  if (format === 'json') return JSON.stringify(rows, null, 2);
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => field(row[column])).join(','))].join('\n');
}

/** The text as a file, named after what was asked: lines of CSV end with CRLF (RFC 4180, 2.1), those of JSON with a line feed. */
export function attached(asked: string, text: string, format: Format): Attached {
  const name = asked
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, 40);
  const content = format === 'csv' ? `${text.replaceAll('\n', '\r\n')}\r\n` : `${text}\n`;
  return {
    name: `figures-${name === '' ? 'all' : name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    content,
  };
}
