import { type DomElement, type DomNode, isElement } from './dom.ts';
import { squash } from './plain-text.ts';
import { tableIn } from './tables.ts';

/** A paragraph, a heading, a list item, a table of data with a line for each row: what is read as one. */
export type Block = {
  readonly text: string;
  /** The element that it stands in, in upper case: `P`, `LI`, `H2`. */
  readonly tag: string;
  /** The share of its characters that are links, 0 to 1. */
  readonly linked: number;
};

/** Elements that begin a block of text and end it. */
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION'.split(
    ' ',
  ),
);

/** Elements whose text is never read. */
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH IFRAME OBJECT SELECT OPTION BUTTON TEXTAREA INPUT AUDIO VIDEO CANVAS MAP'.split(
    ' ',
  ),
);

/** Marks in the walk where an element that was opened ends. */
type End = { readonly tag: string; readonly isBlock: boolean; readonly isLink: boolean };

/** The text of an element, block by block, in reading order: white space squashed, empty blocks left out. */
export function blocksOf(root: DomNode): Block[] {
  const blocks: Block[] = [];
  const tags: string[] = [];
  let parts: string[] = [];
  let linked = 0;
  let links = 0;
  let breaks = 0;
  const inCell = /^T[DH]$/i.test(root.nodeName);
  const flush = (): void => {
    const text = squash(parts.join(''));
    if (text !== '') blocks.push({ text, tag: tags.at(-1) ?? '', linked: Math.min(1, linked / text.length) });
    parts = [];
    linked = 0;
    breaks = 0;
  };
  // A stack of its own: pages nest deeper than calls may.
  const open: (DomNode | End)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('isBlock' in node) {
      if (node.isLink) links -= 1;
      if (node.isBlock) {
        flush();
        tags.pop();
      }
      continue;
    }
    if (node.nodeType === 3) {
      const text = node.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      if (links > 0) linked += squash(text).length;
      parts.push(text);
      continue;
    }
    if (!isElement(node)) {
      if (node.nodeType === 11)
        for (let child = node.lastChild; child !== null; child = child.previousSibling) open.push(child);
      continue;
    }
    const tag = node.nodeName.toUpperCase();
    if (UNREAD.has(tag)) continue;
    if (tag === 'BR') {
      breaks += 1;
      // Two in a row are how old pages write a paragraph.
      if (breaks >= 2) flush();
      else parts.push(' ');
      continue;
    }
    if (tag === 'TABLE') {
      const table = tableIn(node, blocksOf);
      if (table !== null) {
        flush();
        blocks.push(...table.map(({ text, isTable }) => ({ text, tag: isTable ? 'TABLE' : 'P', linked: 0 })));
        continue;
      }
    }
    if (tag === 'SUP' && inCell && isNote(node)) continue;
    const end = { tag, isBlock: BLOCK.has(tag), isLink: tag === 'A' };
    if (end.isBlock) {
      flush();
      tags.push(tag);
    }
    if (end.isLink) links += 1;
    open.push(end);
    for (let child = node.lastChild; child !== null; child = child.previousSibling) open.push(child);
  }
  flush();
  return blocks;
}

const MARK = /^(?:[([]\w{1,2}[)\]]|[*†‡§]+)$/;
const BARE_MARK = /^(?:\d{1,2}(?:,\s?\d{1,2})*|[a-z])$/;
/** What no power stands behind: a word longer than a unit, a number that is no ten. */
const UNRAISED = /(?:\p{L}{3}|(?:^|[^\d.,])(?!10$)\d[\d.,]{0,20})[.)]?\s?$/u;

/** Is it the mark of a footnote: "Revenue¹", "410⁽²⁾"? A square metre is none. */
function isNote({ textContent, previousSibling }: DomNode): boolean {
  const text = (textContent ?? '').trim();
  return MARK.test(text) || (BARE_MARK.test(text) && UNRAISED.test(previousSibling?.textContent ?? ''));
}

/** Blocks as an article's text: paragraphs split by a blank line. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

/** Characters of text below an element, white space squashed; scripts and the like left out. */
export function textLength(element: DomElement): number {
  return blocksOf(element).reduce((sum, { text }) => sum + text.length, 0);
}
