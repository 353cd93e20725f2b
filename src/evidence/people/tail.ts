import { isBody, isOrganisationWord } from '../../language/organisations.ts';
import { isCollective, isPointing } from './kinds.ts';
import { DETERMINERS, isBoundary, isPlainNoun, isVerbal, OWNERS, PREPOSITIONS, slice } from './noun-phrases.ts';
import { endOfOrganisation, isOrganisationCapital } from './organisations.ts';
import type { Token } from './tokens.ts';

/** The organisation that a preposition led to, and the token after it; and by which. */
type Held = { readonly name: string; readonly end: number; readonly preposition: string };
type Tail = {
  readonly roleEnd: number;
  readonly held: Held | null;
  readonly pointed: string | null;
  readonly to: number;
};

/** What follows a role's noun: "of political advertising at Helio", "with the research firm Ledger Insight". */
export function tailOf(text: string, tokens: readonly Token[], from: number, limit: number, alone = false): Tail {
  let roleEnd = from;
  let i = from;
  let held: Held | null = null;
  let pointed: string | null = null;
  while (i < limit && PREPOSITIONS.has(tokens[i]?.lower ?? '')) {
    const preposition = tokens[i]?.lower ?? '';
    let k = i + 1;
    while (k < limit && (DETERMINERS.has(tokens[k]?.lower ?? '') || OWNERS.has(tokens[k]?.lower ?? ''))) k++;
    const first = k;
    while (k < limit && k < first + 5 && isPlainNoun(tokens[k])) k++;
    const end = k < limit && isOrganisationCapital(tokens[k]) ? endOfOrganisation(tokens, k, limit) : k;
    // "a farmer with 90 hectares" has no house by that number.
    if (end > k) {
      const name = slice(text, tokens, k, end);
      const isPart = end < limit && isPlainNoun(tokens[end]) && !isVerbal(tokens[end]);
      if (preposition === 'in' || preposition === 'from' || preposition === 'on' || preposition === 'to') {
        if (held === null && isOrganisationWord(tokens[end - 1]?.text ?? '')) held = { name, end, preposition };
        else if (held === null && preposition !== 'in') break;
        i = end;
        if (held === null) break;
        continue;
      }
      if (isPart && held === null && !alone) {
        let rest = end;
        while (rest < limit && isPlainNoun(tokens[rest]) && !isVerbal(tokens[rest])) rest++;
        if (preposition !== 'of' && isBody(tokens[rest - 1]?.lower ?? '')) {
          held = { name: slice(text, tokens, k, rest), end: rest, preposition };
          i = rest;
          continue;
        }
        if (preposition === 'of') {
          roleEnd = rest;
          i = rest;
          continue;
        }
      }
      // "director of AI Research at Helio": the place of work comes last, what is directed belongs to the role.
      if (/^(?:of|for)$/.test(held?.preposition ?? '') && (preposition === 'at' || preposition === 'with'))
        roleEnd = held?.end ?? roleEnd;
      else if (held !== null) break;
      held = { name, end, preposition };
      i = end;
      if (tokens[end]?.kind === 'possessive') {
        i = end + 1;
        while (i < limit && isPlainNoun(tokens[i])) i++;
        if (preposition === 'of' && i > end + 1) roleEnd = i;
      }
      continue;
    }
    if (k === first) break;
    if (held !== null) break;
    const isThe = /^(?:the|its|their|our|this)$/.test(tokens[first - 1]?.lower ?? '');
    const body = isThe ? endOfCollective(tokens, first, limit) : first;
    if (body > first) {
      held = { name: slice(text, tokens, first, body), end: body, preposition };
      i = body;
      continue;
    }
    // "at the company" points at a name; "at a large provider" gives none, and is no part of the role either.
    if (isPointing(tokens[k - 1]?.lower ?? '')) {
      pointed = isThe ? (tokens[k - 1]?.lower ?? null) : null;
      i = k;
      // "a spokesman for the utility, Red Creek Electric"
      const end = isThe && tokens[k]?.text === ',' ? endOfOrganisation(tokens, k + 1, limit) : k + 1;
      if (end > k + 1 && (end >= limit || isBoundary(tokens[end]))) {
        held = { name: slice(text, tokens, k + 1, end), end, preposition };
        i = end;
      }
      continue;
    }
    i = andMore(tokens, k, limit);
    // "editor of a rival index" tells the kind of place, "head of power" the office.
    if (preposition !== 'at' && !/^(?:an?|one|another)$/.test(tokens[first - 1]?.lower ?? '')) roleEnd = i;
  }
  return { roleEnd, held, pointed, to: i };
}

/** The end of the name in small letters that begins at `from`, "cable owners' forum", or `from`: a noun alone is none. */
export function endOfCollective(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    (isPlainNoun(tokens[i]) || (i > from && tokens[i]?.kind === 'possessive')) &&
    !isVerbal(tokens[i])
  )
    i++;
  return i > from + 1 && isCollective(tokens[i - 1]?.lower ?? '') ? i : from;
}

/** "head of power and cooling": a second plain noun belongs to the first. */
function andMore(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.lower !== 'and') return at;
  let i = at + 1;
  while (i < limit && i < at + 4 && isPlainNoun(tokens[i])) i++;
  const next = tokens[i];
  return i > at + 1 && (i >= limit || next === undefined || isBoundary(next) || PREPOSITIONS.has(next.lower)) ? i : at;
}
