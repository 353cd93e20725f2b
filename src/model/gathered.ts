import { z } from 'zod';
import { Instant } from './instant.ts';

/** What a source is, which decides how its word is weighed (a vendor about itself is a statement, not a confirmation). */
export const PublisherKind = z.enum(['news', 'analysis', 'vendor', 'lab', 'utility', 'filings', 'research']);
export type PublisherKind = z.infer<typeof PublisherKind>;

export const Feed = z.object({
  /** Hash of the canonical address. */
  id: z.string(),
  /** Canonical address of the feed document. */
  url: z.string(),
  title: z.string().nullable(),
  /** The site that the feed belongs to. */
  site: z.string().nullable(),
  publisher: z.string().nullable(),
  kind: PublisherKind,
  topics: z.array(z.string()),
  /** The workspace that alone may see what the feed brings; null for a feed that is anybody's. */
  owner: z.string().nullable(),
});
export type Feed = z.infer<typeof Feed>;

/** What polling a feed has taught so far. */
export const FeedState = z.object({
  feed: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** SHA-256 of the document that was read last, hexadecimal; null where it was not read whole. */
  digest: z.string().nullable().default(null),
  nextPollAt: Instant,
  lastPolledAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  lastItemAt: Instant.nullable(),
  /** Null while the feed answers; else what failed and what to do about it. */
  error: z.object({ kind: z.string(), message: z.string(), since: Instant }).nullable(),
  /** Failures in a row. */
  failures: z.number().int(),
  /** The feed answered 410 Gone and is not polled any more. */
  gone: z.boolean(),
  /** The interval that its own habit asks for, in minutes. */
  intervalMinutes: z.number(),
  itemsLast7Days: z.number().int(),
  /** What admins were told last, so that they are told once. */
  told: z.enum(['nothing', 'failing', 'silent']),
});
export type FeedState = z.infer<typeof FeedState>;

/** An entry of a feed, as the feed gives it. */
export const Item = z.object({
  guid: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  published: Instant.nullable(),
  updated: Instant.nullable(),
  author: z.string().nullable(),
  html: z.string().nullable(),
  /** Its address, where `url` is that of a service which counts who opens it. */
  original: z.string().optional(),
  /** Where an aggregator has the entry from, by its name and its address. */
  source: z.object({ name: z.string(), url: z.string() }).optional(),
});
export type Item = z.infer<typeof Item>;

/**
 * What the versions of a text replace each other in. A page is its publisher's, whoever linked to it: its line is its address. The text that
 * a feed itself has of an entry is that feed's, and its line names the feed before the address: only whoever may see the feed may see it,
 * and it never replaces what another feed or the page says.
 */
export function lineOf(address: string, feed: string | null): string {
  return feed === null ? address : `${feed} ${address}`;
}

/** An item with its full text. A version is immutable: a text or title that changed is a new Article in the same line. */
export const Article = z.object({
  /** Hash of its line, title and text: names the version. */
  id: z.string(),
  url: z.string(),
  title: z.string(),
  /** The body alone, paragraphs split by a blank line. Every span points into it. */
  text: z.string(),
  /** SHA-256 of the whole text, hexadecimal. */
  hash: z.string(),
  /**
   * SHA-256 of `text` where it is old and was thinned: what something rests on stands where it stood, the rest is blank. Absent while the text
   * is whole.
   */
  thinned: z.string().optional(),
  author: z.string().nullable(),
  publisher: z.string(),
  published: Instant.nullable(),
  fetched: Instant,
  /** Where the text comes from: the page, or the feed's own entry (paywall, consent wall, empty page; `note` says which). */
  origin: z.enum(['page', 'feed']),
  note: z.string().nullable(),
  /** The version that this one replaces. */
  supersedes: z.string().nullable(),
});
export type Article = z.infer<typeof Article>;
