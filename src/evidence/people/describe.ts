import { reportingVerb } from '../../language/reporting.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { isOrganisationWord, type NameRun } from './names.ts';
import type { Token } from './tokens.ts';

/** What a noun phrase says somebody is. `to` is the token after it; `noun` the role's own noun, as written. */
export type Description = {
  readonly role: string | null;
  readonly organisation: string | null;
  /** The organisation is only pointed at: "the company's", "its". */
  readonly pointed: boolean;
  readonly noun: string | null;
  readonly to: number;
};

const DETERMINERS = new Set('a an the another one our my this that'.split(' '));
const OWNERS = new Set('his her their its our my your whose'.split(' '));
const SKIPPED = new Set('now then currently formerly also both once later previously himself herself'.split(' '));
const PREPOSITIONS = new Set('of at for from with in on to'.split(' '));
const CONNECTORS = new Set('of for on the and'.split(' '));
/** Nouns that stand for an organisation named elsewhere. */
const GENERIC = new Set(
  `company firm startup start-up group agency bank maker carmaker chipmaker automaker retailer organization organisation
  university school department bureau ministry government administration committee commission union party campaign network
  newspaper station utility hospital institute foundation association board parent giant provider developer operator`.split(
    /\s+/,
  ),
);
/** With a name before them they name a body or a place of work: the Port Mercer plant. */
const BODIES = new Set(
  `plant campus site facility factory fab lab laboratory unit division office desk team board arm fund project programme program
  branch station center centre court mine refinery shipyard`.split(/\s+/),
);
/** Past forms that show no ending. */
const IRREGULAR = new Set(
  `met saw took put left made gave got ran led drew beat won quit hit cut set let paid sent kept held found came went became
  began stood sat spoke thought knew grew fell rose lost brought bought sold built spent`.split(/\s+/),
);
const DEMONYM = new Set(
  `american british english scottish irish welsh french german italian spanish portuguese dutch belgian swiss austrian swedish
  norwegian danish finnish polish czech hungarian romanian greek turkish russian ukrainian chinese japanese korean taiwanese
  indian pakistani bangladeshi indonesian malaysian thai vietnamese filipino australian canadian mexican brazilian argentine
  chilean colombian peruvian egyptian nigerian kenyan ethiopian israeli palestinian iranian iraqi syrian lebanese jordanian
  saudi emirati qatari european african asian arab jewish christian muslim catholic protestant democratic republican
  u.s. u.k. us uk eu conservative liberal labour independent green libertarian tory`.split(/\s+/),
);

export const isGeneric = (word: string): boolean => GENERIC.has(word);

const slice = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

const isOrganisationCapital = (token: Token | undefined): boolean =>
  token !== undefined && (token.capital || /^\d+\p{Lu}|^\d+$/u.test(token.text)) && !DEMONYM.has(token.lower);

/** The end of the name of an organisation that begins at `from`: Bank of America, the Securities and Exchange Commission. */
export function endOfOrganisation(tokens: readonly Token[], from: number, limit: number): number {
  let end = from;
  let i = from;
  while (i < limit) {
    const token = tokens[i];
    if (token === undefined) break;
    if (
      token.capital ||
      (i > from && (token.text === '&' || token.kind === 'number') && tokens[i + 1]?.kind === 'word')
    ) {
      i++;
      if (token.capital) end = i;
      continue;
    }
    if (i === from || !CONNECTORS.has(token.lower)) break;
    let next = i + 1;
    if (tokens[next]?.lower === 'the') next++;
    if (next >= limit || tokens[next]?.capital !== true) break;
    if (token.lower === 'and' && !closesInOrganisation(tokens, next, limit)) break;
    if ((token.lower === 'for' || token.lower === 'on') && !isOrganisationWord(tokens[i - 1]?.text ?? '')) break;
    i = next;
  }
  return end;
}

function closesInOrganisation(tokens: readonly Token[], from: number, limit: number): boolean {
  let i = from;
  while (i < limit && tokens[i]?.capital === true) i++;
  return isOrganisationWord(tokens[i - 1]?.text ?? '');
}

