import { Readability } from '@mozilla/readability';
import { type Block, blocksOf } from './blocks.ts';
import type { DomDocument, DomElement, DomNode } from './dom.ts';
import { removeFurniture } from './furniture.ts';
import type { Outline } from './outline.ts';

/**
 * The body of an article, block by block: Readability's choice, with the lead that it leaves above, or what the page itself marks as the
 * body where Readability finds much less. Changes the document.
 */
export function bodyOf(document: DomDocument, outline: Outline): readonly Block[] {
  removeFurniture(document, outline);
  const page = blocksOf(document.body);
  const marked = markedBody(document);
  const inMarked = marked === null ? [] : blocksOf(marked);
  const found = new Readability<DomNode>(document, { serializer: (node) => node }).parse()?.content;
  const blocks = found ? blocksOf(found) : [];
  const chosen = sizeOf(blocks) >= sizeOf(inMarked) * 0.5 ? blocks : inMarked;
  return pruned([...leadOf(page, chosen, outline), ...chosen]);
}

/** What stands between the headline and the first block of the body and reads like prose: the lead, which templates put in a header of its own. */
function leadOf(page: readonly Block[], body: readonly Block[], { headline }: Outline): Block[] {
  const title = squash(headline?.textContent ?? '');
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
function isProse({ text, linked }: Block): boolean {
  return linked < 0.3 && text.length >= 40 && text.split(' ').length >= 7 && !/©|\(c\)/i.test(text);
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the page itself marks as the article's body. */
function markedBody(document: DomDocument): DomElement | null {
  for (const selector of ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]']) {
    const [only, ...others] = [...document.querySelectorAll(selector)];
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Without lists of links, and headings that are left with nothing under them. */
function pruned(blocks: readonly Block[]): Block[] {
  const kept = blocks.filter((block) => !isPointer(block));
  return kept.filter(({ tag }, index) => !/^H[1-6]$/.test(tag) || kept[index + 1] !== undefined);
}

/** A block that only leads elsewhere: a link alone, or a label and a link ("See also: ..."). */
function isPointer({ text, tag, linked }: Block): boolean {
  if (linked > 0.85 && (tag === 'LI' || /^H[2-6]$/.test(tag) || text.length < 200))
    return tag !== 'TD' && tag !== 'P' ? true : /^\p{L}[^.!?]{0,40}:/u.test(text);
  return linked > 0.5 && text.length < 250 && /^[^.!?:]{2,40}:/u.test(text);
}
