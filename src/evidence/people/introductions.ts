import { isGeneric } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { type Description, describe } from './describe.ts';
import { isPointing } from './kinds.ts';
import type { NameRun } from './names.ts';
import { DETERMINERS, isBoundary, isPlainNoun, OWNERS, slice, startOfPhrase } from './noun-phrases.ts';
import { endOfOrganisation, isOrganisationCapital, startOfOrganisation } from './organisations.ts';
import { endOfCollective, tailOf } from './tail.ts';
import type { Token } from './tokens.ts';

const LEADS = /^(?:runs|leads|heads|founded|co-founded|cofounded|chairs|directs|oversees|manages|ran|led|headed)$/;
/** The longest an apposition is read, in tokens: what is longer is no apposition. */
const REACH = 40;

/** What stands after a name: ", chief executive of Helio," or "of Helio" or "(Helio)", "is the founder of". */
export function describeAfter(text: string, tokens: readonly Token[], at: number): Description | null {
  let i = at;
  const limit = Math.min(tokens.length, at + REACH);
  if (tokens[i]?.text === '(') {
    const inside = describe(text, tokens, i + 1, limit);
    if (inside !== null) return withListed(text, tokens, inside, limit);
    // "Dale Wicks (Red Creek Electric)"
    const end = endOfOrganisation(tokens, i + 1, limit);
    if (end > i + 2 && tokens[end]?.text === ')') return plainly(slice(text, tokens, i + 1, end), end + 1);
    while (i < limit && tokens[i]?.text !== ')') i++;
    i++;
  }
  const first = tokens[i];
  if (first === undefined) return null;
  if (/^(?:of|at|from|with)$/.test(first.lower)) return affiliation(text, tokens, i, limit);
  // "named Asha Patel as its chief executive"
  if (first.lower === 'as' && (OWNERS.has(tokens[i + 1]?.lower ?? '') || isRoleModifier(tokens[i + 1]?.lower ?? '')))
    return describe(text, tokens, i + 1, limit);
  if (/^(?:is|was|became|remains)$/.test(first.lower)) {
    const next = tokens[i + 1]?.lower ?? '';
    return /^(?:a|an|the|now|also)$/.test(next) || isRoleNoun(next) || isRoleModifier(next)
      ? describe(text, tokens, i + 1, limit)
      : null;
  }
  if (/^(?:runs|leads|heads|chairs|directs|oversees|manages)$/.test(first.lower)) return leads(text, tokens, i, limit);
  if (first.lower !== 'who' && !(first.text === ',' || first.text === '—' || first.text === '–' || first.text === '--'))
    return null;
  if (first.lower !== 'who') i++;
  if (tokens[i]?.kind === 'number') {
    i++;
    if (tokens[i]?.text !== ',') return null;
    i++;
  }
  if (/^(?:who|himself|herself)$/.test(tokens[i]?.lower ?? '')) {
    i++;
    const verb = tokens[i]?.lower ?? '';
    const isBeing =
      verb === 'has' ? tokens[i + 1]?.lower === 'been' : /^(?:is|was|serves|served|works|worked|became)$/.test(verb);
    if (!isBeing) return leads(text, tokens, i, limit);
    i++;
    while (/^(?:as|been|also|now|currently|previously|formerly)$/.test(tokens[i]?.lower ?? '')) i++;
  }
  if (/^(?:of|at|from|with)$/.test(tokens[i]?.lower ?? '')) return affiliation(text, tokens, i, limit);
  // ", whose husband worked there"
  if (tokens[i]?.lower === 'whose') return null;
  // "formerly finance director of Brandt and now a partner at Lyle": what somebody is counts.
  const now = /^(?:formerly|once|previously)$/.test(tokens[i]?.lower ?? '')
    ? tokens.findIndex(({ lower }, n) => n > i && n < limit && lower === 'now')
    : -1;
  const read = describe(text, tokens, now < 0 ? i : now, limit);
  return read === null ? null : withListed(text, tokens, read, limit);
}

/** "chief operating officer, Stratus Grid": in lists and signatures the organisation follows a second comma. */
function withListed(text: string, tokens: readonly Token[], read: Description, limit: number): Description {
  const from = read.to + 1;
  if (read.organisation !== null || read.pointed !== null) return read;
  if (tokens[read.to]?.text !== ',' || !isOrganisationCapital(tokens[from])) return read;
  const end = endOfOrganisation(tokens, from, limit);
  const closing = tokens[end];
  // "general manager, AI Infrastructure, at Arcturus"
  const at = closing?.text === ',' ? end + 1 : end;
  if (/^(?:at|of|with)$/.test(tokens[at]?.lower ?? '')) {
    const place = affiliation(text, tokens, at, limit);
    return place === null ? read : { ...read, organisation: place.organisation, to: place.to };
  }
  const closes = closing === undefined || closing.kind === 'break' || closing.text === '.' || closing.text === ')';
  return closes ? { ...read, organisation: slice(text, tokens, from, end), to: end } : read;
}

