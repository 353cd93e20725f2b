import { decodeXML } from 'entities/decode';
import { latestOf } from './dates.ts';
import { type Dates, datesIn } from './entry.ts';
import type { Tag } from './tags.ts';
import { isProse, namesWithin, proseOf, type Value, type Values } from './values.ts';
import { nameIn, type Prefixes } from './xml.ts';

/** An element right within a feed or an entry, as a look from tag to tag sees it, its text decoded. */
type Seen = { readonly tag: Tag; text: string; holdsElements: boolean };

/** A feed or an entry, `depth` elements deep, with what was seen in it so far. */
export type Holder = { readonly depth: number; readonly tag: Tag; readonly seen: Seen[] };

/** An element begins, `depth` elements deep. */
export function see(holder: Holder | null, tag: Tag, depth: number): void {
  if (holder === null) return;
  const last = holder.seen.at(-1);
  if (depth === holder.depth + 1) holder.seen.push({ tag, text: '', holdsElements: false });
  else if (last !== undefined) last.holdsElements = true;
}

/** Text stands `depth` elements deep. */
export function hear(holder: Holder | null, text: string, depth: number): void {
  const last = holder?.seen.at(-1);
  if (last !== undefined && depth === (holder?.depth ?? 0) + 2) last.text += text;
}

/** What a tag tells of its element in a document. */
export type Told = {
  readonly name: string;
  readonly isProse: boolean;
  readonly isAtom: boolean;
  readonly attributes: Value['attributes'];
};

/** What a tag tells where names mean what they do in `naming`. */
export function toldBy(
  { name: written, attributes }: Tag,
  naming: { readonly isAtom: boolean; readonly prefixes: Prefixes },
): Told {
  const name = nameIn(written, naming);
  return {
    name,
    isProse: isProse(name),
    isAtom: naming.isAtom || name.startsWith('atom:'),
    attributes: attributesIn(attributes, naming.prefixes),
  };
}

const ATTRIBUTE = /(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NONE: Value['attributes'] = {};

function attributesIn(written: string, prefixes: Prefixes): Value['attributes'] {
  if (written === '') return NONE;
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE))
    attributes[name.includes(':') ? nameIn(name, { isAtom: false, prefixes }) : name.toLowerCase()] = decodeXML(
      double ?? single ?? '',
    );
  return attributes;
}

type Tell = (tag: Tag) => Told;

/** What a look tells of an entry. */
export type Glanced = { readonly values: Values; readonly dates: Dates };

/**
 * The values of an entry that is too old to be news (`since` is ISO 8601), as far as it is named, dated and known again by them; null of one that is
 * news or has no date, and of one of which a look does not tell as much as reading it.
 */
export function glance(entry: Holder, since: string, tell: Tell): Glanced | null {
  const values = valuesIn(entry, tell);
  if (values === null) return null;
  const dates = datesIn(values);
  const date = dates.published ?? dates.updated;
  return date !== null && latestOf(date) < since ? { values, dates } : null;
}

/** The values that a look tells; null where it does not tell as much as reading. */
export function valuesIn({ tag: own, seen }: Holder, tell: Tell): Values | null {
  const values: Record<string, Value[]> = {};
  for (const { tag, text, holdsElements } of seen) {
    const told = tell(tag);
    const { name, attributes } = told;
    // Who wrote it, and where it was taken from, is asked of news alone.
    if (holdsElements && namesWithin(name) !== null && !name.startsWith('media:')) continue;
    if (holdsElements || attributes['xml:base'] !== undefined) return null;
    const written = told.isProse ? proseOf(text, attributes, told.isAtom) : text.trim();
    const value = { text: written, attributes, base: null };
    const others = values[name];
    if (others === undefined) values[name] = [value];
    else others.push(value);
  }
  const { 'rdf:about': about, 'xml:base': base } = tell(own).attributes;
  if (base !== undefined) return null;
  if (about !== undefined) values['rdf:about'] = [{ text: about, attributes: NONE, base: null }];
  return values;
}
