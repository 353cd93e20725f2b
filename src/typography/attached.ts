import type { Attached, Block, Document } from '../model.ts';

/** A document whose files go beside it, and the files: each is named where its text stood. */
export type Parted = { readonly document: Document; readonly files: readonly Attached[] };

/** Takes the files out of a document; `words` says of one where it is. */
export function parted(document: Document, words: (name: string) => string): Parted {
  const files: Attached[] = [];
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== 'code' || block.file === undefined) return block;
    files.push(block.file);
    return { kind: 'paragraph', content: [{ kind: 'text', text: words(block.file.name) }] };
  });
  return files.length === 0 ? { document, files } : { document: { ...document, blocks }, files };
}
