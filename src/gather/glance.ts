import { decodeXML } from 'entities';
import { latestOf } from './dates.ts';
import { datesIn } from './entry.ts';
import { isProse, namesWithin, proseOf, type Value, type Values } from './values.ts';
import { nameIn, type Prefixes } from './xml.ts';

/** An element right within an entry, as a look from tag to tag sees it: attributes as they are written, text decoded. */
export type Seen = { readonly tag: string; readonly attributes: string; text: string; holdsElements: boolean };

/** What the names in a document mean. */
export type Naming = { readonly isAtom: boolean; readonly prefixes: Prefixes };

const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NONE: Value['attributes'] = {};

/**
 * The values of an entry that is too old to be news, as far as it is named, dated and known again by them; null of one that is news or has no date,
 * and of one of which a look does not tell as much as reading it. `own` are the attributes of the entry itself, `since` is ISO 8601.
 */
export function glance(own: string, seen: readonly Seen[], since: string, naming: Naming): Values | null {
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
  const { published, updated } = datesIn(values);
  const date = published ?? updated;
  return date !== null && latestOf(date) < since ? values : null;
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
