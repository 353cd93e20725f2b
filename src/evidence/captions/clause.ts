import { DETERMINERS, isFunctionWord, PREPOSITIONS } from '../../language/lexicon.ts';
import { type Phrase, phraseUntil } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { isAdverb, isCapital, isReduced, isRelative, isVerbAt, verbEnd, verbStart, word } from './verbs.ts';

/** The clause that leads to a figure: its verb, and who or what its verb is said of, where the sentence tells. */
export type Clause = { readonly subject: Phrase | null; readonly verb: Phrase };

const HARD = /^[;:"“”()[\]—–?!]$/;
const SUBORDINATE =
  /^(?:that|which|who|while|because|when|if|whether|whereas|although|though|as|after|before|but|where|since|until|so)$/;
const PRONOUN = /^(?:it|they|we|he|she|you|i|this|these|those|there|one|who|what)$/;
const TIME_NOUN =
  /^(?:year|month|week|quarter|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/;

const isDash = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === '-' && tokens[at]?.gap !== 'none' && tokens[at + 1]?.gap !== 'none';

/** What no clause goes past. */
export const isBreak = (tokens: readonly Token[], at: number): boolean =>
  (HARD.test(tokens[at]?.text ?? '') && !isClock(tokens, at)) || isDash(tokens, at);

/** "03:30" */
const isClock = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ':' && tokens[at + 1]?.kind === 'literal' && tokens[at + 1]?.gap === 'none';

/** Where the words begin that lead up to a verb, without "In March" or "Meanwhile" at their head. */
function zoneStart(tokens: readonly Token[], end: number, first: number): number {
  let start = end;
  for (let i = end - 1; i >= first; i--) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || HARD.test(token.text) || isDash(tokens, i)) break;
    if (SUBORDINATE.test(token.lower) && !(i === first)) break;
    if (isVerbAt(tokens, i, first) && !isReduced(tokens, i) && !isInside(tokens, i, first)) break;
    if (/^(?:and|or)$/.test(token.lower) && hasVerb(tokens, first, i)) break;
    start = i;
    if (token.gap === 'line') break;
  }
  return withoutAdverbial(tokens, start, end);
}

/** "Operators it tracks": a verb with its own subject, inside what another verb is said of. */
const isInside = (tokens: readonly Token[], at: number, first: number): boolean =>
  /^(?:it|they|he|she|we)$/.test(word(tokens, at - 1)) && at - 2 >= first && isNoun(tokens, at - 2);

const isNoun = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && !isFunctionWord(word(tokens, at)) && !isVerbAt(tokens, at, -1);

/** Does a verb stand before a place of the sentence, in the same piece between commas? */
function hasVerb(tokens: readonly Token[], first: number, at: number): boolean {
  for (let i = at - 1; i >= first && tokens[i]?.text !== ',' && !HARD.test(tokens[i]?.text ?? ''); i--)
    if (isVerbAt(tokens, i, first)) return true;
  return false;
}

function withoutAdverbial(tokens: readonly Token[], from: number, end: number): number {
  let start = from;
  while (
    start < end - 1 &&
    /^(?:and|but|or|yet|so|meanwhile|as|after|before|since|while|when|because|if)$/.test(word(tokens, start))
  )
    start++;
  while (start < end - 1 && isAdverb(word(tokens, start)) && !isCapital(tokens[start + 1])) start++;
  if (/^(?:last|this|next)$/.test(word(tokens, start)) && TIME_NOUN.test(word(tokens, start + 1)) && start + 2 < end)
    return start + 2;
  if (/^(?:in|on|at|by|for|under|during|from|with|within|until)$/.test(word(tokens, start))) {
    for (let i = start + 2; i < end; i++)
      if (
        DETERMINERS.has(word(tokens, i)) ||
        (TIME_NOUN.test(word(tokens, i - 1)) && tokens[i]?.kind === 'word') ||
        tokens[i - 1]?.kind === 'literal'
      )
        return i;
  }
  return start;
}

/** The noun phrase before a relative pronoun, its determiner with it. */
function antecedent(tokens: readonly Token[], end: number, first: number): Phrase | null {
  const phrase = phraseUntil(tokens, end);
  if (phrase === null) return null;
  let { from } = phrase;
  while (from > first && DETERMINERS.has(word(tokens, from - 1))) from--;
  return { from: Math.max(first, from), to: end };
}

