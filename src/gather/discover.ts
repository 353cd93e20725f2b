import { FetchError, ParseError, ReadingError } from '../errors.ts';
import type { Http, HttpResponse } from '../ports/http.ts';
import { canonicalUrl, feedUrl, sameFeed } from './address.ts';
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

/** Of a page's links this many are looked at. */
const MOST = 8;

/**
 * Finds the feeds that an address stands for: itself, else those its page names by link tags or links to, or a page that it links to as feeds, or
 * that it sends on to; those of comments last; else the usual addresses of its site. `example.com` is taken as https://example.com, or http where it has no https. Throws a FetchError for what is
 * no address; all else is in `tried`.
 */
export async function discover(
  address: string,
  { http, reader }: { readonly http: Http; readonly reader: Reader },
): Promise<Discovery> {
  const given = address.trim();
  const isBare = !/^[a-z][a-z\d+.-]*:/i.test(given) || /^[\w.-]+:\d+(?:\/|$)/.test(given);
  const starts = (isBare ? [`https://${given}`, `http://${given}`] : [given]).map(feedUrl);
  const tried: { url: string; reason: string }[] = [];
  const candidates: Candidate[] = [];

  /** The page that stands there instead of a feed, or null. */
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

  /** Looks at what a page names as feeds; answers the pages that stand there instead. */
  const follow = async ({ body, headers, url }: HttpResponse): Promise<readonly HttpResponse[]> => {
    const from = { contentType: headers['content-type'] ?? null, url };
    const { feeds, comments } = await reader.links(body, from).catch((error: unknown) => {
      if (!(error instanceof ReadingError)) throw error;
      tried.push({ url, reason: error.message });
      return { feeds: [], comments: [] };
    });
    const pages: HttpResponse[] = [];
    for (const link of feeds.slice(0, MOST)) {
      const instead = await look(link);
      if (instead !== null) pages.push(instead);
    }
    for (const link of comments.slice(0, MOST)) if (candidates.length === 0) await look(link);
    return pages;
  };

  /** The page that another sends its readers on to by itself. */
  const sentOn = async ({ body, headers, url }: HttpResponse): Promise<HttpResponse | null> => {
    const from = { contentType: headers['content-type'] ?? null, url };
    const { refresh } = await reader.page(body, from).catch((error: unknown) => {
      if (!(error instanceof ReadingError || error instanceof ParseError)) throw error;
      return { refresh: null };
    });
    return refresh === null ? null : look(refresh);
  };

  let page: HttpResponse | null = null;
  for (const start of starts) if (page === null && candidates.length === 0) page = await look(start);
  for (let at = page; at !== null; at = candidates.length > 0 || at !== page ? null : await sentOn(at)) {
    // Many sites have a page that lists their feeds.
    for (const list of await follow(at)) if (candidates.length === 0) await follow(list);
  }
  const site = page?.url ?? starts[0] ?? given;
  for (const path of USUAL) if (candidates.length === 0) await look(new URL(path, site).href);
  return { candidates, tried };
}
