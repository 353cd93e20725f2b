import RssParser from 'rss-parser';
import { NAMES } from './entry.ts';
import { restored } from './skeleton.ts';
import type { WellFormed } from './survey.ts';
import { type Document, isProse, namesWithin, ofSource, proseOf, type Value, type Values } from './values.ts';
import { canonical, nameIn, resolve } from './xml.ts';

type Raw = Record<string, unknown>;

/** Elements that rss-parser finds its way by; the others go by our names, so that each is handed over whole and none is guessed at. */
const STRUCTURE = new Set(['rss', 'rdf:RDF', 'feed', 'channel', 'item', 'entry']);
const OURS: ReadonlySet<string> = new Set(NAMES.map((name) => `:${name}`));

/** Those fields alone that the document has, as each is looked for in every entry. */
function fieldsOf(names: Iterable<string>): RssParser.CustomFields<Raw, Raw> {
  const there = new Set(Array.from(names).filter((name) => OURS.has(name)));
  const item = ['$', ...there].map((name): [string, string, { keepArray: boolean }] => [
    name,
    name,
    { keepArray: true },
  ]);
  const fields: RssParser.CustomFields<Raw, Raw> = { item };
  // The package's types know plain names alone for the feed, where its code takes the same triples as for the items.
  return Object.assign(fields, { feed: item });
}

/** Reads well-formed RSS, RDF or Atom by rss-parser, in one pass. Rejects with what it rejects with. */
export async function readStraight(document: WellFormed, url: string | null): Promise<Document> {
  const { isAtom, prefixes, tags } = document;
  const names = new Map(
    Array.from(tags, (tag) => [tag, STRUCTURE.has(tag) ? tag : `:${nameIn(tag, { isAtom, prefixes })}`]),
  );
  const parser = new RssParser<Raw, Raw>({
    customFields: fieldsOf(names.values()),
    defaultRSS: 2,
    xml2js: {
      tagNameProcessors: [(tag: string) => names.get(tag) ?? tag],
      attrNameProcessors: [(name: string) => (name.includes(':') ? canonical(name, prefixes) : name.toLowerCase())],
    },
  });
  const feed = await parser.parseString(document.skeleton);
  const base = baseIn(attributesOf(feed.$), url);
  const items = feed.items.values();
  return {
    feed: valuesOf(feed, { url, base, document }),
    entries: document.entries.map((old) => {
      if (old !== null) return old.values;
      const item: Raw = items.next().value ?? {};
      return valuesOf(item, { url, base: baseIn(attributesOf(item.$), base ?? url) ?? base, document });
    }),
  };
}

type Scope = { readonly url: string | null; readonly base: string | null; readonly document: WellFormed };

function valuesOf(raw: Raw, scope: Scope): Values {
  const values: Record<string, readonly Value[]> = {};
  for (const [key, nodes] of Object.entries(raw)) {
    // Beside the elements rss-parser sets fields of its own.
    if (!key.startsWith(':') || !Array.isArray(nodes)) continue;
    const name = key.slice(1);
    values[name] = nodes.map((node: unknown) => valueIn(name, node, scope));
  }
  const about = attributesOf(raw.$)['rdf:about'];
  return about === undefined ? values : { ...values, 'rdf:about': [{ text: about, attributes: {}, base: scope.base }] };
}

/** xml2js gives an element without attributes as its text, and with them or with elements as an object. */
function valueIn(name: string, node: unknown, { url, base: outer, document }: Scope): Value {
  const attributes = isRecord(node) ? attributesOf(node.$) : NONE;
  const base = baseIn(attributes, outer ?? url) ?? outer;
  const written = textOf(node, document);
  if (isProse(name)) {
    return { text: proseOf(written, attributes, document.isAtom || name.startsWith('atom:')), attributes, base };
  }
  const [named] = namedIn(name, node, document);
  const text = named ?? written.trim();
  if (name !== 'source') return { text, attributes, base };
  return {
    text,
    attributes: ofSource(
      attributes,
      partsOf(node, 'link').map(({ $ }) => attributesOf($)),
    ),
    base,
  };
}

function namedIn(name: string, node: unknown, document: WellFormed): string[] {
  if (!isRecord(node)) return [];
  return (namesWithin(name) ?? [])
    .flatMap((inner) => node[`:${inner}`] ?? node[`:atom:${inner}`] ?? [])
    .map((part) => textOf(part, document).trim())
    .filter((part) => part !== '');
}

function partsOf(node: unknown, name: string): Raw[] {
  const parts = isRecord(node) ? node[`:${name}`] : null;
  return Array.isArray(parts) ? parts.filter(isRecord) : [];
}

function textOf(node: unknown, document: WellFormed): string {
  const text = isRecord(node) ? node._ : node;
  return typeof text === 'string' ? restored(text, document.texts) : '';
}

function baseIn(attributes: Value['attributes'], outer: string | null): string | null {
  const own = attributes['xml:base'];
  return own === undefined ? null : resolve(own, outer);
}

function attributesOf(given: unknown): Value['attributes'] {
  if (!isRecord(given)) return NONE;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (typeof value === 'string') attributes[name] = value;
  return attributes;
}
const NONE: Value['attributes'] = {};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
