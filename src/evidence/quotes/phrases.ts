import { isBody } from '../../language/organisations.ts';
import { isRoleNoun } from '../../language/roles.ts';
import type { Cast } from '../people/cast.ts';
import { type Description, describe, isPlainNoun, slice, startOfPhrase } from '../people/describe.ts';
import { isPointing } from '../people/kinds.ts';
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
const OPENING =
  /^(?:when|while|after|before|as|if|although|though|since|because|once|until|in|at|on|during|by|with|for|from|to|under|despite|amid|earlier|later|last)$/;
const DEFINITE = /^(?:the|his|her|its|their|our|my)$/;
const WRITINGS = new Set(
  `statement tweet post letter email e-mail memo message note report document filing release blog interview speech video ad
  advertisement book column essay op-ed article text transcript lawsuit complaint ruling order study paper caption sign banner
  petition declaration announcement presentation podcast thread comment remark testimony affidavit brief`.split(/\s+/),
);
/** How many tokens an apposition or a phrase may take. */
const REACH = 40;
/** How many tokens a name goes on after its first capitals. */
const LONGEST = 8;

const isClosed = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || token.kind === 'quoted' || token.kind === 'break';

function ofRun({ tokens, cast }: Reader, index: number): Phrase | null {
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
function phraseEndingAt(reader: Reader, last: number, lowest: number): Phrase | null {
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

/** Past adverbs, auxiliaries and days, leftwards from a verb. */
export function beforeVerb(tokens: readonly Token[], verb: number, lowest: number): number {
  let i = verb - 1;
  while (i >= lowest) {
    const token = tokens[i];
    if (!(isAdverb(token) || isAuxiliary(token))) break;
    i--;
  }
  return i;
}

/** What stands left of the comma, bracket or dash at `close` that ends an apposition or an aside. */
function beforeAside(reader: Reader, close: number, lowest: number): Phrase | null {
  const { tokens, cast } = reader;
  const mark = tokens[close]?.text ?? '';
  let i = close - 1;
  const reach = Math.max(lowest, close - REACH);
  if (mark === ')') {
    while (i >= reach && tokens[i]?.text !== '(') i--;
    return i > reach ? phraseEndingAt(reader, i - 1, lowest) : null;
  }
  if (mark !== ',') {
    while (i >= reach && tokens[i]?.text !== mark) i--;
    return i > reach ? phraseEndingAt(reader, i - 1, lowest) : null;
  }
  let fallback: Phrase | null = null;
  let end = close;
  for (let asides = 0; asides < 7; asides++) {
    let open = end - 1;
    while (open >= reach && !(tokens[open]?.text === ',' || isClosed(tokens[open]))) open--;
    const first = tokens[open + 1];
    const last = end - 1;
    const opensClause = open < reach || tokens[open]?.text !== ',';
    if (first !== undefined && last > open) {
      const index = cast.runAt[last] ?? -1;
      const run = cast.runs[index];
      const skips =
        !opensClause &&
        (/^(?:who|whose|which|with|along|citing|of|in|from|at|as|\w+ing)$/.test(first.lower) ||
          first.kind === 'number');
      if (!skips) {
        const phrase = phraseEndingAt(reader, last, open + 1);
        if (phrase?.kind === 'person' && run !== undefined) return phrase;
        if (phrase?.kind === 'pronoun') return phrase;
        if (opensClause || (phrase?.kind === 'named' && run?.from === open + 1)) fallback = phrase ?? fallback;
        else if (phrase?.kind === 'common' && phrase.role !== null) fallback ??= phrase;
      }
    }
    if (opensClause) break;
    end = open;
  }
  return fallback;
}

/** Past what opens a clause before its subject: "When the bids closed,", "At a hearing on Monday,", "Asked why,". */
function pastOpening(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from]?.lower ?? '';
  if (!(OPENING.test(first) || (/.(?:ing|ed)$/.test(first) && tokens[from]?.kind === 'word'))) return from;
  for (let i = from + 1; i < to - 1 && i < from + REACH; i++) {
    const token = tokens[i];
    if (
      token?.text === ',' &&
      tokens[i + 1]?.kind === 'word' &&
      !/^(?:a|an|who|which|and|or|but)$/.test(tokens[i + 1]?.lower ?? '')
    )
      return i + 1;
    if (token?.kind === 'quoted') break;
  }
  return from;
}

/** The first that can be the subject of the clause from `from` to `to`. */
export function firstSubject(reader: Reader, from: number, to: number): Phrase | null {
  const { tokens, cast } = reader;
  const start = pastOpening(tokens, from, to);
  let named: Phrase | null = null;
  let object: Phrase | null = null;
  let quotations = 0;
  for (let i = start; i < to && i < start + 2 * REACH; i++) {
    const token = tokens[i];
    if (token === undefined || (token.kind === 'quoted' && ++quotations > 2)) break;
    if (token.lower === 'he' || token.lower === 'she')
      return named ?? { kind: 'pronoun', word: token.lower, noun: null, at: i };
    const index = cast.runAt[i] ?? -1;
    const run = cast.runs[index];
    if (run === undefined) continue;
    const phrase = ofRun(reader, index);
    i = run.to - 1;
    if (phrase === null) continue;
    const governed = isLink(tokens[run.from - 1]?.lower ?? '') || tokens[run.to]?.kind === 'possessive';
    if (phrase.kind === 'person' && !governed) return phrase;
    if (phrase.kind === 'person') object ??= phrase;
    else if (!governed && (run.from === start || (run.from === start + 1 && tokens[start]?.lower === 'the')))
      named ??= phrase;
  }
  return named ?? object ?? (start > from ? firstSubject(reader, from, start - 1) : null);
}

/** The subject of the verb at `verb`, which stands before it. */
export function subjectBefore(reader: Reader, verb: number, lowest: number): Phrase | null {
  const { tokens } = reader;
  const i = beforeVerb(tokens, verb, lowest);
  const token = tokens[i];
  if (token === undefined || i < lowest) return null;
  if (token.text === ',' || token.text === ')' || token.text === '—' || token.text === '–' || token.text === '--') {
    return beforeAside(reader, i, lowest) ?? firstSubject(reader, lowest, i);
  }
  if (/^(?:who|which|that)$/.test(token.lower)) {
    const at = tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
    const antecedent = phraseEndingAt(reader, at, lowest);
    return antecedent?.kind === 'writing' ? firstSubject(reader, lowest, at) : antecedent;
  }
  if (/^(?:and|but|or|then|by|in|without|after|before|while)$/.test(token.lower))
    return firstSubject(reader, lowest, i);
  const phrase = phraseEndingAt(reader, i, lowest);
  return (phrase === null ? null : apposed(reader, phrase)) ?? phrase ?? firstSubject(reader, lowest, i + 1);
}

/** "Mara Lindqvist, chief executive of Helio said": without its second comma an apposition still tells what the name before it is. */
function apposed({ tokens, cast }: Reader, phrase: Phrase): Phrase | null {
  if (phrase.kind !== 'common' || phrase.noun === null || tokens[phrase.at - 1]?.text !== ',') return null;
  const person = cast.personOf[cast.runAt[phrase.at - 2] ?? -1];
  return person?.nouns.has(phrase.noun.toLowerCase()) === true ? { kind: 'person', person } : null;
}
