import { ADVERBS, AUXILIARIES, DETERMINERS, isAdjective, isFunctionWord } from '../../language/lexicon.ts';
import type { Amount } from './amount.ts';
import { isChangeNoun, isMove, isPastMove } from './directions.ts';
import { isVerb, type Phrase, phraseFrom, phraseUntil } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The figure in tokens, hedge included, and the first token of its sentence. */
export type Place = { readonly from: number; readonly to: number; readonly sentence: number };

/** Units of the table that are counted things. */
const COUNTED: ReadonlySet<string> = new Set(['GPU', 'CPU', 'TPU', 'NPU', 'vCPU', 'qubit']);
/** What a figure is not about, though it stands behind it: comparatives, and spans of time. */
const NO_CONCEPT =
  /^(?:years?|months?|weeks?|days?|hours?|quarters?|fiscal|calendar|half|halves|decades?|time|once|higher|lower|faster|slower|cheaper|larger|smaller|bigger|greater|better|worse|earlier|later|total|such)$/;

/** Verbs by which somebody lays money out or aside, so that it is for what stands behind "on", "into" or "for". */
const PAYS =
  /^(?:spen[dt]s?|puts?|pours?|poured|sets?|pays?|paid|commits?|committed|invests?|invested|allocates?|allocated|earmarks?|earmarked|advances?|advanced|budgets?|budgeted|raises?|raised|borrows?|borrowed|needs?|needed|ploughs?|ploughed|plows?|plowed|pledges?|pledged|provides?|provided|seeks?|sought|wins?|won)$/;
/** Particles and auxiliaries of a verb, which are no object of it. */
const PARTICLE = /^(?:up|down|back|out|off|over|away)$/;

const word = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? '';
const acts = (token: string) => isVerb(token) || isPastMove(token);

/**
 * What a number is about: what it is of ("5 GW of power"), what it counts ("12 sites"), what it qualifies ("a $38
 * billion contract"), what has it ("a valuation of $19 billion"), or the subject of its clause ("spending rose to ...").
 */
export function conceptOf(tokens: readonly Token[], amount: Amount, place: Place): Phrase | null {
  const of = word(tokens, place.to) === 'of' ? whole(tokens, place.to + 1) : null;
  if (of !== null) return of;
  const counts = amount.kind === 'count' || COUNTED.has(amount.unit?.split(' ')[0] ?? '');
  if (counts && amount.unitAt !== null) return { from: amount.unitAt[0], to: amount.unitAt[1] };
  return (
    inside(tokens, amount, place) ??
    behind(tokens, amount, place) ??
    purpose(tokens, amount, place) ??
    owner(tokens, place) ??
    object(tokens, place) ??
    subject(tokens, place) ??
    beside(tokens, place)
  );
}

/** What a part is of: "40 of its 310 branches" is about branches. */
function whole(tokens: readonly Token[], at: number): Phrase | null {
  let i = at;
  while (DETERMINERS.has(word(tokens, i))) i++;
  return phraseFrom(tokens, tokens[i]?.kind === 'literal' && tokens[i]?.gap === 'space' ? i + 1 : at);
}

/** What a unit is of inside the figure: "2 million litres of water a day". */
function inside(tokens: readonly Token[], amount: Amount, { to }: Place): Phrase | null {
  if (amount.unitAt === null) return null;
  for (let i = amount.unitAt[0] + 1; i < to; i++) {
    if (word(tokens, i) !== 'of') continue;
    const phrase = phraseFrom(tokens, i + 1, 0);
    return phrase === null ? null : { from: phrase.from, to: Math.min(phrase.to, to) };
  }
  return null;
}

/** What money is laid out for: "will spend $2 billion on turbines", "set aside $40 million for refunds". */
function purpose(tokens: readonly Token[], amount: Amount, { from, to, sentence }: Place): Phrase | null {
  if (amount.kind !== 'money' || !/^(?:on|into|for|towards?)$/.test(word(tokens, to))) return null;
  let verb = from - 1;
  while (verb > Math.max(sentence, from - 4) && !PAYS.test(word(tokens, verb))) verb--;
  if (!PAYS.test(word(tokens, verb))) return null;
  const phrase = phraseFrom(tokens, to + 1, 0);
  if (phrase === null) return null;
  // "on accelerators next year"
  let end = phrase.from;
  while (end < phrase.to && !/^(?:next|last|this|coming|fiscal|calendar)$/.test(word(tokens, end))) end++;
  return end === phrase.from || NO_CONCEPT.test(word(tokens, end - 1)) ? null : { from: phrase.from, to: end };
}

