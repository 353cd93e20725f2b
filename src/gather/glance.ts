import { decodeXML } from 'entities/decode';
import { latestOf } from './dates.ts';
import { type Dates, datesIn } from './entry.ts';
import { isProse, namesWithin, proseOf, type Value, type Values } from './values.ts';
import { nameIn, type Prefixes } from './xml.ts';

/** An element right within a feed or an entry, as a look from tag to tag sees it: attributes as they are written, text decoded. */
type Seen = { readonly tag: string; readonly attributes: string; text: string; holdsElements: boolean };

/** A feed or an entry, `depth` elements deep, with what was seen in it so far. */
export type Holder = { readonly depth: number; readonly attributes: string; readonly seen: Seen[] };

/** An element begins, `depth` elements deep. */
export function see(holder: Holder | null, tag: string, attributes: string, depth: number): void {
  if (holder === null) return;
  const last = holder.seen.at(-1);
  if (depth === holder.depth + 1) holder.seen.push({ tag, attributes, text: '', holdsElements: false });
  else if (last !== undefined) last.holdsElements = true;
}

/** Text stands `depth` elements deep. */
export function hear(holder: Holder | null, text: string, depth: number): void {
  const last = holder?.seen.at(-1);
  if (last !== undefined && depth === (holder?.depth ?? 0) + 2) last.text += text;
}

/** What the names in a document mean. */
export type Naming = { readonly isAtom: boolean; readonly prefixes: Prefixes };

const ATTRIBUTE = /(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NONE: Value['attributes'] = {};

/** What a look tells of an entry. */
export type Glanced = { readonly values: Values; readonly dates: Dates };

/**
 * The values of an entry that is too old to be news (`since` is ISO 8601), as far as it is named, dated and known again by them; null of one that is
 * news or has no date, and of one of which a look does not tell as much as reading it.
 */
export function glance(entry: Holder, since: string, naming: Naming): Glanced | null {
  const values = valuesIn(entry, naming);
  if (values === null) return null;
  const dates = datesIn(values);
  const date = dates.published ?? dates.updated;
  return date !== null && latestOf(date) < since ? { values, dates } : null;
}

/** The values that a look tells; null where it does not tell as much as reading. */
export function valuesIn({ attributes: own, seen }: Holder, naming: Naming): Values | null {
  const values: Record<string, Value[]> = {};
  for (const { tag, attributes, text, holdsElements } of seen) {
    const name = nameIn(tag, naming);
    // Who wrote it, and where it was taken from, is asked of news alone.
    if (holdsElements && namesWithin(name) !== null && !name.startsWith('media:')) continue;
    const given = attributesIn(attributes, naming);
    if (holdsElements || given['xml:base'] !== undefined) return null;
    const written = isProse(name) ? proseOf(text, given, naming.isAtom || name.startsWith('atom:')) : text.trim();
    const value = { text: written, attributes: given, base: null };
    const others = values[name];
    if (others === undefined) values[name] = [value];
    else others.push(value);
  }
  const { 'rdf:about': about, 'xml:base': base } = attributesIn(own, naming);
  if (base !== undefined) return null;
  if (about !== undefined) values['rdf:about'] = [{ text: about, attributes: NONE, base: null }];
  return values;
}

function attributesIn(written: string, { prefixes }: Naming): Value['attributes'] {
  if (written === '') return NONE;
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE))
    attributes[name.includes(':') ? nameIn(name, { isAtom: false, prefixes }) : name.toLowerCase()] = decodeXML(
      double ?? single ?? '',
    );
  return attributes;
}
