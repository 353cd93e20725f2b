import { FetchError, ParseError } from '../errors.ts';
import type { Http } from '../ports/http.ts';
import { canonicalUrl, sameFeed } from './address.ts';
import { decodeBytes } from './charset.ts';
import { type ParsedFeed, parseFeed } from './parse.ts';

const LIMITS = { maxBytes: 10_000_000, timeoutMs: 20_000 };

/** Where sites keep their feed when their pages do not say. */
const USUAL = [
  '/feed',
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/blog/feed',
  '/news/rss.xml',
];

/** A feed that was found, read already, so that people see what they would add. */
export type Candidate = { readonly url: string; readonly feed: ParsedFeed };

export type Discovery = {
  /** Best first; empty where none was found. */
  readonly candidates: readonly Candidate[];
  /** What was asked and why it is no feed. */
  readonly tried: readonly { readonly url: string; readonly reason: string }[];
};

/**
 * Finds the feeds that an address stands for: itself, else those its page names by link tags or links to, else the usual addresses of its
 * site. `example.com` is taken as https://example.com. Throws a FetchError for what is no address; all else is in `tried`.
 */
export async function discover(address: string, { http }: { readonly http: Http }): Promise<Discovery> {
  const start = canonicalUrl(
    /^[a-z][a-z\d+.-]*:/i.test(address.trim()) && !/^[\w.-]+:\d+(?:\/|$)/.test(address.trim())
      ? address
      : `https://${address.trim()}`,
  );
  const tried: { url: string; reason: string }[] = [];
  const candidates: Candidate[] = [];

  const look = async (url: string): Promise<string | null> => {
    try {
      const answer = await http.get({ url, ...LIMITS });
      if (answer.status !== 200) {
        tried.push({ url, reason: `answered ${answer.status}` });
        return null;
      }
      const contentType = answer.headers['content-type'] ?? null;
      try {
        const feed = await parseFeed(answer.body, { contentType, url: answer.url });
        const found = canonicalUrl(answer.url);
        if (!candidates.some((candidate) => sameFeed(candidate.url, found))) candidates.push({ url: found, feed });
        return null;
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        tried.push({ url, reason: error.message });
        return decodeBytes(answer.body, contentType);
      }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      tried.push({ url, reason: error.message });
      return null;
    }
  };

  const page = await look(start);
  if (candidates.length === 0 && page !== null) {
    for (const url of (await linksOf(page, start)).slice(0, 6)) await look(url);
  }
  if (candidates.length === 0) {
    for (const path of USUAL) {
      await look(new URL(path, start).href);
      if (candidates.length > 0) break;
    }
  }
  return { candidates, tried };
}

const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml|^application\/feed\+json|^(?:application|text)\/xml/i;

/** Link tags first, then links that look like a feed's. */
async function linksOf(html: string, base: string): Promise<string[]> {
  // Loaded when an address turns out to be a page.
  const { readHtml } = await import('./dom.ts');
  const document = readHtml(html);
  const tags = [...document.querySelectorAll('link[rel~="alternate"][href]')].filter((link) =>
    FEED_TYPE.test(link.getAttribute('type') ?? ''),
  );
  const anchors = [...document.querySelectorAll('a[href]')].filter((link) =>
    /\b(?:rss|atom|feed)\b/i.test(link.getAttribute('href') ?? ''),
  );
  const addresses = [...tags.filter((tag) => !/comments/i.test(tag.getAttribute('title') ?? '')), ...anchors].flatMap(
    (link) => {
      const href = link.getAttribute('href') ?? '';
      return URL.canParse(href, base) && /^https?:/.test(new URL(href, base).protocol)
        ? [new URL(href, base).href]
        : [];
    },
  );
  return [...new Set(addresses)];
}
