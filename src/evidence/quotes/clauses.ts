import type { Token } from '../people/tokens.ts';
import { phraseStartingAt, type Reader } from './phrases.ts';
import type { Phrase } from './source.ts';
import { beforeVerb, firstSubject, subjectBefore } from './subjects.ts';
import { isAdverb, isPassive, verbAt } from './verbs.ts';

/** How many tokens a reporting clause may take on either side of its quotation. */
const REACH = 60;

/** How a quotation ends: with a comma its sentence goes on, with a full stop it is over, a bare one is part of the sentence. */
export type Ending = 'comma' | 'stop' | 'open' | 'bare';

export function endingOf(text: string, end: number, outerEnd: number): Ending {
  const last = text.charAt(end - 1);
  if (last === ',') return 'comma';
  if (last === '.') return 'stop';
  if (/[?!…—–-]/.test(last)) return 'open';
  const next = text.charAt(outerEnd);
  if (next === ',') return 'comma';
  if (next === '.') return 'stop';
  return 'bare';
}

const isEnd = (token: Token | undefined): boolean => token === undefined || token.kind === 'break';

function skipAdverbs(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (i < limit && (isAdverb(tokens[i]) || (tokens[i]?.lower === 'on' && isAdverb(tokens[i + 1])))) i++;
  return i;
}

/** "according to Okafor", "in the words of Okafor" */
function accordingTo(reader: Reader, at: number, limit: number): Phrase | null {
  const { tokens } = reader;
  const word = tokens[at]?.lower;
  if (word === 'according' && tokens[at + 1]?.lower === 'to') return phraseStartingAt(reader, at + 2, limit);
  if (word === 'in' && tokens[at + 2]?.lower === 'words' && tokens[at + 3]?.lower === 'of')
    return phraseStartingAt(reader, at + 4, limit);
  if (word === 'per') return phraseStartingAt(reader, at + 1, limit);
  return null;
}

/** "as Okafor put it", "is how Okafor put it" */
function manner(reader: Reader, at: number, limit: number): Phrase | null {
  const { tokens } = reader;
  const from = tokens[at]?.lower === 'how' ? at + 1 : at;
  for (let v = from + 1; v < limit && !stops(tokens[v]); v++) {
    if (verbAt(tokens, v) !== null) return subjectBefore(reader, v, from);
  }
  return null;
}

/** What follows a quotation with these words tells something else. */
const ELSEWHERE =
  /^(?:and|but|while|when|which|that|because|so|or|if|though|although|are|were|to|than|for|in|of|with)$/;

/** The clause that follows a quotation: `said Okafor`, `Okafor, who runs Helio, told the Ledger`, `according to Okafor`. */
export function clauseAfter(reader: Reader, quoted: number, limit: number): Phrase | null {
  const { tokens } = reader;
  let from = quoted + 1;
  if (isDash(tokens[from]) || tokens[from]?.text === ',') from++;
  const to = Math.min(limit, from + REACH);
  from = skipAdverbs(tokens, from, to);
  const named = accordingTo(reader, from, to);
  if (named !== null) return named;
  if (/^(?:as|is|was)$/.test(tokens[from]?.lower ?? '')) return manner(reader, from + 1, to);
  const verb = verbAt(tokens, from);
  if (verb !== null && verb.kind !== 'stance' && verb.form !== 'base' && verb.form !== 'participle') {
    return phraseStartingAt(reader, skipAdverbs(tokens, from + 1, to), to);
  }
  if (ELSEWHERE.test(tokens[from]?.lower ?? '')) return null;
  for (let v = from + 1; v < to && !stops(tokens[v]); v++) {
    const found = verbAt(tokens, v);
    if (found === null || found.form === 'participle') continue;
    // "the lawmakers write"
    if (found.form === 'base' && !/[^s]s$/.test(tokens[v - 1]?.lower ?? '')) continue;
    if (found.kind === 'verdict') continue;
    if (/^(?:who|which|that)$/.test(tokens[v - 1]?.lower ?? '')) continue;
    return subjectBefore(reader, v, from);
  }
  return besideQuotation(reader, from, to);
}

