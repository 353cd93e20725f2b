import type { types } from '@slack/bolt';
import type { Action, Inline, Series } from '../../src/model.ts';
import { webAddress, within } from '../../src/typography/address.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import type { Atom } from './atoms.ts';
import { LIMITS } from './limits.ts';
import { contextElements, linkElement, richElements, sizeOf, textElement } from './rich.ts';
import { harmless } from './words.ts';

export type Block = types.KnownBlock | DataVisualization;

/** Slack's chart block (since June 2026), which its types do not have yet. */
export type DataVisualization = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
};

type Rich = types.RichTextSection | types.RichTextList | types.RichTextQuote | types.RichTextPreformatted;
type Row = Extract<Atom, { kind: 'row' }>;

const NARROW = 18;

/** The last points of a series, each under its day; a day has one point. */
export function chartBlock(series: Series): DataVisualization {
  const points = new Map(series.points.map(({ at, low, high }) => [at.slice(0, 10), (low + high) / 2]));
  const data = [...points].slice(-LIMITS.chartPoints).map(([label, value]) => ({ label, value }));
  return {
    type: 'data_visualization',
    title: shortened(harmless(series.title), LIMITS.chartTitle),
    chart: {
      type: 'line',
      series: [{ name: shortened(harmless(series.title), LIMITS.chartLabel), data }],
      axis_config: {
        categories: data.map(({ label }) => label),
        ...(series.unit === null ? {} : { y_label: shortened(harmless(series.unit), LIMITS.chartTitle) }),
      },
    },
  };
}

function cell(content: readonly Inline[]): types.RichTextBlock | types.RawTextElement {
  const elements = richElements(content);
  // Slack refuses an empty cell.
  if (elements.length === 0) return { type: 'raw_text', text: '\u2013' };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** A column of short cells keeps them on one line: a value is read at a glance. */
const isNarrow = (rows: readonly Row[], index: number): boolean =>
  rows.every(({ cells }) => sizeOf(cells[index] ?? []).words <= NARROW);

const titles = ({ columns }: Row): types.RawTextElement[] =>
  columns.map(({ title }) => ({ type: 'raw_text', text: harmless(title) || '\u2013' }));

/** A table; one that is leafed through is called as the heading above it. */
function tableBlock(rows: readonly Row[], heading: string | null): (types.TableBlock | types.DataTableBlock)[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (first.paged) {
    // Numbers tell no row from another; what they are of does.
    const named = first.columns.findIndex(({ align }) => align === 'left');
    return [
      {
        type: 'data_table',
        caption: harmless(heading ?? first.columns.map(({ title }) => title).join(', ')),
        page_size: LIMITS.pageRows,
        row_header_column_index: Math.max(0, named),
        rows: [titles(first), ...rows.map(({ cells }) => cells.map(cell))],
      },
    ];
  }
  return [
    {
      type: 'table',
      column_settings: first.columns.map(({ align }, index) => ({ align, is_wrapped: !isNarrow(rows, index) })),
      rows: [titles(first), ...rows.map(({ cells }) => cells.map(cell))],
    },
  ];
}

/** A button's value is the action's id and all that comes back when it is pressed, even years later. */
function button(action: Action, index: number): types.Button[] {
  const text = {
    type: 'plain_text',
    text: shortened(harmless(action.label), LIMITS.buttonText),
    emoji: false,
  } as const;
  if (action.kind === 'link') {
    const url = within(webAddress(action.href), LIMITS.address);
    return url === null ? [] : [{ type: 'button', action_id: `link:${index}`, text, url }];
  }
  const style = action.kind === 'press' && action.style !== undefined ? { style: action.style } : {};
  return [{ type: 'button', action_id: `${action.kind}:${index}`, text, value: action.id, ...style }];
}

function richOf(atom: Atom): Rich | null {
  switch (atom.kind) {
    case 'heading': {
      const style = { bold: true };
      const elements = atom.href === null ? textElement(atom.text, style) : linkElement(atom.text, atom.href, style);
      return { type: 'rich_text_section', elements };
    }
    case 'line':
    case 'context':
      return { type: 'rich_text_section', elements: richElements(atom.content) };
    case 'item': {
      const item: types.RichTextSection = { type: 'rich_text_section', elements: richElements(atom.content) };
      return { type: 'rich_text_list', style: atom.ordered ? 'ordered' : 'bullet', elements: [item] };
    }
    case 'quote': {
      const by = richElements(atom.by);
      const line = by.length === 0 ? [] : [...textElement('\n'), ...by];
      return { type: 'rich_text_quote', elements: [...textElement(`“${atom.text}”`), ...line] };
    }
    case 'code':
      return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: harmless(atom.text) }] };
    default:
      return null;
  }
}