function subjectOf(tokens: readonly Token[], start: number, first: number, depth: number): Phrase | null {
  const before = word(tokens, start - 1);
  if (start <= first) return null;
  if (isRelative(before)) return antecedent(tokens, tokens[start - 2]?.text === ',' ? start - 2 : start - 1, first);
  if (/^(?:and|but|or)$/.test(before) || (before === ',' && isCoordinated(tokens, start))) {
    const outer = depth > 0 ? clauseBefore(tokens, start - 1, first, depth - 1) : null;
    return outer?.subject ?? null;
  }
  let end = start;
  if (before === ',') {
    // "Helio, a cloud firm, employs"
    end = start - 2;
    while (end > first && tokens[end]?.text !== ',' && !isBreak(tokens, end)) end--;
    if (tokens[end]?.text !== ',') return null;
  }
  const from = zoneStart(tokens, end, first);
  if (from >= end) return null;
  if (from === end - 1 && PRONOUN.test(word(tokens, from))) {
    // "Helio said it would spend": who says it is who does it.
    return pronounSubject(tokens, from, end, first, depth);
  }
  return { from: withRelative(tokens, from, end, first), to: end };
}

/**
 * Who a pronoun stands for where the sentence is sure: who says that they do it ("Helio said it would spend"), or who did what came
 * before ("Helio has leased a hall, and it plans"). "We" are who publishes it.
 */
function pronounSubject(
  tokens: readonly Token[],
  from: number,
  end: number,
  first: number,
  depth: number,
): Phrase | null {
  const own = word(tokens, from) === 'we' ? { from, to: end } : null;
  if (depth === 0 || !/^(?:it|they|we)$/.test(word(tokens, from))) return own;
  if (/^(?:and|but)$/.test(word(tokens, from - 1)))
    return own ?? clauseBefore(tokens, from - 1, first, depth - 1)?.subject ?? null;
  const isThat = word(tokens, from - 1) === 'that';
  const outer = clauseBefore(tokens, isThat ? from - 1 : from, first, depth - 1);
  // "said on Tuesday that it"
  if (outer === null || from - outer.verb.to > (isThat ? 4 : 0) || outer.subject === null) return own;
  return outer.subject.to === outer.verb.from ? { from: outer.subject.from, to: end } : own;
}

const TELLS = /^(?:told|tells?|warn(?:s|ed)?|inform(?:s|ed)?|assured?|remind(?:s|ed)?|convinced|notified)$/;

/** From the noun that a clause belongs to: "the power that Orchard has", "the capacity that it secured in Ohio will feed". */
function withRelative(tokens: readonly Token[], from: number, end: number, first: number): number {
  const isVerb = isVerbAt(tokens, from - 1, first);
  const opens =
    isVerb &&
    (PREPOSITIONS.has(word(tokens, from)) || isRelative(word(tokens, verbStart(tokens, from - 1, first) - 1)));
  let that = from - 1;
  if (opens) while (that > first && !isRelative(word(tokens, that)) && tokens[that]?.text !== ',') that--;
  if (!/^(?:that|which)$/.test(word(tokens, that)) || isVerbAt(tokens, that - 1, first)) return from;
  const noun = opens
    ? zoneStart(tokens, that, first)
    : (antecedent(tokens, tokens[that - 1]?.text === ',' ? that - 1 : that, first)?.from ?? from);
  // "told investors that margins would"
  if (TELLS.test(word(tokens, noun - 1))) return from;
  return noun < that && end > that ? noun : from;
}

/** "rose 4%, reached $2 billion and ..." */
const isCoordinated = (tokens: readonly Token[], start: number): boolean =>
  tokens[start - 2]?.kind === 'literal' || word(tokens, start - 2) === 'percent';

/** The clause whose verb stands nearest before a token of a sentence; null where none does. */
export function clauseBefore(tokens: readonly Token[], from: number, first: number, depth = 2): Clause | null {
  for (let i = from - 1; i > first; i--) {
    if (isBreak(tokens, i)) return null;
    if (!isVerbAt(tokens, i, first)) continue;
    const start = verbStart(tokens, i, first);
    return {
      subject: subjectOf(tokens, start, first, depth),
      verb: { from: start, to: Math.min(from, verbEnd(tokens, start)) },
    };
  }
  return null;
}
