import { isBody, isOrganisationWord } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { isCollective, isPointing } from './kinds.ts';
import { endOfOrganisation, isConnector, isOrganisationCapital, startOfOrganisation } from './organisations.ts';
import type { Token } from './tokens.ts';

/** What a noun phrase says somebody is. `to` is the token after it; `noun` the role's own noun, as written. */
export type Description = {
  readonly role: string | null;
  readonly organisation: string | null;
  /** The word that only points at the organisation: "the company's", "its"; null where none does. */
  readonly pointed: string | null;
  /** What the phrase is owned by is no organisation: "the hall's", "the mayor's"; of a person, which one: "her", "his". */
  readonly owned: 'thing' | 'his' | null;
  readonly noun: string | null;
  readonly to: number;
};

export const DETERMINERS = new Set('a an the another one our my this that'.split(' '));
export const OWNERS = new Set('his her their its our my your whose'.split(' '));
const SKIPPED = new Set('now then currently formerly also both once later previously himself herself'.split(' '));
const PREPOSITIONS = new Set('of at for from with in on to'.split(' '));
const DWELLERS = /^(?:homeowner|landowner|native|neighbou?r|resident|voter)s?$/;
/** Past forms that show no ending. */
const IRREGULAR = new Set(
  `met saw took put left made gave got ran led drew beat won quit hit cut set let paid sent kept held found came went became
  began stood sat spoke thought knew grew fell rose lost brought bought sold built spent`.split(/\s+/),
);
export const slice = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

export const isBoundary = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'quoted' ||
  token.kind === 'break' ||
  (token.kind === 'mark' && token.text !== '&' && token.text !== '/') ||
  /^(?:who|whom|whose|which|what|that|where|when|while|because|if|as|but|or|by|after|before|during|since|about|under|over|into|is|was|are|were|has|had|have|will|would|can|could|said|says|told)$/.test(
    token.lower,
  );

/**
 * Reads the noun phrase from `from`: "the chief executive of Helio", "a Northwind engineer", "Helio's head of energy". Null where no
 * noun of it names a role.
 */
export function describe(text: string, tokens: readonly Token[], from: number, limit: number): Description | null {
  let i = from;
  while (i < limit) {
    const word = tokens[i]?.lower ?? '';
    if (!(DETERMINERS.has(word) || SKIPPED.has(word))) break;
    i++;
  }
  let pointed: string | null = null;
  let owned: Description['owned'] = null;
  if (OWNERS.has(tokens[i]?.lower ?? '')) {
    const owner = tokens[i]?.lower ?? '';
    if (/^(?:its|their|our)$/.test(owner)) pointed = owner;
    else owned = 'his';
    i++;
  }
  // "…, noted the judge": a clause, no apposition.
  if (tokens[i]?.capital === false && isVerbal(tokens[i]) && DETERMINERS.has(tokens[i + 1]?.lower ?? '')) return null;
  let end = i;
  while (end < limit && !isBoundary(tokens[end]) && (!isPreposition(tokens[end]) || isWithinName(tokens, end))) end++;
  let organisation: string | null = null;
  let start = i;
  for (let k = i; k < end; k++) {
    if (tokens[k]?.kind !== 'possessive') continue;
    const owner = startOfOrganisation(tokens, k, i);
    // "Residents' chairwoman": a first word's capital makes no name.
    const isKind = owner === k - 1 && tokens[owner]?.initial === true && isRoleNoun(tokens[owner]?.lower ?? '');
    if (isHonorific(tokens[owner - 1]?.lower ?? '')) owned = 'his';
    else if (owner < k && !isKind) {
      organisation = slice(text, tokens, owner, k);
      pointed = null;
    } else if (isPointing(tokens[k - 1]?.lower ?? '')) pointed = tokens[k - 1]?.lower ?? null;
    else owned = 'thing';
    start = k + 1;
  }
  const first = start;
  let noun = -1;
  for (let k = start; k < end; k++) {
    const token = tokens[k];
    // The capital of a sentence's first word says nothing.
    if (token !== undefined && isRoleNoun(token.initial ? token.lower : token.text)) noun = k;
  }
  if (noun < 0) return null;
  if (organisation === null) {
    let opening = start;
    while (opening < noun && !isOrganisationCapital(tokens[opening])) opening++;
    let last = opening;
    while (last < noun && isOrganisationPart(tokens, last, noun)) last++;
    if (last > opening) {
      organisation = slice(text, tokens, opening, last);
      pointed = null;
      start = last;
    }
  }
  while (start < noun && (DETERMINERS.has(tokens[start]?.lower ?? '') || isHonorific(tokens[start]?.lower ?? '')))
    start++;
  let roleEnd = noun + 1;
  let to = end;
  if (end === noun + 1) {
    const tail = tailOf(text, tokens, end, limit);
    ({ roleEnd, to } = tail);
    if (tail.held === null) pointed ??= tail.pointed;
    // "Helio's head of AI Research": what follows belongs to the role once the organisation is named.
    else if (organisation !== null && !/^(?:at|with)$/.test(tail.held.preposition)) roleEnd = tail.held.end;
    else organisation = tail.held.name;
  }
  // "a Germantown resident": where somebody lives is no place of work.
  if (DWELLERS.test(tokens[noun]?.lower ?? '')) organisation = null;
  return {
    role: (start > first && tokens[first]?.lower === 'former' ? 'former ' : '') + slice(text, tokens, start, roleEnd),
    organisation,
    pointed: organisation === null ? pointed : null,
    owned: organisation === null ? owned : null,
    noun: tokens[noun]?.text ?? null,
    to,
  };
}

