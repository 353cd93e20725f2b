import { isMonth } from '../language/calendar.ts';
import { ADDRESSES } from './addresses.ts';
import type { Draft, Drafts } from './drafts.ts';
import { TIME } from './spans.ts';
import { isOf } from './tree.ts';

const kind = (word: Draft | undefined, ...relations: readonly string[]): boolean =>
  word !== undefined && isOf(word.relation, relations);

/** What a word hangs on, where the rest of the tree leaves it but one place: each rule looks at one word and its neighbours. */
export function mendTies({ words, children, under }: Drafts, n: number): void {
  const word = words[n];
  if (word === undefined) return;
  const infinitive = (k: number): boolean => under(k, 'mark').some((to) => words[to]?.lemma === 'to');
  const next = words[n + 1];
  // "Gridpoint estimates that": what stands before a finite verb is no part of its name.
  if (word.relation === 'compound' && next === words[word.head] && /^VB[DZP]$/.test(next?.tag ?? ''))
    word.relation = 'nsubj';
  // "Lead times stretch": what stands before a verb that has no other subject is its subject, and no time.
  const isLast = next === words[word.head] && /^VB[DPZ]$/.test(next?.tag ?? '');
  if (kind(word, 'obl') && isLast && under(n, 'case').length === 0 && under(word.head, 'nsubj', 'expl').length === 0)
    word.relation = 'nsubj';
  // "told its staff that the board sold the hall": what somebody is told tells nothing of them.
  const addressed = words[word.head];
  if (kind(word, 'acl') && kind(addressed, 'iobj', 'obj') && ADDRESSES.has(words[addressed?.head ?? -1]?.lemma ?? ''))
    if (under(n, 'nsubj').length > 0 && under(n, 'mark').some((k) => words[k]?.text === 'that'))
      Object.assign(word, { head: addressed?.head ?? -1, relation: 'ccomp' });
  // "that would cause a fault": a verb that takes something else has its pronoun for its subject.
  const isPronoun = kind(word, 'obj') && /^W/.test(word.tag) && n < word.head;
  if (
    isPronoun &&
    under(word.head, 'obj').some((k) => k > word.head) &&
    under(word.head, 'nsubj', 'csubj').length === 0
  )
    word.relation = 'nsubj';
  // "Ferro's was the lowest and Marlow's the fastest": behind "and", with the verb of the first, the second has its own subject.
  const second = words.findIndex(
    ({ class: kindOf, relation, head }, k) => k > n && kindOf === 'ADJ' && relation === 'conj' && head === word.head,
  );
  const isJoined = kind(word, 'conj') && /^(?:NOUN|PROPN)$/.test(word.class) && under(n, 'cc').length > 0;
  if (isJoined && second > n && under(second, 'cc', 'nsubj').length === 0 && words[word.head]?.class === 'ADJ')
    if (words.slice(n, second).every(({ text }) => text !== ','))
      Object.assign(word, { head: second, relation: 'nsubj' });
  // "Competitors in Japan, led by Mitsaki, control 70%": the noun that a whole sentence hangs on does what its one verb tells.
  const top = words[word.head];
  const isOpen =
    /^VB[DPZ]$/.test(word.tag) && /^(?:conj|acl|parataxis)$/.test(word.relation) && words.at(-1)?.text === '.';
  if (
    isOpen &&
    top?.head === -1 &&
    word.head < n &&
    top.class === 'NOUN' &&
    under(n, 'cc', 'mark', 'aux', 'nsubj').length === 0
  )
    if (under(word.head, 'cop', 'aux', 'nsubj', 'case').length === 0) {
      for (const k of children[word.head] ?? []) if (k > n) Object.assign(words[k] ?? {}, { head: n });
      Object.assign(word, { head: -1, relation: 'root' });
      Object.assign(top, { head: n, relation: 'nsubj' });
    }
  // "reached 44 gigawatts this August": when it was is told of the verb, and not of the amount.
  const above = words[word.head];
  const isWhen = TIME.test(word.lemma) || isMonth(word.lemma);
  if (word.relation === 'nmod:unmarked' && isWhen && kind(above, 'obj') && above !== undefined)
    if (under(n, 'det', 'amod').some((k) => /^(?:this|last|next)$/i.test(words[k]?.text ?? '')))
      Object.assign(word, { head: above.head, relation: 'obl:unmarked' });
  // "were awarded by the ministry at a price": nobody but whom "by" brings does it.
  if (word.relation === 'obl:agent' && !under(n, 'case').some((k) => words[k]?.lemma === 'by')) word.relation = 'obl';
  // "to Maple Crest, people close to the deal said": what stands behind a noun is its own, and not a name's across a comma.
  const isParted = kind(word, 'amod') && word.head < n && words.slice(word.head, n).some(({ text }) => text === ',');
  if (isParted && words[n - 1]?.class === 'NOUN') word.head = n - 1;
  // "boosting its capex forecast to $91 million": two nouns side by side are one thing, and no verb's two objects.
  if (kind(word, 'obj') && kind(next, 'obj') && next?.head === word.head && n > word.head && next.class === 'NOUN') {
    if (word.class === 'NOUN' && under(n + 1, 'det', 'nmod:poss').length === 0) {
      for (const k of children[n] ?? []) Object.assign(words[k] ?? {}, { head: n + 1 });
      Object.assign(word, { head: n + 1, relation: 'compound' });
    }
  }
  // "as lending for cold stores reached $14 billion": what stands between what opens a clause and its verb does it.
  if (kind(word, 'advcl') && /^VB[DPZ]$/.test(word.tag) && under(n, 'nsubj', 'csubj', 'expl').length === 0) {
    const [opener = n] = under(n, 'mark');
    const subject = under(word.head, 'obl', 'obj').find((k) => k > opener && k < n && under(k, 'case').length === 0);
    if (subject !== undefined) Object.assign(words[subject] ?? {}, { head: n, relation: 'nsubj' });
  }
  // "is estimated to climb to 8% and exceed 12%": a base form goes on with an infinitive.
  if (kind(word, 'conj') && word.tag === 'VB' && under(n, 'aux', 'mark').length === 0) {
    const first = under(word.head, 'xcomp').findLast((k) => k < n && infinitive(k));
    const isThird = [word.head, ...under(word.head, 'aux')].some((k) => /^VB[DZ]$/.test(words[k]?.tag ?? ''));
    if (first !== undefined && isThird) word.head = first;
  }
  // "with output expected to exceed 85 MW": a participle alone that takes nothing is done to what it is told of.
  const isWith = under(n, 'mark').some((k) => words[k]?.text === 'with');
  if (isWith && word.tag === 'VBN' && under(n, 'aux', 'obj').length === 0)
    for (const k of under(n, 'nsubj')) if (k < n) Object.assign(words[k] ?? {}, { relation: 'nsubj:pass' });
  // "will give customers credits": no noun is anybody's without its apostrophe.
  if (kind(word, 'nmod:poss') && /^NNP?S?$/.test(word.tag) && under(n, 'case').length === 0) {
    const giver = words[word.head]?.head ?? -1;
    const isGiven = giver === n - 1 && words[giver]?.class === 'VERB' && words[word.head]?.relation === 'obj';
    Object.assign(word, isGiven ? { head: giver, relation: 'iobj' } : { relation: 'compound' });
  }
  // "Danish startup Merel secured": a noun right before a name tells what that is, and both do one thing.
  const isTitle = kind(word, 'nsubj') && kind(next, 'nsubj') && next?.head === word.head && next.class === 'PROPN';
  if (isTitle && word.class === 'NOUN') Object.assign(word, { head: n + 1, relation: 'nmod:desc' });
  // "the price of a million output tokens fell": what a preposition brings goes on to the last of two nouns side by side.
  const isBrought = kind(word, 'nmod') && word.class === 'NOUN' && under(n, 'case').length > 0;
  const isBehind = kind(next, 'nsubj', 'nmod') && /^(?:NNS|VBZ)$/.test(next?.tag ?? '') && next !== undefined;
  if (
    isBrought &&
    isBehind &&
    word.head < n &&
    (next.head === word.head || under(next.head, 'nsubj').some((k) => k < n))
  ) {
    Object.assign(next, { class: 'NOUN', tag: 'NNS', head: word.head, relation: 'nmod' });
    for (const k of children[n] ?? []) Object.assign(words[k] ?? {}, { head: n + 1 });
    Object.assign(word, { head: n + 1, relation: 'compound' });
  }
  // "Marlowe Research": two names with nothing between them are one, and the last is what the others tell of.
  if (
    next?.relation === 'appos' &&
    next.head === n &&
    word.class === 'PROPN' &&
    next.class === 'PROPN' &&
    under(n, 'det', 'nmod:poss').length === 0
  ) {
    for (const k of children[n] ?? []) if (k !== n + 1) Object.assign(words[k] ?? {}, { head: n + 1 });
    Object.assign(next, { head: word.head, relation: word.relation });
    Object.assign(word, { head: n + 1, relation: 'compound' });
  }
}
