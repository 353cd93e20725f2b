import { STANCE_OF_VERB } from '../../../reading/clauses/stance.ts';
import { dependent, dependents, isOf, type Stretch, type Tree } from '../../../reading/tree.ts';
import { isPastMove } from '../../figures/directions.ts';
import type { Cast } from '../cast.ts';
import { caseOf, isName, isNoun, type Place, written } from '../place.ts';
import { isMove } from '../tells.ts';
import { isWhen } from '../when.ts';

/** What the words of a caption are taken from. */
export type Words = {
  readonly tree: Tree;
  readonly cast: Cast;
  /** The figures of the sentence: no caption holds one in digits. */
  readonly places: readonly (Place | null)[];
  /** Who stands before the number in a shortened list, in the place of who does it or has it in the part before. */
  readonly instead: string | null;
};

/** What hangs on a word without being said of it by way of a name. */
const ASIDE = ['appos', 'parataxis', 'advcl', 'discourse', 'dep', 'list', 'orphan', 'vocative'];
/** What a predicate is not whole without. */
const CORE = ['nsubj', 'obj', 'iobj', 'xcomp', 'ccomp', 'cop', 'obl:agent', 'compound', 'case', 'mark', 'csubj', 'aux'];

/** Does a stretch hold a figure in digits, or the beginning of one? Numbers in words are read past: "two banks". */
export const holdsFigure = ({ tree, places }: Words, n: number): boolean =>
  places.some((place) => {
    if (place === null || n < place.from || n >= place.to) return false;
    const { tag = '', relation = '' } = tree.words[n] ?? {};
    return (tag === 'CD' && !/^(?:nummod|compound)/.test(relation)) || /[\d%$€£¥]/.test(written(tree, place));
  });

/**
 * A word with what hangs on it, from a place in the sentence on without a gap: figures, times and asides are left out with all that
 * hangs on them. Null where that would leave out what the word is not whole without.
 */
export function wholeFrom(
  words: Words,
  head: number,
  from: number,
  { without = [], own = null }: { readonly without?: readonly string[]; readonly own?: Stretch | null } = {},
): Stretch | null {
  const { tree } = words;
  const kept = new Set<number>();
  const visit = (n: number): boolean => {
    if (holdsFigure(words, n)) return false;
    kept.add(n);
    const verb = /^(?:VERB|AUX)$/.test(tree.words[n]?.class ?? '');
    for (const child of tree.children[n] ?? []) {
      // "income per share of $1.05": its own number.
      if (child < from || (own !== null && child >= own.from && child < own.to)) continue;
      const relation = tree.words[child]?.relation ?? '';
      const aside =
        isOf(relation, ASIDE) || isOf(relation, without) || (verb && isOf(relation, ['conj', 'cc', 'punct']));
      const when = isOf(relation, ['obl', 'nmod', 'advmod']) && isWhen(tree, child);
      if (aside || when || (relation === 'acl' && tellsOf(tree, child))) continue;
      const before = new Set(kept);
      if (visit(child)) continue;
      // "at a valuation of $9 billion" is nothing without its number.
      if (isOf(relation, CORE) || (relation.startsWith('nmod') && caseOf(tree, child) === 'of')) return false;
      for (const each of kept) if (!before.has(each)) kept.delete(each);
    }
    return true;
  };
  if (!visit(head) || !kept.has(from)) return null;
  let to = from;
  const joint = (n: number): boolean => /^[-–/]$/.test(tree.words[n]?.text ?? '') && kept.has(n + 1);
  const mark = (n: number): boolean => /^[,;:()“”"]$/.test(tree.words[n]?.text ?? '');
  // "sales, support and finance" is whole with all of them.
  const listed = (n: number): boolean =>
    tree.words[n]?.text === ',' &&
    tree.words.some(({ relation, head: of }, k) => kept.has(k) && k > n && relation === 'conj' && of < n);
  const ends = Math.max(...kept);
  const isList = (n: number): boolean =>
    tree.words.slice(n, ends).some(({ relation }) => relation === 'cc') &&
    Array.from({ length: ends - n }, (_, k) => n + k).every((k) => kept.has(k) || mark(k));
  while (kept.has(to) || joint(to) || (listed(to) && isList(to))) {
    if (mark(to) && !listed(to)) break;
    to++;
  }
  // A phrase does not end before what its last words lead to.
  while (to > from && cut(to)) to--;
  function cut(end: number): boolean {
    const last = tree.words[end - 1];
    const leads =
      last !== undefined &&
      last.head >= end &&
      /^(?:compound|amod|det|nummod|case|mark|advmod|flat|cc)/.test(last.relation);
    return leads || /^(?:PUNCT|CCONJ)$/.test(last?.class ?? '');
  }
  const whole = [head, ...dependents(tree, head, ...CORE)].every((n) => n < to || !kept.has(n));
  // "executives at Zephyr AI"
  while (isName(tree, to - 1) && isName(tree, to) && !holdsFigure(words, to)) to++;
  // "from the steelmaker Garnant": who is meant stands right behind.
  const isCalled = (n: number): boolean =>
    isName(tree, n) && tree.words[n]?.relation !== 'punct' && kept.has(to - 1) && !holdsFigure(words, n);
  if (isNoun(tree, to - 1) && /^\p{Ll}/u.test(tree.words[to - 1]?.text ?? ''))
    while (isCalled(to) || (to > from && isName(tree, to - 1) && isName(tree, to))) to++;
  // "in a funding round", taken for two
  const isTwin = (n: number): boolean =>
    isNoun(tree, n) &&
    tree.words[n]?.head === tree.words[n - 1]?.head &&
    tree.words[n]?.relation === tree.words[n - 1]?.relation;
  while (isNoun(tree, to - 1) && isTwin(to) && !holdsFigure(words, to)) to++;
  return head >= from && whole && to > from ? { from, to } : null;
}

/** "The waves crept to": a verb of change without "that" tells what becomes of a noun, and does not tell which one it is. */
export const tellsOf = (tree: Tree, verb: number): boolean => {
  const { lemma = '', text = '', tag = '', relation = '' } = tree.words[verb] ?? {};
  if (!/^VB[DN]$/.test(tag) || relation !== 'acl') return false;
  if (isMove(lemma) || isPastMove(text.toLowerCase())) return true;
  return STANCE_OF_VERB.get(lemma) === 'says' && dependent(tree, verb, 'obl:agent') === null;
};
