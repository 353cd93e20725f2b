import type { Action, Block, Document, Inline, Series } from '../../src/model.ts';
import { portions, shortened } from '../../src/typography/graphemes.ts';
import { widthOf, wrappedHard } from '../../src/typography/width.ts';
import { type Markup, markupOf, plainOf } from './inline.ts';
import { ROOM } from './limits.ts';
import type { Mention, Voice } from './mentions.ts';
import { escapedLine, inFence, shortAddress } from './words.ts';

/** The smallest pieces of a message: each is shown whole or not at all, so that no word, figure or quote is cut. */
export type Part =
  | {
      readonly kind: 'text';
      readonly text: Markup;
      /** The story that it belongs to: its number in the document. */
      readonly story: number | null;
      /** Lines of one code block share it. */
      readonly fence: number | null;
      readonly loose: boolean;
      /** What stands apart from the lines above it. */
      readonly apart: boolean;
      /** A row of a table. */
      readonly row: boolean;
    }
  | { readonly kind: 'story'; readonly story: number; readonly text: Markup }
  | { readonly kind: 'separator' }
  | { readonly kind: 'chart'; readonly series: Series }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

type Text = Extract<Part, { kind: 'text' }>;

export const plainText = (text: Markup, rest: Partial<Text> = {}): Text => ({
  kind: 'text',
  text,
  story: null,
  fence: null,
  loose: false,
  apart: false,
  row: false,
  ...rest,
});

/** Words that are too long for one piece, as several. */
function divided(content: readonly Inline[]): Inline[][] {
  const pieces: Inline[][] = [[]];
  let size = 0;
  for (const inline of content) {
    const parts =
      inline.kind === 'text' && inline.text.length > ROOM.piece / 2
        ? portions(inline.text, ROOM.piece / 2).map((text) => ({ ...inline, text }))
        : [inline];
    for (const part of parts) {
      const length = part.kind === 'text' || part.kind === 'link' ? part.text.length : 10;
      if (size > 0 && size + length > ROOM.piece / 2) {
        pieces.push([]);
        size = 0;
      }
      pieces.at(-1)?.push(part);
      size += length;
    }
  }
  return pieces;
}

/** Each line after the first begins with the same sign: Discord's signs hold for a line. */
function eachLine(sign: string, markup: Markup): Markup {
  return [sign, ...markup.map((piece) => (typeof piece === 'string' ? piece.replaceAll('\n', `\n${sign}`) : piece))];
}

const HEADINGS = { 1: '## ', 2: '### ', 3: '' } as const;

function headingText(level: 1 | 2 | 3, text: string): string {
  const line = escapedLine(shortened(text, ROOM.heading));
  return level === 3 ? `**${line}**` : `${HEADINGS[level]}${line}`;
}

/** A story by its headline, which opens the article. */
function storyTitle(text: string, address: string | null): Markup {
  return ['**', { headline: shortened(text, ROOM.heading).replace(/\s+/g, ' ').trim(), address }, '**'];
}

/** A first cell that is wider stands on a line of its own, with the others indented below it. */
const WIDEST_LEAD = 11;
const INDENT = '  ';

/**
 * A row of a table within the columns of a phone: its first cell stands out on the left, right-aligned with those of the
 * other rows, the others follow beside it over as many lines as they need.
 */
export function rowLines(cells: readonly string[], lead: number): string[] {
  const [first = '', ...others] = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const rest = others.filter((cell) => cell !== '').join(' · ');
  const wide = widthOf(first);
  if (rest === '') return wrappedHard(first, ROOM.tableColumns);
  if (wide > lead)
    return [
      ...wrappedHard(first, ROOM.tableColumns),
      ...wrappedHard(rest, ROOM.tableColumns - INDENT.length).map((line) => INDENT + line),
    ];
  const lines = wrappedHard(rest, ROOM.tableColumns - lead - 2);
  return lines.map((line, index) =>
    index === 0 ? `${' '.repeat(lead - wide)}${first}  ${line}` : ' '.repeat(lead + 2) + line,
  );
}

/** A row with words in it, as a line that the phone breaks itself: the first cell stands out, and receipts are links where they stand. */
function rowInWords([first = [], ...others]: readonly (readonly Inline[])[], mention: Mention): Markup {
  const rest = others.filter((cell) => plainOf(cell).trim() !== '').map((cell) => markupOf(cell, mention));
  const lead = escapedLine(plainOf(first).replace(/\s+/g, ' ').trim());
  return [`- **${lead}**`, ...rest.flatMap((cell, index) => [index === 0 ? ' ' : ' · ', ...cell])];
}

