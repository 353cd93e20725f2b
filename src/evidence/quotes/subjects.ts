import { isLink } from '../people/persons.ts';
import type { Token } from '../people/tokens.ts';
import { isClosed, ofRun, phraseEndingAt, REACH, type Reader } from './phrases.ts';
import type { Phrase } from './source.ts';
import { isAdverb, isAuxiliary } from './verbs.ts';

const OPENING =
  /^(?:when|while|after|before|as|if|although|though|since|because|once|until|in|at|on|during|by|with|for|from|to|under|despite|amid|earlier|later|last)$/;

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
