import { isProper } from './proper.ts';
import type { Token } from './tokens.ts';

/** What a part of a list stands behind, and what it ends before. */
const JOINS = /^(?:[,;:–—]|and|but|while|or|against)$/;
const ENDS = /^(?:[,;.)]|and|but|while)$/;
/** How many tokens lie at most between a part and the number of the part before it. */
const NEAR = 12;
/** How far back a name is looked for, in tokens. */
const FAR = 400;
/** Numbers of one list are of a size. */
const TIMES = 12;

/** A series of things is numbered from one, and seldom as far as this. */
const NUMBERED = 20;

const SCALE = /^(?:thousand|million|billion|trillion|[kmbt]|[bmt]n)$/;
const YEAR = /^(?:19|20)\d\d$/;

const numberOf = ({ text }: Token): number => Number(text.replaceAll(',', ''));

/**
 * "charges 8.4 cents, Esker Grid 6.9 and Oxbow 7.7": a part of a list whose verb and unit are left out, and no thing that is called by a
 * number. A number of its size stands before it, which is no name's, and it is high for a thing's number or the name is met without one.
 */
export function isShortened(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens[from];
  const behind = tokens[to];
  if (number === undefined || !(behind === undefined || behind.gap === 'line' || ENDS.test(behind.lower))) return false;
  let first = from;
  while (first > 0 && tokens[first] !== undefined && isNamePart(tokens, first - 1)) first--;
  if (first === from || !JOINS.test(tokens[first - 1]?.lower ?? '')) return false;
  const value = numberOf(number);
  return hasLike(tokens, first, value) && (value >= NUMBERED || isMet(tokens, first, from));
}

const isNamePart = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && token.gap !== 'line' && isProper(token);
};

/** Stands a number of that size right before the part, of which no thing is called? */
function hasLike(tokens: readonly Token[], first: number, value: number): boolean {
  for (let n = first - 2; n > Math.max(0, first - NEAR); n--) {
    const [other, before, next] = [tokens[n], tokens[n - 1], tokens[n + 1]];
    if (other === undefined || /^[.!?]$/.test(other.text) || other.gap === 'line') return false;
    if (other.kind !== 'literal') continue;
    if (YEAR.test(other.text) || (before !== undefined && isProper(before))) continue;
    if (SCALE.test(next?.lower ?? '')) return false;
    const [low, high] = [Math.min(value, numberOf(other)), Math.max(value, numberOf(other))];
    return low > 0 && high <= low * TIMES;
  }
  return false;
}

/** Has the name that begins at a token been met without a number behind it, in full or by its first word? */
function isMet(tokens: readonly Token[], first: number, number: number): boolean {
  for (let n = Math.max(0, first - FAR); n < Math.min(tokens.length, number + FAR); n++) {
    if (n >= first && n <= number) continue;
    if (tokens[n]?.text !== tokens[first]?.text) continue;
    let end = n + 1;
    while (isNamePart(tokens, end)) end++;
    if (tokens[end]?.kind !== 'literal') return true;
  }
  return false;
}