/** Lines of a code block that a row may take; a longer one is no row of a table any more. */
const ROW_LINES = 3;

function tableParts(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  fence: number,
  { mention, words }: Voice,
): Part[] {
  const cells = rows.map((row) => row.map((cell) => inFence(plainOf(cell))));
  const leads = cells.map(([first = '']) => widthOf(first.trim())).filter((width) => width <= WIDEST_LEAD);
  const lead = Math.max(4, ...leads);
  const written = cells.map((row) => rowLines(row, lead));
  if (written.some(({ length }) => length > ROW_LINES)) {
    const titles = columns.map(({ title }) => title).filter((title) => title !== '');
    const above = plainText([`-# ${escapedLine(titles.join(' · '))}`], { loose: true });
    return [
      ...(titles.length === 0 ? [] : [above]),
      ...rows.map((row) => plainText(rowInWords(row, mention), { row: true })),
    ];
  }
  const lines = written.map((row) => plainText([row.join('\n')], { fence, row: true }));
  // A code block has no links: the receipts follow it, each once.
  const seen = new Map<number, Inline>();
  for (const piece of rows.flat(2)) if (piece.kind === 'receipt' && !seen.has(piece.n)) seen.set(piece.n, piece);
  if (seen.size === 0) return lines;
  const receipts = [...seen.values()].flatMap((piece): Inline[] => [{ kind: 'text', text: ' ' }, piece]);
  return [...lines, plainText([`-# ${words.receipts}:`, ...markupOf(receipts, mention)], { loose: true })];
}

function codeParts(text: string, fence: number): Part[] {
  const pieces: string[] = [''];
  for (const line of inFence(text)
    .split('\n')
    .flatMap((whole) => portions(whole, ROOM.piece))) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && last.length + line.length + 1 > ROOM.piece) pieces.push(line);
    else pieces[pieces.length - 1] = last === '' ? line : `${last}\n${line}`;
  }
  return pieces.map((piece) => plainText([piece], { fence }));
}

function blockParts(block: Block, position: number, story: number | null, voice: Voice): Part[] {
  const { mention } = voice;
  switch (block.kind) {
    case 'heading':
      return [plainText([headingText(block.level, block.text)], { loose: true })];
    case 'paragraph':
      return divided(block.content).map((content) => plainText(markupOf(content, mention), { story }));
    case 'context':
      return divided(block.content).map((content) => plainText(eachLine('-# ', markupOf(content, mention)), { story }));
    case 'list':
      return block.items.flatMap((item, index) => {
        const sign = block.ordered ? `${index + 1}. ` : '- ';
        return divided(item).map((content, part) =>
          plainText([part === 0 ? sign : '  ', ...eachLine('', markupOf(content, mention))], { story }),
        );
      });
    case 'table':
      return tableParts(block, position, voice);
    case 'quote': {
      const said = eachLine('> ', [`“${escapedLine(block.text)}”`]);
      const by = block.by.length === 0 ? [] : ['\n-# ', ...markupOf(block.by, mention)];
      return [plainText([...said, ...by], { story, apart: story === null })];
    }
    case 'chart':
      return [{ kind: 'chart', series: block.series }];
    case 'code':
      return codeParts(block.text, position);
    case 'divider':
      return [{ kind: 'separator' }];
    case 'actions':
      return block.actions.length === 0 ? [] : [{ kind: 'actions', actions: block.actions }];
  }
}

/** A document in its smallest pieces, in order. */
export function partsOf(document: Document, voice: Voice): Part[] {
  const parts: Part[] = [];
  let story: number | null = null;
  let stories = 0;
  for (const [position, block] of document.blocks.entries()) {
    if (block.kind === 'heading' && block.level === 3) {
      story = stories;
      stories += 1;
      const href = block.href === undefined ? null : shortAddress(block.href);
      parts.push({ kind: 'story', story, text: storyTitle(block.text, href) });
      continue;
    }
    // A story's section holds what is said of it; what stands by itself ends it.
    if (!['paragraph', 'context', 'quote', 'list'].includes(block.kind)) story = null;
    parts.push(...blockParts(block, position, story, voice));
  }
  return parts;
}
