import type { Block, Column, Document, Inline, Series } from '../../src/model.ts';
import { harmless, oneLine } from '../../src/typography/harmless.ts';
import { instantInWords } from '../../src/typography/instant.ts';
import { widthOf, wrapped } from '../../src/typography/width.ts';
import type { Style } from './style.ts';

export type Look = { readonly style: Style; readonly width: number };

function inline(piece: Inline, { style }: Look): string {
  switch (piece.kind) {
    case 'text': {
      const text = oneLine(piece.text);
      if (piece.style === 'strong') return style.strong(text);
      if (piece.style === 'emphasis' || piece.style === 'code') return style.accent(text);
      return text;
    }
    case 'command':
      return style.accent(oneLine(piece.text));
    case 'link':
      return style.link(oneLine(piece.text), piece.href);
    case 'time':
      return instantInWords(piece);
    case 'receipt':
      return style.link(style.accent(`[${piece.n}]`), piece.href);
  }
}

const inlines = (pieces: readonly Inline[], look: Look): string =>
  pieces
    .map((piece) => inline(piece, look))
    .join('')
    .trim();

/** Longer lines of prose are hard to read; tables take what there is. */
const WIDEST_TEXT = 110;

function indented(text: string, first: string, rest: string, look: Look): string[] {
  return wrapped(text, Math.min(look.width, WIDEST_TEXT) - widthOf(rest)).map(
    (line, index) => `${index === 0 ? first : rest}${line}`,
  );
}

const NARROWEST = 12;
/** A figure stands on one line, unless it is a phrase. */
const WIDEST_FIGURE = 20;

const widest = (cells: readonly string[]): number => Math.max(0, ...cells.map(widthOf));

/**
 * Widths of a table's columns: each as wide as its content. Where that is too much, figures break first, then the widest column
 * gives way a step at a time, and the longest gets what room the others' lines leave.
 */
function widthsOf(cells: readonly (readonly string[])[], heads: readonly Column[], room: number): number[] {
  const column = (index: number): string[] => cells.map((row) => row[index] ?? '');
  // A title breaks between its words where that saves room, and is left out where nothing stands below it.
  const whole = heads.map(({ title }, index) => {
    const width = widest(column(index));
    return width === 0 ? 0 : Math.max(width, widest(title.split(' ')));
  });
  const gaps = 2 * (whole.filter((width) => width > 0).length - 1);
  const spare = (all: readonly number[]): number => room - all.reduce((sum, width) => sum + width, gaps);
  const over = (): number => -spare(widths);
  const broken = (index: number, width: number): number =>
    widest(column(index).flatMap((cell) => wrapped(cell, width)));
  const titled = whole.map((width, index) => (width === 0 ? 0 : Math.max(width, widthOf(heads[index]?.title ?? ''))));
  if (spare(titled) >= 0) return titled;
  const widths = [...whole];
  if (over() <= 0) return widths;
  heads.forEach(({ align }, index) => {
    if (align === 'right') widths[index] = broken(index, WIDEST_FIGURE);
  });
  const texts = heads.flatMap(({ align }, index) => (align === 'left' ? [index] : []));
  while (over() > 0) {
    const width = Math.max(...texts.map((index) => widths[index] ?? 0));
    const giving = texts.find((index) => widths[index] === width);
    if (giving === undefined || width <= NARROWEST) return widths;
    widths[giving] = width - 1;
  }
  for (const index of texts) widths[index] = broken(index, widths[index] ?? 0);
  const [longest] = texts.toSorted((one, other) => (whole[other] ?? 0) - (whole[one] ?? 0));
  if (longest !== undefined) widths[longest] = Math.min(whole[longest] ?? 0, (widths[longest] ?? 0) - over());
  return widths;
}

function pad(text: string, width: number, align: Column['align']): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? gap + text : text + gap;
}

/** A row for which a table has too many columns: its first cell, and below it the others one after the other. */
function stacked([first = '', ...others]: readonly string[], look: Look): string[] {
  const rest = others.filter((cell) => cell !== '').join(' · ');
  return [...indented(first, '  ', '  ', look), ...indented(rest, '    ', '    ', look)];
}

function table(heads: readonly Column[], rows: readonly (readonly (readonly Inline[])[])[], look: Look): string[] {
  const cells = rows.map((row) => heads.map((_, index) => inlines(row[index] ?? [], look)));
  const titles = heads.map(({ title }) => title);
  const widths = widthsOf(cells, heads, look.width - 2);
  const taken = widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + 2), 0);
  if (taken > look.width) return cells.flatMap((row) => stacked(row, look));
  const lined = (row: readonly string[]): string[] => {
    const broken = row.map((cell, index) => wrapped(cell, widths[index] ?? 0));
    const height = Math.max(1, ...broken.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      `  ${heads
        .flatMap(({ align }, index) =>
          (widths[index] ?? 0) === 0 ? [] : [pad(broken[index]?.[line] ?? '', widths[index] ?? 0, align)],
        )
        .join('  ')}`.trimEnd(),
    );
  };
  const hasRoom = titles.every(
    (title, index) => widths[index] === 0 || widest(title.split(' ')) <= (widths[index] ?? 0),
  );
  const isTitled = hasRoom && titles.some((title) => title !== '');
  const above = isTitled ? lined(titles).map((line) => look.style.faint(line)) : [];
  return [...above, ...cells.flatMap(lined)];
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A series as a line of bars with what it says below: what a chart is where there are no pictures. */
function chart(series: Series, look: Look): string[] {
  const values = series.points.map(({ low, high }) => (low + high) / 2);
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  const bars = values
    .map((value) => BARS[span === 0 ? 3 : Math.round(((value - least) / span) * (BARS.length - 1))] ?? '')
    .join(' ');
  return [`  ${look.style.accent(bars)}`, ...indented(oneLine(series.alt), '  ', '  ', look)];
}

function lines(block: Block, look: Look): string[] {
  const { style } = look;
  switch (block.kind) {
    case 'heading': {
      const text = oneLine(block.text);
      const shown = block.href === undefined ? text : style.link(text, block.href);
      return [
        '',
        ...indented(block.level === 3 ? shown : style.strong(shown), '', block.level === 3 ? '   ' : '', look),
      ];
    }
    case 'paragraph':
      return indented(inlines(block.content, look), '   ', '   ', look);
    case 'context':
      return indented(inlines(block.content, look), '   ', '   ', look).map((line) => style.faint(line));
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${String(index + 1).padStart(2)}. ` : ' • ';
        return indented(inlines(item, look), mark, ' '.repeat(mark.length), look);
      });
    case 'table':
      return table(block.columns, block.rows, look);
    case 'quote':
      return [
        '',
        ...indented(`“${oneLine(block.text)}”`, '  ', '   ', look),
        ...indented(inlines(block.by, look), '   ', '   ', look).map((line) => style.faint(line)),
      ];
    case 'chart':
      return chart(block.series, look);
    case 'code':
      // A file is printed whole and as it is, so that it can be redirected into one.
      return harmless(block.text)
        .split('\n')
        .map((line) => (block.file === undefined ? `  ${line}` : line));
    case 'divider':
      return ['', style.faint('─'.repeat(Math.min(look.width, 100)))];
    case 'actions':
      return [];
  }
}

/** A document as text for a terminal of `width` columns. */
export function render(document: Document, look: Look): string {
  const text = document.blocks.flatMap((block) => lines(block, look)).join('\n');
  return `${text.replace(/^\n+/, '')}\n`;
}
