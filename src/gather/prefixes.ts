import { NAMES } from './entry.ts';
import { hasBare } from './references.ts';
import { canonical, type Prefixes, prefixOf } from './xml.ts';

const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const OURS = new Set([...NAMES, 'channel', 'item', 'entry']);

/** Whether an element is read by anybody. Elements of RSS in an Atom entry are too. */
export const isOurs = (name: string, prefixes: Prefixes): boolean =>
  OURS.has(name) || OURS.has(canonical(name, prefixes).replace(/^atom:/, ''));

/** Takes the prefixes that a tag declares; false where they make a name mean two things, or a name that is read another. */
export function declare(
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
