import type { DomNode } from './dom.ts';

/** Elements that begin a block of text and end it. */
const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

/** Elements whose text is never read. */
const UNREAD = new Set(
  'script style noscript template head title svg math iframe object select option button textarea input audio video canvas map'.split(
    ' ',
  ),
);

/** Text of an element, block by block, in reading order: white space squashed, empty blocks left out. */
export function blocksOf(root: DomNode): string[] {
  const blocks: string[] = [];
  let current = '';
  const flush = (): void => {
    const text = current.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
    if (text !== '') blocks.push(text);
    current = '';
  };
  let breaks = 0;
  // A stack of its own: pages nest deeper than calls may.
  const open: (DomNode | 'flush')[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === 'flush') {
      flush();
      continue;
    }
    if (node.nodeType === 3) {
      const text = node.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      current += text;
      continue;
    }
    if (node.nodeType !== 1 && node.nodeType !== 11) continue;
    const name = node.nodeName.toLowerCase();
    if (UNREAD.has(name)) continue;
    if (name === 'br') {
      breaks += 1;
      // Two in a row are how old pages write a paragraph.
      if (breaks >= 2) flush();
      else current += ' ';
      continue;
    }
    const isBlock = BLOCK.has(name);
    if (isBlock) {
      flush();
      open.push('flush');
    }
    for (let child = node.lastChild; child !== null; child = child.previousSibling) open.push(child);
  }
  flush();
  return blocks;
}
