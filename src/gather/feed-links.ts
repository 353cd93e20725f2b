import { FetchError } from '../errors.ts';
import { canonicalUrl } from './address.ts';
import { decodeBytes } from './charset.ts';
import { type DomElement, readHtml } from './dom.ts';
import type { FeedLinks, Origin } from './reader.ts';

const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/(?:feed\+)?json|(?:application|text)\/xml)\s*(?:;|$)/i;
/** What a link to a feed is called, in its address and in words. */
const NAMED = /^feed:|(?<![a-z])(?:rss|atom|rdf|(?:news)?feeds?)(?![a-z])/i;
const TOLD = /\bRSS\b|\bAtom feed\b/i;

/** The addresses by which a page leads to its feeds: link tags first, then links that look like a feed's. Relative ones resolve against `<base>`, and it against the page. */
export function feedLinksIn(bytes: Uint8Array, { contentType, url }: Origin): FeedLinks {
  const document = readHtml(decodeBytes(bytes, contentType));
  const base = addressIn(attributeOf(document.querySelector('base'), 'href'), url) ?? url;
  const tags = [...document.querySelectorAll('link')].filter((link) => {
    const rel = attributeOf(link, 'rel').toLowerCase().split(/\s+/);
    return rel.includes('feed') || (rel.includes('alternate') && FEED_TYPE.test(attributeOf(link, 'type')));
  });
  const anchors = [...document.querySelectorAll('a')].filter(
    (link) =>
      NAMED.test(attributeOf(link, 'href')) ||
      TOLD.test(`${attributeOf(link, 'title')} ${link.textContent?.slice(0, 100) ?? ''}`),
  );
  const feeds = new Set<string>();
  const comments = new Set<string>();
  for (const link of [...tags, ...anchors]) {
    const href = attributeOf(link, 'href');
    const address = addressIn(href, base);
    const isOfComments = /\bcomments?\b/i.test(`${attributeOf(link, 'title')} ${href}`);
    if (address !== null) (isOfComments ? comments : feeds).add(address);
  }
  return { feeds: [...feeds], comments: [...comments] };
}

/** Names of attributes have no case in HTML, and linkedom keeps them as they are written. */
function attributeOf(element: DomElement | null, name: string): string {
  return element?.getAttribute(name) ?? element?.getAttribute(name.toUpperCase()) ?? '';
}

function addressIn(href: string, base: string | null): string | null {
  if (href.trim() === '') return null;
  try {
    // A page says `feed:` in the place of its own scheme.
    return canonicalUrl(base === null ? href : href.replace(/^\s*feed:(?=\/\/(?!https?:))/i, ''), base ?? undefined);
  } catch (error) {
    if (error instanceof FetchError) return null;
    throw error;
  }
}
