import { isBody } from '../../language/organisations.ts';
import { isRoleNoun } from '../../language/roles.ts';
import type { Cast } from '../people/cast.ts';
import { type Description, describe } from '../people/describe.ts';
import { isPointing } from '../people/kinds.ts';
import { isPlainNoun, slice, startOfPhrase } from '../people/noun-phrases.ts';
import { endOfOrganisation } from '../people/organisations.ts';
import { isLink } from '../people/persons.ts';
import type { Token } from '../people/tokens.ts';
import { nameOf, type Phrase } from './source.ts';
import { isAdverb, isAuxiliary } from './verbs.ts';

/** A reader of the phrases that can be a clause's subject. */
export type Reader = { readonly text: string; readonly tokens: readonly Token[]; readonly cast: Cast };

const PRONOUNS = new Set('he she they it i we'.split(' '));
const BOUND =
  /^(?:and|but|or|that|which|who|whom|whose|while|when|where|because|if|as|although|though|after|before|during|until|since|so|than|via|through|amid|last|this|saying|adding)$/;
const DEFINITE = /^(?:the|his|her|its|their|our|my)$/;
const WRITINGS = new Set(
  `statement tweet post letter email e-mail memo message note report document filing release blog interview speech video ad
  advertisement book column essay op-ed article text transcript lawsuit complaint ruling order study paper caption sign banner
  petition declaration announcement presentation podcast thread comment remark testimony affidavit brief`.split(/\s+/),
);
/** How many tokens an apposition or a phrase may take. */
export const REACH = 40;
/** How many tokens a name goes on after its first capitals. */
const LONGEST = 8;

export const isClosed = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || token.kind === 'quoted' || token.kind === 'break';

export function ofRun({ tokens, cast }: Reader, index: number): Phrase | null {
  const run = cast.runs[index];
  if (run === undefined) return null;
  const person = cast.personOf[index];
  if (person !== undefined) return { kind: 'person', person };
  if (run.nameFrom >= run.to) return null;
  const name = nameOf(
    tokens,
    run.nameFrom,
    Math.max(run.to, endOfOrganisation(tokens, run.nameFrom, run.to + LONGEST)),
  );
  // "Helio and Northwind Cloud" are two.
  return { kind: 'named', name: / and /.test(name) ? nameOf(tokens, run.nameFrom, run.to) : name };
}

function common(reader: Reader, from: number, to: number): Phrase | null {
  const { text, tokens, cast } = reader;
  const read: Description | null = describe(text, tokens, from, to);
  const isDefinite =
    DEFINITE.test(tokens[from]?.lower ?? '') || tokens.slice(from, to).some(({ kind }) => kind === 'possessive');
  if (read !== null) {
    const { role, organisation, pointed, noun } = read;
    return { kind: 'common', role, organisation, pointed, noun, definite: isDefinite, at: from };
  }
  const stranger = strangerOf(reader, from, to);
  if (stranger !== null) return stranger;
  // "Trump's letter", "the group's statement": who owns the words speaks in them.
  for (let i = from; i < to; i++) {
    if (tokens[i]?.kind !== 'possessive') continue;
    const owner = ofRun(reader, cast.runAt[i - 1] ?? -1);
    if (owner !== null) return owner;
    const noun = tokens[i - 1]?.lower ?? '';
    if (isPointing(noun)) return { kind: 'pronoun', word: 'it', noun, at: from };
  }
  const last = tokens[to - 1]?.lower ?? '';
  if (tokens.slice(from, to).some(({ lower }) => WRITINGS.has(lower))) {
    // "a filing by Okafor": who made it speaks in it.
    for (let i = from; i < to; i++) {
      if (!/^(?:by|from)$/.test(tokens[i]?.lower ?? '')) continue;
      const maker = phraseStartingAt(reader, i + 1, to);
      if (maker !== null) return maker;
    }
    return { kind: 'writing', at: from };
  }
  // "the 38-year-old" is whoever was spoken of.
  if (isDefinite && last.endsWith('year-old')) return { kind: 'pronoun', word: 'who', noun: null, at: from };
  if (isDefinite && isPointing(last)) return { kind: 'pronoun', word: 'it', noun: last, at: from };
  return { kind: 'common', role: null, organisation: null, pointed: null, noun: null, definite: isDefinite, at: from };
}

