import { PREPOSITIONS } from '../../language/lexicon.ts';
import type { Phrase } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import type { Clause } from './clause.ts';
import { isLevel, word } from './verbs.ts';
import { slice, TRAILING, type Words } from './words.ts';

/** Has a phrase a noun of its own, or only somebody's name? */
function hasNoun(words: Words, phrase: Phrase): boolean {
  const text = slice(words, phrase);
  // "Requests for 4 GW", "Rents": the capital is the sentence's.
  if (phrase.from === 0 && /^\p{Lu}\p{Ll}+(?: (?:of|for|in|on|from) |s$)/u.test(text)) return true;
  return /(?:^|[\s(])\p{Ll}{3,}/u.test(text.replace(/\b(?:and|for|the|with|from)\b/gi, ''));
}

/** What a clause says to stand at a level or to move: "Sales rose to", "Sales were expected to reach", "They expect sales to reach". */
export function moverOf(words: Words, clause: Clause, end: number): Phrase | null {
  const mover = placedBy(words, clause, end);
  return mover !== null && hasNoun(words, mover) ? mover : null;
}

function placedBy({ tokens, places }: Words, { subject, verb }: Clause, end: number): Phrase | null {
  const isLead = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++)
      if (!TRAILING.test(word(tokens, i)) && !places.some((place) => place.from <= i && i < place.to)) return false;
    return true;
  };
  if (isLevel(tokens, verb.from, verb.to) && isLead(verb.to, end)) return subject?.to === verb.from ? subject : null;
  if (isDenied(tokens, verb)) return null;
  let to = verb.to;
  while (to < end && word(tokens, to) !== 'to') to++;
  if (to + 1 >= end || !isLevel(tokens, to + 1, to + 2) || !isLead(to + 2, end)) return null;
  return to === verb.to ? subject : { from: verb.to, to };
}

/** "does not expect" */
function isDenied(tokens: readonly Token[], { from, to }: Phrase): boolean {
  for (let i = from; i < to; i++) if (/^(?:not|never|no|t)$/.test(word(tokens, i))) return true;
  return false;
}

/** Where nobody is named who expects it: "companies to spend", in "We expect companies to spend". */
export function complementOf(tokens: readonly Token[], verb: Phrase, end: number): Phrase[][] {
  if (isDenied(tokens, verb) || !/^(?:expect|estimate|forecast|predict|project|see)/.test(word(tokens, verb.to - 1)))
    return [];
  for (let i = verb.to + 1; i < end - 1; i++) {
    if (PREPOSITIONS.has(word(tokens, i)) && word(tokens, i) !== 'to') return [];
    if (word(tokens, i) === 'to') return PREPOSITIONS.has(word(tokens, verb.to)) ? [] : [[{ from: verb.to, to: end }]];
  }
  return [];
}
