import {
  ADVERBS,
  DETERMINERS,
  endsNounPhrase,
  isAdjective,
  isAdverb,
  isFunctionWord,
  VERBS,
} from '../../language/lexicon.ts';
import { isPlural, isUnmarked, singular } from '../../language/nouns.ts';
import type { Token } from './tokens.ts';

/** What a number counts: the noun's tokens `from <= i < to`, and its head in the singular. */
export type Counted = { readonly from: number; readonly to: number; readonly head: string };

const LONGEST = 7;
/** Words of measure between a number and its noun that neither end the phrase nor head it. */
const DEGREE: ReadonlySet<string> = new Set([
  'more',
  'most',
  'least',
  'other',
  'such',
  'very',
  'largest',
  'all',
  'additional',
  'further',
  'fewer',
  'or',
]);

const isName = (token: Token) => /^\p{Lu}/u.test(token.text);
/** Abbreviations that are counted: GPUs, CEOs. */
const isAbbreviation = (text: string) => /^\p{Lu}{2,}s$/u.test(text);
const headOf = (token: Token) =>
  isAbbreviation(token.text)
    ? token.text.slice(0, -1)
    : /^\p{Lu}{2,}$/u.test(token.text)
      ? token.text
      : singular(token.lower);

const isNounInPlural = (token: Token | undefined) =>
  token?.kind === 'word' && isPlural(token.lower) && !VERBS.has(token.lower) && !isFunctionWord(token.lower);

/** Participles and plain adjectives do not head a phrase. */
const canHead = (token: Token) => !isAdjective(token.lower) || isPlural(token.lower);

/**
 * The noun phrase behind a number: up to a word of grammar, a verb or a sign, its head being the last plural of a row of
 * nouns for a number that asks for one, else its last noun.
 */
export function countedAt(tokens: readonly Token[], at: number, value: number, hyphened: boolean): Counted | null {
  const plural = Math.abs(value) !== 1 && !hyphened;
  if (tokens[at]?.lower === 'times') return { from: at, to: at + 1, head: 'time' };
  let i = at;
  let head = -1;
  let seen = 0;
  while (seen < LONGEST) {
    const token = tokens[i];
    if (token === undefined || (i > at && token.gap === 'line')) break;
    if (token.kind === 'sign') {
      // Compounds ("state-of-the-art"), and tokenised ones ("two - door").
      const dash = token.text === '-' && seen > 0 && tokens[i + 1]?.kind === 'word' && tokens[i + 1]?.gap === token.gap;
      const apostrophe =
        /^['’]$/.test(token.text) && token.gap === 'none' && tokens[i + 1]?.lower === 's' && head < 0 && seen > 0;
      const comma =
        token.text === ',' &&
        seen > 0 &&
        head < 0 &&
        plural &&
        tokens[i + 1]?.kind === 'word' &&
        isAdjective(tokens[i - 1]?.lower ?? '') &&
        (isAdjective(tokens[i + 1]?.lower ?? '') || isNounInPlural(tokens[i + 2]));
      // "four U.N. peacekeepers"
      const initial = token.text === '.' && token.gap === 'none' && /^\p{Lu}$/u.test(tokens[i - 1]?.text ?? '');
      if (!dash && !apostrophe && !comma && !initial) break;
      i += apostrophe ? 2 : 1;
      continue;
    }
    // "12 Airbus A320 jets"
    if (token.kind === 'literal' && token.gap === 'none' && i > at) {
      i++;
      continue;
    }
    // "two 60-megawatt halls"
    if (token.kind === 'literal' && tokens[i + 1]?.text === '-' && tokens[i + 1]?.gap === 'none') {
      seen++;
      i += 2;
      continue;
    }
    if (token.kind !== 'word') break;
    // "45,000 H200s"
    const number = tokens[i + 1];
    if (number?.kind === 'literal' && number.gap === 'none' && isName(token)) {
      if (tokens[i + 2]?.text === 's' && tokens[i + 2]?.gap === 'none')
        return { from: at, to: i + 3, head: `${token.text}${number.text}` };
      seen++;
      i++;
      continue;
    }
    const word = token.lower;
    if (seen === 0 && DETERMINERS.has(word) && !DEGREE.has(word)) break;
    const compound = tokens[i + 1]?.text === '-' && tokens[i + 1]?.gap === 'none';
    if (
      !DEGREE.has(word) &&
      (isFunctionWord(word) || (ADVERBS.has(word) && !isName(token) && !compound)) &&
      !(word === 'us' || word === 'u')
    )
      break;
    if (word === 'or' || (word === 'more' && tokens[i + 1]?.lower === 'than')) break;
    if (!DEGREE.has(word)) {
      const next = tokens[i + 1];
      // "350 customer support engineers": no verb, since what is counted only follows.
      const before = plural && head < 0 && seen > 0 && isNounInPlural(next);
      const verb =
        !compound && !before && VERBS.has(word) && (head >= 0 || seen > 0 || /(?:ed|aid|old|ose|ell)$/.test(word));
      if (verb && !(plural && head < 0 && isPlural(word) && !endsNounPhrase(tokens[i + 1]?.lower ?? 'the'))) break;
      if (plural) {
        if (isPlural(word) || isAbbreviation(token.text)) head = i;
        else if (head >= 0 && !isUnmarked(tokens[head]?.lower ?? '')) break;
      } else {
        if (head >= 0 && (/(?:ed|ing)$/.test(word) || isAdverb(word))) break;
        if (canHead(token)) head = i;
        // "a two-socket board": the noun that the hyphen ties to the number.
        if (hyphened && (isPlural(word) || (head === at && !compound))) break;
        if (Math.abs(value) === 1 && !hyphened && head === i && isPlural(word)) return null;
      }
    }
    seen++;
    i++;
  }
  if (head < 0) return null;
  const token = tokens[head];
  if (token === undefined) return null;
  const centre = /^cent(?:er|re)s?$/.test(token.lower) && tokens[head - 1]?.lower === 'data';
  return { from: at, to: head + 1, head: centre ? 'data centre' : headOf(token) };
}
