/** A place in a text. Offsets are UTF-16 code units. */
type Place = { readonly start: number; readonly end: number };

/** What a table says in one place, with what its row and its column are headed by. */
export type Cell = Place & {
  readonly row: string;
  readonly column: string;
  /** What stands over the rows' heads. */
  readonly corner: string;
  readonly text: string;
  /** The lines that it and its column's head stand in. */
  readonly line: Place;
  readonly head: Place;
  /** Whether its row has no other. */
  readonly alone: boolean;
};

/** Is a text, or a passage of it, a table from its beginning? */
export const isTable = (text: string): boolean => text.startsWith('|');

type Line = Place & { readonly cells: readonly (Place & { readonly text: string })[] };

const LINE = /^[ \t]*\|(.*)\|[ \t]*$/gm;

/** The lines of tables that stand in a text, table by table. A line that only parts the head from the rest is none. */
function tablesIn(text: string): Line[][] {
  const tables: Line[][] = [];
  let before = -2;
  for (const match of text.matchAll(LINE)) {
    let at = match.index + match[0].indexOf('|') + 1;
    const cells = (match[1] ?? '').split('|').map((each) => {
      const start = at + (each.length - each.trimStart().length);
      at += each.length + 1;
      return { text: each.trim(), start, end: start + each.trim().length };
    });
    if (match.index > before + 1) tables.push([]);
    before = match.index + match[0].length;
    if (cells.some((cell) => /[\p{L}\p{N}]/u.test(cell.text)))
      tables.at(-1)?.push({ cells, start: match.index, end: before });
  }
  return tables;
}

/** The cells of the tables of a text whose first line heads the columns, and whose first cells head the rows. */
export function cellsIn(text: string): Cell[] {
  return tablesIn(text).flatMap(([head, ...lines]) =>
    lines.flatMap(({ cells: [row, ...cells], start, end }) =>
      cells.map((cell, n) => ({
        ...cell,
        row: row?.text ?? '',
        column: head?.cells[n + 1]?.text ?? '',
        corner: head?.cells[0]?.text ?? '',
        line: { start, end },
        head: { start: head?.start ?? start, end: head?.end ?? end },
        alone: cells.length === 1,
      })),
    ),
  );
}
