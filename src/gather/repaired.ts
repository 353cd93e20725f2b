import { ParseError } from '../errors.ts';
import { type Document, isProse, namesWithin, ofSource, proseOf, type Value, type Values } from './values.ts';
import { type Element, markupOf, readXml, textOf, within } from './xml.ts';

/**
 * Reads any feed in XML (RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0), well-formed or not. Throws a ParseError that says what the
 * document is where it is no feed.
 */
export function readRepaired(text: string, url: string | null): Document {
  const tree = readXml(text, url);
  const root = feedRoot(tree, text);
  const channel = within(root, 'channel')[0] ?? root;
  const isAtom = /^(?:atom:)?feed$/.test(root.name);
  return {
    feed: valuesOf(channel, isAtom),
    entries: entriesOf(root, channel).map((entry) => valuesOf(entry, isAtom)),
  };
}

const ROOTS = /^(?:rss|rdf:rdf|(?:atom:)?feed|channel|(?:atom:)?entry)$/;

function feedRoot(tree: Element, text: string): Element {
  const root = find(tree, (element) => ROOTS.test(element.name));
  if (root !== null && !isPage(tree)) return root;
  const first = find(tree, () => true);
  if (isPage(tree) || /<!doctype html/i.test(text.slice(0, 2000))) {
    throw new ParseError(
      'feed',
      'an HTML page, not a feed; give the address of the feed itself, or of the site to have its feed looked for',
    );
  }
  throw new ParseError(
    'feed',
    `XML, but no feed: its root is <${first?.tag ?? ''}>, expected <rss>, <feed> or <rdf:RDF>; check that the address is that of a feed`,
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

/** Entries at any depth, but not within each other. */
function below(element: Element): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : ENTRIES.includes(child.name) ? [child] : below(child),
  );
}

const ENTRIES = ['item', 'entry', 'atom:entry', 'atom:item'];

/** Entries stand in the channel, beside it (RDF), or, where elements were left open, anywhere below. */
function entriesOf(root: Element, channel: Element): Element[] {
  if (root.name.endsWith('entry')) return [root];
  const channels = channel === root ? [] : within(root, 'channel');
  const placed = [...channels, root].flatMap((place) => within(place, ...ENTRIES));
  const direct = placed.length > 0 ? placed : below(root);
  return direct.flatMap((entry) => [entry, ...within(entry, 'item')]);
}

function valuesOf(element: Element, isAtom: boolean): Values {
  const { base } = element;
  const about = element.attributes['rdf:about'];
  const values: Record<string, Value[]> =
    about === undefined ? {} : { 'rdf:about': [{ text: about, attributes: {}, base }] };
  for (const child of element.children) {
    if (typeof child === 'string' || ENTRIES.includes(child.name) || child.name === 'channel') continue;
    const name = isAtom ? child.name.replace(/^atom:/, '') : child.name;
    const links = name === 'source' ? within(child, 'link', 'atom:link').map(({ attributes }) => attributes) : [];
    const value = { text: written(child, isAtom), attributes: ofSource(child.attributes, links), base: child.base };
    const others = values[name];
    if (others === undefined) values[name] = [value];
    else others.push(value);
  }
  return values;
}

function written(child: Element, isAtom: boolean): string {
  const hasElements = child.children.some((part) => typeof part !== 'string');
  if (isProse(child.name)) {
    return hasElements
      ? markupOf(child)
      : proseOf(textOf(child), child.attributes, isAtom || child.name.startsWith('atom:'));
  }
  const names = hasElements ? namesWithin(child.name) : null;
  if (names === null) return textOf(child).trim();
  const parts = names.flatMap((name) => within(child, name, `atom:${name}`)).map((part) => textOf(part).trim());
  return parts.find((part) => part !== '') ?? '';
}