/** "who runs Helio", "who leads the power team at Helio", "who runs the Ohio campus for Helio" */
function leads(text: string, tokens: readonly Token[], at: number, limit: number): Description | null {
  const verb = tokens[at]?.lower ?? '';
  const isLeading = LEADS.test(verb);
  if (!(isLeading || /^[a-z]+s$/.test(verb))) return null;
  let i = at + 1;
  while (
    i < limit &&
    (DETERMINERS.has(tokens[i]?.lower ?? '') || OWNERS.has(tokens[i]?.lower ?? '') || isPlainNoun(tokens[i]))
  )
    i++;
  let name: Description | null = null;
  // "who chairs the cable owners' forum"
  const article = at + 1 + (/^(?:the)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0);
  const body = isLeading && article > at + 1 ? endOfCollective(tokens, article, limit) : article;
  if (body > article) return plainly(slice(text, tokens, article, body), body);
  // "who manages the cooperative"
  const noun = tokens[article]?.lower ?? '';
  if (isLeading && article > at + 1 && isPointing(noun) && !isPlainNoun(tokens[article + 1]))
    return { role: null, organisation: null, pointed: noun, owned: null, noun: null, to: article + 1 };
  if (isLeading && isOrganisationCapital(tokens[i])) {
    const end = endOfOrganisation(tokens, i, limit);
    name = { role: null, organisation: slice(text, tokens, i, end), pointed: null, owned: null, noun: null, to: end };
    i = tokens[end]?.kind === 'possessive' ? end + 1 : end;
    // "heads AI research at Bellwether": the capitals were part of what is led.
    if (i === end && isPlainNoun(tokens[i])) name = null;
    while (i < limit && isPlainNoun(tokens[i])) i++;
    // "who heads the Ohio developer Halden"
    const last = name === null ? endOfOrganisation(tokens, i, limit) : i;
    if (last > i) return plainly(slice(text, tokens, i, last), last);
  }
  if (name === null && /^(?:of|at|for|with)$/.test(tokens[i]?.lower ?? '')) return affiliation(text, tokens, i, limit);
  return name;
}

/** What stands before a name: its title, "Helio engineer", "Helio's chief executive," or "Helio's". */
export function describeBefore(text: string, tokens: readonly Token[], run: NameRun): Description | null {
  const hasTitle = run.nameFrom > run.titleFrom && !isHonorific(tokens[run.nameFrom - 1]?.lower ?? '');
  if (hasTitle) {
    const start =
      run.from === run.titleFrom ? startOfPhrase(tokens, run.from, Math.max(0, run.from - REACH), false) : run.from;
    return describe(text, tokens, start, run.nameFrom);
  }
  const before = tokens[run.from - 1];
  if (before === undefined) return null;
  const lowest = Math.max(0, run.from - REACH);
  if (before.kind === 'possessive') {
    const owner = startOfOrganisation(tokens, run.from - 1, lowest);
    if (owner >= run.from - 1) return null;
    return plainly(slice(text, tokens, owner, run.from - 1), run.from);
  }
  if (before.kind === 'word' && isRoleNoun(before.text)) {
    const start = startOfPhrase(tokens, run.from, lowest, false);
    const read = describe(text, tokens, start, run.from);
    return read === null
      ? null
      : { ...read, organisation: read.organisation ?? beforeInitials(text, tokens, start, lowest) };
  }
  if (before.kind === 'word' && !before.capital && isPlainNoun(before) && !isGeneric(before.lower)) {
    // "secretary of energy Ruth Keller"
    const read = describe(text, tokens, startOfPhrase(tokens, run.from, lowest, true), run.from);
    return read !== null && read.to === run.from ? read : null;
  }
  if (before.text === ',') {
    const reached = startOfPhrase(tokens, run.from - 1, lowest, true);
    // "according to its treasurer, Paola Giusti,"
    const isSource = tokens[reached]?.lower === 'to' && tokens[reached - 1]?.lower === 'according';
    const start = isSource ? reached + 1 : reached;
    const opening = tokens[start - 1];
    // Only a phrase of its own is what the name explains: ", Helio's chief executive, Mara Lindqvist,".
    const stands =
      opening === undefined ||
      isSource ||
      opening.kind !== 'word' ||
      isBoundary(opening) ||
      reportingVerb(opening.lower) !== null ||
      // "Heard in Milan, from Helio's treasurer, Paola Giusti:"
      (opening.lower === 'from' && tokens[start - 2]?.text === ',');
    const closes = tokens[run.to];
    if (
      !stands ||
      closes === undefined ||
      !(closes.kind === 'mark' || closes.kind === 'quoted' || closes.kind === 'break')
    )
      return null;
    const read = describe(text, tokens, start, run.from - 1);
    return read !== null && read.to >= run.from - 1 ? read : null;
  }
  return null;
}

/** "Dock Workers' Union (DWU) secretary": the name before `at` whose initials stand in brackets behind it. */
function beforeInitials(text: string, tokens: readonly Token[], at: number, lowest: number): string | null {
  const initials = tokens[at - 2]?.text ?? '';
  if (tokens[at - 1]?.text !== ')' || tokens[at - 3]?.text !== '(' || !/^\p{Lu}{2,}$/u.test(initials)) return null;
  let start = at - 3;
  for (let left = initials.length; left > 0; ) {
    const token = tokens[--start];
    if (start < lowest || token === undefined || token.kind === 'mark') return null;
    if (token.capital && !token.text.startsWith(initials.charAt(--left))) return null;
  }
  return slice(text, tokens, start, at - 3);
}

/** "Okafor of Helio": where somebody is from, without a role. */
function affiliation(text: string, tokens: readonly Token[], at: number, limit: number): Description | null {
  if (tokens[at]?.lower === 'from') return null;
  const tail = tailOf(text, tokens, at, limit, true);
  return tail.held === null ? null : plainly(tail.held.name, tail.to);
}

/** An organisation without a role. */
function plainly(organisation: string, to: number): Description {
  return { role: null, organisation, pointed: null, owned: null, noun: null, to };
}
