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
});
export type Item = z.infer<typeof Item>;

/** An item with its full text. A version is immutable: a page that changed is a new Article with the same `url`. */
export const Article = z.object({
  /** Hash of the canonical address and of the text: names the version. */
  id: z.string(),
  url: z.string(),
  title: z.string(),
  /** The body alone, paragraphs split by a blank line. Every span points into it. */
  text: z.string(),
  /** SHA-256 of `text`, hexadecimal. */
  hash: z.string(),
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
