import { isCalendar } from '../../language/calendar.ts';
import type { Cast } from './cast.ts';
import type { Shown } from './shown.ts';
import type { Words } from './whole.ts';

/** Does a caption have a name in it, of somebody, of a place or of a product? */
const hasName = (text: string, about: string): boolean =>
  text.split(/[\s-]+/).some((word) => /\p{Lu}[\p{Ll}\d]/u.test(word) && !isCalendar(word)) ||
  text.includes(about.split(' ')[0] ?? about);

/**
 * A caption that names nobody, with whose it is or whom its text tells of before it: "Orvane: servers that lost power". A colon says no
 * more than that the one is told of the other, so that it holds where "Orvane’s servers" may not. What a market or some of a kind
 * have is not told of them, unless they are counted.
 */
export function withName({ cast }: Words, told: Shown, text: string): string {
  const about = spokenOf(cast, told);
  if (about === null) return text;
  // What begins a sentence is written small, and may be a name for all that.
  const own = text
    .split(' ')
    .map((word) => (word === about.toLowerCase() ? about : word))
    .join(' ');
  if (hasName(own, about)) return own;
  // Who says so is told elsewhere, and a person has none of it; "its rivals" and "the city's cables" are somebody else's.
  const isTeller = about === told.claimant || cast.names.isPerson(about);
  return isTeller || /^\p{Ll}+['’]s? /u.test(own) ? own : `${about}: ${own}`;
}

/** Whose a number is, or else whom its text speaks of. */
function spokenOf(cast: Cast, { subject, named, counted, general }: Shown): string | null {
  if (named && subject !== null) return subject;
  const name = cast.before() ?? (counted ? cast.sole : null);
  return general && !counted && subject !== name ? null : name;
}
