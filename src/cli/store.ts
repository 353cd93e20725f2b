import { text } from '../document/inline.ts';
import type { Document } from '../model.ts';

type Check = {
  readonly faults: readonly string[];
  readonly figures: number;
  readonly quotes: number;
  readonly isEarlier: boolean;
};
type Size = {
  readonly bytes: number;
  readonly free: number;
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly rows: number }[];
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a check of the database found, for people. */
export function checkDocument(file: string, { faults, figures, quotes, isEarlier }: Check): Document {
  const compared = isEarlier
    ? 'an earlier version made it, and its figures can be compared with their articles once this one has been started on it'
    : `${figures.toLocaleString('en')} figures and ${quotes.toLocaleString('en')} quotes stand in their articles`;
  const whole = `${file} is whole: ${compared}`;
  const summary = faults.length === 0 ? whole : `${file} is not whole`;
  return {
    summary,
    blocks: [
      { kind: 'paragraph', content: [text(summary)] },
      ...(faults.length === 0
        ? []
        : [
            { kind: 'list', ordered: false, items: faults.map((fault) => [text(fault)]) } as const,
            { kind: 'context', content: [text('A backup is put back by: debrief store restore FILE')] } as const,
          ]),
    ],
    thread: [],
  };
}

/** What fills the database, for people. */
export function sizeDocument(file: string, { bytes, free, tables }: Size): Document {
  const summary = `${file}: ${megabytes(bytes)}, ${megabytes(free)} of it free`;
  return {
    summary,
    blocks: [
      { kind: 'paragraph', content: [text(summary)] },
      {
        kind: 'table',
        columns: [
          { title: 'Table', align: 'left' },
          { title: 'Size', align: 'right' },
          { title: 'Rows', align: 'right' },
        ],
        rows: tables.map(({ name, bytes: own, rows }) => [
          [text(name)],
          [text(megabytes(own))],
          [text(rows === 0 ? '' : rows.toLocaleString('en'))],
        ]),
      },
    ],
    thread: [],
  };
}

type Copying = {
  readonly doing: 'copying' | 'indexing' | 'comparing';
  readonly table: string;
  readonly done: number;
  readonly of: number;
};

const DOING = { copying: 'Copying', indexing: 'Indexing', comparing: 'Comparing' } as const;

export const copyingInWords = ({ doing, table, done, of }: Copying): string => `${DOING[doing]} ${table} ${done}/${of}`;

/** What was copied, for people. */
export function copiedInWords({ rows, hash }: { rows: Readonly<Record<string, number>>; hash: string }): string {
  const tables = Object.entries(rows).filter(([, count]) => count > 0);
  const sum = tables.reduce((all, [, count]) => all + count, 0);
  return `copied: ${sum.toLocaleString('en')} rows of ${tables.length} tables; counts and hashes agree (${hash.slice(0, 16)})`;
}