/** "an attendee", "one early backer": whoever speaks is somebody, by whatever noun the text has for them. */
function strangerOf({ text, tokens }: Reader, from: number, to: number): Phrase | null {
  if (!/^(?:an?|one|another)$/.test(tokens[from]?.lower ?? '')) return null;
  let end = from + 1;
  while (end < to && isPlainNoun(tokens[end])) end++;
  const noun = tokens[end - 1]?.lower ?? '';
  const isTail = end === to || isLink(tokens[end]?.lower ?? '');
  if (
    !isTail ||
    end === from + 1 ||
    end > from + 4 ||
    !/(?:[eo]r|ee|ant|ent|ian|ist|an)$/.test(noun) ||
    isBody(noun) ||
    WRITINGS.has(noun)
  )
    return null;
  const role = slice(text, tokens, from + 1, end);
  return { kind: 'common', role, organisation: null, pointed: null, noun, definite: false, at: from };
}

/** The phrase whose last token is at `last`: "a spokesman for Helio" is the spokesman, "Okafor of Helio" is Okafor. */
export function phraseEndingAt(reader: Reader, last: number, lowest: number): Phrase | null {
  const { tokens, cast } = reader;
  let k = last;
  for (let links = 0; links < 4 && k >= lowest; links++) {
    const token = tokens[k];
    if (token === undefined || isClosed(token)) return null;
    if (PRONOUNS.has(token.lower)) return k === last ? { kind: 'pronoun', word: token.lower, noun: null, at: k } : null;
    if (token.kind === 'possessive') {
      // A possessive that is the subject belongs to the name: Lowe's said.
      const owner = ofRun(reader, cast.runAt[k - 1] ?? -1);
      return owner?.kind === 'named' && k === last ? { kind: 'named', name: owner.name + token.text } : null;
    }
    const index = cast.runAt[k] ?? -1;
    const run = cast.runs[index];
    let start: number;
    if (run !== undefined && run.nameFrom < run.to && run.to === k + 1) {
      start = run.from;
      if (tokens[start - 1]?.lower === 'the' && cast.personOf[index] === undefined) start--;
      const opening = tokens[start - 1];
      if (opening === undefined || start - 1 < lowest || !isLink(opening.lower)) return ofRun(reader, index);
    } else {
      start = startOfPhrase(tokens, k + 1, lowest, false);
      if (start > k) return null;
      const opening = tokens[start - 1];
      if (opening === undefined || start - 1 < lowest || !isLink(opening.lower)) return common(reader, start, last + 1);
    }
    k = start - 2;
    // The phrase opens the clause ("In Ohio officials said"): what its preposition governs is no subject.
    if (k < lowest || isClosed(tokens[k]) || isAuxiliary(tokens[k])) return null;
  }
  return null;
}

/** The phrase that begins at `from`, with an apposition that names whom it describes. */
export function phraseStartingAt(reader: Reader, from: number, limit: number): Phrase | null {
  const { tokens, cast } = reader;
  const first = tokens[from];
  if (first === undefined || from >= limit || isClosed(first)) return null;
  if (PRONOUNS.has(first.lower)) return { kind: 'pronoun', word: first.lower, noun: null, at: from };
  let k = from;
  let linked = false;
  let named = -1;
  for (; k < limit && k < from + REACH && !isClosed(tokens[k]); k++) {
    const token = tokens[k];
    if (token === undefined) break;
    if (BOUND.test(token.lower) && !(token.lower === 'and' && !linked && isRoleNoun(tokens[k - 1]?.text ?? ''))) break;
    if (isLink(token.lower)) linked = true;
    const index = cast.runAt[k] ?? -1;
    const run = cast.runs[index];
    if (run === undefined) continue;
    const headed = linked && tokens[k - 1]?.capital === false && cast.roleOf[index] === true;
    if ((!linked || headed) && run.nameFrom < run.to) {
      if (cast.personOf[index] !== undefined && tokens[run.to]?.kind !== 'possessive') return ofRun(reader, index);
      if (named < 0) named = index;
    }
    k = Math.max(k, run.to - 1);
  }
  if (k === from) return null;
  // "said Helio's chief executive, Mara Lindqvist,"
  if (tokens[k]?.text === ',') {
    const index = cast.runAt[k + 1] ?? -1;
    const run = cast.runs[index];
    const hasRole = tokens.slice(from, k).some((token) => isRoleNoun(token.text));
    if (hasRole && run !== undefined && cast.personOf[index] !== undefined && isClosed(tokens[run.to]))
      return ofRun(reader, index);
  }
  const run = cast.runs[named];
  const start = tokens[from]?.lower === 'the' ? from + 1 : from;
  if (run !== undefined && run.from === start) {
    const next = tokens[run.to];
    const alone =
      next === undefined || isClosed(next) || BOUND.test(next.lower) || isLink(next.lower) || isAdverb(next);
    if (alone) return ofRun(reader, named);
  }
  return common(reader, from, k);
}
