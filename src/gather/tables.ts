import type { DomElement } from './dom.ts';
import { type Grid, gridOf, type Slot } from './grid.ts';

/** How a cell is read: its paragraphs, and the share of their characters that are links. */
export type CellReader = (cell: DomElement) => readonly { readonly text: string; readonly linked: number }[];

/** What is read of a data table, in order: a table, a line for each row (`language/tables`), and paragraphs that stand in rows of their own. */
export type TablePart = { readonly text: string; readonly isTable: boolean };

/** What data is like: the least share of cells that are short, and of values beside the first column; the most of links. */
const SIGNS = { short: 60, shorts: 0.8, values: 0.3, linked: 0.5 } as const;
/** A row of one cell that is longer, in characters, is a paragraph: notes, terms. */
const PARAGRAPH = 120;
/** What only data tables have (HTML, "table"; WCAG's techniques H39, H43, H51, H63). */
const MARKS = 'caption, thead, th, td[headers], td[scope]';
/** What no cell of data holds. */
const LAYOUT = 'table, form, input, h1, h2, h3, h4, h5, h6, article, section, blockquote, iframe, video';

/** A currency's sign or a bracket that opens, in a cell of its own. */
const OPENS = /^(?:\p{Lu}{0,3}\s?\p{Sc}\s?\(?|\()$/u;
/** What ends the number of the cell before. */
const CLOSES = /^(?:\)|\)?\s?%\s?\)?)$/;
const NUMBER = /^[+\-–−(]{0,2}\s?(?:\p{Lu}{0,3}\s?\p{Sc})?\s?[+\-–−(]{0,2}\s?[.,]?\d/u;
/** What stands where there is no value. */
const NONE = /^(?:[-–—−.]+|n\/?[am]|n\.[am]\.)$/i;
/** "2026", "2026E", "3Q26", "9/30/26": it heads what it is of. */
const TIME = /^(?:19|20)\d\d(?:[AEF]|[-/]\d\d)?$|^\d[QH]\s?['’]?\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/u;
/** With a letter beside it, "30 September 2026". */
const YEAR = /\b(?:19|20)\d\d\b/;
/** Marks of footnotes behind a text: "Revenue (1)", "410*". */
const NOTE = /(?<=[^\s(])\s?(?:\((?:\d|[a-z])\)|\[(?:\d{1,2}|[a-z])\]|[*†‡§]{1,4})$/u;

const isTime = (text: string): boolean => TIME.test(text) || (YEAR.test(text) && /\p{L}/u.test(text));
const isValue = (text: string): boolean => NONE.test(text) || (NUMBER.test(text) && !isTime(text));

/** Whether a page says that it is laid out with a table, or shows it by what stands in its cells. */
const isLayout = (table: DomElement): boolean =>
  /^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '') ||
  table.getAttribute('datatable') === '0' ||
  table.querySelector(LAYOUT) !== null;

/** Whether a table holds data, by its marks and by what its cells are like. */
function holdsData(table: DomElement, grid: Grid, read: CellReader): boolean {
  const rows = grid.map((row) =>
    row.filter((slot) => slot?.isFirst === true && slot.text !== '').flatMap((slot) => slot ?? []),
  );
  const held = rows.filter((row) => row.length > 1);
  if (held.length < 2) return false;
  const blocks = rows.flat().flatMap(({ element }) => read(element));
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (blocks.reduce((sum, { text, linked }) => sum + text.length * linked, 0) > size * SIGNS.linked) return false;
  const cells = held.flat();
  if (cells.filter(({ text }) => text.length <= SIGNS.short).length < cells.length * SIGNS.shorts) return false;
  if (table.querySelector(MARKS) !== null || (table.getAttribute('summary') ?? '') !== '') return true;
  const beside = held.flatMap((row) => row.slice(1));
  return beside.filter(({ text }) => isValue(text)).length >= beside.length * SIGNS.values;
}

/** A row by columns; one whose only text stands over all is `wide`. */
type Row = { readonly texts: string[]; readonly kind: 'wide' | 'marked' | 'bare' | 'values' };

/** Puts a currency's sign, a bracket or a per cent sign that has a cell of its own to its number. */
function joined(slots: readonly (Slot | null)[]): string[] {
  const texts = slots.map((slot) => (slot?.isFirst === true ? slot.text : ''));
  let last = -1;
  for (const [x, text] of texts.entries()) {
    if (text === '') continue;
    const before = texts[last] ?? '';
    if (last > 0 && CLOSES.test(text) && /[\d)]$/.test(before)) {
      [texts[last], texts[x]] = [`${before}${text}`, ''];
      continue;
    }
    if (last > 0 && OPENS.test(before) && NUMBER.test(text)) [texts[last], texts[x]] = ['', `${before}${text}`];
    last = x;
  }
  return texts;
}

function rowOf(slots: readonly (Slot | null)[]): Row {
  const own = slots.flatMap((slot) => (slot === null || slot.text === '' ? [] : [slot]));
  const [first] = slots;
  if (own.every(({ element }) => element === first?.element)) return { texts: [own[0]?.text ?? ''], kind: 'wide' };
  const values = joined(slots);
  if (values.slice(1).some(isValue) && !own.every(({ isHead }) => isHead)) return { texts: values, kind: 'values' };
  // Only its first cell is a head: the row's own.
  if (own[0]?.isHead === true && own.some(({ isHead }) => !isHead)) return { texts: values, kind: 'values' };
  const isMarked = own.every(({ element, isHead }) => isHead || element.closest('thead') !== null);
  return { texts: slots.map((slot) => slot?.text ?? ''), kind: isMarked ? 'marked' : 'bare' };
}

/** A table of rows under one head. */
type Part = { readonly notes: string[]; readonly heads: string[][]; readonly body: Row[] };

/** Tables that stand one under the other in one element, each with a head of its own. */
function partsOf(rows: readonly Row[]): Part[] {
  const parts: Part[] = [];
  const isMarked = rows.some(({ kind }) => kind === 'marked');
  const hasValues = rows.some(({ kind }) => kind === 'values');
  const heads = ({ kind, texts }: Row, isTop: boolean): boolean => {
    if (kind === 'marked') return isTop || !texts.some(isValue);
    // Without marks the rows above the first value are heads; further down those that name no row.
    if (kind !== 'bare' || !hasValues) return false;
    return isTop ? !isMarked || texts.slice(1).some(isTime) : /^(?:\(.*\))?$/.test(texts[0] ?? '');
  };
  for (const row of rows) {
    const last = parts.at(-1);
    const isTop = last === undefined || last.body.length === 0;
    const isHead = heads(row, isTop);
    if (last === undefined || (isHead && !isTop)) parts.push({ notes: [], heads: [], body: [] });
    const part = parts.at(-1);
    if (isHead) part?.heads.push(row.texts);
    else if (row.kind === 'wide' && isTop) part?.notes.push(...row.texts);
    else part?.body.push(row);
  }
  return parts;
}

/** The heads of the columns, from the top one down: "Three months ended September 30, 2026". */
const headOf = (heads: readonly string[][], columns: number): string[] =>
  Array.from({ length: columns }, (_, x) => [...new Set(heads.map((row) => row[x] ?? ''))].join(' ').trim());

/** Leaves out columns that hold nothing, which pages are spaced with; a head that stands over one goes to what it stands beside. */
function packed(head: string[], body: readonly string[][]): { readonly head: string[]; readonly body: string[][] } {
  const heads: string[] = [];
  const kept: string[][] = body.map(() => []);
  let over = '';
  head.forEach((text, x) => {
    const column = body.map((row) => row[x] ?? '');
    if (x > 0 && column.every((each) => each === '')) {
      over ||= text;
      return;
    }
    const before = heads.length - 1;
    const goesOn =
      before > 0 && text === heads[before] && column.every((each, y) => each === '' || kept[y]?.[before] === '');
    if (!goesOn) heads.push(text || over);
    column.forEach((each, y) => {
      if (!goesOn) kept[y]?.push(each);
      else if (each !== '') (kept[y] ?? [])[before] = each;
    });
    over = '';
  });
  return { head: heads, body: kept };
}

const lineOf = (cells: readonly string[]): string =>
  `|${cells.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`;

function written({ notes, heads, body }: Part): TablePart[] {
  const columns = Math.max(0, ...[...heads, ...body.map(({ texts }) => texts)].map((texts) => texts.length));
  const last = body.findLastIndex(({ kind }) => kind !== 'wide');
  const rows = body
    .slice(0, last + 1)
    .filter(({ kind, texts }) => kind !== 'wide' || (texts[0] ?? '').length <= PARAGRAPH);
  const held = packed(
    headOf(heads, columns),
    rows.map(({ texts, kind }) => (kind === 'wide' ? [] : texts)),
  );
  const lines = [
    ...notes.filter((note) => note.length <= PARAGRAPH).map((note) => [note]),
    held.head,
    ...rows.map(({ kind, texts }, y) => (kind === 'wide' ? texts : (held.body[y] ?? []))),
  ].filter((cells) => cells.length > 1 || cells[0] !== '');
  const long = (texts: readonly string[]): TablePart[] =>
    texts.filter((text) => text !== '').map((text) => ({ text, isTable: false }));
  const isLong = (text: string): boolean => text.length > PARAGRAPH;
  return [
    ...long(notes.filter(isLong)),
    ...(rows.length === 0 || held.head.length < 2
      ? long(rows.map(({ texts }) => texts.join(' ')))
      : [{ text: lines.map(lineOf).join('\n'), isTable: true }]),
    ...long(
      body
        .filter((row, y) => y > last || (row.kind === 'wide' && isLong(row.texts[0] ?? '')))
        .map(({ texts }) => texts.join(' ')),
    ),
  ];
}

/** A table that holds data, as lines; null for one that a page is laid out with. */
export function tableIn(table: DomElement, read: CellReader): TablePart[] | null {
  if (isLayout(table)) return null;
  const known = new Map<DomElement, ReturnType<CellReader>>();
  const once: CellReader = (cell) => {
    const blocks = known.get(cell) ?? read(cell);
    known.set(cell, blocks);
    return blocks;
  };
  const textOf = (cell: DomElement): string =>
    once(cell)
      .map(({ text }) => text)
      .join(' ')
      .replaceAll('|', '/')
      .replace(NOTE, '');
  const grid = gridOf(table, textOf);
  if (!holdsData(table, grid, once)) return null;
  const caption = [...table.querySelectorAll('caption')].map(textOf);
  const rows = grid.map(rowOf).filter(({ texts }) => texts.some((text) => text !== ''));
  const captions = caption.filter((text) => text !== '').map((text): Row => ({ texts: [text], kind: 'wide' }));
  return partsOf([...captions, ...rows]).flatMap(written);
}
