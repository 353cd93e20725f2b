import { isCalendar } from '../../language/calendar.ts';
import { isMass } from '../../language/nouns.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { branch, dependent, dependents, type Stretch, type Tree, textOf } from '../../reading/tree.ts';
import { isFlow } from './tells.ts';

/** A figure in the tree of its sentence: its words, the one that the others hang on, and the clause that it stands in. */
export type Place = Stretch & { readonly head: number; readonly clause: Clause | null };

export const relationOf = (tree: Tree, n: number): string => tree.words[n]?.relation ?? '';
export const isNoun = (tree: Tree, n: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.words[n]?.class ?? '');
export const isName = (tree: Tree, n: number): boolean => tree.words[n]?.class === 'PROPN';

/** Does a word begin its sentence, or what is quoted at its beginning? */
export const isFirst = (tree: Tree, n: number): boolean =>
  n < 3 && tree.words.slice(0, n).every((word) => word.class === 'PUNCT');

/** A word taken for a name that is none: in lower case, or with the capital that begins a sentence. */
export function isCommon(tree: Tree, n: number): boolean {
  const { text = '', tag = '' } = tree.words[n] ?? {};
  if (/^\p{Ll}/u.test(text) || /^NNS?$/.test(tag)) return true;
  const alone = isFirst(tree, n) && !isName(tree, n + 1) && tree.words[n + 1]?.text !== '&';
  return alone && (tag === 'NNPS' || isMass(text) || isFlow(text.toLowerCase()));
}

