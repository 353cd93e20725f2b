/** A place in a text. Offsets are UTF-16 code units. */
type Place = { readonly start: number; readonly end: number };
type Words = Place & { readonly text: string };

/** What a table says in one place, with what its row and its column are headed by. */
export type Cell = Place & {
  readonly text: string;
  readonly row: string;
  readonly column: string;
  /** What stands over the rows' heads. */
  readonly corner: string;
  /** What stands over the rows of its part of the table: "Operating expenses:". */
  readonly section: string;
  /** What is said of the whole table: its caption, short lines above it. */
  readonly notes: string;
  /** The heads' places, which are empty where there is none. */
  readonly rowAt: Place;
  readonly columnAt: Place;
  /** Which table of the text it stands in, and which of its columns and rows, from 0. */
  readonly table: number;
  readonly x: number;
  readonly y: number;
  /** Whether its row has no other. */
  readonly alone: boolean;
};

/** Is a text, or a passage of it, a table or a line of one? */
export const isTable = (text: string): boolean => text.length > 1 && text.startsWith('|') && text.endsWith('|');

type Line = Place & { readonly cells: readonly Words[] };
/** Lines of one cell stand above the head, which are of the whole table, or over a part of it. */
type Table = { readonly notes: readonly string[]; readonly head: Line; readonly lines: readonly Line[] };

const LINE = /^[ \t]*\|(.*)\|[ \t]*$/gm;
/** A line that parts the head from the rest. */
const isRule = (line: string): boolean => line.includes('-') && /^[\s|:=-]+$/.test(line);
/** How much of the text above a table may be its title: short lines that are no sentences, in UTF-16 units. */
const ABOVE = { lines: 3, longest: 160, read: 500 } as const;

/** The text with blanks in the place of its tables: what is told in sentences. */
export const withoutTables = (text: string): string =>
  text.includes('|') ? text.replace(LINE, (line) => ' '.repeat(line.length)) : text;

/** The lines right above a place that are no sentences. */
function titlesAbove(text: string, end: number): string[] {
  const lines = text
    .slice(Math.max(0, end - ABOVE.read), end)
    .split('\n')
    .slice(-ABOVE.lines * 2)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.findLastIndex((line) => line.length > ABOVE.longest || /[.!?:;|]["”]?$/.test(line));
  return lines.slice(Math.max(first + 1, lines.length - ABOVE.lines));
}

function cellsOf(match: RegExpExecArray): Words[] {
  let at = match.index + match[0].indexOf('|') + 1;
  return (match[1] ?? '').split('|').map((each) => {
    const start = at + (each.length - each.trimStart().length);
    at += each.length + 1;
    return { text: each.trim(), start, end: start + each.trim().length };
  });
}

function tablesIn(text: string): Table[] {
  const tables: { notes: string[]; head: Line | null; lines: Line[] }[] = [];
  let before = -2;
  for (const match of text.includes('|') ? text.matchAll(LINE) : []) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (start > before + 1) tables.push({ notes: titlesAbove(text, start), head: null, lines: [] });
    before = end;
    const table = tables.at(-1);
    if (table === undefined || isRule(match[0])) continue;
    const line = { cells: cellsOf(match), start, end };
    if (table.head !== null) table.lines.push(line);
    else if (line.cells.length > 1) table.head = line;
    else table.notes.push(line.cells[0]?.text ?? '');
  }
  return tables.flatMap(({ head, notes, lines }) => (head === null ? [] : [{ head, notes, lines }]));
}

/** How many cells head a row: two where the first names several rows, and the second has no number. */
function depthOf(lines: readonly Line[]): number {
  const rows = lines.filter(({ cells }) => cells.length > 2);
  const firsts = new Set(rows.map(({ cells }) => cells[0]?.text));
  return firsts.size < rows.length && rows.every(({ cells }) => !/^[^\p{L}]*\d|^[-–—]?$/u.test(cells[1]?.text ?? ''))
    ? 2
    : 1;
}

/** What heads a line, as one. */
function headsOf({ cells, start }: Line, deep: number): Words {
  const heads = cells.slice(0, deep);
  const [first, last] = [heads[0], heads.at(-1)];
  const text = heads.map((head) => head.text).join(', ');
  return { text, start: first?.start ?? start, end: last?.end ?? start };
}

/**
 * The cells of the tables of a text. A table is written as lines that begin and end with a bar, which parts their cells: lines of one cell (what is
 * said of the whole table), the heads of the columns (empty where there are none), then the rows, each with its head first; a line of one cell among
 * them stands over those below it.
 */
export function cellsIn(text: string): Cell[] {
  return tablesIn(text).flatMap(({ head, notes, lines }, table) => {
    const deep = depthOf(lines);
    const corner = headsOf(head, deep);
    let section = '';
    return lines.flatMap((line, y) => {
      if (line.cells.length === 1) section = line.cells[0]?.text ?? '';
      const row = headsOf(line, deep);
      const cells = line.cells.slice(deep);
      return cells.map((cell, x): Cell => {
        const column = head.cells[x + deep];
        return {
          ...cell,
          row: row.text,
          column: column?.text ?? '',
          corner: corner.text,
          section,
          notes: notes.join(' '),
          rowAt: row,
          columnAt: column ?? { start: head.start, end: head.start },
          table,
          x,
          y,
          alone: cells.length === 1,
        };
      });
    });
  });
}

/** The line of a text that a place lies in, which of a table's is one of its rows. */
export function lineAt(text: string, at: number): Words {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return { start, end, text: text.slice(start, end) };
}

/** The cell of a text that a place lies in; null for one in no table. */
export function cellAt(text: string, { start, end }: Place): Cell | null {
  if (!text.includes('|')) return null;
  return cellsIn(text).find((cell) => cell.start <= start && end <= cell.end && cell.end > cell.start) ?? null;
}
