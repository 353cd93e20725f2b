import { UNIT_NAMES, UNIT_SYMBOLS } from '../../domain/units.ts';
import type { Clause } from './clauses.ts';
import { nominal } from './segments.ts';
import type { Token } from './tokens.ts';

/** A noun with what describes it: the words before it, and the nouns that prepositions tie to it. */
export type Phrase = {
  readonly head: Token;
  /** The preposition that it follows, or nothing. */
  readonly by: string;
  /** Adjectives, nouns, names and owners before the head; the parts of a name before its last. */
  readonly before: readonly Token[];
  /** What follows it by a preposition, one phrase after another. */
  readonly after: readonly { readonly by: string; readonly words: readonly Token[] }[];
};

/** Words of times, which describe no noun. */
const TIME: ReadonlySet<string> = new Set(
  'year month quarter week day decade last next this previous past current early late annual yearly quarterly'.split(
    ' ',
  ),
);

const POSSESSIVE = /^['’]s?$/;

/** Is the word at `n` a unit of the number before it? */
function isUnit(tokens: readonly Token[], n: number): boolean {
  const token = tokens[n];
  if (token === undefined || !(UNIT_NAMES.has(token.low) || UNIT_SYMBOLS.has(token.text) || token.low === 'cent'))
    return false;
  const before = tokens[n - 1]?.low === '-' ? tokens[n - 2] : tokens[n - 1];
  return before?.pos === 'NUM' || before?.low === 'per' || before?.low === 'square' || before?.low === 'cubic';
}

/** Does the word go on with a noun phrase? */
function belongs(token: Token, next: Token | undefined): boolean {
  if (nominal(token) || token.pos === 'ADJ' || token.pos === 'NUM' || token.pos === 'SYM') return true;
  if (POSSESSIVE.test(token.low) || token.low === '-') return true;
  return token.pos === 'VERB' && /(?:ed|ing)$/.test(token.low) && next !== undefined && nominal(next);
}

/** A stretch of words with those of its verbs that are no part of a noun phrase. */
type Said = Pick<Clause, 'tokens' | 'verbs'>;

/** The noun phrases of a clause, times left out, each with what follows it by a preposition. */
export function phrasesOf({ tokens, verbs }: Said): Phrase[] {
  const runs: { words: Token[]; by: string }[] = [];
  let open: { words: Token[]; by: string } | null = null;
  let by = '';
  tokens.forEach((token, n) => {
    if (token.time !== null || TIME.has(token.lemma)) open = null;
    else if (token.low === 'per' || (belongs(token, tokens[n + 1]) && !verbs.includes(token))) {
      if (open === null) {
        open = { words: [], by };
        runs.push(open);
        by = '';
      }
      if (!isUnit(tokens, n) && token.low !== 'per') open.words.push(token);
    } else {
      open = null;
      if (token.pos === 'ADP') by = token.low;
      else if (token.pos !== 'DET' && token.pos !== 'SYM' && token.pos !== 'PRON') by = '';
    }
  });
  return runs.flatMap(({ words, by }, n): Phrase[] => {
    const at = words.findLastIndex(nominal);
    const head = words[at];
    if (head === undefined) return [];
    const rest = runs.slice(n + 1);
    const end = rest.findIndex(({ by }) => by === '');
    const after = end < 0 ? rest : rest.slice(0, end);
    return [{ head, by, before: words.slice(0, at).filter(({ low }) => low !== '-' && !POSSESSIVE.test(low)), after }];
  });
}