const isBoundary = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'quoted' ||
  token.kind === 'break' ||
  (token.kind === 'mark' && token.text !== '&' && token.text !== '/') ||
  /^(?:who|whom|whose|which|that|where|when|while|because|if|as|but|or|by|after|before|during|since|about|under|over|into|is|was|are|were|has|had|have|will|would|can|could|said|says|told)$/.test(
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
  let pointed = false;
  if (OWNERS.has(tokens[i]?.lower ?? '')) {
    pointed = /^(?:its|their|our)$/.test(tokens[i]?.lower ?? '');
    i++;
  }
  let end = i;
  while (end < limit && !isBoundary(tokens[end]) && !PREPOSITIONS.has(tokens[end]?.lower ?? '')) end++;
  let organisation: string | null = null;
  let start = i;
  for (let k = i; k < end; k++) {
    if (tokens[k]?.kind !== 'possessive') continue;
    const owner = organisationEndingAt(tokens, k, i);
    if (owner < k) {
      organisation = slice(text, tokens, owner, k);
      pointed = false;
    } else if (isGeneric(tokens[k - 1]?.lower ?? '')) pointed = true;
    start = k + 1;
  }
  const first = start;
  let noun = -1;
  for (let k = start; k < end; k++) if (isRoleNoun(tokens[k]?.text ?? '')) noun = k;
  if (noun < 0) return null;
  if (organisation === null) {
    let opening = start;
    while (opening < noun && !isOrganisationCapital(tokens[opening])) opening++;
    let last = opening;
    while (last < noun && isOrganisationPart(tokens, last, noun)) last++;
    if (last > opening) {
      organisation = slice(text, tokens, opening, last);
      pointed = false;
      start = last;
    }
  }
  while (start < noun && DETERMINERS.has(tokens[start]?.lower ?? '')) start++;
  let roleEnd = noun + 1;
  let to = end;
  let found: string | null = null;
  if (end === noun + 1) {
    const tail = tailOf(text, tokens, end, limit);
    roleEnd = tail.roleEnd;
    to = tail.to;
    found = tail.organisation;
    pointed ||= tail.pointed && found === null;
  }
  return {
    role: (start > first && tokens[first]?.lower === 'former' ? 'former ' : '') + slice(text, tokens, start, roleEnd),
    organisation: organisation ?? found,
    pointed: pointed && organisation === null && found === null,
    noun: tokens[noun]?.text ?? null,
    to,
  };
}

/** A capitalised word before the role's noun belongs to the organisation, unless it begins the title: Vice President. */
function isOrganisationPart(tokens: readonly Token[], at: number, noun: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.text === '&' || token.kind === 'number') return true;
  if (CONNECTORS.has(token.lower) && !token.capital) return isOrganisationPart(tokens, at + 1, noun);
  if (!isOrganisationCapital(token) || isRoleNoun(token.text)) return false;
  if (!isRoleModifier(token.lower)) return true;
  for (let k = at; k < noun; k++) {
    const word = tokens[k];
    if (word === undefined || !(isRoleModifier(word.lower) || isRoleNoun(word.text))) return true;
  }
  return false;
}

/** Where the capitalised name begins that ends before `to`. */
function organisationEndingAt(tokens: readonly Token[], to: number, lowest: number): number {
  let i = to;
  while (i > lowest) {
    const token = tokens[i - 1];
    const isConnector =
      token !== undefined &&
      i < to &&
      /^(?:of|for|&)$/.test(token.lower) &&
      i - 2 >= lowest &&
      tokens[i - 2]?.capital === true;
    if (!(isOrganisationCapital(token) || isConnector)) break;
    i--;
  }
  return i;
}

type Tail = {
  readonly roleEnd: number;
  readonly organisation: string | null;
  readonly pointed: boolean;
  readonly to: number;
};

