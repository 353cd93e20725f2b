import { AUXILIARIES, DETERMINERS, isAdjective, isAdverb, isFunctionWord, VERBS } from '../../language/lexicon.ts';
import type { Token } from './tokens.ts';

/** A run of tokens, `from <= i < to`. */
export type Phrase = { readonly from: number; readonly to: number };

const LONGEST = 6;
const isDash = (token: Token | undefined) => token?.text === '-' && token.gap === 'none';
const isMark = (token: Token | undefined) => /^['’]$/.test(token?.text ?? '') && token?.gap === 'none';

/** Words that go with a determiner at the front of a noun phrase but tell nothing of it. */
const LEADING: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  'total',
  'overall',
  'so-called',
  'about',
  'more',
  'most',
  'own',
]);

export const isVerb = (word: string): boolean => AUXILIARIES.has(word) || VERBS.has(word);

/** Can a word stand in a noun phrase, after its determiners? */
function isContent(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || /^\p{Ll}$/u.test(token.text)) return false;
  return (
    !isFunctionWord(token.lower) && (!isAdverb(token.lower) || (/^\p{Lu}/u.test(token.text) && token.gap !== 'line'))
  );
}

/** A noun phrase that begins at a token, its determiners left out, with one "of" or "for" phrase behind it. */
export function phraseFrom(tokens: readonly Token[], at: number, depth = 1): Phrase | null {
  let from = at;
  while (LEADING.has(tokens[from]?.lower ?? '') && tokens[from]?.gap !== 'line') from++;
  let to = from;
  for (let i = from; i < from + LONGEST; i++) {
    const token = tokens[i];
    if (token === undefined || (token.gap === 'line' && i > at)) break;
    if (isDash(token) || isMark(token)) continue;
    // "U.S. electricity"
    if (token.text === '.' && token.gap === 'none' && /^\p{Lu}$/u.test(tokens[i - 1]?.text ?? '')) continue;
    // "HBM3e", "H100s": letters and digits of one word.
    if (to === i && i > from && token.gap === 'none' && token.kind !== 'sign') to = i + 1;
    else if (token.kind === 'literal' && to > from && isDash(tokens[i - 1])) to = i + 1;
    else if (token.lower === 's' && isMark(tokens[i - 1])) continue;
    else if (!isContent(token) || (VERBS.has(token.lower) && (to > from || !token.lower.endsWith('s')))) break;
    else to = i + 1;
  }
  if (to === from) return null;
  if (depth > 0 && tokens[to]?.lower === 'of') {
    const inner = phraseFrom(tokens, to + 1, depth - 1);
    if (inner !== null) return { from, to: inner.to };
  }
  return { from, to };
}

const joins = (token: Token | undefined) => isFunctionWord(token?.lower ?? '') && !AUXILIARIES.has(token?.lower ?? '');
const opens = (tokens: readonly Token[], at: number) =>
  /^\p{Lu}/u.test(tokens[at]?.text ?? '') &&
  (at === 0 || tokens[at]?.gap === 'line' || /^[.!?“”"]$/.test(tokens[at - 1]?.text ?? ''));

/** A noun phrase that ends before a token, with what it is "of": "the cost of the restart". */
export function phraseUntil(tokens: readonly Token[], end: number, depth = 1): Phrase | null {
  let from = end;
  for (let i = end - 1; i >= Math.max(0, end - LONGEST); i--) {
    const token = tokens[i];
    if (token === undefined || tokens[i + 1]?.gap === 'line') break;
    if (isDash(token) || isMark(token)) continue;
    if (token.lower === 's' && isMark(tokens[i - 1])) continue;
    if (token.kind === 'literal' && isDash(tokens[i - 1])) continue;
    if (!isContent(token) && !isDash(tokens[i + 1])) break;
    // "a 32GB module": the unit of another figure.
    if (token.gap === 'none' && tokens[i - 1]?.kind === 'literal') break;
    // Behind a determiner and at the front of a sentence stands a noun, though it may look like a verb: "the work", "Lead times".
    const noun = DETERMINERS.has(tokens[i - 1]?.lower ?? '') || opens(tokens, i);
    if (VERBS.has(token.lower) && !noun && (i < end - 1 || (depth === 0 && joins(tokens[end])))) break;
    from = i;
  }
  if (from === end) return null;
  if (from === end - 1 && isAdjective(tokens[from]?.lower ?? '')) return null;
  let before = from - 1;
  while (LEADING.has(tokens[before]?.lower ?? '')) before--;
  if (depth > 0 && /^(?:of|for|in|on|at)$/.test(tokens[before]?.lower ?? '')) {
    const outer = phraseUntil(tokens, before, depth - 1);
    // "told to plan for spending of $4 billion": the verb is no part of it.
    if (outer !== null && tokens[outer.from - 1]?.lower !== 'to') return { from: outer.from, to: end };
  }
  return { from, to: end };
}
