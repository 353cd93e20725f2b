import { type Block, blocksOf, joinBlocks } from './blocks.ts';
import { bodyOf } from './body.ts';
import { isBoilerplate } from './boilerplate.ts';
import { decodeBytes } from './charset.ts';
import { type DomDocument, readHtml } from './dom.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { outlineOf } from './outline.ts';
import { type PageState, stateOf } from './page-state.ts';
import { resolve } from './xml.ts';

export type PageReading = Pick<Metadata, 'title' | 'author' | 'published' | 'publisher' | 'canonical'> & {
  /** The body alone, paragraphs split by a blank line. */
  readonly text: string;
  readonly state: PageState;
  /** What the publisher asks machines not to do (`noai`, `noindex`, `nosnippet`, ...), by its meta tags. */
  readonly wishes: readonly string[];
  /** Where the page sends its reader on by itself, within seconds (`meta http-equiv="refresh"`). */
  readonly refresh: string | null;
};

/** Reads a page: its body and what it says about itself. Never fails: a page without a body has an empty text. */
export function readPage(
  html: Uint8Array | string,
  url: string | null,
  contentType: string | null = null,
): PageReading {
  const document = readHtml(typeof html === 'string' ? html : decodeBytes(html, contentType));
  const outline = outlineOf(document);
  const { articleBody, isFree, ...metadata } = metadataOf(document, outline, url);
  const wishes = wishesOf(document);
  const shown = joinBlocks(blocksOf(document.body)).slice(0, 50_000);
  const text = joinBlocks(bodyOf(document, outline, articleBody));
  const refresh = refreshOf(document, url);
  return { ...metadata, text, wishes, refresh, state: stateOf({ text, title: metadata.title, shown, isFree }) };
}

/** What feeds put under an entry's text. */
const FEED_TAIL =
  /^(?:the post .{0,300} (?:appeared )?first (?:appeared )?on .{0,100}|(?:continue reading|read more|read the full (?:story|article)|weiterlesen|lire la suite|leer más)\W*.{0,150}|\[?(?:…|\.\.\.)\]?)$/iu;

/** The text of a feed entry's own HTML, paragraphs split by a blank line. */
export function textOf(html: string): string {
  const blocks = blocksOf(readHtml(html).body).filter(
    (block) => !isBoilerplate(block) && !FEED_TAIL.test(block.text) && !isPointer(block),
  );
  // A list of labels with numbers or addresses is what an aggregator knows of an entry; beside sentences it may be the entry's own.
  return blocks.every(({ text }) => LABELLED.test(text)) ? '' : joinBlocks(blocks);
}

const LABELLED = /^[^:]{1,30}:\s*(?:https?:\/\/\S+|[\d.,]+%?)$/;

/** A line of linked words with hardly anything beside them: "Comments", "[link]", who submitted it, a headline and who has it. */
function isPointer({ text, linked }: Block): boolean {
  const words = text.split(' ').length;
  const isLine = words <= 30 && words * (1 - linked) <= Math.max(3, words / 3);
  return linked > 0 && isLine && !/[.!?…"”]$/.test(text);
}

/** A page that reloads itself after minutes shows news; one that sends on at once is on the way to something. */
const AT_ONCE_SECONDS = 10;

function refreshOf(document: DomDocument, base: string | null): string | null {
  const meta = [...document.querySelectorAll('meta[http-equiv][content]')].find(
    (tag) => (tag.getAttribute('http-equiv') ?? '').toLowerCase() === 'refresh' && tag.closest('noscript') === null,
  );
  const [, seconds = '', target = ''] =
    /^\s*(\d{1,5})[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(meta?.getAttribute('content') ?? '') ?? [];
  const to = resolve(target.trim(), base);
  return target !== '' && Number(seconds) <= AT_ONCE_SECONDS && to !== null && /^https?:/i.test(to) ? to : null;
}

/** Words of the robots meta tag that ask not to be used, and the like of them (TDM Reservation Protocol). */
function wishesOf(document: DomDocument): string[] {
  const wishes = [...document.querySelectorAll('meta[name][content]')].flatMap((meta) => {
    const name = (meta.getAttribute('name') ?? '').toLowerCase();
    const words = (meta.getAttribute('content') ?? '').toLowerCase().split(/[\s,]+/);
    if (name === 'tdm-reservation') return words.includes('1') ? ['noai'] : [];
    return name === 'robots' || name === 'debrief' ? words : [];
  });
  return [...new Set(wishes.filter((wish) => /^no(?:ai|ml|imageai|index|snippet|archive)$|^none$/.test(wish)))];
}
