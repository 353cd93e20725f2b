import { decodeHTML } from 'entities/decode';
import type { Item } from '../model.ts';
import { parseDate } from './dates.ts';
import { bare, plainText, squash } from './plain-text.ts';
import { addressIn, type Value, type Values } from './values.ts';

export type ParsedFeed = {
  readonly title: string | null;
  readonly site: string | null;
  /** In document order. */
  readonly items: readonly Item[];
  readonly hints: {
    /** How long the feed asks to be left alone, by `ttl` or `sy:updatePeriod`. */
    readonly ttlMinutes: number | null;
  };
  /** False where the document breaks off before its end; `items` holds what came until there. */
  readonly whole: boolean;
};

const GUID = ['guid', 'id', 'atom:id', 'rdf:about', 'dc:identifier'] as const;
const TITLE = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'] as const;
const PUBLISHED = [
  'pubdate',
  'published',
  'atom:published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
  'dcterms:available',
] as const;
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastbuilddate'] as const;
const AUTHOR = ['dc:creator', 'author', 'atom:author', 'itunes:author', 'dc:author', 'managingeditor'] as const;
const FULL = [
  'content:encoded',
  'content_encoded',
  'xhtml:body',
  'body',
  'xhtml:div',
  'content',
  'atom:content',
  'fullitem',
] as const;
const SHORT = ['description', 'summary', 'atom:summary', 'dc:description'] as const;
const LINK = ['link', 'atom:link'] as const;
/** What describes a film, a picture or a programme, where the entry says nothing else. */
const MEDIA = ['media:description', 'media:group', 'itunes:summary'] as const;
/** The address that a service which counts clicks put its own in the place of. */
const ORIGINAL = 'feedburner:origlink';

/** Every element that is read from an entry or a channel. */
export const NAMES: readonly string[] = [
  ...GUID,
  ...TITLE,
  ...PUBLISHED,
  ...UPDATED,
  ...AUTHOR,
  ...FULL,
  ...SHORT,
  ...LINK,
  ORIGINAL,
  ...MEDIA,
  'source',
  'enclosure',
  'ttl',
  'sy:updateperiod',
  'sy:updatefrequency',
];

/** Where relative addresses lead that no `xml:base` speaks for. */
export type Place = {
  /** The document's own address; where it is not known they stay as they are written. */
  readonly url: string | null;
  /** What the feed is about. */
  readonly site: string | null;
};

/** Chooses an entry's fields among the candidates; `dates` where they are known already. */
export function itemOf(values: Values, { url, site }: Place, dates: Dates = datesIn(values)): Item {
  return {
    guid: guidOf(values, url),
    url: linkOf(values, url === null ? null : (site ?? url)) ?? permalinkOf(values, url),
    title: titleOf(values),
    ...dates,
    author: authorOf(values),
    html: htmlOf(values),
    ...originalOf(values),
    ...sourceOf(values),
  };
}

function originalOf(values: Values): Pick<Item, 'original'> {
  const original = webAddress(values[ORIGINAL]?.[0]?.text ?? '');
  return original === null ? {} : { original };
}

/** RSS 2.0 `source`, RFC 4287 section 4.2.11: the channel that an entry was taken over from. */
function sourceOf(values: Values): Pick<Item, 'source'> {
  for (const value of values.source ?? NOTHING) {
    const name = plainText(value.text);
    const url = webAddress(value.attributes.url ?? '');
    if (name !== '' && url !== null) return { source: { name, url } };
  }
  return {};
}

function htmlOf(values: Values): string | null {
  const html = longest(values, FULL) ?? longest(values, SHORT) ?? longest(values, MEDIA);
  return html === null ? null : asMarkup(bare(html));
}

/** A title as plain text, tags away and entities decoded. */
export function titleOf(values: Values): string | null {
  const html = first(values, TITLE);
  return html === null ? null : nonEmpty(asMeant(plainText(html)));
}

