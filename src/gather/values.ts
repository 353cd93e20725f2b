import { escapeText, resolve } from './xml.ts';

/**
 * An element of an entry or a channel: prose as HTML, a person or a source by its name, anything else as its text. `base` is what
 * `xml:base` says of it.
 */
export type Value = {
  readonly text: string;
  /** By lower-case name, under canonical prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string | null;
};
/** The elements of an entry or a channel, by canonical name, each in document order. */
export type Values = Readonly<Record<string, readonly Value[] | undefined>>;

/** A feed document as its elements: what every reader of one makes. */
export type Document = {
  readonly feed: Values;
  /** In document order. */
  readonly entries: readonly Values[];
  /** Of each entry its dates, ISO 8601, where they were read already. */
  readonly dates?: readonly { readonly published: string | null; readonly updated: string | null }[];
};

/** Elements whose value is prose, which may be marked up, escaped or in base64. */
const PROSE =
  /^(?:atom:)?(?:title|summary|content|subtitle|tagline|info)$|^(?:description|dc:title|dc:description|media:title|content:encoded|xhtml:body|xhtml:div|body|fullitem|content_encoded)$/;

export function isProse(name: string): boolean {
  return PROSE.test(name);
}

/** Elements whose value is the name within them: people (RFC 4287 section 3.2) and the feed that an entry came from (4.2.11); of films their description. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  author: ['name', 'email'],
  contributor: ['name', 'email'],
  source: ['title'],
  'media:group': ['media:description'],
};

/** The elements that name what `name` is about, the best first; null where it has none within. */
export function namesWithin(name: string): readonly string[] | null {
  return NAMED[name.replace(/^atom:/, '')] ?? null;
}

/** The attributes of a source, whose address is an attribute of its own in RSS (`url`), and in Atom of a link within. */
export function ofSource(attributes: Value['attributes'], links: readonly Value['attributes'][]): Value['attributes'] {
  const link = links.find(({ rel = 'alternate' }) => rel === 'alternate') ?? links[0];
  return link?.href === undefined ? attributes : { url: link.href, ...attributes };
}

const LOOKS_ESCAPED = /<\/?[a-z][^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/**
 * Prose as HTML. RFC 4287 section 3.1: `type` is text unless it says otherwise; where it says nothing and the text is plainly
 * marked up, the markup is believed, as generators forget the attribute. RSS has HTML everywhere. Atom 0.3 has `mode` beside it.
 */
export function proseOf(given: string, attributes: Value['attributes'], isAtom: boolean): string {
  const type = (attributes.type ?? '').trim().toLowerCase();
  const mode = (attributes.mode ?? '').trim().toLowerCase();
  const text = isBase64(type, mode, isAtom) ? fromBase64(given) : given;
  if (!isAtom || /html|xml/.test(type)) return text;
  const plain = type === 'text' || type === 'text/plain' || !LOOKS_ESCAPED.test(text);
  return plain ? escapeText(text) : text;
}

function isBase64(type: string, mode: string, isAtom: boolean): boolean {
  if (mode !== '') return mode === 'base64';
  return isAtom && type.includes('/') && !type.startsWith('text/') && !/[/+]xml$|xhtml/.test(type);
}

function fromBase64(text: string): string {
  const compact = text.replace(/\s+/g, '');
  return /^[A-Za-z\d+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64').toString('utf8') : text;
}

/** The address that a value's text or attribute means: at its own base, else at `fallback`; as it is where it means none. */
export function addressIn(given: string, { base }: Value, fallback: string | null): string {
  const address = given.replace(AMPERSAND, '&');
  return resolve(address, base ?? fallback) ?? address.trim();
}
/** An ampersand that is escaped after the document was read was escaped once too often. */
const AMPERSAND = /&(?:amp|#0{0,4}38|#x26);/gi;
