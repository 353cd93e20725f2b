import { wordTextsIn } from '../../language/words.ts';
import { quotedIn } from './marks.ts';
import type { Prepared } from './prepare.ts';
import { quotesFrom } from './quotes.ts';

const SAYS = /^(?:say|says|said)$/;

/**
 * Is a claim nothing but quotes and who says them (`Moss said: "We are full."`), each a speaker's of the sources and said there by whoever
 * says it here?
 */
export function isSpoken(claim: string, sources: readonly Prepared[]): boolean {
  const quoted = quotedIn(claim);
  const found = quotesFrom(claim, sources);
  if (quoted.length === 0 || found.length < quoted.length) return false;
  let [rest, at] = ['', 0];
  for (const { start, end } of quoted) [rest, at] = [`${rest} ${claim.slice(at, start)}`, end];
  const words = wordTextsIn(`${rest} ${claim.slice(at)}`);
  const who = words.filter((word) => !SAYS.test(word.toLowerCase()));
  return (
    words.length === who.length + 1 &&
    who.length > 0 &&
    who.every((word) => /^\p{Lu}/u.test(word)) &&
    found.every(({ quote: { speaker } }) => {
      const full = wordTextsIn(speaker ?? '');
      return who.every((word) => full.includes(word));
    })
  );
}
