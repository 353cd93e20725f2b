import type { PublisherKind } from '../model.ts';
import type { Calendar } from './calendar.ts';

/** Somebody who publishes in the newsroom: a section of its site with a feed and a page for each piece. */
export type Publisher = {
  /** The first part of its addresses: `/<id>/...`. */
  readonly id: string;
  readonly name: string;
  readonly tagline: string;
  readonly kind: PublisherKind;
  /** Topic ids of the field; none for a publisher that writes about all of them. */
  readonly topics: readonly string[];
  readonly feed: FeedHabit;
  readonly page: PageHabit;
  readonly pieces: readonly Piece[];
};

/** What a publisher's pages and feed say about a piece. */
export type Piece = {
  readonly slug: string;
  /** 3 is the day on which the newsroom is opened, 1 two days before. */
  readonly day: 1 | 2 | 3;
  /** Time of publication, `HH:MM` in UTC. */
  readonly time: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string | null;
  /** The text in a small Markdown: paragraphs, `## ` headings, `- ` lists, `| ` table rows, split by blank lines. */
  readonly body: (on: Calendar) => string;
  /** What its page is, where it is not simply the article: a stub behind a paywall, or gone (404). */
  readonly page?: 'paywall' | 'gone';
  /** Markup that goes out as it is after the text, in the feed and on the page. */
  readonly rawMarkup?: string;
  /** What the publisher puts right once `correct()` was called: `from` stands in the text and becomes `to`. */
  readonly correction?: { readonly from: string; readonly to: string; readonly note: string };
};

/** How a publisher's feed is made, with the habits of real ones. */
export type FeedHabit = {
  readonly format: 'rss' | 'atom' | 'json';
  /** File name within the publisher's section. */
  readonly file: string;
  /** A file name that the feed had before; it answers 301. */
  readonly movedFrom?: string;
  readonly content: 'full' | 'summary';
  readonly validator: 'etag' | 'last-modified';
  readonly links: 'absolute' | 'relative' | 'tracked';
  /** `opaque` is no address; `none` leaves it out, which RSS 2.0 allows. */
  readonly ids: 'address' | 'opaque' | 'none';
  /** `rfc822`; `loose` is what hand-made feeds do with RFC 822; `dublin-core` is `dc:date` in ISO 8601. Atom and JSON Feed have one way. */
  readonly dates?: 'rfc822' | 'loose' | 'dublin-core';
  /** How markup gets into XML: escaped, in CDATA, as XHTML (Atom), or escaped with HTML entities that XML does not know. */
  readonly markup?: 'escaped' | 'cdata' | 'xhtml' | 'undeclared';
  readonly charset?: 'utf-8' | 'iso-8859-1';
};

/** How a publisher's pages tell what they are, and in which frame the text stands. */
export type PageHabit = {
  readonly metadata: 'json-ld' | 'open-graph' | 'meta' | 'visible';
  readonly frame: 'article' | 'main' | 'div';
};
