import type { Drafts } from './drafts.ts';

/** "Shares in the packager, Lindow, jumped": the plural that a sentence begins with, taken for its verb, is the subject of the verb behind it. */
export function mendHiddenNoun({ words, children, under }: Drafts): void {
  const first = words.findIndex(({ class: kind }) => kind !== 'PUNCT');
  const word = words[first];
  if (word === undefined || word.head >= 0 || word.tag !== 'VBZ' || under(first, 'nsubj', 'obj').length > 0) return;
  if (!/^(?:of|in|at|for|on)$/.test(words[first + 1]?.text ?? '')) return;
  const verb = under(first, 'parataxis', 'ccomp', 'conj').find(
    (n) => /^VB[DPZ]$/.test(words[n]?.tag ?? '') && under(n, 'nsubj', 'cc').length === 0,
  );
  if (verb === undefined) return;
  Object.assign(words[verb] ?? {}, { head: -1, relation: 'root' });
  Object.assign(word, { class: 'NOUN', tag: 'NNS', head: verb, relation: 'nsubj' });
  for (const n of children[first] ?? []) {
    const child = words[n];
    if (child === undefined || n === verb) continue;
    if (n > verb || child.relation === 'punct') child.head = verb;
    else if (child.relation.startsWith('obl')) child.relation = 'nmod';
  }
}
