import { PREPOSITIONS } from '../../language/lexicon.ts';
import type { Phrase } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { isBreak } from './clause.ts';
import { isCapital, isReduced, isRelative, isVerbAt, verbEnd, word } from './verbs.ts';

const STOPS =
  /^(?:while|because|when|if|whether|whereas|although|though|as|after|before|but|where|since|until|once|unless|then|so|according|said|says|and|or|who|which|that|ago|earlier|later|compared|against|amid|following)$/;
const PREPOSITION =
  /^(?:of|in|on|at|by|for|from|to|with|without|into|onto|over|under|above|below|between|among|across|along|around|near|outside|inside|per|than|worth|through|throughout|towards?)$/;
const TIME =
  /^(?:(?:19|20)\d\d|years?|months?|weeks?|quarters?|days?|decades?|half|today|tomorrow|yesterday|summer|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Does a time stand here, with its preposition and what goes before its noun ("in the third quarter")? */
function isTime(tokens: readonly Token[], at: number): boolean {
  const from = PREPOSITION.test(word(tokens, at)) || word(tokens, at) === 'by' ? at + 1 : at;
  for (let i = from; i < from + 4; i++) {
    const text = word(tokens, i);
    if (TIME.test(text)) return true;
    if (
      !/^(?:the|a|an|its|this|next|last|each|every|first|second|third|fourth|fiscal|coming|past|current|same|following|previous|end|of|early|late|mid|full|one|two|three|four|five|ten|\d{1,2})$/.test(
        text,
      )
    )
      return false;
  }
  return false;
}

/** "Lima, Ohio" */
const joinsPlace = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' &&
  isCapital(tokens[at - 1]) &&
  isCapital(tokens[at + 1]) &&
  /^[,.]?$/.test(tokens[at + 2]?.text ?? '');

/** Does a figure only tell more of the one before it: "on two plants in Saxony", "to one customer"? */
function isWithin(tokens: readonly Token[], { from, to }: Phrase): boolean {
  if (!/\p{L}$/u.test(tokens[to - 1]?.text ?? '')) return false;
  const isWords = tokens[from]?.kind === 'word' && to - from > 1;
  return (
    isWords ? /^(?:on|for|of|in|across|into|with|among|to|by|at)$/ : /^(?:on|for|of|in|across|into|with|among)$/
  ).test(word(tokens, from - 1));
}

/** Does a verb lead to the figure, and does nothing at all stand before it? */
type Place = { readonly isLed: boolean; readonly isFirst: boolean };

/**
 * The ends that what stands behind a figure may be cut at, the longest first: "for a campus | near Lima, Ohio". Past a
 * verb only where no verb leads to the figure ("of the capacity | has been sold").
 */
export function endsBehind(
  tokens: readonly Token[],
  to: number,
  next: readonly Phrase[],
  { isLed, isFirst }: Place,
): Phrase[] {
  const at = tokens[to]?.text === '-' ? to + 1 : to;
  const from = isFirst ? withoutAside(tokens, at) : at;
  const start = isRelative(word(tokens, from)) && isFirst ? from + 1 : from;
  const ends: number[] = [];
  let verbs = isLed ? 0 : 1;
  let i = start;
  for (; i < tokens.length; i++) {
    const text = word(tokens, i);
    const figure = next.find((place) => place.from === i);
    if (figure !== undefined) {
      if (!isWithin(tokens, figure)) break;
      i = figure.to - 1;
      continue;
    }
    if (isBreak(tokens, i) || /^[.,]$/.test(text)) {
      if (!joinsPlace(tokens, i)) break;
      continue;
    }
    if (STOPS.test(text) || isTime(tokens, i)) break;
    if (
      /^(?:up|down)$/.test(text) &&
      (next.some((place) => place.from === i + 1) || /^(?:from|by)$/.test(word(tokens, i + 1)))
    )
      break;
    if (isVerbAt(tokens, i, -1) && !(isReduced(tokens, i) && i > start)) {
      if (verbs === 0) break;
      verbs--;
      i = verbEnd(tokens, i) - 1;
    } else if (PREPOSITION.test(text) && i > start) ends.push(i);
  }
  ends.push(i);
  return ends
    .map((end) => ({ from: start, to: withoutTail(tokens, start, end) }))
    .filter((phrase) => phrase.to > phrase.from)
    .reverse();
}

/** "One director, a former minister, abstained" */
function withoutAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return at;
  for (let i = at + 1; i < at + 14 && i < tokens.length && !isBreak(tokens, i); i++)
    if (tokens[i]?.text === ',') return isVerbAt(tokens, i + 1, -1) || isVerbAt(tokens, i + 2, -1) ? i + 1 : at;
  return at;
}

const LEFT_OVER =
  /^(?:more|less|higher|lower|fewer|the|a|an|its|their|only|just|even|not|to|any|all|both|every|be|ago|using|we|it|they|he|she|I)$/;

/** Without a preposition that leads to nothing that is shown. */
function withoutTail(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && (PREPOSITIONS.has(word(tokens, end - 1)) || LEFT_OVER.test(word(tokens, end - 1)))) end--;
  return end;
}
