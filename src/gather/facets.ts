import { sha256 } from '../hash.ts';
import type { Item } from '../model.ts';
import { canonicalUrl } from './address.ts';
import { plainForm } from './likeness.ts';
import { plainText } from './plain-text.ts';

/** What an entry is found again by. No field of a feed is to be trusted alone: guids are shared, reused and made anew at every poll. */
export type Facets = {
  readonly guid: string | null;
  /** The address of its page, without tracking parameters and fragment. */
  readonly page: string | null;
  /** Hash of its text, as it stands in the feed; null where it has none. */
  readonly text: string | null;
  /** Hash of its title with its date, or with the letters of its text where it has no date. */
  readonly face: string;
};

/** An entry as it is listed, with the hash of its text, without which it may be. */
export type Entered = { readonly item: Item; readonly text: string | null };

export const textOf = ({ html }: Item): string | null => (html === null ? null : sha256(html));

export function facetsOf({ item, text }: Entered, base: string): Facets {
  return { guid: item.guid, page: pageOf(item, base), text, face: hashOfFace(item) };
}

export const hashOfFace = ({ title, published, html }: Item): string =>
  sha256(`${plainForm(title ?? '')}\n${published ?? lettersOf(html)}`);

/** The letters of a text, whatever its markup, which some feeds make anew at every poll. */
export const lettersOf = (html: string | null): string => plainForm(plainText(html ?? ''));

/** The address of an entry's page; null where it has none that could be opened. */
export function pageOf({ original, url }: Item, base: string): string | null {
  const link = original ?? url;
  try {
    return link === null ? null : canonicalUrl(link, base);
  } catch {
    return null;
  }
}
