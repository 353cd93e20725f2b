import { oncePer } from '../once.ts';
import { NAMES } from './entry.ts';
import { type Glanced, glance, type Holder, hear, see, toldBy, valuesIn } from './glance.ts';
import { dereferenced, hasBare } from './references.ts';
import { endOfTag, type Tag, tagsIn } from './tags.ts';
import { type Document, isProse } from './values.ts';
import { canonical, type Prefixes, prefixOf } from './xml.ts';

/** A document that a strict reader reads without loss. */
export type WellFormed = {
  /**
   * The document without the elements that nobody reads, and with a mark in the place of each long text: a strict reader goes letter by letter,
   * and most letters are prose.
   */
  readonly skeleton: string;
  /** The texts, decoded, by the number in their mark. */
  readonly texts: readonly string[];
  /** Of each entry what a look tells where it is no news, and which the skeleton is without; null where it is in the skeleton. */
  readonly entries: readonly (Glanced | null)[];
  /** All that there is, where no entry is left to be read. */
  readonly looked: Document | null;
  readonly isAtom: boolean;
  /** The names of the elements in it, as they are written. */
  readonly tags: ReadonlySet<string>;
  readonly prefixes: Prefixes;
};

/** A noncharacter of Unicode, which no document means. */
const MARK = '\ufdd0';
const MARKS = new RegExp(`${MARK}(\\d+);`, 'g');
/** Texts up to this length stay where they are, in UTF-16 units. */
const SHORT = 40;

/** What stood where the marks are. */
export function restored(text: string, { texts }: WellFormed): string {
  return text.includes(MARK) ? text.replace(MARKS, (_, number: string) => texts[Number(number)] ?? '') : text;
}

const ROOTS: Readonly<Record<string, { readonly entry: string; readonly within: string }>> = {
  rss: { entry: 'item', within: 'channel' },
  'rdf:RDF': { entry: 'item', within: 'rdf:RDF' },
  feed: { entry: 'entry', within: 'feed' },
};

const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const OURS = new Set([...NAMES, 'channel', 'item', 'entry']);
/** Elements that hold those of an entry or a feed. */
const HOLDERS = new Set(['rss', 'rdf:RDF', 'feed', 'channel', 'item', 'entry']);
/** Deeper than any feed nests. */
const DEPTH = 100;

/**
 * Looks over a document once, from tag to tag, for whether a strict reader will do: it is well-formed XML (1.0, without declarations of its own), a
 * feed of a kind that `rss-parser` knows in its usual shape, and its prose is text, not elements, whose order such a reader
 * loses. Null where it is anything else. Costs a fraction of what reading costs. Entries from before `since` (ISO 8601) are no news: they
 * are not left to be read.
 */
