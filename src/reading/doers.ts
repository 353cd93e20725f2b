import { isMonth } from '../language/calendar.ts';
import type { Draft, Drafts } from './drafts.ts';
import { TIME } from './spans.ts';
import { isOf } from './tree.ts';

/** Behind "by", no doer: a time, an amount, a way. */
const NO_DOER =
  /^(?:end|start|beginning|close|mid|early|late|then|now|half|third|quarter|percent|%|point|mail|phone|hand|law|far|default|design|contrast|comparison|margin|vote|chance|accident|mistake|rail|road|air|sea)$/;
const isNoDoer = (word: Draft | undefined): boolean =>
  word === undefined ||
  word.class === 'NUM' ||
  TIME.test(word.lemma) ||
  NO_DOER.test(word.lemma) ||
  isMonth(word.lemma.replace(/^mid-?/, '')) ||
  /^(?:19|20)\d\d$/.test(word.text);

const isBy = ({ words, under }: Drafts, n: number): boolean => under(n, 'case').some((k) => words[k]?.lemma === 'by');

/** Who does what is told in the passive stands behind "by", unless that brings a time, an amount or a way. */
export function mendDoer(drafts: Drafts, n: number): void {
  const { words, under } = drafts;
  const word = words[n];
  const governor = words[word?.head ?? -1];
  if (word === undefined || governor === undefined) return;
  if (!isBy(drafts, n)) {
    // "were awarded by the ministry at a price": nobody but whom "by" brings does it.
    if (word.relation === 'obl:agent') word.relation = 'obl';
    return;
  }
  if (n < word.head) return;
  const isPassive =
    under(word.head, 'aux:pass', 'nsubj:pass').length > 0 ||
    (governor.tag === 'VBN' && under(word.head, 'aux', 'obj').length === 0);
  // "was bought by Belcor", "a plan backed by lenders": who does it stands behind "by".
  if (/^obl(?::agent)?$/.test(word.relation) && isPassive) {
    const said = isNoDoer(word);
    // "beaten by 200 votes by Corvane": whoever is named last does it, as long as the first may be a way or an amount.
    const last = words.findIndex(
      ({ head, class: other, relation }, k) =>
        k > n &&
        (head === word.head || words[head]?.head === word.head) &&
        /^(?:PROPN|NOUN|PRON)$/.test(other) &&
        /^(?:obl|nmod)/.test(relation) &&
        isBy(drafts, k) &&
        !isNoDoer(words[k]),
    );
    const way = said || under(n, 'nummod').length > 0 || under(n, 'det', 'nmod:poss').length === 0;
    if (last >= 0 && way && word.class !== 'PROPN') {
      Object.assign(words[last] ?? {}, { head: word.head, relation: 'obl:agent' });
      word.relation = 'obl';
    } else if (said) word.relation = 'obl';
    else if (/^(?:NOUN|PROPN|PRON)$/.test(word.class)) word.relation = 'obl:agent';
  }
  // "drawn up over the years by rivals", "held at his office by guards": a time and a place of somebody's are made by nobody.
  if (word.relation === 'nmod' && /^(?:NOUN|PROPN)$/.test(word.class)) {
    const verb = words[governor.head];
    const owned = under(word.head, 'nmod:poss').length > 0 || TIME.test(governor.lemma);
    const done =
      verb?.tag === 'VBN' &&
      under(governor.head, 'aux:pass', 'nsubj:pass').length > 0 &&
      under(governor.head, 'obl:agent').length === 0;
    if (isOf(governor.relation, ['obl']) && owned && done)
      Object.assign(word, { head: governor.head, relation: 'obl:agent' });
  }
}
