import { isCalendar } from '../../language/calendar.ts';
import type { Words } from './phrase.ts';
import type { Shown } from './shown.ts';

/** Does a caption have a name in it, of somebody, of a place or of a product? */
const hasName = (text: string, about: string): boolean =>
  text.split(/[\s-]+/).some((word) => /\p{Lu}[\p{Ll}\d]/u.test(word) && !isCalendar(word)) ||
  text.includes(about.split(' ')[0] ?? about);

/**
 * A caption that names nobody, with whose it is or whom its text tells of before it: "Orvane: servers that lost power". A colon says no
 * more than that the one is told of the other, so that it holds where "Orvane’s servers" may not. What a market or some of a kind
 * have is not told of them, unless they are counted.
 */
export function withName({ cast }: Words, { subject, named, counted, general }: Shown, text: string): string {
  const spokenOf = cast.before() ?? cast.topic ?? (counted ? cast.sole : null);
  const isSome = general && !counted && subject !== spokenOf;
  const about = named && subject !== null ? subject : isSome ? null : spokenOf;
  if (about === null) return text;
  // What begins a sentence is written small, and may be a name for all that.
  const own = text
    .split(' ')
    .map((word) => (word === about.toLowerCase() ? about : word))
    .join(' ');
  return hasName(own, about) ? own : `${about}: ${own}`;
}