/** The clause right behind a quotation that is no more than who says so: `one member said`, `said Okafor`. */
export function verbBeside(reader: Reader, quoted: number, limit: number): Phrase | null {
  const { tokens } = reader;
  const first = quoted + 1;
  if (verbAt(tokens, first)?.form === 'past') return phraseStartingAt(reader, first + 1, limit);
  for (let v = first + 1; v < limit && v < first + 8 && tokens[v]?.kind === 'word'; v++) {
    const verb = verbAt(tokens, v);
    if (verb === null) continue;
    return verb.kind === 'speech' && verb.form === 'past' ? subjectBefore(reader, v, first) : null;
  }
  return null;
}

/** Verbs that no list holds still report beside a quotation that stopped at a comma: `Okafor shot back`, `reacted Okafor`. */
function besideQuotation({ tokens, cast }: Reader, from: number, to: number): Phrase | null {
  for (let i = from; i < to && i < from + 3; i++) {
    const index = cast.runAt[i] ?? -1;
    const run = cast.runs[index];
    const person = cast.personOf[index];
    const token = tokens[i];
    if (person !== undefined && run !== undefined) {
      const next = tokens[run.to];
      return next?.kind === 'possessive' || next?.text === ',' ? null : { kind: 'person', person };
    }
    if (token?.kind !== 'word' || token.capital) return null;
  }
  return null;
}

const isDash = (token: Token | undefined): boolean => /^(?:—|–|―|--|-)$/.test(token?.text ?? '');