const isPreposition = (token: Token | undefined): boolean => token !== undefined && PREPOSITIONS.has(token.lower);

/** The "of" of the Department of Energy's. */
const isWithinName = (tokens: readonly Token[], at: number): boolean =>
  /^(?:of|for)$/.test(tokens[at]?.lower ?? '') &&
  tokens[at - 1]?.capital === true &&
  !isRoleNoun(tokens[at - 1]?.text ?? '') &&
  tokens[at + 1]?.capital === true;

/** A capitalised word before the role's noun belongs to the organisation, unless it begins the title: Vice President. */
function isOrganisationPart(tokens: readonly Token[], at: number, noun: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.text === '&' || token.kind === 'number') return true;
  if (isConnector(token)) return isOrganisationPart(tokens, at + 1, noun);
  if (!isOrganisationCapital(token) || isRoleNoun(token.text)) return false;
  if (!isRoleModifier(token.lower)) return true;
  // "Helio Cloud engineer": before a noun in small letters a capital goes on the name.
  if (tokens[noun]?.capital === false && isOrganisationCapital(tokens[at - 1])) return true;
  for (let k = at; k < noun; k++) {
    const word = tokens[k];
    if (word === undefined || !(isRoleModifier(word.lower) || isRoleNoun(word.text))) return true;
  }
  return false;
}

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
    if (k < limit && isOrganisationCapital(tokens[k])) {
      const end = endOfOrganisation(tokens, k, limit);
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

/** A word that is the clause's verb rather than a noun: "of Helio argued", "with Northwind covering chips". */
const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isRoleModifier(token.lower) &&
  (/(?:ed|ing|ly)$/.test(token.lower) ||
    IRREGULAR.has(token.lower) ||
    (reportingVerb(token.lower)?.form ?? 'base') !== 'base');

export const isPlainNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !token.capital &&
  !isBoundary(token) &&
  !PREPOSITIONS.has(token.lower) &&
  !DETERMINERS.has(token.lower) &&
  token.lower !== 'and';

/** Where the noun phrase begins that ends before `to`, not reaching over a boundary. */
export function startOfPhrase(tokens: readonly Token[], to: number, lowest: number, overPrepositions: boolean): number {
  let i = to;
  while (i > lowest) {
    const token = tokens[i - 1];
    if (token === undefined || token.kind === 'quoted' || token.kind === 'break') break;
    if (token.kind === 'mark' && token.text !== '&') break;
    if (DETERMINERS.has(token.lower) || OWNERS.has(token.lower)) {
      const owner = tokens[i - 2];
      i--;
      if (!(overPrepositions && owner !== undefined && PREPOSITIONS.has(owner.lower))) break;
      continue;
    }
    if (PREPOSITIONS.has(token.lower)) {
      if (!overPrepositions) break;
      const before = tokens[i - 2];
      if (before === undefined || before.kind !== 'word' || isBoundary(before)) break;
      i--;
      continue;
    }
    if (isBoundary(token)) break;
    const joined = tokens[i - 2]?.text ?? '';
    const isJoined = isRoleNoun(joined) || isRoleModifier(joined) || (overPrepositions && isPlainNoun(tokens[i - 2]));
    if (token.lower === 'and' && !isJoined) break;
    // "its planning director"
    const isKind =
      /ing$/.test(token.lower) &&
      (OWNERS.has(tokens[i - 2]?.lower ?? '') || DETERMINERS.has(tokens[i - 2]?.lower ?? ''));
    if (!token.capital && token.kind === 'word' && isVerbal(token) && !isKind) break;
    i--;
  }
  return i;
}
