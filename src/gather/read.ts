import { FetchError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Article, Feed, Item } from '../model.ts';
import type { Http } from '../ports/http.ts';
import { articleId, canonicalUrl } from './address.ts';
import type { PageReading } from './article.ts';
import { isAhead } from './dates.ts';
import type { Begin, Reader } from './reader.ts';
import type { Robots } from './robots.ts';

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 20_000;

export type ReadDeps = {
  readonly http: Http;
  readonly robots: Robots;
  readonly reader: Pick<Reader, 'page' | 'entry'>;
  /** Called before markup is read. */
  readonly begin?: Begin;
  readonly now: Date;
  /** Whether pages are fetched at all; without, the feed's own text is all there is. */
  readonly pages: boolean;
  /** Why the page is not read any more, where it failed too often. */
  readonly givenUp?: string | null;
};

/** An article, or why there is none, in words for people. */
export type ReadResult =
  | { readonly kind: 'article'; readonly article: Article }
  /** Re-read, and nothing has changed. */
  | { readonly kind: 'same'; readonly article: Article }
  | { readonly kind: 'skipped'; readonly reason: string };

/**
 * Turns an entry of a feed into an article: the page it links to, or the feed's own text where the page may not or cannot be read, with a
 * note that says why. With `previous`, an earlier version, a changed text is a new version that supersedes it. Rejects for nothing that a
 * server does; with a ReadingError for markup that is given up.
 */
export async function readItem(
  item: Item,
  feed: Feed,
  deps: ReadDeps,
  previous: Article | null = null,
): Promise<ReadResult> {
  const link = addressOf(item, feed);
  if (link === null) return { kind: 'skipped', reason: 'the entry has no address that could be opened' };
  const own = item.html === null ? '' : await deps.reader.entry(item.html, deps.begin);
  const note = deps.pages ? (deps.givenUp ?? null) : 'pages are not fetched in this run';
  const page: Fetched = note === null ? await fetchPage(link, deps) : { kind: 'unread', note };
  if (page.kind === 'foreign' && own === '') return { kind: 'skipped', reason: page.note };
  const isPage = page.kind === 'page' && (page.note === null || page.reading.text.length > own.length);
  const draft = isPage ? fromPage(item, page) : fromFeed(item, own, link, page.note);
  // A version from the page is never superseded by the shorter text of the feed.
  if (previous?.origin === 'page' && draft.origin === 'feed') return { kind: 'same', article: previous };
  if (draft.title === null) return { kind: 'skipped', reason: 'the entry has no title and no text' };
  const text = draft.text === '' ? draft.title : draft.text;
  const hash = sha256(text);
  if (previous !== null && previous.hash === hash) return { kind: 'same', article: previous };
  const url = previous?.url ?? draft.url;
  const notes = [
    draft.note,
    draft.published !== null && isAhead(draft.published, deps.now)
      ? 'its date lies in the future and is left out'
      : null,
  ];
  const article: Article = {
    id: articleId(url, hash),
    url,
    title: draft.title,
    text,
    hash,
    author: draft.author,
    publisher: feed.publisher ?? draft.publisher ?? feed.title ?? new URL(url).hostname.replace(/^www\./, ''),
    published: draft.published !== null && isAhead(draft.published, deps.now) ? null : draft.published,
    fetched: deps.now.toISOString(),
    origin: draft.origin,
    note: notes.filter((note) => note !== null).join('; ') || null,
    supersedes: previous?.id ?? null,
  };
  return { kind: 'article', article };
}

type Draft = Pick<Article, 'url' | 'text' | 'author' | 'published' | 'origin' | 'note'> & {
  readonly title: string | null;
  readonly publisher: string | null;
};

/** The feed's word on title and date goes first: it is about this entry, and it is what people saw. */
function fromPage(item: Item, { reading, url, note }: FetchedPage): Draft {
  return {
    url: canonicalOf(reading, url),
    title: item.title ?? reading.title,
    text: reading.text,
    author: reading.author ?? item.author,
    published: item.published ?? item.updated ?? reading.published,
    publisher: reading.publisher,
    origin: 'page',
    note,
  };
}

