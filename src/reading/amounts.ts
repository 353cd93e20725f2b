import type { Drafts } from './drafts.ts';

const BEFORE = /^(?:DT|POS|PRP\$|JJ|VBN|NNP)$/;

/** "SoftBank's $6.5 billion acquisition", "its reported $29 billion funding round": a sum set before a noun is the noun's, not beside it. */
function mendSum({ words, children }: Drafts, n: number): void {
  const sign = words[n];
  if (sign?.tag !== '$' || !BEFORE.test(words[n - 1]?.tag ?? '')) return;
  let end = n + 1;
  while (words[end]?.tag === 'CD') end++;
  const first = words[end];
  if (end === n + 1 || !/^(?:NOUN|ADJ|PROPN)$/.test(first?.class ?? '')) return;
  let noun = end;
  while (words[noun]?.class === 'ADJ') noun++;
  while (words[noun + 1]?.class === 'NOUN' && words[noun + 1]?.relation !== 'nmod:unmarked') noun++;
  const thing = words[noun];
  if (thing?.class !== 'NOUN' || noun - end > 5) return;
  const opens = words[n - 1];
  const isOwn = opens?.head === noun || opens?.head === n || /^(?:POS|DT|PRP\$)$/.test(opens?.tag ?? '');
  if (!isOwn || sign.head === noun) return;
  if (sign.head > n && sign.head < end) return;
  if (thing.head === n) Object.assign(thing, { head: sign.head, relation: sign.relation });
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

/** "a seed funding round", "the Series C round": behind its kind it is a noun, and no way to go. */
function mendRound({ words, children }: Drafts, n: number): void {
  const [kind, round] = [words[n - 1], words[n]];
  if (kind === undefined || round === undefined || round.text !== 'round' || round.relation !== 'advmod') return;
  if (!/^(?:NNP?|CD)$/.test(kind.tag) || /^(?:DT|PRP\$|CD)$/.test(words[n + 1]?.tag ?? '')) return;
  Object.assign(round, { class: 'NOUN', tag: 'NN', head: kind.head, relation: kind.relation });
  for (const k of children[n - 1] ?? []) Object.assign(words[k] ?? {}, { head: n });
  if (kind.head === n) Object.assign(round, { head: -1, relation: 'root' });
  Object.assign(kind, { head: n, relation: 'compound' });
}

/** "Revenue increased by 420%, while losses widened.": a noun with its participle in the place of the verb, in a sentence that ends on a full stop. */
function mendFinite({ words, children, under }: Drafts): void {
  if (words.at(-1)?.text !== '.') return;
  const root = words.findIndex(({ head }) => head < 0);
  const noun = words[root];
  if (noun === undefined || !/^(?:NOUN|PROPN)$/.test(noun.class) || under(root, 'cop', 'nsubj', 'aux').length > 0)
    return;
  const [n = -1] = under(root, 'acl').filter((k) => k > root);
  const verb = words[n];
  if (verb?.tag !== 'VBN' || n - root > 8 || under(n, 'obl:agent', 'aux', 'aux:pass', 'mark').length > 0) return;
  const isMain = (children[root] ?? []).every((k) => !/^(?:conj|parataxis|ccomp)/.test(words[k]?.relation ?? ''));
  const amount = words.slice(n + 1, n + 4).some(({ tag }) => tag === 'CD' || tag === '$');
  if (!isMain || !amount) return;
  for (const k of children[root] ?? [])
    if (k > n || words[k]?.relation === 'punct') Object.assign(words[k] ?? {}, { head: n });
  Object.assign(verb, { tag: 'VBD', class: 'VERB', head: -1, relation: 'root' });
  Object.assign(noun, { head: n, relation: 'nsubj' });
}

/** What the network, whose treebanks have few sums, mistakes around them. */
export function mendAmounts(drafts: Drafts): void {
  drafts.words.forEach((_, n) => {
    mendRound(drafts, n);
  });
  drafts.words.forEach((_, n) => {
    mendSum(drafts, n);
  });
  mendFinite(drafts);
}
