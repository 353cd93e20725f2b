import { text } from '../document/inline.ts';
import type { Document } from '../model.ts';

/** A document of plain words. */
export const said = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [text(words)] }],
  thread: [],
});
