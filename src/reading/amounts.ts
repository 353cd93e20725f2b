import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Drafts } from './drafts.ts';

const BEFORE = /^(?:DT|POS|PRP\$|JJ|VBN|NNP)$/;

/** "Maro's $4.5 billion takeover", "its rumoured $12 billion funding round": a sum set before a noun is the noun's, not beside it. */
function mendSum({ words, children }: Drafts, n: number): void {
  const sign = words[n];
  if (sign?.tag !== '$') return;
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
  // "paid for by £3bn investment": nothing parts the two.
  const isBeside = thing.head === n && thing.relation === 'appos';
  const isOwn = opens?.head === noun || opens?.head === n || /^(?:POS|DT|PRP\$)$/.test(opens?.tag ?? '');
  if (!isBeside && !BEFORE.test(opens?.tag ?? '')) return;
  if (!(isOwn || isBeside) || sign.head === noun) return;
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

/** "Sales increased by 12%, while costs fell.": a noun with its participle in the place of the verb, in a sentence that ends on a full stop. */
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

/** "The margin improved to 62%, and operating margin increased to 54%.": the same behind "and", under the verb before it. */
function mendJoined({ words, under }: Drafts, n: number): void {
  const noun = words[n];
  const verb = words[n + 1];
  const isBare = noun?.class === 'NOUN' && noun.relation === 'conj' && under(n, 'cc').length > 0;
  if (!isBare || verb?.tag !== 'VBN' || !verb.relation.startsWith('acl')) return;
  if (!words.slice(n + 2, n + 5).some(({ tag }) => tag === 'CD' || tag === '$')) return;
  const first = words.findLastIndex(({ tag }, k) => k < n && /^VB[DZP]$/.test(tag));
  const [cc = -1] = under(n, 'cc');
  if (first < 0 || words[cc - 1]?.text !== ',') return;
  Object.assign(verb, { tag: 'VBD', class: 'VERB', head: first, relation: 'conj' });
  Object.assign(words[cc] ?? {}, { head: n + 1 });
  Object.assign(noun, { head: n + 1, relation: 'nsubj' });
}

/** "noted that income increased by 9%": the same where somebody says it. */
function mendSaid({ words, under }: Drafts, n: number): void {
  const that = words[n];
  if (that?.text !== 'that') return;
  const at = words.findIndex(({ relation }, k) => k > n + 1 && k < n + 10 && relation.startsWith('acl'));
  const noun = at - 1;
  const [thing, verb] = [words[noun], words[at]];
  const says = words[thing?.head ?? -1];
  if (thing?.class !== 'NOUN' || verb?.tag !== 'VBN' || verb.head !== noun || thing.head >= n) return;
  if (!STANCE_OF_VERB.has(says?.lemma ?? '') || under(at, 'aux', 'nsubj').length > 0) return;
  if (!words.slice(at + 1, at + 4).some(({ tag }) => tag === 'CD' || tag === '$')) return;
  Object.assign(verb, { tag: 'VBD', class: 'VERB', head: thing.head, relation: 'ccomp' });
  Object.assign(thing, { head: at, relation: 'nsubj' });
  Object.assign(that, { head: at, relation: 'mark', class: 'SCONJ', tag: 'IN' });
}

/** Doing that is a thing bought, counted and had: behind what tells which, with nothing that it takes. */
const GERUND =
  /^(?:spending|leasing|lending|borrowing|financing|funding|pricing|trading|building|planning|hiring|training|computing|networking|packaging|cooling|manufacturing|bidding|billing)$/;

/** "total AI spending", "hyperscale leasing so far": a noun, for all that it ends as a verb does. */
function mendGerund({ words, children }: Drafts, n: number): void {
  const [kind, word] = [words[n - 1], words[n]];
  if (word?.tag !== 'VBG' || kind?.class !== 'NOUN' || !GERUND.test(word.text)) return;
  if (
    !/^(?:acl|xcomp|amod|dep|advcl)/.test(word.relation) ||
    /^(?:DT|PRP\$|NNS?|NNP|JJ)$/.test(words[n + 1]?.tag ?? '')
  )
    return;
  if (word.head !== n - 1 && kind.head !== word.head) return;
  Object.assign(word, { class: 'NOUN', tag: 'NN', lemma: word.text.toLowerCase() });
  const above = words[kind.head];
  for (const k of children[n] ?? []) {
    const child = words[k];
    if (child?.relation.startsWith('obl') && above?.class === 'VERB') child.head = kind.head;
  }
  Object.assign(word, { head: kind.head, relation: kind.relation });
  for (const k of children[n - 1] ?? []) if (k !== n) Object.assign(words[k] ?? {}, { head: n });
  Object.assign(kind, { head: n, relation: 'compound' });
}

/** "raising its capex forecast to": a noun that two side by side make, which the tree has for two objects, or for a verb. */
function mendTwoObjects({ words, children, under }: Drafts, n: number): void {
  const [kind, word] = [words[n - 1], words[n]];
  if (kind?.tag !== 'NN' || kind.relation !== 'obj' || word === undefined) return;
  const isTwin = /^NNS?$/.test(word.tag) && word.relation === 'obj' && word.head === kind.head;
  const isVerb =
    word.text === 'forecast' && /^VB[DN]$/.test(word.tag) && under(n, 'nsubj', 'aux').length === 0 && n > 1;
  if (!isTwin && !isVerb) return;
  for (const k of children[n - 1] ?? []) Object.assign(words[k] ?? {}, { head: n });
  if (isVerb)
    for (const k of children[n] ?? [])
      if (k > n && words[k]?.relation.startsWith('obl')) Object.assign(words[k] ?? {}, { head: kind.head });
  Object.assign(word, {
    class: 'NOUN',
    tag: word.tag.startsWith('NN') ? word.tag : 'NN',
    head: kind.head,
    relation: 'obj',
  });
  Object.assign(kind, { head: n, relation: 'compound' });
}

/** "with Maro and Veldt both falling 6%": who falls stands before it, and not in what the sentence tells of first. */
function mendWith({ words, under }: Drafts, n: number): void {
  const word = words[n];
  if (word?.tag !== 'VBG' || !word.relation.startsWith('acl') || word.head >= n) return;
  const who = words.findLastIndex(
    ({ class: kind, relation }, k) => k < n && k > n - 8 && kind === 'PROPN' && relation.startsWith('obl'),
  );
  const isWith = under(who, 'case').some((k) => words[k]?.text === 'with');
  if (who > word.head && isWith && words.slice(who, n).every(({ text }) => !/^[,;]$/.test(text))) word.head = who;
}

/** "reporting a gain and raising its forecast to $91 billion": a sum is the nearer verb's of two. */
function mendNearer({ words }: Drafts, n: number): void {
  const sign = words[n];
  if (!/^(?:\$|%)$/.test(sign?.text ?? '') || !sign?.relation.startsWith('obl')) return;
  const nearer = words.findLastIndex(
    ({ class: kind, relation, head }, k) =>
      k < n && k > sign.head && kind === 'VERB' && relation === 'conj' && head === sign.head,
  );
  if (nearer > sign.head && words.slice(nearer, n).every(({ text }) => !/^[,;]$/.test(text))) sign.head = nearer;
}

/** "acquired the campus next to a plant for $650 million": what is paid is not what the nearest noun is for. */
function mendPrice({ words, under }: Drafts, n: number): void {
  const sign = words[n];
  if (sign?.tag !== '$' || sign.relation !== 'nmod' || !under(n, 'case').some((k) => words[k]?.text === 'for')) return;
  const verb = words.findLastIndex(({ class: kind }, k) => k < n && kind === 'VERB');
  const between = words.slice(verb + 1, n).some(({ text }) => /^[,;:]$/.test(text));
  if (!/^(?:buy|acquire|purchase|sell)$/.test(words[verb]?.lemma ?? '') || between) return;
  Object.assign(sign, { head: verb, relation: 'obl' });
}

/** "could total $165 billion", "will more than double to $11 billion": what stands in the verb's place behind its auxiliary is the verb. */
function mendAfterModal({ words, children }: Drafts, n: number): void {
  const modal = words[n];
  if (modal?.tag !== 'MD') return;
  // Itself the verb of a sentence that has no other: what is behind it hangs on the sum.
  if (modal.head < 0 && words[n + 1]?.head === n + 2 && words[words[n + 1]?.head ?? -1]?.head === n) {
    Object.assign(words[n + 2] ?? {}, { head: -1, relation: 'root' });
    for (const k of children[n] ?? []) if (k !== n + 2) Object.assign(words[k] ?? {}, { head: n + 2 });
    Object.assign(modal, { head: n + 2, relation: 'aux' });
  }
  const top = modal.head;
  const above = words[top];
  if (above === undefined || /^(?:VERB|AUX)$/.test(above.class)) return;
  let at = n + 1;
  while (/^(?:RB|RBR)$/.test(words[at]?.tag ?? '') || /^(?:more|than)$/.test(words[at]?.text ?? '')) at++;
  const verb = words[at];
  if (verb === undefined || !/^(?:JJ|NN)$/.test(verb.tag) || !/^(?:\$|CD|DT|IN|RB)$/.test(words[at + 1]?.tag ?? ''))
    return;
  // "more than double": the tree hangs all on "more".
  const more = words[verb.head];
  if (at === top && more?.text === 'more' && verb.head > n && verb.head < at) {
    for (const k of children[verb.head] ?? []) if (k !== at) Object.assign(words[k] ?? {}, { head: at });
    Object.assign(verb, { head: more.head, relation: more.relation });
    Object.assign(more, { head: at, relation: 'advmod' });
  }
  const { head, relation } = at === top ? verb : above;
  words.forEach((word, k) => {
    if (k !== at && word.head === top) word.head = at;
  });
  if (at !== top) {
    const isSum = top > at;
    Object.assign(verb, { head, relation });
    Object.assign(above, { head: at, relation: isSum ? 'obj' : 'advmod' });
    if (isSum)
      for (const k of children[top] ?? [])
        if (/^(?:nummod|compound)$/.test(words[k]?.relation ?? '') && k > at)
          Object.assign(words[k] ?? {}, { head: top });
  }
  Object.assign(verb, { class: 'VERB', tag: 'VB', lemma: verb.text.toLowerCase() });
}

/** "Full-year 2031 income is expected": of two subjects side by side the first only tells which. */
function mendTwoSubjects({ words, under }: Drafts, n: number): void {
  const word = words[n];
  if (word?.class !== 'NOUN' || !/^nsubj/.test(word.relation)) return;
  const next = under(word.head, 'nsubj').find((k) => k > n && k < word.head);
  const isOne =
    next !== undefined && words.slice(n + 1, next).every(({ class: kind }) => /^(?:NUM|NOUN|ADJ)$/.test(kind));
  if (isOne && words[next]?.class === 'NOUN') Object.assign(word, { head: next, relation: 'compound' });
}

/** What the network, whose treebanks have few sums, mistakes around them. */
export function mendAmounts(drafts: Drafts): void {
  drafts.words.forEach((_, n) => {
    mendRound(drafts, n);
    mendGerund(drafts, n);
    mendTwoObjects(drafts, n);
    mendWith(drafts, n);
  });
  drafts.words.forEach((_, n) => {
    mendSum(drafts, n);
    mendPrice(drafts, n);
    mendNearer(drafts, n);
    mendJoined(drafts, n);
    mendSaid(drafts, n);
    mendAfterModal(drafts, n);
    mendTwoSubjects(drafts, n);
  });
  mendFinite(drafts);
}
