import type { Inline, Source, Span } from '../model.ts';
import type { ReceiptAddress } from '../ports/links.ts';

const FRAGMENT_WORDS = 6;

function fragmentPart(words: readonly string[]): string {
  // A hyphen and a comma are syntax in a text directive.
  return encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
}

/**
 * The address of an article, opened at a sentence of it (text fragments, WICG "Scroll to Text Fragment"). A browser that
 * does not know them opens the page at its top.
 */
export function addressAt(url: string, sentence: string): string {
  const words = sentence
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || url.includes('#')) return url;
  const start = fragmentPart(words.slice(0, FRAGMENT_WORDS));
  const end = words.length > FRAGMENT_WORDS * 2 ? `,${fragmentPart(words.slice(-FRAGMENT_WORDS))}` : '';
  const whole = end === '' ? fragmentPart(words) : start;
  return `${url}#:~:text=${whole}${end}`;
}

/** The numbered sources of a message: each span finds its [n]. */
export type Receipts = {
  /** The receipt of a span, once an article however many of its sentences are cited. */
  of(spans: readonly Span[]): Inline[];
  source(article: string): Source | null;
};

/** Where there is no page for it, a receipt is the article itself. */
export const atArticle: ReceiptAddress = ({ url }, { text }) => addressAt(url, text);

/** Where the receipts of a debrief are read, and where it is read itself, if anywhere but here. */
export type Ways = { readonly receipt: ReceiptAddress; readonly page: string | null };

export const NO_PAGES: Ways = { receipt: atArticle, page: null };

/** `address` tells where each receipt is read. */
export function receiptsOf(sources: readonly Source[], address: ReceiptAddress = atArticle): Receipts {
  const byArticle = new Map(sources.map((source) => [source.article, source]));
  return {
    of(spans) {
      const shown = new Set<number>();
      const receipts: Inline[] = [];
      for (const span of spans) {
        const source = byArticle.get(span.article);
        if (source === undefined || shown.has(source.n)) continue;
        shown.add(source.n);
        receipts.push({ kind: 'receipt', n: source.n, href: address(source, span) });
      }
      return receipts;
    },
    source: (article) => byArticle.get(article) ?? null,
  };
}
