import { readSentence } from './read.ts';
import { isOf, type Tree, type Word } from './tree.ts';

const DEMONSTRATIVE = /^(?:this|that|these|those)$/iu;
/** "This quarter" is the reader's own. */
const NOW =
  /^(?:year|month|week|day|quarter|half|morning|afternoon|evening|night|summer|spring|autumn|fall|winter|season|decade|century|weekend)$/u;
const RELATIVE = /^(?:who|whom|whose|which|that)$/iu;
/** What says of a demonstrative itself which is meant: "those who", "that of its rival". */
const EXPLAINED = ['acl', 'amod'];
/** What an earlier clause brings up, for a later one to point at. */
const BROUGHT_UP = ['obj', 'obl', 'nmod', 'nsubj:pass', 'appos', 'conj', 'nummod'];
const CLAUSES = ['root', 'ccomp', 'advcl', 'acl', 'parataxis', 'csubj'];

const isNoun = (word: Word | undefined): boolean => /^(?:NOUN|PROPN|NUM)$/u.test(word?.class ?? '');

/** A word and those that it stands under, nearest first. */
function upwards(tree: Tree, n: number): number[] {
  const found: number[] = [];
  for (let m = n; m >= 0; m = tree.words[m]?.head ?? -1) found.push(m);
  return found;
}

function heads(tree: Tree, n: number): boolean {
  const word = tree.words[n];
  return word !== undefined && (isOf(word.relation, CLAUSES) || (word.relation === 'conj' && word.class === 'VERB'));
}

const clauseOf = (tree: Tree, n: number): number => upwards(tree, n).find((m) => heads(tree, m)) ?? n;

/** "Machines that answer", "those providers that report it": a relative clause, whatever the parser made of it. */
function isExplained(tree: Tree, n: number, noun: number): boolean {
  const { words, children } = tree;
  if (isNoun(words[n - 1]) || (noun !== n && RELATIVE.test(words[noun + 1]?.text ?? ''))) return true;
  // Of nouns only one that a preposition brings.
  const isBrought = (m: number): boolean =>
    isOf(words[m]?.relation ?? '', ['nmod']) && (children[m] ?? []).some((k) => words[k]?.relation === 'case');
  return (children[noun] ?? []).some((m) => m > n && (isBrought(m) || isOf(words[m]?.relation ?? '', EXPLAINED)));
}

function isOpen(tree: Tree, n: number): boolean {
  const { words } = tree;
  const word = words[n];
  if (word === undefined || word.tag !== 'DT' || !DEMONSTRATIVE.test(word.text)) return false;
  // "This high" measures.
  if (word.head === n + 1 && words[n + 1]?.class === 'ADJ') return false;
  const noun = word.relation === 'det' ? word.head : n;
  if ((noun !== n && NOW.test(words[noun]?.lemma ?? '')) || isExplained(tree, n, noun)) return false;
  const own = clauseOf(tree, n);
  // A noun does not bring up what its own relative clause points at.
  const over = new Set(upwards(tree, n).filter((m) => isNoun(words[m]) && !heads(tree, m)));
  return !words
    .slice(0, n)
    .some(
      (other, m) =>
        isNoun(other) &&
        isOf(other.relation, BROUGHT_UP) &&
        clauseOf(tree, m) !== own &&
        !upwards(tree, m).some((k) => over.has(k)),
    );
}

/**
 * The first demonstrative of a sentence that points at nothing in it, outside what is quoted: "at that distance", "closer together than that";
 * null where each has its noun.
 */
export function pointing(tree: Tree): Word | null {
  let quoted = false;
  for (const [n, word] of tree.words.entries()) {
    if (/^[“”"]$/u.test(word.text)) quoted = word.text === '“' || (word.text === '"' && !quoted);
    else if (!quoted && isOpen(tree, n)) return word;
  }
  return null;
}

/** Whether a sentence has a demonstrative that only another sentence explains. */
export const pointsOut = (text: string): boolean =>
  /\b(?:this|that|these|those)\b/iu.test(text) && pointing(readSentence(text).tree) !== null;
