import type { Action, Block, Column, Document, Inline, Series } from '../../src/model.ts';
import { LIMITS } from './limits.ts';
import { sizeOf } from './rich.ts';
import { harmless } from './words.ts';

/** The smallest pieces of a message: each is shown whole or not at all, so that no word, figure or quote is cut. */
export type Atom = { readonly words: number; readonly addresses: number } & (
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly href: string | null }
  | { readonly kind: 'line' | 'context'; readonly content: readonly Inline[] }
  | { readonly kind: 'item'; readonly ordered: boolean; readonly list: number; readonly content: readonly Inline[] }
  | {
      readonly kind: 'row';
      /** Rows of one table share it. */
      readonly table: number;
      readonly paged: boolean;
      readonly columns: readonly Column[];
      readonly cells: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'quote'; readonly text: string; readonly by: readonly Inline[] }
  | { readonly kind: 'chart'; readonly series: Series }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
);

type Row = Extract<Atom, { kind: 'row' }>;
type Table = Extract<Block, { kind: 'table' }>;

/** What the surface can show: a message has a table and charts, a modal and a home page have not. `paged`: long tables are leafed through. */
export type Surface = { readonly tables: number; readonly charts: number; readonly paged: boolean };

const words = (text: string) => ({ words: harmless(text).length, addresses: 0 });

const isReceipt = ({ kind }: Inline): boolean => kind === 'receipt';

/** Cells as one, what is empty left out. */
const inOne = (cells: readonly (readonly Inline[])[]): Inline[] =>
  cells
    .filter((cell) => sizeOf(cell).words > 0)
    .flatMap((cell, index): readonly Inline[] => (index === 0 ? cell : [{ kind: 'text', text: ' · ' }, ...cell]));

/** What is said of a figure, with its receipts: how many publishers there are needs no word where there is one receipt. */
function attested(said: readonly (readonly Inline[])[], receipts: readonly Inline[]): Inline[] {
  const only = receipts.filter(isReceipt);
  return only.length === 1 ? [...inOne(said), { kind: 'text', text: ' ' }, ...only] : inOne([...said, receipts]);
}

/**
 * A table of figures, whose last column has the receipts, as two columns: the figure, and all that is said of it with its receipts. A phone and a
 * thread beside a channel show no more at once, and a receipt that nobody reaches is none. A long one is leafed through and sorted: it
 * keeps its columns, the receipts beside what each figure is of.
 */
function withNearReceipts(block: Table, paged: boolean): Table {
  const { columns, rows } = block;
  const last = columns.length - 1;
  const [value, what] = columns;
  if (value === undefined || what === undefined || last < 3) return block;
  if (!rows.some((row) => row[last]?.some(isReceipt))) return block;
  return {
    ...block,
    columns: paged ? columns.slice(0, -1) : [value, what],
    rows: rows.map(([figure = [], said = [], ...rest]) => {
      const receipts = rest.pop() ?? [];
      return paged ? [figure, attested([said], receipts), ...rest] : [figure, attested([said, ...rest], receipts)];
    }),
  };
}

function rowAtoms(given: Table, table: number, mayPage: boolean): Row[] {
  const paged = mayPage && given.rows.length > LIMITS.pageRows;
  const block = withNearReceipts(given, paged);
  const shown = block.columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => block.rows.some((row) => sizeOf(row[index] ?? []).words > 0))
    .slice(0, LIMITS.tableColumns);
  const columns = shown.map(({ column }) => column);
  const head = columns.reduce((sum, { title }) => sum + title.length, 0);
  return block.rows.map((row, position) => {
    const cells = shown.map(({ index }) => row[index] ?? []);
    const size = sizeOf(cells.flat());
    return {
      kind: 'row',
      table,
      paged,
      columns,
      cells,
      words: size.words + (position === 0 ? head : 0),
      addresses: size.addresses,
    };
  });
}

/** A row as an item of a list, its first cell standing out: for where there can be no table. */
function rowItem({ cells, words: count, addresses }: Row, list: number): Atom {
  const content = cells
    .filter((cell) => sizeOf(cell).words > 0)
    .flatMap((cell, index): Inline[] => {
      if (index > 0) return [{ kind: 'text', text: ' · ' }, ...cell];
      return cell.map((piece) => (piece.kind === 'text' ? { ...piece, style: 'strong' } : piece));
    });
  return { kind: 'item', ordered: false, list, content, words: count + 3 * cells.length, addresses };
}

function blockAtoms(
  block: Block,
  position: number,
  fits: { readonly table: boolean; readonly chart: boolean; readonly paged: boolean },
): Atom[] {
  switch (block.kind) {
    case 'heading': {
      const { level, text, href = null } = block;
      return [{ kind: 'heading', level, text, href, words: words(text).words, addresses: href?.length ?? 0 }];
    }
    case 'paragraph':
      return [{ kind: 'line', content: block.content, ...sizeOf(block.content) }];
    case 'context':
      return [{ kind: 'context', content: block.content, ...sizeOf(block.content) }];
    case 'list': {
      const { ordered, items } = block;
      return items.map((content) => ({ kind: 'item', ordered, list: position, content, ...sizeOf(content) }));
    }
    case 'table': {
      const rows = rowAtoms(block, position, fits.paged);
      return fits.table ? rows : rows.map((row) => rowItem(row, position));
    }
    case 'quote': {
      const { text, by } = block;
      const size = sizeOf(by);
      return [{ kind: 'quote', text, by, words: words(text).words + size.words + 3, addresses: size.addresses }];
    }
    case 'chart': {
      const { series } = block;
      const alt: Inline[] = [{ kind: 'text', text: series.alt }];
      const explained: Atom = { kind: 'line', content: alt, ...sizeOf(alt) };
      return fits.chart ? [{ kind: 'chart', series, ...words(series.title) }, explained] : [explained];
    }
    case 'code':
      return [{ kind: 'code', text: block.text, ...words(block.text) }];
    case 'divider':
      return [{ kind: 'divider', words: 0, addresses: 0 }];
    case 'actions': {
      const actions = block.actions.slice(0, LIMITS.actions);
      const size = actions.reduce((sum, { label }) => sum + label.length, 0);
      return actions.length === 0 ? [] : [{ kind: 'actions', actions, words: size, addresses: 0 }];
    }
  }
}

/** A story's words stand right below its headline and share its block; the small print about it follows them. */
function wordsFirst(atoms: readonly Atom[]): Atom[] {
  const ordered: Atom[] = [];
  let small: Atom[] = [];
  for (const [index, atom] of atoms.entries()) {
    const before = atoms[index - 1];
    if (atom.kind === 'context' && before?.kind === 'heading' && before.level === 3) {
      small = [atom];
      continue;
    }
    if (atom.kind !== 'line' && atom.kind !== 'item') ordered.push(...small.splice(0));
    ordered.push(atom);
  }
  return [...ordered, ...small];
}

/** A document in its smallest pieces, in order. */
export function atomsOf(document: Document, surface: Surface): Atom[] {
  let { tables, charts } = surface;
  const atoms: Atom[] = [];
  for (const [position, block] of document.blocks.entries()) {
    const fits = {
      table: block.kind === 'table' && tables > 0,
      chart: block.kind === 'chart' && charts > 0 && block.series.points.length > 1,
      paged: surface.paged,
    };
    if (fits.table) tables -= 1;
    if (fits.chart) charts -= 1;
    atoms.push(...blockAtoms(block, position, fits));
  }
  return wordsFirst(atoms);
}
