import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { isPointing } from './kinds.ts';
import { DETERMINERS, isBoundary, isVerbal, OWNERS, PREPOSITIONS, slice } from './noun-phrases.ts';
import { isConnector, isOrganisationCapital, startOfOrganisation } from './organisations.ts';
import { tailOf } from './tail.ts';
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

const SKIPPED = new Set('now then currently formerly also both once later previously himself herself'.split(' '));
const DWELLERS = /^(?:homeowner|landowner|native|neighbou?r|resident|voter)s?$/;

/**
 * Reads the noun phrase from `from`: "the chief executive of Helio", "a Northwind engineer", "Helio's head of energy". Null where no
 * noun of it names a role.
 */
export function describe(text: string, tokens: readonly Token[], from: number, limit: number): Description | null {
  let i = from;
  while (i < limit) {
    const word = tokens[i]?.lower ?? '';
    // "our head of operations" points at whoever writes.
    if (OWNERS.has(word) || !(DETERMINERS.has(word) || SKIPPED.has(word))) break;
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
    const isCommonNoun = owner === k - 1 && tokens[owner]?.initial === true && isRoleNoun(tokens[owner]?.lower ?? '');
    if (isHonorific(tokens[owner - 1]?.lower ?? '')) owned = 'his';
    else if (owner < k && !isCommonNoun) {
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
