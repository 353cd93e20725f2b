import { MINUTE_MS } from '../durations.ts';
import type { Item } from '../model.ts';
import { latestOf } from './dates.ts';
import type { ParsedFeed } from './entry.ts';
import { textOf } from './facets.ts';

/** An entry as its feed lists it. */
export type Listed = {
  /** Without its text where the entry is dated and no news: nobody reads it. */
  readonly item: Item;
  /** Hash of its text, as it stands in the feed; null where it has none. */
  readonly text: string | null;
  /** Whether it is news where nobody has it yet. */
  readonly isNews: boolean;
};

/** A document as its entries, each with what it is found again by. */
export type Listing = Omit<ParsedFeed, 'items'> & {
  /** In document order. */
  readonly entries: readonly Listed[];
  /** Every entry has the moment of the poll for its date, which says nothing and was taken away. */
  readonly isStamped: boolean;
};

/** What a document is listed by. */
export type ListingTime = {
  readonly now: Date;
  /**
   * At a feed's first poll, from when on its entries are news (ISO 8601), so that adding a feed brings no flood; null later, when all that
   * nobody has yet is.
   */
  readonly since: string | null;
};

/** Of a feed whose entries all have no date so many are news at its first poll: their pages tell how old they are. */
const UNDATED = 5;
/** Entries that make a date suspect which they share, and how close to each other and to the poll they stand then. */
const STAMPED_ENTRIES = 3;
const STAMPED_MS = 10 * MINUTE_MS;

export function listingOf({ items: given, ...feed }: ParsedFeed, { now, since }: ListingTime): Listing {
  const isStamped = areStamped(given, now);
  const items = isStamped ? given.map((item) => ({ ...item, published: null, updated: null })) : given;
  const few = items.every((item) => dateOf(item) === null) ? UNDATED : 0;
  const entries = items.map((item, at): Listed => {
    const date = dateOf(item);
    const isNews = since === null || at < few || latestOf(date ?? '') >= since;
    return { item: isNews || date === null ? item : { ...item, html: null }, text: textOf(item), isNews };
  });
  return { ...feed, entries, isStamped };
}

const dateOf = ({ published, updated }: Item): string | null => published ?? updated;

/** Whether the feed dates every entry by the clock of whoever makes it, as some generators do at each request. */
function areStamped(items: readonly Item[], now: Date): boolean {
  if (items.length < STAMPED_ENTRIES) return false;
  const near = (at: string | null): boolean => at === null || Math.abs(Date.parse(at) - now.getTime()) <= STAMPED_MS;
  return items.every((item) => dateOf(item) !== null && near(item.published) && near(item.updated));
}
