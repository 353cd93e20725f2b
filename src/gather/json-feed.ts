import { z } from 'zod';
import { ParseError } from '../errors.ts';
import type { Item } from '../model.ts';
import { withoutNul } from './charset.ts';
import { parseDate } from './dates.ts';
import { asMeant, type ParsedFeed } from './entry.ts';
import { escapeText, resolve } from './xml.ts';

/** One field that is of another type than it should be must not cost the feed. */
const word = z.string().transform((given) => withoutNul(given).toWellFormed());
const text = word.nullish().catch(null);
const Author = z.looseObject({ name: text }).nullish().catch(null);
const Entry = z.looseObject({
  id: z.union([word, z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author: Author,
  authors: z.array(Author).nullish().catch(null),
});
const JsonFeed = z.looseObject({
  title: text,
  home_page_url: text,
  items: z.array(z.unknown()),
});

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). Throws a ParseError for JSON that is none. */
export function readJsonFeed(document: string, url: string | null): ParsedFeed {
  let json: unknown;
  try {
    json = JSON.parse(document);
  } catch (cause) {
    throw new ParseError(
      'feed',
      'JSON that ends too early or is broken; it may have been cut on its way, so the next poll may bring it whole',
      { cause },
    );
  }
  const feed = JsonFeed.safeParse(json);
  if (!feed.success) {
    throw new ParseError(
      'feed',
      'JSON, but no JSON Feed: expected an object with "items"; check that the address is that of a feed',
    );
  }
  return {
    title: asMeant(feed.data.title ?? '') || null,
    site: feed.data.home_page_url ? resolve(feed.data.home_page_url, url) : null,
    items: feed.data.items.flatMap((entry) => {
      const parsed = Entry.safeParse(entry);
      return parsed.success ? [itemOf(parsed.data, url)] : [];
    }),
    hints: { ttlMinutes: null },
    whole: true,
  };
}

function itemOf(entry: z.infer<typeof Entry>, url: string | null): Item {
  const id = entry.id === null || entry.id === undefined ? null : String(entry.id);
  // "Ideally, the id is the full URL of the resource described by the item."
  const link = entry.url ?? entry.external_url ?? (/^https?:\/\//i.test(id ?? '') ? id : null);
  const names = [...(entry.authors ?? []), entry.author].flatMap((author) => author?.name?.trim() || []);
  const plain = entry.content_text ?? entry.summary ?? null;
  return {
    guid: id,
    url: link === null ? null : resolve(link, url),
    title: asMeant(entry.title ?? '') || null,
    published: parseDate(entry.date_published ?? ''),
    updated: parseDate(entry.date_modified ?? ''),
    author: names.length === 0 ? null : [...new Set(names)].join(', '),
    html: entry.content_html ?? (plain === null ? null : paragraphs(plain)),
  };
}

function paragraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part)}</p>`)
    .join('');
}
