import { decodeBytes } from './charset.ts';
import { readHtml } from './dom.ts';
import type { Origin } from './reader.ts';

const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml|^application\/feed\+json|^(?:application|text)\/xml/i;

/** The addresses by which a page leads to its feeds: link tags first, then links that look like a feed's. */
export function feedLinksIn(bytes: Uint8Array, { contentType, url }: Origin): string[] {
  const document = readHtml(decodeBytes(bytes, contentType));
  const tags = [...document.querySelectorAll('link[rel~="alternate"][href]')].filter((link) =>
    FEED_TYPE.test(link.getAttribute('type') ?? ''),
  );
  const anchors = [...document.querySelectorAll('a[href]')].filter((link) =>
    /\b(?:rss|atom|feed)\b/i.test(link.getAttribute('href') ?? ''),
  );
  const addresses = [...tags.filter((tag) => !/comments/i.test(tag.getAttribute('title') ?? '')), ...anchors].flatMap(
    (link) => {
      const href = link.getAttribute('href') ?? '';
      const base = url ?? undefined;
      return URL.canParse(href, base) && /^https?:/.test(new URL(href, base).protocol)
        ? [new URL(href, base).href]
        : [];
    },
  );
  return [...new Set(addresses)];
}