/** What follows a role's noun: "of political advertising at Helio", "with the research firm Ledger Insight". */
function tailOf(text: string, tokens: readonly Token[], from: number, limit: number, alone = false): Tail {
  let roleEnd = from;
  let i = from;
  let held: { name: string; end: number; isOf: boolean } | null = null;
  let pointed = false;
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
        if (held === null && isOrganisationWord(tokens[end - 1]?.text ?? '')) held = { name, end, isOf: false };
        else if (held === null && preposition !== 'in') break;
        i = end;
        if (held === null) break;
        continue;
      }
      if (isPart && held === null && !alone) {
        let rest = end;
        while (rest < limit && isPlainNoun(tokens[rest]) && !isVerbal(tokens[rest])) rest++;
        const isBody = BODIES.has(tokens[rest - 1]?.lower ?? '') || isGeneric(tokens[rest - 1]?.lower ?? '');
        if (preposition !== 'of' && isBody) {
          held = { name: slice(text, tokens, k, rest), end: rest, isOf: false };
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
      if (held?.isOf === true && (preposition === 'at' || preposition === 'with')) roleEnd = held.end;
      else if (held !== null) break;
      held = { name, end, isOf: preposition === 'of' };
      i = end;
      if (tokens[end]?.kind === 'possessive') {
        i = end + 1;
        while (i < limit && isPlainNoun(tokens[i])) i++;
        roleEnd = i;
      }
      continue;
    }
    if (k === first) break;
    if (held !== null) break;
    if (isGeneric(tokens[k - 1]?.lower ?? '') && k - first <= 2) pointed = true;
    else roleEnd = andMore(tokens, k, limit);
    i = pointed ? k : roleEnd;
  }
  return { roleEnd, organisation: held?.name ?? null, pointed, to: i };
}

/** "head of power and cooling": a second plain noun belongs to the first. */
function andMore(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.lower !== 'and') return at;
  let i = at + 1;
  while (i < limit && i < at + 4 && isPlainNoun(tokens[i])) i++;
  const next = tokens[i];
  return i > at + 1 && (next === undefined || isBoundary(next) || PREPOSITIONS.has(next.lower)) ? i : at;
}

/** A word that is the clause's verb rather than a noun: "of Helio argued", "with Northwind covering chips". */
const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isRoleModifier(token.lower) &&
  (/(?:ed|ing|ly)$/.test(token.lower) || IRREGULAR.has(token.lower) || reportingVerb(token.lower) !== null);

const isPlainNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !token.capital &&
  !isBoundary(token) &&
  !PREPOSITIONS.has(token.lower) &&
  !DETERMINERS.has(token.lower) &&
  token.lower !== 'and';

const LEADS = /^(?:runs|leads|heads|founded|co-founded|cofounded|chairs|directs|oversees|manages|ran|led|headed)$/;
/** The longest an apposition is read, in tokens: what is longer is no apposition. */
const REACH = 40;

/** What stands after a name: ", chief executive of Helio," or "of Helio" or "(Helio)", "is the founder of". */
export function describeAfter(text: string, tokens: readonly Token[], at: number): Description | null {
  let i = at;
  const limit = Math.min(tokens.length, at + REACH);
  if (tokens[i]?.text === '(') {
    while (i < limit && tokens[i]?.text !== ')') i++;
    i++;
  }
  const first = tokens[i];
  if (first === undefined) return null;
  if (/^(?:of|at|from|with)$/.test(first.lower)) return affiliation(text, tokens, i, limit);
  if (/^(?:is|was|became|remains)$/.test(first.lower)) {
    const next = tokens[i + 1]?.lower ?? '';
    return /^(?:a|an|the|now|also)$/.test(next) || isRoleNoun(next) || isRoleModifier(next)
      ? describe(text, tokens, i + 1, limit)
      : null;
  }
  if (/^(?:runs|leads|heads|chairs|directs|oversees|manages)$/.test(first.lower)) return leads(text, tokens, i, limit);
  if (!(first.text === ',' || first.text === '—' || first.text === '–' || first.text === '--')) return null;
  i++;
  if (tokens[i]?.kind === 'number') {
    i++;
    if (tokens[i]?.text !== ',') return null;
    i++;
  }
  if (/^(?:who|himself|herself)$/.test(tokens[i]?.lower ?? '')) {
    i++;
    if (!/^(?:is|was|serves|served|works|worked|became|has)$/.test(tokens[i]?.lower ?? ''))
      return leads(text, tokens, i, limit);
    i++;
    while (/^(?:as|been|also|now|currently|previously|formerly)$/.test(tokens[i]?.lower ?? '')) i++;
  }
  if (/^(?:of|at|from|with)$/.test(tokens[i]?.lower ?? '')) return affiliation(text, tokens, i, limit);
  const read = describe(text, tokens, i, limit);
  return read === null || read.organisation !== null || read.pointed ? read : withListed(text, tokens, read, limit);
}

