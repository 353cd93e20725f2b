import { oncePer } from '../once.ts';
import { type Glanced, glance, type Holder, hear, see, toldBy, valuesIn } from './glance.ts';
import { declare, isOurs } from './prefixes.ts';
import { dereferenced } from './references.ts';
import { hasMark, type Place, Skeleton } from './skeleton.ts';
import { endOfTag, type Tag, tagsIn } from './tags.ts';
import { type Document, isProse } from './values.ts';
import { canonical, type Prefixes } from './xml.ts';

/** A document that a strict reader reads without loss. */
export type WellFormed = {
  /** As `Skeleton` makes it. */
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

/** Texts up to this length stay where they are, in UTF-16 units. */
const SHORT = 40;

const ROOTS: Readonly<Record<string, { readonly entry: string; readonly within: string }>> = {
  rss: { entry: 'item', within: 'channel' },
  'rdf:RDF': { entry: 'item', within: 'rdf:RDF' },
  feed: { entry: 'entry', within: 'feed' },
};

/** Characters of a control, in classes of sixteen: V8 looks for so many over many letters at a time, for more letter by letter. */
const CONTROLS = [/[\u0000-\u0008\u000b\u000c\u000e\u000f]/, /[\u0010-\u001f]/];
/** Whether a text has a character that XML has not (1.0, section 2.2). */
const hasForeign = (text: string): boolean =>
  text.includes('\ufffe') || text.includes('\uffff') || CONTROLS.some((control) => control.test(text));
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
  return hasMark(text) || hasForeign(text) ? null : new Look(text, since).wellFormed();
}

/** An entry that is open: where it begins, and what there was before it, for it to be left out again. */
type Entry = Holder & { readonly from: number; readonly before: Place };

/** A look over a document, as far as it came. Each step answers where the next begins; -1 where no strict reader will do. */
class Look {
  readonly #text: string;
  /** From when on entries are news; null where all of them are to be read. */
  #news: string | null;
  readonly #tagAt: (at: number) => Tag | null;
  readonly #skeleton: Skeleton;
  readonly #open: string[] = [];
  readonly #tags = new Set<string>();
  readonly #prefixes: Record<string, string> = {};
  readonly #entries: (Glanced | null)[] = [];
  #root = '';
  #channels = 0;
  /** The element that nobody reads and which is open: where it begins, and how deep it stands. */
  #unread: { readonly from: number; readonly depth: number } | null = null;
  /** What describes the feed; and the entry that is open. Where all is news there is nothing to look for in them. */
  #head: Holder | null = null;
  #isHeadOpen = false;
  #entry: Entry | null = null;
  // The same few names and tags stand in every entry.
  readonly #isRead = oncePer((name: string) => isOurs(name, this.#prefixes));
  readonly #holdsProse = oncePer((name: string) => isProse(canonical(name, this.#prefixes)));
  readonly #tell = oncePer((tag: Tag) => toldBy(tag, { isAtom: this.#root === 'feed', prefixes: this.#prefixes }));

  constructor(text: string, since: string | null) {
    this.#text = text;
    this.#news = since;
    this.#tagAt = tagsIn(text);
    this.#skeleton = new Skeleton(text);
  }

