import type { Block, Column, Document, Inline } from '../model.ts';
import { webAddress } from '../typography/address.ts';
import { typedInChat } from '../typography/command.ts';
import { harmless } from '../typography/harmless.ts';
import { instantInWords } from '../typography/instant.ts';

/** What may begin or end markup inside a line (CommonMark 0.31, section 2.4; GitHub's tables, strikes, mentions and bare addresses). */
const INSIDE = /[\\`*_{}[\]<>#|~&]|(?<=\bw{3})\.|:(?=\/\/)|@/g;
/** What does only at the beginning of a line: lists, headings under a line. */
const AT_START = /^(\s*)([-+=]|\d{1,9}(?=[.)]))/;

/** Words as they are, on one line: nothing in them is markup, mentions anybody or becomes a link. */
function plain(text: string): string {
  const line = harmless(text).replace(/\s+/g, ' ');
  return line.replace(INSIDE, (sign) => (sign === '@' ? '&#64;' : `\\${sign}`));
}

const lineStart = (line: string): string =>
  line.replace(AT_START, (_whole, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  );

/** Addresses in angle brackets may hold anything but these (section 6.3). */
function target(href: string): string | null {
  const address = webAddress(href);
  return address === null ? null : `<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>`;
}

function linked(label: string, href: string): string {
  const address = target(href);
  return address === null ? label : `[${label}](${address})`;
}

function inline(piece: Inline): string {
  switch (piece.kind) {
    case 'text': {
      const words = plain(piece.text);
      const [, before = '', core = '', after = ''] = /^(\s*)((?:.*\S)?)(\s*)$/s.exec(words) ?? [];
      if (piece.style === undefined || core === '') return words;
      const sign = piece.style === 'strong' ? '**' : '*';
      return `${before}${sign}${core}${sign}${after}`;
    }
    case 'command':
      return `*${plain(typedInChat(piece))}*`;
    case 'link':
      return linked(plain(piece.text), piece.href);
    case 'receipt':
      return linked(`\\[${piece.n}\\]`, piece.href);
    case 'time':
      return plain(instantInWords(piece));
  }
}

const lineOf = (content: readonly Inline[]): string => content.map(inline).join('').trim();

/** A row ends at its line: what a cell holds has neither breaks nor bars of its own. */
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(columns: readonly Column[], rows: readonly (readonly (readonly Inline[])[])[]): string {
  return [
    rowOf(columns.map(({ title }) => plain(title))),
    rowOf(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => rowOf(columns.map((_, index) => lineOf(row[index] ?? [])))),
  ].join('\n');
}

/** A fence that nothing inside it ends. */
function code(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${harmless(text)}\n${fence}`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const words = plain(block.text);
      return `${'#'.repeat(block.level)} ${block.href === undefined ? words : linked(words, block.href)}`;
    }
    case 'paragraph':
    case 'context':
      return lineStart(lineOf(block.content));
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lineStart(lineOf(item))}`)
        .join('\n');
    case 'table':
      return table(block.columns, block.rows);
    case 'quote': {
      const by = lineOf(block.by);
      return `> “${plain(block.text)}”${by === '' ? '' : `\n>\n> — ${by}`}`;
    }
    case 'chart': {
      const { series } = block;
      const columns: Column[] = [
        { title: '', align: 'left' },
        { title: series.title, align: 'right' },
      ];
      const cell = (text: string): Inline[] => [{ kind: 'text', text }];
      return `${plain(series.alt)}\n\n${table(
        columns,
        series.points.map(({ at, label }) => [cell(at), cell(label)]),
      )}`;
    }
    case 'code':
      return code(block.text);
    case 'divider':
      return '---';
    case 'actions':
      return block.actions
        .flatMap((action) => (action.kind === 'link' ? [linked(plain(action.label), action.href)] : []))
        .join(' · ');
  }
}

/** A document as GitHub's Markdown (GFM): its words stay words, whoever wrote them. */
export function markdownOf({ blocks }: Document): string {
  const written = blocks.map(blockOf).filter((text) => text !== '');
  return `${written.join('\n\n')}\n`;
}
