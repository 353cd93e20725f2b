import { dependent, type Stretch, type Tree } from '../../reading/tree.ts';
import { isChangeNoun } from '../figures/directions.ts';
import { type Figures, figureOf, isTime, type Measure, usable } from './measurable.ts';
import { caseOf, isCommon, isNoun, type Place, relationOf } from './place.ts';

/** The word that heads what a number is about, or its very words; null where the tree names none. */
export type Found = number | Stretch | null;

/** What tells where a number went, or on which side of another it lies. */
export const UPWARD = /^(?:up|down|higher|lower|more|less|above|below|over|ahead|off)$/;

/** "a $38 million contract": the noun that a figure is set right before. */
export function thingBehind(tree: Tree, { from, to }: Place): number | null {
  if (tree.words[from - 1]?.class === 'DET' && tree.words[to]?.class === 'NOUN') {
    const last = nounAbove(tree, to);
    if (!isChangeNoun(tree.words[last]?.lemma ?? '')) return usable(tree, last);
  }
  for (let n = from; n < to; n++) {
    const { relation = '' } = tree.words[n] ?? {};
    const head = nounAbove(tree, tree.words[n]?.head ?? -1);
    if (head < to || head > to + 4 || !/^(?:nummod|compound|amod|obl:unmarked)/.test(relation)) continue;
    // "a 90 MW expansion" is that size itself, "a 4% increase" is of something.
    const isSize = !/^%$|^percent/.test(tree.words[to - 1]?.text ?? '') && dependent(tree, head, 'nmod') === null;
    if ((isSize || !isChangeNoun(tree.words[head]?.lemma ?? '')) && isNoun(tree, head)) return usable(tree, head);
  }
  return null;
}

/** The noun that a word before it belongs to: "compound" in "a 107% compound annual growth rate", "series" in "a series B round". */
function nounAbove(tree: Tree, word: number): number {
  for (let n = word; ; ) {
    const { relation = '', head = -1 } = tree.words[n] ?? {};
    if (!/^(?:compound|amod)$/.test(relation) || head <= n) return n;
    n = head;
  }
}

/** "servers $7.02 billion", "data-center revenue up 47%": the noun that stands right before the figure. */
export function labelBefore(tree: Tree, figures: Figures, { from, to }: Place): Found {
  const ahead = tree.words[from - 1]?.text ?? '';
  // "servers, $7.02 billion; storage, $1.64 billion"
  const listed = ahead === ',' && /^(?:[;.,]|apiece|each)?$/.test(tree.words[to]?.text ?? '') && /[;:]/.test(tree.text);
  if (listed) {
    // "stack height, 85 feet;": all between the marks is what it is of.
    let first = from - 1;
    while (/^(?:NOUN|ADJ|PROPN)$/.test(tree.words[first - 1]?.class ?? '')) first--;
    const label =
      first < from - 1 && /^(?:[;:]|and)$/.test(tree.words[first - 1]?.text ?? '') && isNoun(tree, from - 2);
    if (label) return { from: first, to: from - 1 };
  }
  // "Water will come from the canal: 9 million litres": no label, but a sentence.
  const said = ahead === ':' ? tree.words.findIndex(({ class: kind }, n) => kind === 'VERB' && n < from) : -1;
  if (said >= 0) return usable(tree, dependent(tree, said, 'nsubj'));
  // "cut batch rates another 25%"
  const more = UPWARD.test(tree.words[from - 1]?.lemma ?? '') || ahead === 'another';
  const at = more || ahead === ':' || listed ? from - 2 : from - 1;
  // "rent per kilowatt $148 a month"
  const per = tree.words[at - 1]?.lemma === 'per' ? usable(tree, at - 2) : null;
  return figureOf(figures, at, -1) >= 0 || at < 0 ? null : (per ?? usable(tree, at));
}

/** "432 GB of HBM4E", "one in five warehouses", "$300 million in cash". `nothing` where what it is of is nothing that is named. */
export function wholeBehind(tree: Tree, place: Place, { kind, counted }: Measure): number | 'nothing' | null {
  let at = -1;
  for (let n = place.from; n <= place.to && at < 0; n++)
    if (relationOf(tree, n) === 'case' && isOutward(tree, n, place)) at = n;
  // "€600 million ($702 million) of notes"
  if (at < 0 && tree.words[place.to]?.text === '(')
    at = tree.words.findIndex(({ text }, n) => n > place.to && text === ')') + 1;
  const word = tree.words[at];
  const inside = at < place.to;
  if (word === undefined || !/^(?:of|in)$/.test(word.lemma) || word.relation !== 'case') return null;
  const noun = nounAbove(tree, word.head);
  if (word.lemma === 'of' && tree.words[noun]?.class === 'PRON') return 'nothing';
  if (noun < at || !isNoun(tree, noun) || isTime(tree, noun)) return null;
  // "hundreds of thousands of chips"
  if (noun < place.to && /^(?:hundred|thousand|million|billion|dozen|ten|score)$/.test(tree.words[noun]?.lemma ?? ''))
    return null;
  // "24% of Halden" is of nothing that is called by a noun, "fell 9% in Oslo" tells where.
  const named = tree.words[noun]?.class === 'PROPN' && !isCommon(tree, noun);
  if (kind === 'part' && named) return word.lemma === 'of' ? 'nothing' : null;
  if (word.lemma === 'of' || inside) return noun;
  const bare = dependent(tree, noun, 'det', 'nmod:poss') === null;
  // "12.5 megawatts in net absorption" are of it, "9 gigawatts in winter" are had then.
  const sized =
    kind === 'money' || (kind === 'other' && counted === null && dependent(tree, noun, 'amod', 'compound') !== null);
  return tree.words[noun]?.class === 'NOUN' && bare && sized ? noun : null;
}

/** Is a preposition at or within a figure that of what the figure is of: "one in five warehouses", "2 million litres of water a day"? */
function isOutward(tree: Tree, n: number, { to, head }: Place): boolean {
  const { lemma, head: noun = -1 } = tree.words[n] ?? {};
  return n === to || noun >= to || (lemma === 'of' && n > head);
}

/** "Capital spending is 42% of sales", "landed at 42% of sales": a part that is set beside the whole, so that what has it is told. */
export function sharing(tree: Tree, figures: Figures, { head }: Place): number | null {
  const verb = tree.words[head]?.head ?? -1;
  const own = dependent(tree, head, 'cop') !== null;
  if (!own && !(/^obl/.test(relationOf(tree, head)) && /^(?:at|to)$/.test(caseOf(tree, head)))) return null;
  const subject = dependent(tree, own ? head : verb, 'nsubj');
  return subject === null || figureOf(figures, subject, -1) >= 0 ? null : usable(tree, subject);
}