/** A quotation may be signed, also on a line of its own: “We are full.” — Tunde Okafor, Ledger Insight */
export function signatureAfter(reader: Reader, quoted: number): Phrase | null {
  const { tokens, cast } = reader;
  const dash = tokens[quoted + 1]?.kind === 'break' ? quoted + 2 : quoted + 1;
  if (!isDash(tokens[dash])) return null;
  const at = dash + 1;
  const run = cast.runs[cast.runAt[at] ?? -1];
  if (run === undefined) return null;
  const next = tokens[run.to];
  const ends = next === undefined || next.kind === 'break' || next.kind === 'quoted' || /^[.,(]$/.test(next.text);
  return ends ? phraseStartingAt(reader, at, run.to) : null;
}

const stops = (token: Token | undefined): boolean =>
  isEnd(token) || token?.kind === 'quoted' || /^[;:]$/.test(token?.text ?? '') || /^[.!?]$/.test(token?.text ?? '');

/** "Okafor: “We are full.”", "Okafor (Ledger Insight): “We are full.”", as in interviews. */
function nameBeforeColon(reader: Reader, colon: number, lowest: number): Phrase | null {
  const { tokens, cast } = reader;
  if (tokens[colon]?.text !== ':') return null;
  let last = colon - 1;
  if (tokens[last]?.text === ')') {
    while (last > lowest && tokens[last]?.text !== '(') last--;
    last--;
  }
  const run = cast.runs[cast.runAt[last] ?? -1];
  if (run === undefined || run.to !== last + 1) return null;
  const opens = run.from <= lowest || tokens[run.from - 1]?.kind !== 'word';
  return opens ? phraseStartingAt(reader, run.from, run.to) : null;
}

/** "was described by Okafor as": who speaks in a passive, or null where only the one spoken of is named. */
function speakerOfPassive(
  reader: Reader,
  verb: number,
  limit: number,
  lowest: number,
  isVerdict: boolean,
): Phrase | null {
  for (let i = verb + 1; i < limit; i++) {
    if (reader.tokens[i]?.lower === 'by') return phraseStartingAt(reader, i + 1, limit);
  }
  return isVerdict ? null : subjectBefore(reader, verb, lowest);
}

const DISOWNS = /^(?:contradict|den[iy]|dismiss|disput|refut|reject)(?:e?[sd]|es|ing)?$/;
const CLAIM = /^(?:accusation|allegation|assertion|claim|contention|notion|report|rumou?r|story|suggestion)s?$/;

/** "denied claims by Okafor that it was “a joke”": what is denied is the words of whoever claimed it, or of nobody known. */
function disowned(reader: Reader, quoted: number, lowest: number): Phrase | null {
  const { tokens } = reader;
  let that = quoted - 1;
  while (that > lowest && tokens[that]?.lower !== 'that') {
    if (tokens[that]?.kind === 'quoted' || verbAt(tokens, that)?.kind === 'speech') return null;
    that--;
  }
  let claim = that - 1;
  while (claim > lowest && tokens[claim]?.kind === 'word' && !CLAIM.test(tokens[claim]?.lower ?? '')) claim--;
  let verb = claim - 1;
  while (verb > lowest && /word|possessive/.test(tokens[verb]?.kind ?? '') && !DISOWNS.test(tokens[verb]?.lower ?? ''))
    verb--;
  if (!CLAIM.test(tokens[claim]?.lower ?? '') || !DISOWNS.test(tokens[verb]?.lower ?? '')) return null;
  const isOwned = tokens.slice(verb, claim).some(({ kind }) => kind === 'possessive');
  const maker = tokens[claim + 1]?.lower === 'by' ? claim + 2 : isOwned ? verb + 1 : that;
  return phraseStartingAt(reader, maker, that) ?? { kind: 'writing', at: claim };
}

/** The clause that goes before a quotation: `Okafor said:`, `Okafor called it`, `according to Okafor,`. */
export function clauseBefore(reader: Reader, quoted: number, lowest: number): Phrase | 'shared' | null {
  const { tokens, cast } = reader;
  const from = Math.max(lowest, quoted - REACH);
  const interviewed = nameBeforeColon(reader, quoted - 1, from);
  if (interviewed !== null) return interviewed;
  const claimed = disowned(reader, quoted, from);
  if (claimed !== null) return claimed;
  /** Whom a verb of stance says it of, should no verb of speech govern that: “Okafor said Helio needs”. */
  let stance: Phrase | null = null;
  for (let v = quoted - 1; v >= from; v--) {
    const token = tokens[v];
    if (token === undefined) break;
    if (token.kind === 'quoted' && v < quoted - 1) {
      // What lies beyond belongs to both, unless a verb between them said otherwise.
      return stance ?? 'shared';
    }
    const named = accordingTo(reader, v, quoted);
    if (named !== null) return named;
    const verb = verbAt(tokens, v);
    if (verb === null) continue;
    if (verb.form === 'base' && tokens[v - 1]?.lower === 'to' && verb.kind === 'stance') continue;
    const before = tokens[v - 1];
    if (before?.kind === 'quoted' || (before?.text === ',' && tokens[v - 2]?.kind === 'quoted')) {
      return verb.form === 'participle'
        ? 'shared'
        : phraseStartingAt(reader, skipAdverbs(tokens, v + 1, quoted), quoted);
    }
    if (verb.form === 'past' && isPassive(tokens, v)) {
      const isVerdict = verb.kind === 'verdict' && verb.lemma !== 'quote';
      const passive = speakerOfPassive(reader, v, quoted, from, isVerdict);
      if (passive !== null || isVerdict) return passive;
      continue;
    }
    if (verb.form === 'participle') {
      const beside = (cast.runAt[beforeVerb(tokens, v, from)] ?? -1) >= 0;
      if (v === from || before?.text === ',' || before?.kind !== 'word' || !beside)
        return firstSubject(reader, from, v) ?? 'shared';
    }
    const subject = subjectBefore(reader, v, from);
    if (subject === null) continue;
    if (verb.kind !== 'stance') return subject;
    stance ??= subject;
  }
  return stance;
}

/** A clause at the end of the sentence that a fragment stands in: "would be “a joke” for years, Okafor said." */
export function closingClause(reader: Reader, quoted: number, limit: number): Phrase | null {
  const { tokens } = reader;
  const to = Math.min(limit, quoted + REACH);
  let quotations = 0;
  for (let i = quoted + 1; i < to && !isEnd(tokens[i]); i++) {
    if (tokens[i]?.kind === 'quoted' && ++quotations > 2) break;
    if (tokens[i]?.text !== ',') continue;
    const named = accordingTo(reader, i + 1, to);
    if (named !== null) return named;
    for (let v = i + 2; v < to && v < i + 12 && !isEnd(tokens[v]) && tokens[v]?.text !== ','; v++) {
      const verb = verbAt(tokens, v);
      if (verb === null || verb.kind !== 'speech' || verb.form === 'base' || verb.form === 'participle') continue;
      return subjectBefore(reader, v, i + 1);
    }
  }
  return null;
}