export function survey(text: string, since: string | null = null): WellFormed | null {
  let news = since;
  if (text.includes(MARK) || CONTROL.test(text)) return null;
  const tagAt = tagsIn(text);
  const open: string[] = [];
  const kept: string[] = [];
  const texts: string[] = [];
  const tags = new Set<string>();
  const prefixes: Record<string, string> = {};
  // The same few names and tags stand in every entry.
  const isRead = oncePer((name: string) => isOurs(name, prefixes));
  const holdsProse = oncePer((name: string) => isProse(canonical(name, prefixes)));
  const tell = oncePer((tag: Tag) => toldBy(tag, { isAtom: root === 'feed', prefixes }));
  let root = '';
  let channels = 0;
  let copied = 0;
  /** The element that nobody reads and which is open: where it begins, and how deep it stands. */
  let unread: { readonly from: number; readonly depth: number } | null = null;
  const entries: (Glanced | null)[] = [];
  /** What describes the feed; and the entry that is open. Where all is news there is nothing to look for in them. */
  let head: Holder | null = null;
  let isHeadOpen = false;
  let entry: Entry | null = null;
  const holder = (): Holder | null => (news === null ? null : (entry ?? (isHeadOpen ? head : null)));
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lift = (found: string, from: number, to: number): void => {
    if (unread !== null) return;
    kept.push(text.slice(copied, from), `${MARK}${texts.push(found) - 1};`);
    copied = to;
  };
  const leaveOut = (from: number, to: number): void => {
    kept.push(text.slice(copied, from));
    copied = to;
  };
  for (;;) {
    const tag = text.indexOf('<', at);
    const run = text.slice(at, tag < 0 ? text.length : tag);
    if (open.length === 0 && /\S/.test(run)) return null;
    const isEscaped = run.includes('&');
    const said = isEscaped ? dereferenced(run) : run;
    if (said === null) return null;
    if (isEscaped || (run.length > SHORT && /\S/.test(run))) lift(said, at, tag);
    if (unread === null) hear(holder(), said, open.length);
    if (tag < 0) break;
    const next = text[tag + 1];
    if (next === '!' && text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag + 9);
      if (end < 0 || open.length === 0) return null;
      at = end + 3;
      const said = text.slice(tag + 9, end);
      lift(said, tag, at);
      if (unread === null) hear(holder(), said, open.length);
    } else if (next === '!' || next === '?') {
      at = endOfOther(text, tag, open.length > 0);
      if (at < 0) return null;
    } else if (next === '/') {
      const name = open.pop();
      at = name === undefined ? -1 : endOfTag(text, tag, name);
      if (at < 0) return null;
      if (unread?.depth === open.length) {
        leaveOut(unread.from, at);
        unread = null;
      }
      if (entry !== null && entry.depth === open.length) {
        const old = news === null ? null : glance(entry, news, tell);
        entries.push(old);
        if (old !== null) {
          kept.length = entry.kept;
          texts.length = entry.texts;
          copied = entry.copied;
          leaveOut(entry.from, at);
        }
        entry = null;
      } else if (head !== null && head.depth === open.length) isHeadOpen = false;
    } else {
      const found = tagAt(tag);
      const parent = open.at(-1);
      if (found === null || open.length > DEPTH) return null;
      const { name, attributes, isEmpty } = found;
      if (parent === undefined) {
        if (root !== '' || ROOTS[name] === undefined) return null;
        root = name;
      } else if (!isInPlace(name, { root, parent, open: open.length, holdsProse })) return null;
      if (attributes !== '' && !declare(attributes, { name, isRoot: parent === undefined, prefixes })) return null;
      if (name === 'channel') channels += 1;
      // A look resolves no addresses: where they have a base of their own all is read.
      if (entry === null && attributes.includes('xml:base') && /\sxml:base\s*=/.test(attributes)) news = null;
      at = tag + found.length;
      if (unread === null && parent !== undefined && HOLDERS.has(parent) && !isRead(name)) {
        if (!isEmpty) unread = { from: tag, depth: open.length };
        else leaveOut(tag, at);
      }
      if (unread === null) tags.add(name);
      if (name === ROOTS[root]?.entry) {
        const inside = { depth: open.length, tag: found, seen: [] };
        if (isEmpty) entries.push(null);
        else entry = { ...inside, from: tag, kept: kept.length, texts: texts.length, copied };
      } else if (name === (root === 'feed' ? 'feed' : 'channel')) {
        head = { depth: open.length, tag: found, seen: [] };
        isHeadOpen = true;
      } else if (unread === null) see(holder(), found, open.length);
      if (!isEmpty) open.push(name);
    }
  }
  const isAtom = root === 'feed';
  if (root === '' || open.length > 0 || channels !== (isAtom ? 0 : 1) || isAtom !== (prefixes[''] === 'atom'))
    return null;
  const old = entries.filter((entry) => entry !== null);
  const feed = news === null || head === null || old.length < entries.length ? null : valuesIn(head, tell);
  const looked =
    feed === null ? null : { feed, entries: old.map(({ values }) => values), dates: old.map(({ dates }) => dates) };
  return { skeleton: kept.join('') + text.slice(copied), texts, entries, looked, isAtom, tags, prefixes };
}

/** An entry that is open: where it begins, and what there was before it, for it to be left out again. */
type Entry = Holder & { readonly from: number; readonly kept: number; readonly texts: number; readonly copied: number };

/** Elements of RSS in an Atom entry are read too. */
const isOurs = (name: string, prefixes: Prefixes): boolean =>
  OURS.has(name) || OURS.has(canonical(name, prefixes).replace(/^atom:/, ''));

type Place = {
  readonly root: string;
  readonly parent: string;
  readonly open: number;
  readonly holdsProse: (name: string) => boolean;
};

/** Entries and channels stand where their format has them, and nothing stands within prose. */
function isInPlace(name: string, { root, parent, open, holdsProse }: Place): boolean {
  if (name === 'channel') return open === 1;
  const format = ROOTS[root];
  if (name === 'item' || name === 'entry') return name === format?.entry && parent === format.within;
  return !holdsProse(parent);
}

/** Takes the prefixes that a tag declares; false where they make a name mean two things, or a name that is read another. */
function declare(
  attributes: string,
  {
    name,
    isRoot,
    prefixes,
  }: { readonly name: string; readonly isRoot: boolean; readonly prefixes: Record<string, string> },
): boolean {
  if (hasBare(attributes)) return false;
  if (!attributes.includes('xml')) return true;
  // rss-parser hands over the attributes of <feed>, and none of the other roots'.
  if (isRoot && name !== 'feed' && /\sxml:base\s*=/.test(attributes)) return false;
  for (const [, prefix = '', double, single] of attributes.matchAll(NAMESPACE)) {
    const known = prefixOf(double ?? single ?? '');
    if (prefix === '' && !isRoot) {
      // Foreign leaves name their namespace (WordPress' `site`); what has a name of ours must be ours.
      if (known !== null || name.includes(':') || OURS.has(name.toLowerCase())) return false;
      continue;
    }
    const meant = known ?? prefix;
    if ((prefixes[prefix] ?? meant) !== meant) return false;
    if (prefix === '' && !['', 'rss', 'atom'].includes(meant)) return false;
    prefixes[prefix] = meant;
  }
  return true;
}

/** Where a comment, an instruction or a document type ends; -1 where it does not, or declares entities. */
function endOfOther(text: string, start: number, isInside: boolean): number {
  const past = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', start)) {
    const end = past('--', start + 4);
    return end > 0 && text[end] === '>' ? end + 1 : -1;
  }
  if (text[start + 1] === '?') return past('?>', start + 2);
  const end = text.startsWith('<!DOCTYPE', start) && !isInside ? past('>', start) : -1;
  return text.slice(start, end).includes('[') ? -1 : end;
}