/** The object of a verb that acts on it: "cut relapses by 31%", "puts the market at $92 billion". */
function object(tokens: readonly Token[], { from, sentence }: Place): Phrase | null {
  let end = from - 1;
  if (ADVERBS.has(word(tokens, end))) end--;
  if (!/^(?:by|to|at|from)$/.test(word(tokens, end))) return null;
  const phrase = phraseUntil(tokens, end, 0);
  if (phrase === null || PARTICLE.test(word(tokens, phrase.to - 1))) return null;
  if (acts(word(tokens, phrase.to - 1)) || isMove(word(tokens, phrase.to - 1))) return null;
  let verb = phrase.from - 1;
  while (verb > sentence && DETERMINERS.has(word(tokens, verb))) verb--;
  return verb > sentence && acts(word(tokens, verb)) && !/^(?:is|are|was|were|be|been)$/.test(word(tokens, verb))
    ? phrase
    : null;
}

/** "Power for the halls, about 220 MW in all, comes from wind." */
function beside(tokens: readonly Token[], { from, sentence }: Place): Phrase | null {
  if (tokens[from - 1]?.text !== ',' || !closesWith(tokens, from)) return null;
  const phrase = phraseUntil(tokens, from - 1, 0);
  return phrase === null ? null : headOf(tokens, phrase, sentence);
}

/** Does a comma close what the figure's comma opened? */
function closesWith(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 9; i++) {
    if (tokens[i]?.text === ',') return true;
    if (acts(word(tokens, i))) return false;
  }
  return false;
}

const isNounLike = (token: Token | undefined) => token?.kind === 'word' && !isFunctionWord(token.lower);

/** Prepositions that join a noun to what it belongs to, looks to, or is told by. */
const JOINS = /^(?:of|in|for|at|from|on|per|between|across|to)$/;

/**
 * The noun that a subject is headed by: "demand from data centres" is demand, "the price per chip" a price. A phrase behind
 * a comma or at the front of the sentence ("In March") is none of it.
 */
function headOf(tokens: readonly Token[], phrase: Phrase, first: number): Phrase {
  let head = phrase;
  for (let n = 0; n < 3; n++) {
    let at = head.from - 1;
    while (at > first && DETERMINERS.has(word(tokens, at))) at--;
    if (at <= first || !JOINS.test(word(tokens, at))) break;
    // At the front of a sentence the subject stands, though it may look like a verb ("Rents in", "Costs of").
    const outer =
      phraseUntil(tokens, at, 0) ?? (at === first + 1 && isNounLike(tokens[first]) ? { from: first, to: at } : null);
    if (outer === null) break;
    head = /^(?:of|per|on|for)$/.test(word(tokens, at)) ? { from: outer.from, to: head.to } : outer;
  }
  return head;
}

/** "$38 billion contract", "a 10% increase in revenue", "$300 million in cash". */
function behind(tokens: readonly Token[], amount: Amount, { from, to }: Place): Phrase | null {
  const next = tokens[to];
  if (next === undefined || next.gap === 'line') return null;
  const at = next.text === '-' || (next.text === ',' && tokens[to + 1]?.text === '$') ? to + 1 : to;
  if (word(tokens, to) === 'in' && (amount.kind === 'money' || isChangeNoun(word(tokens, from - 2)))) {
    const phrase = /^\p{Ll}/u.test(tokens[to + 1]?.text ?? '') ? phraseFrom(tokens, to + 1) : null;
    return phrase === null || NO_CONCEPT.test(word(tokens, phrase.to - 1)) ? null : phrase;
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
    if (acts(token.lower)) {
      verb = i;
      break;
    }
  }
  if (verb < 0) return null;
  let start = verb;
  while (start > first) {
    const before = word(tokens, start - 1);
    if (
      AUXILIARIES.has(before) ||
      // "plans to reach", "began shipping"; not "claims dropped".
      (acts(before) && /^to$|ing$/.test(word(tokens, start)) && !DETERMINERS.has(word(tokens, start - 2))) ||
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
  if (start <= first && start <= sentence) return null;
  const phrase = phraseUntil(tokens, start, 0);
  if (phrase === null) return null;
  // "the capacity that Orchard has under contract": the antecedent, where somebody has it.
  let that = phrase.from - 1;
  while (DETERMINERS.has(word(tokens, that)) && !/^(?:that|which)$/.test(word(tokens, that))) that--;
  const antecedent = /^(?:that|which)$/.test(word(tokens, that)) ? phraseUntil(tokens, that) : null;
  if (antecedent !== null && !acts(word(tokens, that - 1))) return antecedent;
  return headOf(tokens, phrase, sentence);
}
