import { decodeHTMLStrict } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { shallow } from './nesting.ts';

/**
 * An element of a feed. `name` is lower case under a canonical prefix (`dc:date`, whatever prefix the document chose), bare for
 * the vocabularies of RSS and Atom; `tag` is as written. `base` is the address that `xml:base` gives it, null where nothing does.
 */
export type Element = {
  readonly name: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string | null;
  readonly children: (Element | string)[];
};

/** Canonical prefixes by namespace, in lower case and without a final slash or hash. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/atom|^http:\/\/purl\.org\/atom\//, 'atom'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [
    /^http:\/\/purl\.org\/(?:rss\/1\.0|net\/rss1\.1)$|^http:\/\/(?:channel|my)\.netscape\.com\/rdf|^http:\/\/backend\.userland\.com|^http:\/\/blogs\.law\.harvard\.edu\/tech\/rss|^http:\/\/cyber\.law\.harvard\.edu\/rss/,
    'rss',
  ],
  [/^http:\/\/purl\.org\/dc\/elements/, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/, 'rdf'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast/, 'itunes'],
  [/^http:\/\/search\.yahoo\.com\/mrss/, 'media'],
  [/^http:\/\/rssnamespace\.org\/feedburner/, 'feedburner'],
];

/** What a document's prefixes stand for, canonical by written. The empty one is the default namespace. */
export type Prefixes = Readonly<Record<string, string>>;
type Scope = { readonly prefixes: Prefixes; readonly base: string | null };

/** The canonical prefix of a namespace; null for one that nobody knows. */
export function prefixOf(namespace: string): string | null {
  const plain = namespace.trim().toLowerCase();
  return PREFIXES.find(([form]) => form.test(plain))?.[1] ?? null;
}

/** An element of one line whose end tag lacks its slash. */
const UNCLOSED = /<(title|link|guid|pubDate)>([^<]{0,1000})<\1>/gi;

/**
 * Reads markup that should be XML, and often is not quite, into a tree: HTML entities and those of the document's own head,
 * bare ampersands, undeclared prefixes, control characters, elements left open, a truncated end. Never fails; what is no markup at
 * all is a tree without elements. `url` is what a relative `xml:base` stands in.
 */
export function readXml(text: string, url: string | null): Element {
  const clean = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(UNCLOSED, '<$1>$2</$1>');
  const entities = entitiesOf(clean);
  const decode = (raw: string): string => decodeEntities(raw, entities);
  const root: Element = { name: '', tag: '', attributes: {}, base: null, children: [] };
  const start = { element: root, scope: { prefixes: {}, base: null } };
  const open: { readonly element: Element; readonly scope: Scope }[] = [start];
  let literal = false;
  const top = () => open.at(-1) ?? start;
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        const { element: parent, scope: outer } = top();
        const given = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), decode(value)]));
        const scope = inner(outer, given, { url, root: parent === root ? tag.toLowerCase() : null });
        const attributes = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key.includes(':') ? canonical(key, scope.prefixes) : key,
            value,
          ]),
        );
        const element: Element = {
          name: canonical(tag, scope.prefixes),
          tag,
          attributes,
          base: scope.base,
          children: [],
        };
        parent.children.push(element);
        open.push({ element, scope });
      },
      ontext(piece) {
        top().element.children.push(literal ? piece : decode(piece));
      },
      oncdatastart() {
        literal = true;
      },
      oncdataend() {
        literal = false;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false },
  );
  parser.write(shallow(clean));
  parser.end();
  return root;
}

function inner(
  outer: Scope,
  attributes: Readonly<Record<string, string>>,
  { url, root }: { readonly url: string | null; readonly root: string | null },
): Scope {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  const own = attributes['xml:base'];
  const base = own === undefined ? outer.base : (resolve(own, outer.base ?? url) ?? outer.base);
  if (declared.length === 0) return base === outer.base ? outer : { prefixes: outer.prefixes, base };
  const prefixes = { ...outer.prefixes };
  for (const [key, uri] of declared) {
    const name = key.slice('xmlns:'.length);
    // A default namespace that nobody knows is the feed's own on the root, and foreign markup further in.
    const otherwise = name !== '' ? name : root !== null || uri.trim() === '' ? '' : 'x';
    // RSS 2.0 has no namespace, whatever its root declares.
    prefixes[name] = name === '' && root === 'rss' ? '' : (prefixOf(uri) ?? otherwise);
  }
  return { prefixes, base };
}

/** A name in lower case under its canonical prefix; bare in the vocabulary of RSS. */
export function canonical(tag: string, prefixes: Prefixes): string {
  const colon = tag.indexOf(':');
  const local = tag.slice(colon + 1).toLowerCase();
  const written = colon < 0 ? '' : tag.slice(0, colon).toLowerCase();
  const prefix = prefixes[written] ?? written;
  return prefix === '' || prefix === 'rss' ? local : `${prefix}:${local}`;
}

/** The same of an element or attribute of a document: in Atom its own elements are the bare ones, whatever prefix they have; elsewhere they keep it. */
export function nameIn(
  tag: string,
  { isAtom, prefixes }: { readonly isAtom: boolean; readonly prefixes: Prefixes },
): string {
  const name = canonical(tag, prefixes);
  return isAtom ? name.replace(/^atom:/, '') : name;
}

/** The address that `reference` means at `base`; null where it means none. */
export function resolve(reference: string, base: string | null): string | null {
  const given = reference.trim();
  if (given === '') return null;
  if (URL.canParse(given)) return /\s/.test(given) ? new URL(given).href : given;
  return base !== null && URL.canParse(given, base) ? new URL(given, base).href : null;
}

/** General entities that the document's own head declares; literal values only, as nothing external is ever fetched. */
function entitiesOf(text: string): ReadonlyMap<string, string> {
  const start = text.indexOf('<!DOCTYPE');
  const end = start < 0 ? -1 : text.indexOf(']>', start);
  if (end < 0 || end - start > 20_000) return new Map();
  const declarations = text
    .slice(start, end)
    .matchAll(/<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"]{0,500})"|'([^']{0,500})')/g);
  return new Map(
    Array.from(declarations, ([, name = '', double, single]) => [name, decodeHTMLStrict(double ?? single ?? '')]),
  );
}

function decodeEntities(raw: string, own: ReadonlyMap<string, string>): string {
  if (!raw.includes('&')) return raw;
  // SGML allows an upper-case X in &#X26;, and feeds use it.
  const text = raw.replace(/&#X(?=[\da-f])/gi, '&#x');
  if (own.size === 0) return decodeHTMLStrict(text);
  return text.replace(/&#?[\w.-]{1,60};/g, (whole) => own.get(whole.slice(1, -1)) ?? decodeHTMLStrict(whole));
}

/** Elements directly within, by canonical name. */
export function within(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string' && names.includes(child.name));
}

/** All text inside, tags away. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What stands inside, as markup with its prefixes taken off (`<xhtml:p>` is `<p>`). */
export function markupOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : outer(child))).join('');
}

function outer(element: Element): string {
  const name = element.tag.slice(element.tag.indexOf(':') + 1);
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('xmlns') && !key.startsWith('xml:'))
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('');
  return /^(?:br|img|hr|wbr|input|source|link|meta)$/i.test(name)
    ? `<${name}${attributes}>`
    : `<${name}${attributes}>${markupOf(element)}</${name}>`;
}

/** Text as it stands in markup, in an attribute too. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
