import { ParseError } from '../errors.ts';
import { type Element, escapeText, markupOf, readXml, resolve, textOf, within } from './xml.ts';

/** Elements whose value is prose, which may be marked up, escaped or in base64. */
const PROSE =
  /^(?:atom:)?(?:title|summary|content|subtitle|tagline|info)$|^(?:description|dc:title|dc:description|media:title|content:encoded|xhtml:body|xhtml:div|body|fullitem|content_encoded)$/;

/** Attributes that an entry is chosen by; those of `ADDRESSES` are made absolute. */
const KEPT = ['rel', 'type', 'href', 'ispermalink', 'rdf:about'];
const ADDRESSES = new Set(['href', 'rdf:about']);

/** Elements whose text is an address or an identity that may be relative to the feed's. */
const ADDRESS = /^(?:link|id|atom:id|comments)$/;

/**
 * Any feed in XML (RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, well-formed or not) as one well-formed RSS 2.0 document: canonical
 * prefixes, absolute addresses, prose as escaped HTML. Every candidate is kept; which of them counts is the entry's matter.
 * Throws a ParseError for what is no feed.
 */
export function normalise(text: string, url: string | null): string {
  const tree = readXml(text, url !== null && URL.canParse(url) ? url : null);
  const root = feedRoot(tree, text);
  const channel = within(root, 'channel')[0] ?? root;
  const entries = entriesOf(root, channel);
  const isAtom = /^(?:atom:)?feed$/.test(root.name);
  const body = [channel, ...entries].map((element) => rewrite(element, isAtom));
  const [head = '', ...items] = body;
  return `<rss version="2.0"><channel>${head}${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
}

const ROOTS = /^(?:rss|rdf:rdf|(?:atom:)?feed|channel|(?:atom:)?entry)$/;

function feedRoot(tree: Element, text: string): Element {
  const root = find(tree, (element) => ROOTS.test(element.name));
  if (root !== null && !isPage(tree)) return root;
  if (text.trim() === '') {
    throw new ParseError(
      'feed',
      'the feed is empty; open its address in a browser, and ask its publisher if it stays so',
    );
  }
  const first = find(tree, () => true);
  if (isPage(tree) || /<!doctype html/i.test(text.slice(0, 2000))) {
    throw new ParseError(
      'feed',
      'an HTML page, not a feed; give the address of the feed itself, or of the site to have its feed looked for',
    );
  }
  if (first === null) {
    throw new ParseError(
      'feed',
      `neither XML nor JSON: it starts with ${JSON.stringify(text.trim().slice(0, 40))}; check that the address is that of a feed`,
    );
  }
  throw new ParseError(
    'feed',
    `XML, but no feed: its root is <${first.tag}>, expected <rss>, <feed> or <rdf:RDF>; check that the address is that of a feed`,
  );
}

function isPage(tree: Element): boolean {
  return within(tree, 'html', 'xhtml:html').length > 0;
}

function find(element: Element, wanted: (element: Element) => boolean): Element | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (wanted(child)) return child;
    const found = find(child, wanted);
    if (found !== null) return found;
  }
  return null;
}

const ENTRIES = ['item', 'entry', 'atom:entry'];

/** Entries stand in the channel, beside it (RDF), or, where elements were left open, anywhere below. */
function entriesOf(root: Element, channel: Element): Element[] {
  if (root.name.endsWith('entry')) return [root];
  const direct = [...(channel === root ? [] : within(channel, ...ENTRIES)), ...within(root, ...ENTRIES)];
  return direct.flatMap((entry) => [entry, ...within(entry, 'item')]);
}

function rewrite(element: Element, isAtom: boolean): string {
  const about = element.attributes['rdf:about'];
  const head = about === undefined ? '' : `<rdf:about>${escapeText(resolve(about, element.base) ?? about)}</rdf:about>`;
  const own = element.children.filter((child) => typeof child !== 'string');
  return head + own.map((child) => (ENTRIES.includes(child.name) ? '' : rewriteChild(child, isAtom))).join('');
}

function rewriteChild(child: Element, isAtom: boolean): string {
  const name = isAtom ? child.name.replace(/^atom:/, '') : child.name;
  if (!/^[a-z][\w.-]*(?::[a-z][\w.-]*)?$/.test(name) || name === 'channel') return '';
  const attributes = KEPT.flatMap((key) => {
    const value = child.attributes[key];
    if (value === undefined) return [];
    const absolute = ADDRESSES.has(key) ? (resolve(value, child.base) ?? value) : value;
    return ` ${key}="${escapeText(absolute)}"`;
  });
  return `<${name}${attributes.join('')}>${escapeText(written(child, isAtom))}</${name}>`;
}

function written(child: Element, isAtom: boolean): string {
  if (PROSE.test(child.name)) return proseOf(child, isAtom || child.name.startsWith('atom:'));
  const text = textOf(child).trim();
  if (ADDRESS.test(child.name)) return resolve(text, child.base) ?? text;
  if (/^(?:atom:)?(?:author|contributor)$/.test(child.name)) return personOf(child);
  return text;
}

function personOf(child: Element): string {
  const [name] = [...within(child, 'name', 'atom:name'), ...within(child, 'email', 'atom:email')]
    .map((part) => textOf(part).trim())
    .filter((part) => part !== '');
  return name ?? (child.children.some((part) => typeof part !== 'string') ? '' : textOf(child).trim());
}

const LOOKS_ESCAPED = /<\/?[a-z][^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/**
 * Prose as HTML. RFC 4287 section 3.1: `type` is text unless it says otherwise; where it says nothing and the text is plainly
 * marked up, the markup is believed, as generators forget the attribute. RSS has HTML everywhere. Atom 0.3 has `mode` beside it.
 */
function proseOf(child: Element, isAtom: boolean): string {
  if (child.children.some((part) => typeof part !== 'string')) return markupOf(child);
  const type = (child.attributes.type ?? '').trim().toLowerCase();
  const mode = (child.attributes.mode ?? '').trim().toLowerCase();
  const given = textOf(child);
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
