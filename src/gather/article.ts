import { blocksOf, joinBlocks } from './blocks.ts';
import { bodyOf } from './body.ts';
import { decodeBytes } from './charset.ts';
import { type DomDocument, readHtml } from './dom.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { outlineOf } from './outline.ts';

export type PageState = 'ok' | 'paywall' | 'consent' | 'empty' | 'soft 404';

export type PageReading = Metadata & {
  /** The body alone, paragraphs split by a blank line. */
  readonly text: string;
  readonly state: PageState;
  /** What the publisher asks machines not to do, of its `robots` and like headers: `noai`, `noindex`, `nosnippet`. */
  readonly wishes: readonly string[];
};

/** Reads a page: its body and what it says about itself. Never fails: a page without a body has an empty text. */
export function readPage(
  html: Uint8Array | string,
  url: string | null,
  contentType: string | null = null,
): PageReading {
  const document = readHtml(typeof html === 'string' ? html : decodeBytes(html, contentType));
  const outline = outlineOf(document);
  const metadata = metadataOf(document, outline, url);
  const wishes = wishesOf(document);
  const text = joinBlocks(bodyOf(document, outline));
  return { ...metadata, text, wishes, state: text.length < 200 ? 'empty' : 'ok' };
}

/** The text of a feed entry's own HTML, paragraphs split by a blank line. */
export function textOf(html: string): string {
  return joinBlocks(blocksOf(readHtml(html).body));
}

function wishesOf(document: DomDocument): string[] {
  const contents = [...document.querySelectorAll('meta[name]')]
    .filter((meta) => /^(?:robots|debrief|tdm-reservation)$/i.test(meta.getAttribute('name') ?? ''))
    .flatMap((meta) => (meta.getAttribute('content') ?? '').toLowerCase().split(/[\s,]+/));
  return [...new Set(contents.filter((wish) => /^no(?:ai|ml|imageai|index|snippet|archive|ne)$/.test(wish)))];
}
