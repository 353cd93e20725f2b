import { Readability } from '@mozilla/readability';
import { type Block, blocksOf } from './blocks.ts';
import { announcesOthers, isBoilerplate } from './boilerplate.ts';
import type { DomDocument, DomElement, DomNode } from './dom.ts';
import { removeFurniture } from './furniture.ts';
import type { Outline } from './outline.ts';
import { plainText, squash } from './plain-text.ts';
import { tableIn } from './tables.ts';

/**
 * The body of an article, block by block: Readability's choice, with the lead that it leaves above, or what the page itself marks as the
 * body where Readability finds next to nothing of it, or `declared`, the body that JSON-LD gives, where both do. Changes the document.
 */
export function bodyOf(document: DomDocument, outline: Outline, declared: string | null): readonly Block[] {
  // Readability renames and empties headings: what is needed of them is read before.
  const title = squash(outline.headline?.textContent ?? '');
  removeFurniture(document, outline);
  const page = blocksOf(document.body);
  const marked = markedBody(document);
  const inMarked = marked === null ? [] : blocksOf(marked);
  for (const table of document.querySelectorAll('table')) {
    // What Readability keeps as data.
    if (tableIn(table, blocksOf) !== null) table.setAttribute('summary', 'data');
  }
  const found = readability(document);
  const blocks = found ? blocksOf(found) : [];
  const chosen = proseIn(blocks) >= proseIn(inMarked) * 0.15 ? blocks : inMarked;
  const body = pruned([...leadOf(page, chosen, title), ...chosen]).filter(
    ({ text, tag }) => !isHeading(tag) || text !== title,
  );
  const inData = declared === null ? [] : blocksOfText(declared);
  return sizeOf(inData) > 400 && sizeOf(inData) > sizeOf(body) * 1.5 ? inData : body;
}

/** Readability's choice; null where it finds none, or where a page has more siblings than linkedom can move (it spreads them over the stack). */
function readability(document: DomDocument): DomNode | null {
  try {
    return new Readability<DomNode>(document, { serializer: (node) => node }).parse()?.content ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Text without markup, a block for each line. */
function blocksOfText(text: string): Block[] {
  return text
    .split(/\n+/)
    .map((line) => ({ text: plainText(line), tag: 'P', linked: 0 }))
    .filter(({ text: line }) => line !== '');
}

/** What stands between the headline and the first block of the body and reads like prose: the lead, which templates put in a header of its own. */
function leadOf(page: readonly Block[], body: readonly Block[], title: string): Block[] {
  const [first] = body;
  if (title === '' || first === undefined) return [];
  const end = page.findIndex(({ text }) => text === first.text);
  const start = page.slice(0, Math.max(0, end)).findLastIndex(({ text }) => text === title);
  if (start < 0) return [];
  const between = page.slice(start + 1, end);
  if (between.length > 25) return [];
  return between.filter((block) => isProse(block) && !body.some(({ text }) => text.includes(block.text)));
}

/** Sentences rather than labels, names and dates. */
function isProse({ text, linked, tag }: Block): boolean {
  return tag !== 'TABLE' && linked < 0.3 && text.length >= 40 && text.split(' ').length >= 7 && !/©|\(c\)/i.test(text);
}

/** What the page itself marks as the article's body. */
function markedBody(document: DomDocument): DomElement | null {
  for (const selector of ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]']) {
    const [only, ...others] = [...document.querySelectorAll(selector)];
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

/** Characters in blocks that are sentences rather than labels and links. */
function proseIn(blocks: readonly Block[]): number {
  return sizeOf(blocks.filter(({ text, linked, tag }) => text.length >= 80 && linked < 0.5 && tag !== 'TABLE'));
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Without what is no part of the article: pointers elsewhere, credits, calls to subscribe, headings with nothing left under them. */
function pruned(blocks: readonly Block[]): Block[] {
  const kept = blocks.slice(0, endOf(blocks)).filter((block) => !isPointer(block) && !isBoilerplate(block));
  return kept.filter(({ tag }, index) => !isHeading(tag) || kept[index + 1] !== undefined);
}

/** Where a list of other articles begins that goes on to the end, or the number of blocks. */
function endOf(blocks: readonly Block[]): number {
  const start = blocks.findIndex((block, index) => index > blocks.length / 2 && announcesOthers(block));
  if (start < 0) return blocks.length;
  const rest = blocks.slice(start + 1);
  const prose = rest.filter(({ text, linked, tag }) => text.length > 120 && linked < 0.5 && tag !== 'TABLE');
  return prose.length <= rest.length / 4 ? start : blocks.length;
}

function isHeading(tag: string): boolean {
  return /^H[1-6]$/.test(tag);
}

/** A block that only leads elsewhere: a link alone that is no paragraph, or a label and a link ("See also: ..."). */
function isPointer({ text, tag, linked }: Block): boolean {
  const labelled = /^[^.!?:]{2,40}:/u.test(text) && text.length < 250;
  if (linked > 0.85) return (tag !== 'TD' && tag !== 'P') || labelled;
  return linked > 0.5 && labelled;
}
