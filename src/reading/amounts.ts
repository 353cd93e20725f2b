import type { Drafts } from './drafts.ts';

const BEFORE = /^(?:DT|POS|PRP\$|JJ|VBN|NNP)$/;

/** "Maro's $4.5 billion takeover", "its rumoured $12 billion funding round": a sum set before a noun is the noun's, not beside it. */
function mendSum({ words, children }: Drafts, n: number): void {
  const sign = words[n];
  if (sign?.tag !== '$') return;
  let end = n + 1;
  // "$40 million two-year lease"
  const isSpan = (k: number): boolean => words[k]?.tag === 'CD' && words[k + 1]?.text === '-';
  while (words[end]?.tag === 'CD' && !isSpan(end)) end++;
  const first = words[end];
  if (end === n + 1 || !(isSpan(end) || /^(?:NOUN|ADJ|PROPN)$/.test(first?.class ?? ''))) return;
  let noun = isSpan(end) ? end + 2 : end;
  while (words[noun]?.class === 'ADJ') noun++;
  while (words[noun + 1]?.class === 'NOUN' && words[noun + 1]?.relation !== 'nmod:unmarked') noun++;
  const thing = words[noun];
  if (thing?.class !== 'NOUN' || noun - end > 5) return;
  const opens = words[n - 1];
  // "paid for by £3bn investment": nothing parts the two.
  const isTwin = thing.head === sign.head && end === noun && sign.head < n;
  const isBeside = isTwin || (thing.head === n && thing.relation === 'appos');
  const isOwn = opens?.head === noun || opens?.head === n || /^(?:POS|DT|PRP\$)$/.test(opens?.tag ?? '');
  if (!isBeside && !BEFORE.test(opens?.tag ?? '')) return;
  if (!(isOwn || isBeside) || sign.head === noun) return;
  if (sign.head > n && sign.head < end) return;
  if (thing.head === n || isTwin) Object.assign(thing, { head: sign.head, relation: sign.relation });
  for (const k of children[n] ?? []) {
    const child = words[k];
    if (child !== undefined && (k < n || k > noun) && k !== noun) child.head = noun;
  }
  for (let k = n + 1; k < end; k++) {
    const part = words[k];
    if (part !== undefined && (part.head < n || part.head >= end)) Object.assign(part, { head: n, relation: 'nummod' });
  }
  Object.assign(sign, { head: noun, relation: 'compound' });
}

/** A sum that is set before a noun. */
export function mendAmounts(drafts: Drafts): void {
  drafts.words.forEach((_, n) => {
    mendSum(drafts, n);
  });
}
