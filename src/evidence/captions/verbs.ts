import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  isAdjective,
  PREPOSITIONS,
  PRONOUNS,
  VERBS,
} from '../../language/lexicon.ts';
import { isMove, isPastMove } from '../figures/directions.ts';
import type { Token } from '../figures/tokens.ts';

export const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
export const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');
export const isRelative = (text: string): boolean => /^(?:which|that|who)$/.test(text);
export const isAdverb = (text: string): boolean =>
  /^(?:also|now|not|just|still|already|yet|only|then|never|even|soon|ever|once)$/.test(text) ||
  (text.length > 4 &&
    text.endsWith('ly') &&
    !/^(?:supply|only|early|daily|weekly|monthly|quarterly|yearly)$/.test(text));

/** Does a word open a phrase of its own, so that what stands before it is closed? */
const opensPhrase = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return true;
  const isGrammar = DETERMINERS.has(token.lower) || PREPOSITIONS.has(token.lower) || PRONOUNS.has(token.lower);
  return token.kind !== 'word' || isGrammar || ADVERBS.has(token.lower) || isAdverb(token.lower);
};

const ARTICLES =
  /^(?:a|an|the|this|these|those|its|his|her|their|our|your|my|each|every|no|another|any|some|both|all)$/;

/** Is a word the finite verb of its clause, as far as the words beside it tell? */
export function isVerbAt(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || at === first || isCapital(token)) return false;
  const { lower } = token;
  const before = word(tokens, at - 1);
  if (before === 'to') return false;
  if (AUXILIARIES.has(lower)) return !(lower === 'being' || lower === 'having') && !/^['’]$/.test(before);
  if (/^(?:it|he|she|they|we)$/.test(before)) return !opensPhrase(tokens, at);
  if (ARTICLES.test(before) || before === 's' || /^['’-]$/.test(before) || word(tokens, at + 1) === 'of') return false;
  if (/^(?:be|been)$/.test(before) && word(tokens, at - 2) === 'to') return false;
  if (/^(?:amounts|averages|equals|exceeds)$/.test(lower)) return true;
  if (isRelative(before)) return opensPhrase(tokens, at + 1) && !opensPhrase(tokens, at);
  if (PREPOSITIONS.has(before) && !ADVERBS.has(before)) return false;
  if (isAdjective(before) && !before.endsWith('ed')) return false;
  if (/^(?:plan|expect|want|hope|aim|intend|need|agree)$/.test(lower) && word(tokens, at + 1) === 'to') return true;
  // "signed contracts"
  if (isMove(lower) && lower.endsWith('s') && before.endsWith('ed') && VERBS.has(before)) return false;
  const isNoun = AUXILIARIES.has(word(tokens, at + 1)) || isPastMove(word(tokens, at + 1));
  if (isNoun) return false;
  if (VERBS.has(lower) || isPastMove(lower) || (isMove(lower) && /s$|ed$/.test(lower))) return true;
  // "The tax office, the ministry said, collected 4 million"; not ", priced at 99".
  if (before === ',' && lower.endsWith('ed'))
    return opensPhrase(tokens, at + 1) && !PREPOSITIONS.has(word(tokens, at + 1));
  const afterNoun = tokens[at - 1]?.kind === 'word' && (isCapital(tokens[at - 1]) || !opensPhrase(tokens, at - 1));
  if (!afterNoun || !opensPhrase(tokens, at + 1)) return false;
  return lower.endsWith('ed') || (/[^s]s$/.test(lower) && ARTICLES.test(word(tokens, at + 1)));
}

const PARTICIPLE = /(?:ed|built|sold|made|held|bought|paid|signed|spent|led|run|put|set|met|sent|won)$/;

/** "the hours rented", "a firm based in Oslo": no verb of the clause whose verb comes later. */
export const isReduced = (tokens: readonly Token[], at: number): boolean =>
  PARTICIPLE.test(word(tokens, at)) &&
  !AUXILIARIES.has(word(tokens, at - 1)) &&
  (PREPOSITIONS.has(word(tokens, at + 1)) || isAdverb(word(tokens, at + 1)) || isVerbAt(tokens, at + 1, -1));

/** Where the words of a verb begin: "has", in "has also agreed". */
export function verbStart(tokens: readonly Token[], at: number, first: number): number {
  let start = at;
  while (start > first + 1 && (AUXILIARIES.has(word(tokens, start - 1)) || isAdverb(word(tokens, start - 1)))) start--;
  return start;
}

/** Where they end: behind "agreed", in "has also agreed". */
export function verbEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (;;) {
    const last = word(tokens, end - 1);
    const helps = AUXILIARIES.has(last) || isAdverb(last);
    const next = tokens[end];
    if (next?.kind !== 'word' || !helps) return end;
    if (/^(?:too|very|so)$/.test(next.lower)) return end + 2;
    if (DETERMINERS.has(next.lower) || (PREPOSITIONS.has(next.lower) && !isAdverb(next.lower))) return end;
    end++;
  }
}

const LEVEL =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|should|can|stood|stands?|stand|reach(?:es|ed)?|hit|hits|averages?|averaged|total(?:s|ed|led)?|amount(?:s|ed)|came|comes|exceed(?:s|ed)?|top(?:s|ped)?|doubled|tripled|narrow|slow|remain(?:s|ed)?)$/;

/** Moves that somebody makes: "added 4,000 machines" is no move of who added them, "was cut to" is one. */
const MADE = /^(?:add|rais|lift|boost|los|lost|cut|gain|shed|hik|trim|slash|lower|reduc|expand|contract|advanc|improv)/;

/** Does a verb only say where a quantity stands or how it moved, so that its subject alone is what the figure is of? */
export const isLevel = (tokens: readonly Token[], from: number, to: number): boolean => {
  const last = word(tokens, to - 1);
  if (/^(?:has|have|had)$/.test(last)) return false;
  if (MADE.test(last) && !/^(?:to|by|from)$/.test(word(tokens, to))) return false;
  // "is not 40" tells no level.
  for (let i = from; i < to; i++)
    if (/^(?:not|never|no)$/.test(word(tokens, i))) return false;
    else if (!LEVEL.test(word(tokens, i)) && !isMove(word(tokens, i)) && !isAdverb(word(tokens, i))) return false;
  return true;
};