/** The preposition of a phrase, by its head; empty where it has none. */
export function caseOf(tree: Tree, n: number): string {
  let found = '';
  for (const at of dependents(tree, n, 'case')) {
    const { lemma = '' } = tree.words[at] ?? {};
    if (!/^['’]s?$/.test(lemma)) found += found === '' ? lemma : ` ${lemma}`;
  }
  return found;
}

function depthOf(tree: Tree, n: number): number {
  let depth = 0;
  for (let at = n; at >= 0 && depth < 200; at = tree.words[at]?.head ?? -1) depth++;
  return depth;
}

/** "Shipments of the one rose, and those of the other fell": the word that stands for a noun before its clause; null where none does. */
export function standsFor(tree: Tree, noun: number, { clause }: Place): number | null {
  const own = clause?.subject ?? -1;
  return noun < own && /^(?:those|that)$/i.test(tree.words[own]?.text ?? '') ? own : null;
}

/** "the price of renting a chip": what ties a verb's noun to another. */
const gerundCase = (tree: Tree, n: number): string =>
  tree.words[n]?.tag === 'VBG' ? (tree.words[dependent(tree, n, 'mark') ?? -1]?.lemma ?? '') : '';

/** Where a figure of these offsets stands; null for one beyond the words that are read. */
export function placeIn(sentence: ReadSentence, start: number, end: number): Place | null {
  const { tree, clauses } = sentence;
  const from = tree.words.findIndex((word) => word.end > start);
  if (from < 0) return null;
  const behind = tree.words.findIndex((word) => word.start >= end);
  const to = behind < 0 ? tree.words.length : behind;
  const inside = Array.from({ length: to - from }, (_, n) => from + n).filter(
    (n) => !/^(?:case|punct|advmod|mark|cc|compound:prt)$/.test(relationOf(tree, n)),
  );
  const head = inside.toSorted((a, b) => depthOf(tree, a) - depthOf(tree, b))[0] ?? from;
  return { from, to, head, clause: clauseAbove(tree, clauses, head) };
}

/** The clause of the nearest predicate at or above a word. */
function clauseAbove(tree: Tree, clauses: readonly Clause[], word: number): Clause | null {
  for (let at = word, n = 0; at >= 0 && n < 200; at = tree.words[at]?.head ?? -1, n++) {
    const clause = clauses.find(({ predicate }) => predicate === at);
    if (clause !== undefined) return clause;
  }
  return null;
}

/** Two nouns side by side that hang on one word alike are one name of a thing: "guided to capital spending of". */
function isTwin(tree: Tree, n: number): boolean {
  const [one, next] = [tree.words[n], tree.words[n + 1]];
  const same = one?.head === next?.head && one?.relation === next?.relation;
  // "with inference revenue up 88%": both hang on the amount.
  const amount = one?.relation === 'compound' && /^(?:%|\p{Sc})$/u.test(tree.words[one.head]?.text ?? '');
  return (
    same && one?.tag === 'NN' && next?.class === 'NOUN' && (amount || /^(?:obl|obj|nsubj|nmod)/.test(one.relation))
  );
}

const WITHIN = /^(?:amod|compound|flat|nummod|advmod|goeswith|fixed|det:predet)/;

/**
 * The noun with what stands right before it, its article, owner and numbers left out: "net income", "data-center revenue". With
 * `tail`, the phrases that hang right behind it on one of these prepositions as well: "shares of Lumenar".
 */
export function nounPhrase(tree: Tree, head: number, avoid: Stretch | null, tail: RegExp | null = null): Stretch {
  const isOwn = (n: number): boolean => {
    if (n === head || (n === head - 1 && isTwin(tree, n))) return true;
    if (avoid !== null && n >= avoid.from && n < avoid.to) return false;
    for (let at = n, steps = 0; steps < 5; steps++) {
      if (!WITHIN.test(relationOf(tree, at)) && tree.words[at]?.class !== 'PUNCT') return false;
      if (tree.words[at]?.tag === 'CD' && !/\p{L}/u.test(tree.words[at]?.text ?? '')) return false;
      at = tree.words[at]?.head ?? -1;
      if (at === head) return true;
      if (at < 0) return false;
    }
    return false;
  };
  let from = head;
  while (
    from > 0 &&
    (/^[-–]$/.test(tree.words[from - 1]?.text ?? '') ? isOwn(from - 2) : isOwn(from - 1)) &&
    tree.words[from - 1]?.text !== ','
  )
    from--;
  // "day-ahead prices": what a hyphen joins is one word.
  const glued = (n: number): boolean =>
    /^[-–]$/.test(tree.words[n]?.text ?? '') && tree.words[n]?.end === tree.words[n + 1]?.start;
  while (from > 1 && glued(from - 1) && tree.words[from - 2]?.class === 'NOUN' && avoid?.to !== from) from -= 2;
  // "third-quarter revenue"
  const hyphened = (n: number): boolean => /^[-–]$/.test(tree.words[n + 1]?.text ?? '');
  while (from < head && /^(?:advmod|det|punct)/.test(relationOf(tree, from)) && !hyphened(from)) from++;
  let to = head + 1;
  while (to < tree.words.length && isOwn(to) && /^(?:flat|nummod|goeswith)/.test(relationOf(tree, to))) to++;
  for (const child of tail === null ? [] : dependents(tree, head, 'nmod', 'acl')) {
    if (child < to || !tail?.test(caseOf(tree, child) || gerundCase(tree, child))) continue;
    const whole = caseOf(tree, child) === 'between' ? [] : ['conj', 'cc'];
    const own = branch(tree, child, ['acl', 'appos', 'parataxis', 'punct', 'advcl', ...whole]);
    const end = (own.at(-1) ?? child) + 1;
    // "of high-bandwidth memory"
    const joined = (n: number): boolean => own.includes(n) || /^[-–/]$/.test(tree.words[n]?.text ?? '');
    if (own[0] !== to || !tree.words.slice(to, end).every((_, n) => joined(to + n))) continue;
    if (avoid !== null && avoid.from < end && avoid.to > to) continue;
    // "of the maker Ruvane" is all or nothing.
    if (dependents(tree, child, 'appos').includes(end)) continue;
    to = end;
  }
  return { from, to };
}

/** Words as they stand in the text, on one line. */
export const written = (tree: Tree, stretch: Stretch): string => textOf(tree, stretch).replace(/\s+/g, ' ');

/** The words of a noun, without the capital that only begins a sentence. */
export function nounIn(tree: Tree, stretch: Stretch, names: { nameAt(tree: Tree, n: number): string | null }): string {
  const text = written(tree, stretch);
  const first = tree.words[stretch.from];
  const isOwn = isName(tree, stretch.from) && !isCommon(tree, stretch.from);
  const plain = first !== undefined && !isOwn && isFirst(tree, stretch.from) && !/\p{Lu}.*\p{Lu}|\d/u.test(first.text);
  return plain &&
    !isCalendar(first.text) &&
    names.nameAt(tree, stretch.from) === null &&
    !/['’]/.test(tree.words[stretch.from + 1]?.text ?? '')
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}