const REFERENCE = /&(?:amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|eacute|#\d{2,6}|#x[\da-f]{2,5});/i;
/** Tags of words within a line, with what they hold. */
const INLINE = /<(b|i|em|strong|u|sup|sub|span)\b[^<>]{0,200}>([^<>]{0,500})<\/\1\s*>/gi;

/** A title that was escaped once too often, as people meant it: nobody writes `Vetch &amp; Sons` for readers. */
export function asMeant(title: string): string {
  const text = title.includes('&') && REFERENCE.test(title) ? decodeHTML(title) : title;
  return squash(text.includes('<') ? text.replace(INLINE, '$2') : text);
}

/** A text that begins with a tag as words, and ends some tag: HTML that was escaped once too often. */
function asMarkup(html: string): string {
  const begins = /^\s*&lt;(?:p|div|span|strong|em|b|i|a|img|h[1-6]|ul|ol|table|figure|section|blockquote|br)\b/i;
  return begins.test(html) && /&lt;\//.test(html) && !/<[a-z]/i.test(html) ? decodeHTML(html) : html;
}

/**
 * The address of what an entry or a channel is about: Atom's `alternate` (RFC 4287 section 4.2.7.2: the default), a page before other
 * types; in RSS the text of `link`.
 */
export function linkOf(values: Values, fallback: string | null): string | null {
  for (const name of LINK) {
    const links = values[name];
    if (links === undefined) continue;
    const alternates = links.filter(
      ({ attributes }) => attributes.href && (attributes.rel ?? 'alternate').toLowerCase() === 'alternate',
    );
    const page =
      alternates.find(({ attributes }) => !attributes.type || /html/i.test(attributes.type)) ?? alternates[0];
    const written = links.find(
      ({ text, attributes }) => text.trim() !== '' && (attributes.rel ?? 'alternate') === 'alternate',
    );
    const found = page === undefined ? text(written, fallback) : href(page, fallback);
    if (found !== null) return found;
  }
  const other = (values.link ?? NOTHING).find(
    ({ attributes }) =>
      attributes.href && !/^(?:self|edit|enclosure|replies|next|hub|license)$/i.test(attributes.rel ?? ''),
  );
  return href(other, fallback);
}

function href(value: Value | undefined, fallback: string | null): string | null {
  return value === undefined ? null : nonEmpty(addressIn(value.attributes.href ?? '', value, fallback));
}

function text(value: Value | undefined, fallback: string | null): string | null {
  return value === undefined ? null : nonEmpty(addressIn(value.text, value, fallback));
}

/** Atom's ids and RDF's are addresses, which some feeds write relative to their own. */
function guidOf(values: Values, url: string | null): string | null {
  for (const name of GUID) {
    const value = values[name]?.find((candidate) => candidate.text.trim() !== '');
    if (value !== undefined) return /id$|about$/.test(name) && name !== 'guid' ? text(value, url) : value.text.trim();
  }
  return null;
}

/**
 * The address of an entry without a link. RSS 2.0: a guid is one unless it says that it is none. RFC 4287: the content may be elsewhere
 * (section 4.1.3.2), and the id may be an address.
 */
function permalinkOf(values: Values, url: string | null): string | null {
  const guid = values.guid?.[0];
  if (guid !== undefined && guid.attributes.ispermalink?.toLowerCase() !== 'false') return webAddress(guid.text);
  const content = values.content?.[0];
  const elsewhere = content?.attributes.src;
  return (
    (content === undefined || elsewhere === undefined ? null : webAddress(addressIn(elsewhere, content, url))) ??
    webAddress(text(values['rdf:about']?.[0] ?? values.id?.[0], url) ?? '')
  );
}

function webAddress(text: string): string | null {
  return /^https?:\/\//i.test(text.trim()) ? text.trim() : null;
}

/** Where an entry gives one kind of date twice, the last is the one that was put right. */
function dateOf(values: Values, names: readonly string[]): string | null {
  for (const name of names) {
    const date = values[name]?.map(({ text }) => parseDate(text)).findLast((found) => found !== null);
    if (date !== undefined) return date;
  }
  return null;
}

/** When an entry was published and changed, ISO 8601. */
export type Dates = Pick<Item, 'published' | 'updated'>;

export function datesIn(values: Values): Dates {
  return { published: dateOf(values, PUBLISHED), updated: dateOf(values, UPDATED) };
}

/** RSS 2.0 writes `mail@example.com (Name)`; the name is meant. */
function authorOf(values: Values): string | null {
  const text = first(values, AUTHOR);
  if (text === null) return null;
  const plain = plainText(text);
  const [, before = '', inside = ''] = /^([^()]*)\(([^()]+)\)\s*$/.exec(plain) ?? [];
  if (before.includes('@')) return nonEmpty(inside);
  return nonEmpty(plain.replace(/(?<!\s)\s*<[^<>@]*@[^<>]*>\s*$/, ''));
}

/** For the many names that an entry has not. */
const NOTHING: readonly Value[] = [];

function first(values: Values, names: readonly string[]): string | null {
  for (const name of names) {
    for (const { text } of values[name] ?? NOTHING) if (text.trim() !== '') return text.trim();
  }
  return null;
}

/** Feeds that give a text twice give one of them cut short. */
function longest(values: Values, names: readonly string[]): string | null {
  let best = '';
  for (const name of names)
    for (const { text } of values[name] ?? NOTHING) {
      const trimmed = text.trim();
      if (trimmed.length > best.length) best = trimmed;
    }
  return best === '' ? null : best;
}

function nonEmpty(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