/** "chief operating officer, Stratus Grid": in lists and signatures the organisation follows a second comma. */
function withListed(text: string, tokens: readonly Token[], read: Description, limit: number): Description {
  const from = read.to + 1;
  if (tokens[read.to]?.text !== ',' || !isOrganisationCapital(tokens[from])) return read;
  const end = endOfOrganisation(tokens, from, limit);
  const closing = tokens[end];
  const closes = closing === undefined || closing.kind === 'break' || closing.text === '.';
  return closes ? { ...read, organisation: slice(text, tokens, from, end), to: end } : read;
}

/** "Okafor of Helio": where somebody is from, without a role. */
function affiliation(text: string, tokens: readonly Token[], at: number, limit: number): Description | null {
  if (tokens[at]?.lower === 'from') return null;
  const tail = tailOf(text, tokens, at, limit, true);
  return tail.organisation === null
    ? null
    : { role: null, organisation: tail.organisation, pointed: false, noun: null, to: tail.to };
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
  if (isLeading && isOrganisationCapital(tokens[i])) {
    const end = endOfOrganisation(tokens, i, limit);
    name = { role: null, organisation: slice(text, tokens, i, end), pointed: false, noun: null, to: end };
    i = tokens[end]?.kind === 'possessive' ? end + 1 : end;
    // "heads AI research at Bellwether": the capitals were part of what is led.
    if (i === end && isPlainNoun(tokens[i])) name = null;
    while (i < limit && isPlainNoun(tokens[i])) i++;
  }
  if (name === null && /^(?:of|at|for|with)$/.test(tokens[i]?.lower ?? '')) return affiliation(text, tokens, i, limit);
  return name;
}

/** Where the noun phrase begins that ends before `to`, not reaching over a boundary. */
export function startOfPhrase(tokens: readonly Token[], to: number, lowest: number, overPrepositions: boolean): number {
  let i = to;
  while (i > lowest) {
    const token = tokens[i - 1];
    if (token === undefined || token.kind === 'mark' || token.kind === 'quoted' || token.kind === 'break') break;
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
    if (!token.capital && token.kind === 'word' && isVerbal(token)) break;
    i--;
  }
  return i;
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
    const owner = organisationEndingAt(tokens, run.from - 1, lowest);
    if (owner >= run.from - 1) return null;
    return {
      role: null,
      organisation: slice(text, tokens, owner, run.from - 1),
      pointed: false,
      noun: null,
      to: run.from,
    };
  }
  if (before.kind === 'word' && isRoleNoun(before.text)) {
    return describe(text, tokens, startOfPhrase(tokens, run.from, lowest, false), run.from);
  }
  if (before.kind === 'word' && !before.capital && isPlainNoun(before)) {
    // "secretary of energy Ruth Keller"
    const read = describe(text, tokens, startOfPhrase(tokens, run.from, lowest, true), run.from);
    return read !== null && read.to === run.from && read.organisation === null ? read : null;
  }
  if (before.text === ',') {
    const start = startOfPhrase(tokens, run.from - 1, lowest, true);
    const opening = tokens[start - 1];
    // Only a phrase of its own is what the name explains: ", Helio's chief executive, Mara Lindqvist,".
    const stands = opening === undefined || opening.kind !== 'word' || isBoundary(opening);
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
