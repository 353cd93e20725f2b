import type { Draft, Drafts } from './drafts.ts';
import { irregularBase } from './lemma.ts';

const NOMINAL = /^(?:NOUN|PROPN|NUM|ADJ|DET|PRON|SYM)$/;
const FINITE = /^(?:VB[DPZ]|MD)$/;
/** What a verb takes begins with. */
const TAKEN = /^(?:CD|\$|DT|PRP\$|IN|RB)$/;
const OPENED = /^(?:conj|acl|parataxis|dep|appos)/;

function toVerb(word: Draft): void {
  const low = word.text.toLowerCase();
  Object.assign(word, { class: 'VERB', tag: 'VBP', lemma: irregularBase(low) ?? low, head: -1, relation: 'root' });
}

/** What hangs on a noun that turned out to be a verb, by the names that it has under a verb. */
function adopt({ words, under }: Drafts, verb: number, k: number): void {
  const child = words[k];
  if (child === undefined) return;
  const opened = under(k, 'mark').length > 0 || under(k, 'advmod').some((m) => words[m]?.tag === 'WRB');
  child.head = verb;
  if (opened && OPENED.test(child.relation)) child.relation = 'advcl';
  else if (child.relation === 'nmod') child.relation = 'obl';
}

/**
 * "A third of the loans fall due in 2031, when ...": what has the form of a noun and stands in the place of the verb, in a sentence whose main
 * part has none. A headline may have none; what ends on a full stop has one.
 */
export function mendBareVerb(drafts: Drafts): void {
  const { words, children, under } = drafts;
  if (!/^[.!?]$/.test(words.findLast(({ text }) => !/^["”’')\]]$/.test(text))?.text ?? '')) return;
  const root = words.findIndex(({ head }) => head < 0);
  const top = words[root];
  if (top === undefined || !NOMINAL.test(top.class) || under(root, 'cop', 'aux').length > 0) return;
  const [subject] = under(root, 'nsubj');
  if (subject !== undefined) {
    // "Prices for power rise in winter"
    if (top.tag !== 'NN' || subject > root || ![subject, root - 1].some((k) => words[k]?.tag === 'NNS')) return;
    for (const k of children[root] ?? []) if (k > root) adopt(drafts, root, k);
    toVerb(top);
    return;
  }
  // "Competitors in Japan, led by Arn, control about 70%": behind an aside, before what it takes.
  const behind = words.findIndex(
    ({ tag, relation, head }, k) =>
      tag === 'NN' &&
      head === root &&
      /^(?:conj|appos|parataxis|dep)/.test(relation) &&
      words[k - 1]?.text === ',' &&
      TAKEN.test(words[k + 1]?.tag ?? '') &&
      under(k, 'cc', 'det', 'case').length === 0,
  );
  if (behind > root && top.tag === 'NNS' && words.slice(root, behind).filter(({ text }) => text === ',').length > 1) {
    words.forEach(({ head }, k) => {
      if (k > behind && (head === behind || head === root)) adopt(drafts, behind, k);
    });
    const object = (children[behind] ?? []).find((k) => k > behind && /^(?:NOUN|SYM|NUM)$/.test(words[k]?.class ?? ''));
    if (
      object !== undefined &&
      under(object, 'case').every((k) => /^(?:about|around|over|under)$/.test(words[k]?.text ?? ''))
    )
      Object.assign(words[object] ?? {}, { relation: 'obj' });
    Object.assign(top, { head: behind, relation: 'nsubj' });
    toVerb(words[behind] ?? top);
    return;
  }
  const n = words.findIndex(({ tag }, k) => tag === 'NN' && k > root && words[k - 1]?.tag === 'NNS');
  const [plural, verb] = [words[n - 1], words[n]];
  const before = words.slice(root, n);
  if (plural === undefined || verb === undefined || !before.some(({ text }) => text === 'of')) return;
  if (before.some(({ tag, text }) => FINITE.test(tag) || /^[,;:–—(]$/.test(text))) return;
  // "Half of the customers lease space": what the network took it for a part of, it takes.
  const object = verb.relation === 'compound' && verb.head > n ? verb.head : -1;
  for (const k of [...(children[n] ?? []), ...(children[object] ?? [])])
    if (k < n - 1) Object.assign(words[k] ?? {}, { head: n - 1 });
  if (plural.head >= n) Object.assign(plural, { head: root, relation: 'nmod' });
  words.forEach(({ head }, k) => {
    if (k > n && (head < n ? head >= 0 : head === n)) adopt(drafts, n, k);
  });
  if (object >= 0) Object.assign(words[object] ?? {}, { head: n, relation: 'obj' });
  Object.assign(top, { head: n, relation: 'nsubj' });
  toVerb(verb);
}
