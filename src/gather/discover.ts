import { FetchError, ParseError, ReadingError } from '../errors.ts';
import type { Http, HttpResponse } from '../ports/http.ts';
import { canonicalUrl, sameFeed } from './address.ts';
import type { ParsedFeed } from './entry.ts';
import type { Reader } from './reader.ts';

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
export async function discover(
  address: string,
  { http, reader }: { readonly http: Http; readonly reader: Reader },
): Promise<Discovery> {
  const start = canonicalUrl(
    /^[a-z][a-z\d+.-]*:/i.test(address.trim()) && !/^[\w.-]+:\d+(?:\/|$)/.test(address.trim())
      ? address
      : `https://${address.trim()}`,
  );
  const tried: { url: string; reason: string }[] = [];
  const candidates: Candidate[] = [];

  const look = async (url: string): Promise<HttpResponse | null> => {
    try {
      const answer = await http.get({ url, ...LIMITS });
      if (answer.status !== 200) {
        tried.push({ url, reason: `answered ${answer.status}` });
        return null;
      }
      const contentType = answer.headers['content-type'] ?? null;
      try {
        const feed = await reader.feed(answer.body, { contentType, url: answer.url });
        const found = canonicalUrl(answer.url);
        if (!candidates.some((candidate) => sameFeed(candidate.url, found))) candidates.push({ url: found, feed });
        return null;
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        tried.push({ url, reason: error.message });
        return answer;
      }
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof ReadingError)) throw error;
      tried.push({ url, reason: error.message });
      return null;
    }
  };

  const page = await look(start);
  if (candidates.length === 0 && page !== null) {
    const from = { contentType: page.headers['content-type'] ?? null, url: start };
    const links = await reader.links(page.body, from).catch((error: unknown) => {
      if (!(error instanceof ReadingError)) throw error;
      tried.push({ url: start, reason: error.message });
      return [];
    });
    for (const url of links.slice(0, 6)) await look(url);
  }
  if (candidates.length === 0) {
    for (const path of USUAL) {
      await look(new URL(path, start).href);
      if (candidates.length > 0) break;
    }
  }
  return { candidates, tried };
}
