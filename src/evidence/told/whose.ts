import { isCalendar } from '../../language/calendar.ts';
import { singular } from '../../language/nouns.ts';
import { isMarketNoun } from './market.ts';
import type { Shown } from './shown.ts';
import type { Words } from './whole.ts';

/** Does a caption have a name in it, of somebody, of a place or of a product? */
const hasName = (text: string, about: string): boolean =>
  text.split(/[\s-]+/).some((word) => /\p{Lu}[\p{Ll}\d]/u.test(word) && !isCalendar(word)) ||
  text.includes(about.split(' ')[0] ?? about);

/**
 * A caption that names nobody, with whose it is before it: "Orvane: remaining performance obligations". A colon says no more than that the
 * one is told of the other, so that it holds where "Orvane’s" may not.
 */
export function withName({ cast, tree }: Words, { subject: about, named, claimant }: Shown, text: string): string {
  if (about === null || !named) {
    const topic = cast.topicOf(tree);
    const isOthers = text.split(' ').some((word) => isMarketNoun(singular(word))) || /^\p{Ll}+['’]s? /u.test(text);
    return topic === null || topic === claimant || isOthers || hasName(text, topic) ? text : `${topic}: ${text}`;
  }
  // What begins a sentence is written small, and may be a name for all that.
  const own = text
    .split(' ')
    .map((word) => (word === about.toLowerCase() ? about : word))
    .join(' ');
  if (hasName(own, about)) return own;
  // Who says so is told elsewhere, and a person has none of it; "its rivals" and "the city's cables" are somebody else's.
  const isTeller = about === claimant || cast.names.isPerson(about) || cast.names.isPlace(about);
  return isTeller || /^\p{Ll}+['’]s? /u.test(own) ? own : `${about}: ${own}`;
}
