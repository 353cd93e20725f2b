import { decodeBytes } from './charset.ts';
import { itemOf, linkOf, type ParsedFeed, titleOf } from './entry.ts';
import { refuseForeign } from './foreign.ts';
import { joined } from './references.ts';
import { survey } from './survey.ts';
import type { Document, Values } from './values.ts';

export type { ParsedFeed };

/**
 * Reads a feed document: RSS of every version, Atom, JSON Feed, in any character set, well-formed or not. `given.url` is where it
 * came from: relative addresses resolve against it. Of entries from before `since` (ISO 8601), which are no news, no more is read than what
 * they are known again by. Rejects with a ParseError that says what the document is instead and what to do.
 */
export async function parseFeed(
  bytes: Uint8Array,
  given: { readonly contentType: string | null; readonly url: string | null },
  since: string | null = null,
): Promise<ParsedFeed> {
  const text = joined(decodeBytes(bytes, given.contentType));
  const url = given.url !== null && URL.canParse(given.url) ? given.url : null;
  if (/^\ufeff?\s*\{/.test(text)) {
    // Loaded with the first document that needs it, as the repairing reader is: most runs meet none.
    const { readJsonFeed } = await import('./json-feed.ts');
    return readJsonFeed(text.replace(/^\ufeff/, ''), url);
  }
  refuseForeign(text);
  const { document, whole } = await read(text, url, since);
  const { feed, entries, dates } = document;
  const site = linkOf(feed, url);
  return {
    title: titleOf(feed),
    site,
    items: entries.map((entry, at) => itemOf(entry, { url, site }, dates?.[at])),
    hints: { ttlMinutes: ttlOf(feed) },
    whole,
  };
}

/** One reader a document: rss-parser for what is well-formed, ours for what has to be repaired. */
async function read(
  text: string,
  url: string | null,
  since: string | null,
): Promise<{ readonly document: Document; readonly whole: boolean }> {
  const wellFormed = survey(text, since);
  if (wellFormed !== null) {
    if (wellFormed.looked !== null) return { document: wellFormed.looked, whole: true };
    const { readStraight } = await import('./straight.ts');
    // What a look from tag to tag cannot see, such as a reference to a character that XML has not.
    const document = await readStraight(wellFormed, url).catch(() => null);
    if (document !== null) return { document, whole: true };
  }
  const { readRepaired } = await import('./repaired.ts');
  return { document: readRepaired(text, url), whole: END.test(text) };
}
/** Whether an end of the document's outer elements is there, in any spelling that readers forgive. */
const END = /<\/(?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel)\s*>/i;

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** RSS 2.0 `ttl` in minutes; the syndication module's period over its frequency. */
function ttlOf(values: Values): number | null {
  const ttl = Number(values.ttl?.[0]?.text);
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const period = PERIODS[values['sy:updateperiod']?.[0]?.text.trim().toLowerCase() ?? ''];
  const frequency = Number(values['sy:updatefrequency']?.[0]?.text ?? 1);
  return period === undefined ? null : period / (frequency >= 1 ? frequency : 1);
}
