import { FetchError } from '../errors.ts';
import type { Http, HttpResponse } from '../ports/http.ts';
import type { PageReading } from './article.ts';
import { isChallenge } from './challenge.ts';
import type { Begin, Reader } from './reader.ts';
import type { Robots } from './robots.ts';

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 20_000;
/** How many pages that only send on to the next are followed. */
const HOPS = 2;
/** Below so many characters a page that sends on is nothing but that. */
const SENDING_ON = 1500;

export type PageDeps = {
  readonly http: Http;
  readonly robots: Robots;
  readonly reader: Pick<Reader, 'page'>;
  /** Called before markup is read. */
  readonly begin?: Begin;
  readonly now: Date;
};

export type FetchedPage = {
  readonly kind: 'page';
  readonly reading: PageReading;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** What is missing of it, where something is. */
  readonly note: string | null;
};

/** A page; a file of another type; or none, why, and whether that may pass. */
export type Fetched =
  | FetchedPage
  | { readonly kind: 'foreign'; readonly note: string }
  | { readonly kind: 'unread'; readonly note: string; readonly isPassing: boolean };

const unread = (note: string, isPassing: boolean): Fetched => ({ kind: 'unread', note, isPassing });

/** Fetches what an address leads to, redirects by a page's own `refresh` included. Never rejects for what a server does. */
export async function fetchPage(link: string, deps: PageDeps): Promise<Fetched> {
  let url = link;
  try {
    for (let hop = 0; ; hop += 1) {
      const page = await fetchOne(url, deps);
      const next = page.kind === 'page' && page.reading.text.length < SENDING_ON ? page.reading.refresh : null;
      if (next === null || hop === HOPS || page.kind !== 'page' || next === page.url || next === url) return page;
      url = next;
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return unread(`its page could not be had: ${error.message}`, PASSING_KINDS.has(error.kind));
  }
}

const PASSING_KINDS: ReadonlySet<FetchError['kind']> = new Set(['dns', 'connection', 'timeout', 'certificate']);

async function fetchOne(url: string, { http, robots, reader, begin, now }: PageDeps): Promise<Fetched> {
  const verdict = await robots.verdict(url, now);
  if (verdict === 'forbidden') return unread('the site asks robots not to read its page', false);
  if (verdict === 'unanswered') return unread('its site does not say whether robots may read its page', true);
  const answer = await http.get({
    url,
    headers: { accept: 'text/html, application/xhtml+xml;q=0.9' },
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  if (isChallenge(answer)) return unread('its site asks for a browser that proves itself, which no bot can', true);
  if (answer.status !== 200) return unread(`its page answered ${answer.status}`, mayPass(answer));
  const type = answer.headers['content-type'] ?? null;
  if (isForeign(type, answer.body))
    return { kind: 'foreign', note: `its page is no text but ${type?.split(';')[0] ?? 'another file'}` };
  const reading = await reader.page(answer.body, { url: answer.url, contentType: type }, begin);
  if ([...reading.wishes, ...wishesIn(answer.headers)].some((wish) => wish === 'noai' || wish === 'noml')) {
    return unread('its publisher asks that machines do not read the page', false);
  }
  if (reading.state === 'ok' || reading.refresh !== null) return { kind: 'page', reading, url: answer.url, note: null };
  // Of a paywalled page the part before the wall is the article's own; other walls have nothing of it.
  return reading.state === 'paywall'
    ? { kind: 'page', reading, url: answer.url, note: NOTES.paywall }
    : unread(NOTES[reading.state], true);
}

/** Statuses that a page may lose within the day: not there yet, too many requests, a fault of the server. */
const mayPass = ({ status }: HttpResponse): boolean =>
  status === 404 || status === 408 || status === 425 || status === 429 || status >= 500;

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

const NOTES: Readonly<Record<Exclude<PageReading['state'], 'ok'>, string>> = {
  paywall: 'its page is for subscribers',
  consent: 'its page asks for consent first',
  empty: 'its page has no text without scripts',
  'soft 404': 'its page says that it was not found',
};
