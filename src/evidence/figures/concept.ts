import { ADVERBS, isAdjective, isFunctionWord } from '../../language/lexicon.ts';
import type { Amount } from './amount.ts';
import { isChangeNoun } from './directions.ts';
import { isVerb, type Phrase, phraseFrom, phraseUntil } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The figure in tokens, hedge included, and the first token of its sentence. */
export type Place = { readonly from: number; readonly to: number; readonly sentence: number };

/** Units of the table that are counted things. */
const COUNTED: ReadonlySet<string> = new Set(['GPU', 'CPU', 'TPU', 'NPU', 'vCPU', 'qubit']);
/** What a figure is not about, though it stands behind it: comparatives, and spans of time. */
const NO_CONCEPT =
  /^(?:years?|months?|weeks?|days?|hours?|quarters?|higher|lower|faster|slower|cheaper|larger|smaller|bigger|greater|better|worse|earlier|later|total|such)$/;

const word = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? '';

/**
 * What a number is about: what it is of ("5 GW of power"), what it counts ("12 sites"), what it qualifies ("a $38
 * billion contract"), what has it ("a valuation of $19 billion"), or the subject of its clause ("spending rose to ...").
 */
export function conceptOf(tokens: readonly Token[], amount: Amount, place: Place): Phrase | null {
  const of = word(tokens, place.to) === 'of' ? phraseFrom(tokens, place.to + 1) : null;
  if (of !== null) return of;
  const counts = amount.kind === 'count' || COUNTED.has(amount.unit ?? '');
  if (counts && amount.unitAt !== null) return { from: amount.unitAt[0], to: amount.unitAt[1] };
  return behind(tokens, amount, place) ?? owner(tokens, place) ?? subject(tokens, place);
}

/** "$38 billion contract", "a 10% increase in revenue", "$300 million in cash". */
function behind(tokens: readonly Token[], amount: Amount, { to }: Place): Phrase | null {
  const next = tokens[to];
  if (next === undefined || next.gap === 'line') return null;
  const at = next.text === '-' || (next.text === ',' && tokens[to + 1]?.text === '$') ? to + 1 : to;
  if (word(tokens, to) === 'in' && amount.kind === 'money') {
    return /^\p{Ll}/u.test(tokens[to + 1]?.text ?? '') ? phraseFrom(tokens, to + 1) : null;
  }
  if (next.kind !== 'word' && at === to) return null;
  const phrase = phraseFrom(tokens, at, 1);
  if (phrase === null || phrase.from !== at || NO_CONCEPT.test(word(tokens, phrase.from))) return null;
  if (NO_CONCEPT.test(word(tokens, phrase.to - 1))) return null;
  // "$14 million borrowed from", "95% effective"
  const closes = tokens[phrase.to]?.kind !== 'word' || isFunctionWord(word(tokens, phrase.to));
  if (phrase.to === at + 1 && isAdjective(word(tokens, at)) && closes) return null;
  const change = [...Array(phrase.to - phrase.from).keys()].find((n) => isChangeNoun(word(tokens, phrase.from + n)));
  if (change === undefined) return phrase;
  return /^(?:in|of|to)$/.test(word(tokens, phrase.to)) ? phraseFrom(tokens, phrase.to + 1) : null;
}

/** "revenue of $14 million", "a valuation of about $19 billion", "spending: $4 billion". */
function owner(tokens: readonly Token[], { from }: Place): Phrase | null {
  if (!/^(?:of|:)$/.test(word(tokens, from - 1))) return null;
  const phrase = phraseUntil(tokens, from - 1);
  return phrase === null || isChangeNoun(word(tokens, phrase.to - 1)) ? null : phrase;
}

const CLAUSE = /^[;:"“”()—]$/;
const REACH = 32;

/** The subject of the verb that leads to the figure; what a relative pronoun stands for in its place. */
function subject(tokens: readonly Token[], { from, sentence }: Place): Phrase | null {
  const first = Math.max(sentence, from - REACH);
  let verb = -1;
  for (let i = from - 1; i >= first; i--) {
    const token = tokens[i];
    if (token === undefined || CLAUSE.test(token.text) || /^(?:that|whether)$/.test(token.lower)) break;
    if (isVerb(token.lower)) {
      verb = i;
      break;
    }
  }
  if (verb < 0) return null;
  let start = verb;
  while (start > first) {
    const before = word(tokens, start - 1);
    if (
      isVerb(before) ||
      ADVERBS.has(before) ||
      before === 'to' ||
      before.endsWith('ly') ||
      /^(?:expected|projected|set|likely|able|going|about|due|estimated|forecast)$/.test(before)
    )
      start--;
    else break;
  }
  if (/^(?:which|that|who)$/.test(word(tokens, start - 1))) {
    const at = tokens[start - 2]?.text === ',' ? start - 2 : start - 1;
    return phraseUntil(tokens, at);
  }
  // "Helio, a cloud firm, employs": the subject stands before what is set between commas.
  if (tokens[start - 1]?.text === ',') {
    for (let i = start - 2; i >= Math.max(first, start - 14); i--)
      if (tokens[i]?.text === ',') return phraseUntil(tokens, i);
    return null;
  }
  return start > first || start > sentence ? phraseUntil(tokens, start) : null;
}
