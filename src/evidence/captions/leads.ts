import { DETERMINERS, PREPOSITIONS } from '../../language/lexicon.ts';
import type { Phrase } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { type Clause, clauseBefore, isBreak } from './clause.ts';
import { complementOf, moverOf } from './mover.ts';
import { isSameThing } from './same-thing.ts';
import { isReduced, isRelative, isVerbAt, word } from './verbs.ts';
import { TRAILING, type Words } from './words.ts';

/** How a sentence leads up to a figure. */
export type Leads = {
  /** In pieces, the fullest way first. */
  readonly ways: readonly (readonly Phrase[])[];
  /** Does a verb lead to it? */
  readonly isLed: boolean;
  /** Is it only the level or the move of what the ways name? */
  readonly isMove: boolean;
  /** The figure that they lead to, which may be an earlier one of the same thing. */
  readonly figure: number;
};

/** What leads to the figure of this number in its sentence. */
export function leadsTo(words: Words, at: number): Leads {
  const { tokens, places } = words;
  const place = places[at] ?? { from: 0, to: 0 };
  const clause = clauseBefore(tokens, place.from, 0);
  const own = ownVerb(tokens, place.to);
  if (isTeller(words, at, own)) return { ways: [], isLed: false, isMove: false, figure: at };
  if (isSameThing(words, at, clause)) return leadsTo(words, at - 1);
  if (clause === null) {
    const near = { from: nearStart(words, 0, 0, place.from), to: place.from };
    return { ways: near.from < near.to ? [[bare(tokens, near)]] : [[]], isLed: false, isMove: false, figure: at };
  }
  const near = { from: nearStart(words, at, clause.verb.to, place.from), to: place.from };
  if (isSaid(tokens, near.from) || (near.from > clause.verb.to && own !== null))
    return { ways: [[bare(tokens, near)]], isLed: false, isMove: false, figure: at };
  // "rose 4% in May and 6% in June", "employs 400 in Lyon, 90 in Porto"
  if (near.from === near.to && near.from > clause.verb.to && at > 0 && clause.verb.to <= (places[at - 1]?.from ?? 0))
    return { ...leadsTo(words, at - 1), figure: at };
  const mover = moverOf(words, clause, near.to);
  const ways =
    mover === null
      ? waysOf(words, clause, near)
      : [[bare(tokens, mover)], [bare(tokens, { from: mover.from, to: headEnd(tokens, mover) })]];
  return { ways, isLed: true, isMove: mover !== null, figure: at };
}

/** "Two people close to the deal said": how many told it is no figure of what they told. */
function isTeller({ tokens, units }: Words, at: number, verb: number | null): boolean {
  const isShare = /^(?:percentage|fraction)$/.test(units[at] ?? '');
  return verb !== null && !isShare && /^(?:said|says?|told)$/.test(word(tokens, verb));
}

/** The verb of its own clause that stands behind a figure: "and 40% of the staff have left". */
function ownVerb(tokens: readonly Token[], to: number): number | null {
  let clauses = 0;
  for (let i = to; i < to + 12 && i < tokens.length; i++) {
    if (isBreak(tokens, i) || /^[.,]$/.test(tokens[i]?.text ?? '')) return null;
    if (isRelative(word(tokens, i))) clauses++;
    if (/^(?:as|after|before|while|when|because|than|if)$/.test(word(tokens, i))) return null;
    if (isVerbAt(tokens, i, -1) && !isReduced(tokens, i) && clauses-- === 0) return i;
  }
  return null;
}

/** The clause of a figure whole, with less of its subject, with less of what is between, and without its subject. */
function waysOf(words: Words, { subject, verb }: Clause, near: Phrase): Phrase[][] {
  const { tokens } = words;
  const isNear = near.from <= verb.to;
  const action = isNear ? [{ from: verb.from, to: near.to }] : [verb, near];
  const noun = { from: nounStart(tokens, near.from, near.to), to: near.to };
  if (subject === null)
    return [...complementOf(tokens, verb, near.to), action, [bare(tokens, near)], [bare(tokens, noun)]];
  const head = { from: subject.from, to: headEnd(tokens, subject) };
  const joined = (first: Phrase, rest: readonly Phrase[]): Phrase[] => {
    const [next, ...others] = rest;
    const isNext = next !== undefined && isRelativeGap(tokens, first.to, next.from);
    return isNext ? [{ from: first.from, to: next.to }, ...others] : [first, ...rest];
  };
  const participle = !isNear && near.to > near.from + 1 && word(tokens, near.from).endsWith('ing');
  return [
    participle ? [subject, near] : joined(subject, action),
    joined(head, action),
    joined(subject, [verb, noun]),
    joined(head, [verb, noun]),
    action,
    [bare(tokens, noun)],
  ];
}

/** Without its determiners: "the price of renting" begins with the price. */
function bare(tokens: readonly Token[], { from, to }: Phrase): Phrase {
  let start = from;
  while (start < to - 1 && DETERMINERS.has(word(tokens, start))) start++;
  return { from: start, to };
}

/** Where the words begin that stand right before a figure, with nothing left out between. */
function nearStart({ tokens, places }: Words, at: number, from: number, end: number): number {
  // "a survey of 112 operators with 2 million machines"
  const joined = JOINED.test(word(tokens, places[at - 1]?.to ?? -1)) && (places[at - 1]?.to ?? 0) + 1 >= end;
  const last = (joined ? places[at - 2]?.to : places[at - 1]?.to) ?? from;
  let start = end;
  while (
    start > Math.max(last, from) &&
    !isBreak(tokens, start - 1) &&
    !/^(?:,|and|or|but|while)$/.test(word(tokens, start - 1)) &&
    !isSaid(tokens, start)
  )
    start--;
  return start;
}

const JOINED = /^(?:of|with|on|in|for)$/;

/** Behind "according to" */
const isSaid = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at - 1) === 'to' && word(tokens, at - 2) === 'according';

/** The noun phrase right before a figure: "capital spending", in "told to plan for capital spending of". */
function nounStart(tokens: readonly Token[], from: number, to: number): number {
  let start = to;
  while (start > from && TRAILING.test(word(tokens, start - 1))) start--;
  while (start > from && !PREPOSITIONS.has(word(tokens, start - 1))) start--;
  return start;
}

const isRelativeGap = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isRelative(word(tokens, i)) && word(tokens, i) !== ',') return false;
  return true;
};

/** Where the noun of a subject ends, before what is told of it: "agreement", of "agreement with Sable River Power". */
function headEnd(tokens: readonly Token[], { from, to }: Phrase): number {
  let end = from + 1;
  while (
    end < to &&
    !PREPOSITIONS.has(word(tokens, end)) &&
    !isRelative(word(tokens, end)) &&
    tokens[end]?.text !== ','
  )
    end++;
  return end;
}