/** Adds to a rich text what follows: items to their list, a line to the lines above it. */
function joined(elements: readonly Rich[], next: Rich, sameList: boolean): Rich[] {
  const last = elements.at(-1);
  const before = elements.slice(0, -1);
  if (last?.type === 'rich_text_list' && next.type === 'rich_text_list' && sameList) {
    return [...before, { ...last, elements: [...last.elements, ...next.elements] }];
  }
  if (last?.type === 'rich_text_section' && next.type === 'rich_text_section') {
    return [...before, { ...last, elements: [...last.elements, { type: 'text', text: '\n' }, ...next.elements] }];
  }
  return [...elements, next];
}

const FLOWING = new Set<Atom['kind']>(['line', 'item', 'quote', 'code']);

/** Whether an atom begins a block of its own after the one before it; true for some that turn out not to. */
export function beginsBlock(atom: Atom, before: Atom | undefined): boolean {
  if (atom.kind === 'row') return before?.kind !== 'row' || before.table !== atom.table;
  if (before === undefined || !FLOWING.has(atom.kind)) return true;
  return !(FLOWING.has(before.kind) || (before.kind === 'heading' && before.level > 1));
}

/** The blocks of a run of atoms. What belongs together, a heading with what stands below it, is one block. */
export function blocksOf(atoms: readonly Atom[]): Block[] {
  const blocks: Block[] = [];
  let rich: Rich[] = [];
  let rows: Row[] = [];
  let list: number | null = null;
  let heading: string | null = null;
  const flush = (): void => {
    if (rich.length > 0) blocks.push({ type: 'rich_text', elements: rich });
    blocks.push(...tableBlock(rows, heading));
    rich = [];
    rows = [];
    list = null;
  };
  for (const atom of atoms) {
    if (atom.kind === 'row') {
      if (rich.length > 0 || rows[0]?.table !== atom.table) flush();
      rows.push(atom);
      continue;
    }
    if (rows.length > 0 || atom.kind === 'heading') flush();
    if (atom.kind === 'heading') heading = atom.text;
    if (atom.kind === 'heading' && atom.level === 1 && atom.text.length <= LIMITS.header) {
      blocks.push({ type: 'header', text: { type: 'plain_text', text: harmless(atom.text), emoji: false } });
      continue;
    }
    const small = atom.kind === 'context' ? contextElements(atom.content) : null;
    if (small !== null) {
      flush();
      blocks.push({ type: 'context', elements: small });
      continue;
    }
    const next = richOf(atom);
    if (next !== null) {
      if (next.type === 'rich_text_section' && next.elements.length === 0) continue;
      rich = joined(rich, next, atom.kind === 'item' && atom.list === list);
      list = atom.kind === 'item' ? atom.list : null;
      continue;
    }
    flush();
    if (atom.kind === 'divider') blocks.push({ type: 'divider' });
    if (atom.kind === 'chart') blocks.push(chartBlock(atom.series));
    if (atom.kind === 'actions') blocks.push({ type: 'actions', elements: atom.actions.flatMap(button) });
  }
  flush();
  return blocks;
}