function fromFeed(item: Item, text: string, url: string, note: string | null): Draft {
  const [line = ''] = text.split('\n');
  return {
    url,
    title: item.title ?? (line.slice(0, 120) || null),
    text,
    author: item.author,
    published: item.published ?? item.updated,
    publisher: null,
    origin: 'feed',
    note,
  };
}

function addressOf(item: Item, feed: Feed): string | null {
  try {
    return item.url === null ? null : canonicalUrl(item.url, feed.url);
  } catch {
    return null;
  }
}

/** The page's own word on its address is taken where it stays on the site: some name their front page. */
function canonicalOf(reading: PageReading, url: string): string {
  const own = canonicalUrl(url);
  if (reading.canonical === null || !URL.canParse(reading.canonical)) return own;
  const named = new URL(reading.canonical);
  const sameSite = siteOf(named.hostname) === siteOf(new URL(own).hostname);
  return sameSite && named.pathname !== '/' && /^https?:$/.test(named.protocol) ? canonicalUrl(named.href) : own;
}

function siteOf(hostname: string): string {
  return hostname.split('.').slice(-2).join('.');
}

type FetchedPage = {
  readonly kind: 'page';
  readonly reading: PageReading;
  readonly url: string;
  readonly note: string | null;
};
/** A page; a file of another type; or none, and why. */
type Fetched = FetchedPage | { readonly kind: 'foreign' | 'unread'; readonly note: string };

async function fetchPage(url: string, { http, robots, reader, begin, now }: ReadDeps): Promise<Fetched> {
  const unread = (note: string): Fetched => ({ kind: 'unread', note });
  try {
    if (!(await robots.allows(url, now))) return unread('the site asks robots not to read its page');
    const answer = await http.get({
      url,
      headers: { accept: 'text/html, application/xhtml+xml;q=0.9' },
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status !== 200) return unread(`its page answered ${answer.status}`);
    const type = answer.headers['content-type'] ?? null;
    if (isForeign(type, answer.body))
      return { kind: 'foreign', note: `its page is no text but ${type?.split(';')[0] ?? 'another file'}` };
    if (isFrontPage(answer.url) && !isFrontPage(url)) return unread(NOTES['soft 404']);
    const reading = await reader.page(answer.body, { url: answer.url, contentType: type }, begin);
    if ([...reading.wishes, ...wishesIn(answer.headers)].some((wish) => wish === 'noai' || wish === 'noml')) {
      return unread('its publisher asks that machines do not read the page');
    }
    if (reading.state === 'ok') return { kind: 'page', reading, url: answer.url, note: null };
    // Of a paywalled page the part before the wall is the article's own; other walls have nothing of it.
    return reading.state === 'paywall'
      ? { kind: 'page', reading, url: answer.url, note: NOTES.paywall }
      : unread(NOTES[reading.state]);
  } catch (error) {
    if (error instanceof FetchError) return unread(`its page could not be had: ${error.message}`);
    throw error;
  }
}

/** By what the server says, or, where it says nothing, by the first bytes: a PDF, a picture, an archive. */
function isForeign(type: string | null, body: Uint8Array): boolean {
  if (type !== null && !/html|xml|text\/plain|octet-stream/i.test(type)) return true;
  const head = String.fromCharCode(...body.subarray(0, 4));
  return /^(?:%PDF|PK\u0003|\u0089PNG|GIF8|\u00ff\u00d8)/.test(head);
}

/** What a server asks in its headers: `X-Robots-Tag`, and the TDM Reservation Protocol. */
function wishesIn(headers: Readonly<Record<string, string>>): string[] {
  const reserved = headers['tdm-reservation']?.trim() === '1' ? ['noai'] : [];
  return [...(headers['x-robots-tag'] ?? '').toLowerCase().split(/[\s,:]+/), ...reserved];
}

/** Pages that are gone are often answered with the front page. */
function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}

const NOTES: Readonly<Record<Exclude<PageReading['state'], 'ok'>, string>> = {
  paywall: 'its page is for subscribers',
  consent: 'its page asks for consent first',
  empty: 'its page has no text without scripts',
  'soft 404': 'its page says that it was not found',
};
