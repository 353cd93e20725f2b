import type { PageReading } from './article.ts';
import type { ParsedFeed } from './entry.ts';
import type { Listing, ListingTime } from './listing.ts';

/** Where a document came from: relative addresses resolve against `url`. */
export type Origin = { readonly contentType: string | null; readonly url: string | null };

/**
 * Reads what strangers send. Each rejects with a ParseError for a document that is not what it should be, and with a ReadingError for one
 * that takes more time or memory than a document may; `begin` is awaited before the reading begins, so that whoever asks can
 * record that it was tried.
 */
export type Reader = {
  feed(bytes: Uint8Array, from: Origin, begin?: Begin): Promise<ParsedFeed>;
  /** A feed as its entries, each with what it is found again by. The bytes are given away: they may be empty afterwards. */
  listing(bytes: Uint8Array, from: Origin, time: ListingTime, begin?: Begin): Promise<Listing>;
  page(bytes: Uint8Array, from: Origin, begin?: Begin): Promise<PageReading>;
  /** The text of an entry's own HTML. */
  entry(html: string, begin?: Begin): Promise<string>;
  links(bytes: Uint8Array, from: Origin, begin?: Begin): Promise<FeedLinks>;
};

/** The addresses by which a page leads to its feeds, link tags first, those of comments apart. */
export type FeedLinks = { readonly feeds: readonly string[]; readonly comments: readonly string[] };

export type Begin = () => Promise<void>;
