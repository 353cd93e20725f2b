import type { Feed, Item } from '../model.ts';
import { pageOf } from './facets.ts';
import { type Fetched, fetchPage, type PageDeps } from './page.ts';
import type { Reader } from './reader.ts';

export type ReadDeps = PageDeps & {
  readonly reader: Pick<Reader, 'page' | 'entry'>;
  /** Whether pages are fetched at all; without, the feed's own text is all there is. */
  readonly pages: boolean;
  /** Why the page is not read any more, where it failed too often. */
  readonly givenUp?: string | null;
};

/** What an entry says, and what its link leads to. */
export type Found = {
  /** Null where the entry has no address that could be opened. */
  readonly link: string | null;
  /** The feed's own text of the entry, paragraphs split by a blank line. */
  readonly own: string;
  readonly page: Fetched;
};

/** Reads an entry and its page. Rejects for nothing that a server does; with a ReadingError for markup that is given up. */
export async function readItem(item: Item, feed: Feed, deps: ReadDeps): Promise<Found> {
  const link = pageOf(item, feed.url);
  const own = item.html === null ? '' : await deps.reader.entry(item.html, deps.begin);
  return { link, own, page: await fetched(link, deps) };
}

async function fetched(link: string | null, deps: ReadDeps): Promise<Fetched> {
  const unread = (note: string): Fetched => ({ kind: 'unread', note, isPassing: false });
  if (link === null) return unread('the entry has no address that could be opened');
  const note = deps.pages ? (deps.givenUp ?? null) : 'pages are not fetched in this run';
  return note === null ? fetchPage(link, deps) : unread(note);
}
