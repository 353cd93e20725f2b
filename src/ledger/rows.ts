import { agreement, contentOf, otherTime } from '../domain/same-figure.ts';
import type { FigureEntry } from '../ports/store.ts';

/** One quantity as the ledger shows it: the entry that stands for it, who else states it, and what it was before. */
export type Row = {
  readonly entry: FigureEntry;
  readonly witnesses: readonly FigureEntry[];
  /** Earlier values of the same quantity, the newest first. */
  readonly earlier: readonly FigureEntry[];
};

type Open = {
  entry: FigureEntry;
  readonly content: ReadonlySet<string>;
  readonly witnesses: FigureEntry[];
  readonly earlier: FigureEntry[];
};

const contentIn = ({ figure, entities }: FigureEntry): ReadonlySet<string> =>
  contentOf([figure.concept ?? '', ...entities.slice(0, 2)].join(' '));

const DAY = 86_400_000;

/** Concepts speak of one thing when the smaller has most of its content in the larger. */
function sameConcept(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const smaller = Math.min(a.size, b.size);
  return smaller > 0 && a.intersection(b).size / smaller >= 0.6;
}

function relation(row: Open, entry: FigureEntry, content: ReadonlySet<string>): 'witness' | 'revision' | null {
  const held = row.entry.figure;
  if (
    !sameConcept(row.content, content) ||
    otherTime(held.when, entry.figure.when) ||
    row.entry.forecast !== entry.forecast
  )
    return null;
  const agreed = agreement(held, entry.figure);
  if (agreed === 'same' || agreed === 'rounded') return 'witness';
  // A different value of the same quantity with the same stated time, said later, is a revision; two of one day are two opinions.
  const apart = Math.abs(Date.parse(row.entry.at) - Date.parse(entry.at)) > DAY;
  return agreed === 'different' && held.when !== null && held.when === entry.figure.when && apart ? 'revision' : null;
}

/** Equal figures of several articles as one row, changed ones as its history; the order of the first of each is kept. */
export function rowsOf(entries: readonly FigureEntry[]): Row[] {
  const rows: Open[] = [];
  for (const entry of entries) {
    const content = contentIn(entry);
    let found = false;
    for (const row of rows) {
      const kind = relation(row, entry, content);
      if (kind === null) continue;
      found = true;
      if (kind === 'witness') row.witnesses.push(entry);
      else if (entry.at > row.entry.at) {
        row.earlier.unshift(row.entry);
        row.entry = entry;
      } else row.earlier.push(entry);
      break;
    }
    if (!found) rows.push({ entry, content, witnesses: [], earlier: [] });
  }
  return rows;
}