  wellFormed(): WellFormed | null {
    const text = this.#text;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (!this.#hear(at, tag < 0 ? text.length : tag)) return null;
      if (tag < 0) return this.#end();
      const next = text[tag + 1];
      if (next === '/') at = this.#close(tag);
      else if (next === '!' || next === '?') at = this.#pass(tag);
      else at = this.#begin(tag);
      if (at < 0) return null;
    }
  }

  /** Text between two tags; false where it should not be there. */
  #hear(from: number, to: number): boolean {
    const run = this.#text.slice(from, to);
    if (this.#open.length === 0 && /\S/.test(run)) return false;
    const isEscaped = run.includes('&');
    const said = isEscaped ? dereferenced(run) : run;
    if (said === null) return false;
    if (this.#unread !== null) return true;
    if (isEscaped || (run.length > SHORT && /\S/.test(run))) this.#skeleton.lift(said, from, to);
    hear(this.#holder(), said, this.#open.length);
    return true;
  }

  /** A section, a comment, an instruction or a document type. */
  #pass(tag: number): number {
    if (!this.#text.startsWith('<![CDATA[', tag)) return endOfOther(this.#text, tag, this.#open.length > 0);
    const end = this.#text.indexOf(']]>', tag + 9);
    if (end < 0 || this.#open.length === 0) return -1;
    if (this.#unread === null) {
      const said = this.#text.slice(tag + 9, end);
      this.#skeleton.lift(said, tag, end + 3);
      hear(this.#holder(), said, this.#open.length);
    }
    return end + 3;
  }

  /** An end tag. */
  #close(tag: number): number {
    const name = this.#open.pop();
    const at = name === undefined ? -1 : endOfTag(this.#text, tag, name);
    if (at < 0) return -1;
    const depth = this.#open.length;
    if (this.#unread?.depth === depth) {
      this.#skeleton.leaveOut(this.#unread.from, at);
      this.#unread = null;
    }
    const entry = this.#entry;
    if (entry !== null && entry.depth === depth) {
      const old = this.#news === null ? null : glance(entry, this.#news, this.#tell);
      this.#entries.push(old);
      if (old !== null) this.#skeleton.takeBack(entry.before, entry.from, at);
      this.#entry = null;
    } else if (this.#head?.depth === depth) this.#isHeadOpen = false;
    return at;
  }

  /** A start tag. */
  #begin(tag: number): number {
    const found = this.#tagAt(tag);
    const depth = this.#open.length;
    if (found === null || depth > DEPTH) return -1;
    const { name, attributes, isEmpty } = found;
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (this.#root !== '' || ROOTS[name] === undefined) return -1;
      this.#root = name;
    } else if (!isInPlace(name, { root: this.#root, parent, open: depth, holdsProse: this.#holdsProse })) return -1;
    const isRoot = parent === undefined;
    if (attributes !== '' && !declare(attributes, { name, isRoot, prefixes: this.#prefixes })) return -1;
    // A look resolves no addresses: where they have a base of their own all is read.
    if (this.#entry === null && attributes.includes('xml:base') && /\sxml:base\s*=/.test(attributes)) this.#news = null;
    const at = tag + found.length;
    if (this.#unread === null && !isRoot && HOLDERS.has(parent) && !this.#isRead(name)) {
      if (isEmpty) this.#skeleton.leaveOut(tag, at);
      else this.#unread = { from: tag, depth };
    }
    if (this.#unread === null) this.#tags.add(name);
    this.#place(found, tag, depth);
    if (!isEmpty) this.#open.push(name);
    return at;
  }

  /** An element begins: an entry, what describes the feed, or something in one of them. */
  #place(found: Tag, from: number, depth: number): void {
    const { name, isEmpty } = found;
    if (name === 'channel') this.#channels += 1;
    if (name === ROOTS[this.#root]?.entry) {
      if (isEmpty) this.#entries.push(null);
      else this.#entry = { depth, tag: found, seen: [], from, before: this.#skeleton.place };
    } else if (name === (this.#root === 'feed' ? 'feed' : 'channel')) {
      this.#head = { depth, tag: found, seen: [] };
      this.#isHeadOpen = true;
    } else if (this.#unread === null) see(this.#holder(), found, depth);
  }

  #holder(): Holder | null {
    return this.#news === null ? null : (this.#entry ?? (this.#isHeadOpen ? this.#head : null));
  }

  /** The document is over. */
  #end(): WellFormed | null {
    const [entries, prefixes, isAtom] = [this.#entries, this.#prefixes, this.#root === 'feed'];
    const isRight = this.#channels === (isAtom ? 0 : 1) && isAtom === (prefixes[''] === 'atom');
    if (this.#root === '' || this.#open.length > 0 || !isRight) return null;
    const old = entries.filter((entry) => entry !== null);
    const isAllOld = this.#news !== null && old.length === entries.length;
    const feed = isAllOld && this.#head !== null ? valuesIn(this.#head, this.#tell) : null;
    const looked =
      feed === null ? null : { feed, entries: old.map(({ values }) => values), dates: old.map(({ dates }) => dates) };
    const { texts } = this.#skeleton;
    return { skeleton: this.#skeleton.whole(), texts, entries, looked, isAtom, tags: this.#tags, prefixes };
  }
}

type Where = {
  readonly root: string;
  readonly parent: string;
  readonly open: number;
  readonly holdsProse: (name: string) => boolean;
};

/** Entries and channels stand where their format has them, and nothing stands within prose. */
function isInPlace(name: string, { root, parent, open, holdsProse }: Where): boolean {
  if (name === 'channel') return open === 1;
  const format = ROOTS[root];
  if (name === 'item' || name === 'entry') return name === format?.entry && parent === format.within;
  return !holdsProse(parent);
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
