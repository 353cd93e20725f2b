import { type DomElement, isElement } from './dom.ts';

/** A cell of a table, as it stands in each row and column that it spans. */
export type Slot = {
  readonly element: DomElement;
  readonly text: string;
  readonly isHead: boolean;
  /** How many columns it spans, 1 or more. */
  readonly width: number;
  /** Whether this is the column that it begins in. */
  readonly isFirst: boolean;
};

/** Rows of a table from top to bottom; null where a row has no cell. */
export type Grid = readonly (readonly (Slot | null)[])[];

/** What a page may claim: a table of more is read as far as this. */
const MOST = { rows: 400, columns: 60 } as const;

const spanOf = (cell: DomElement, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '', 10) || 1));

const childrenOf = (element: DomElement, names: RegExp): DomElement[] =>
  [...element.childNodes].filter(isElement).filter(({ nodeName }) => names.test(nodeName));

/** The rows of a table itself, not those of one within it: those of its head first, those of its foot last, as the standard has it. */
function rowsOf(table: DomElement): DomElement[] {
  const parts = childrenOf(table, /^(?:THEAD|TBODY|TFOOT|TR)$/i);
  const order = (part: DomElement): number => ['THEAD', 'TFOOT'].indexOf(part.nodeName.toUpperCase());
  const sorted = [0, -1, 1].flatMap((wanted) => parts.filter((part) => order(part) === wanted));
  return sorted
    .flatMap((part) => (/^TR$/i.test(part.nodeName) ? [part] : childrenOf(part, /^TR$/i)))
    .slice(0, MOST.rows);
}

/** The cells of a table by rows and columns: what spans several stands in each of them (HTML, "forming a table"). */
export function gridOf(table: DomElement, textOf: (cell: DomElement) => string): Grid {
  const rows = rowsOf(table);
  const grid: (Slot | null)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const element of childrenOf(row, /^T[DH]$/i)) {
      while (grid[y]?.[x] !== undefined) x += 1;
      if (x >= MOST.columns) break;
      const width = spanOf(element, 'colspan', MOST.columns);
      const height = spanOf(element, 'rowspan', rows.length - y);
      const slot = { element, text: textOf(element), isHead: /^TH$/i.test(element.nodeName), width };
      for (let down = y; down < y + height; down += 1)
        for (let right = x; right < Math.min(x + width, MOST.columns); right += 1)
          (grid[down] ?? [])[right] = { ...slot, isFirst: right === x };
      x += width;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, x) => row[x] ?? null));
}
