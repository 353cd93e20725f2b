import { MOOD_OF_GOVERNOR, MOOD_OF_NOUN, STANCE_OF_NOUN, STANCE_OF_VERB } from './clauses/stance.ts';
import { mendDoer } from './doers.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { TIME } from './spans.ts';
import { isOf } from './tree.ts';

const NOT = /^(?:not|n['’]t)$/i;
const kind = (word: Draft | undefined, ...relations: readonly string[]): boolean =>
  word !== undefined && isOf(word.relation, relations);

const isNominal = (word: Draft | undefined): boolean => /^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(word?.class ?? '');

/**
 * The few things that the network mistakes where the rest of the tree leaves but one reading: each rule looks at one word, what hangs on it
 * and what it hangs on. A sentence that is misread in another way wants trees like it in `test/reading/trees`, and no rule.
 */
export function mend(words: Draft[]): void {
  const drafts = draftsOf(words);
  const { under } = drafts;
  const marked = (n: number, mark: string): boolean =>
    under(n, 'mark').some((k) => words[k]?.text.toLowerCase() === mark);
  words.forEach((word, n) => {
    const governor = words[word.head];
    const next = words[n + 1];
    // "Gridpoint estimates that": what stands before a finite verb is no part of its name.
    if (word.relation === 'compound' && next === governor && /^VB[DZP]$/.test(next?.tag ?? '')) word.relation = 'nsubj';
    // "Danish startup Merel secured": a noun right before a name tells what that is, and both do one thing.
    const isTitle = kind(word, 'nsubj') && kind(next, 'nsubj') && next?.head === word.head && next.class === 'PROPN';
    if (isTitle && word.class === 'NOUN') Object.assign(word, { head: n + 1, relation: 'nmod:desc' });
    // "rejected a claim by rivals": behind what is claimed, "by" tells whose claim it is.
    if (word.relation === 'obl') {
      const claimed = n - under(n, 'case', 'det', 'amod').length - 1;
      const claim = words[claimed];
      if (words[claimed + 1]?.lemma === 'by' && claim?.head === word.head && claim.relation === 'obj')
        if (STANCE_OF_NOUN.has(claim.lemma)) Object.assign(word, { head: claimed, relation: 'nmod' });
    }
    // "is to warm 6,000 flats": a verb right behind its "to" is a base form, whatever else the word may be.
    if (word.class === 'VERB' && !/^VB/.test(word.tag) && words[n - 1]?.tag === 'TO' && words[n - 1]?.head === n)
      word.tag = 'VB';
    // "expects revenue to be in the range of": what has "be" is told of what stands before it.
    if (word.relation === 'obl' && marked(n, 'to') && under(n, 'cop').length > 0) word.relation = 'xcomp';
    // "dropped plans to build 40 halls": what is planned hangs on the plan, but for verbs that say of it what it is to do.
    const above = governor?.lemma ?? '';
    if (kind(word, 'xcomp') && marked(n, 'to') && !STANCE_OF_VERB.has(above) && !MOOD_OF_GOVERNOR.has(above)) {
      const plan = under(word.head, 'obj').find((k) => words[k + 1]?.tag === 'TO' && words[k + 1]?.head === n);
      if (MOOD_OF_NOUN.get(words[plan ?? -1]?.lemma ?? '') === 'plan')
        Object.assign(word, { head: plan, relation: 'acl' });
    }
    // "estimated to climb to 8% and exceed 12%": a base form goes on with an infinitive.
    if (kind(word, 'conj') && word.tag === 'VB' && under(n, 'aux', 'mark').length === 0) {
      const first = under(word.head, 'xcomp').findLast((k) => k < n && marked(k, 'to'));
      const isThird = [word.head, ...under(word.head, 'aux')].some((k) => /^VB[DZ]$/.test(words[k]?.tag ?? ''));
      if (first !== undefined && isThird) word.head = first;
    }
    // "For the first nine months revenue was $40": a time is no kind of what is behind it.
    if (word.tag === 'NNS' && word.relation === 'compound' && word.head === n + 1 && TIME.test(word.lemma) && next) {
      for (const k of under(n + 1, 'case', 'det', 'amod', 'nummod'))
        if (k < n) Object.assign(words[k] ?? {}, { head: n });
      if (next.head > n + 1) {
        Object.assign(word, { head: next.head, relation: 'obl' });
        if (kind(next, 'obl', 'nmod')) next.relation = 'nsubj';
      }
    }
    // "Correction: an earlier version said": a word before a colon is no subject of a verb that has its own behind it.
    const isTopic = word.relation === 'obl:unmarked' || (kind(word, 'nsubj') && under(n, 'nmod:poss').length === 0);
    if (isTopic && word.class === 'NOUN' && n < word.head) {
      const colon = words.findIndex(({ text }, k) => text === ':' && k > n && k < word.head);
      if (colon > 0 && under(word.head, 'nsubj').some((k) => k > colon)) word.relation = 'dislocated';
    }
    // "rejected a claim by rivals that", "a claim that a third were twins": what somebody claims or fears is no more of another noun or verb.
    if (kind(word, 'acl', 'ccomp') && under(n, 'nsubj').length > 0 && marked(n, 'that')) {
      const above = kind(word, 'ccomp')
        ? under(word.head, 'obj').filter((k) => k < n)
        : [word.head, governor?.head ?? -1];
      const claim = above.find((k) => STANCE_OF_NOUN.has(words[k]?.lemma ?? ''));
      if (claim !== undefined) Object.assign(word, { head: claim, relation: 'acl' });
    }
    // "with output expected to exceed": no clause of "with" is finite.
    if (word.tag === 'VBD' && marked(n, 'with')) word.tag = 'VBN';
    if (word.tag === 'VBN' && marked(n, 'with') && under(n, 'aux', 'obj').length === 0)
      for (const k of under(n, 'nsubj')) if (k < n) Object.assign(words[k] ?? {}, { relation: 'nsubj:pass' });
    // "If it isn't, and Corvane grows": what stands right behind its own verb denies no verb behind "and".
    if (
      NOT.test(word.text) &&
      words[n - 1]?.class === 'AUX' &&
      under(word.head, 'cc').some((k) => k > n && k < word.head)
    ) {
      // The auxiliary is a verb of its own then.
      if (kind(words[n - 1], 'cop', 'aux')) Object.assign(words[n - 1] ?? {}, { relation: 'advcl' });
      word.head = n - 1;
    }
    // "The chip, according to Helio, draws 900 watts", "raised it in May and lost it in June, according to Helio": of the whole clause, and
    // behind a comma of all that are joined.
    const according = under(n, 'case').find((k) => words[k]?.text.toLowerCase() === 'according');
    if (according !== undefined && kind(word, 'nmod', 'obl')) {
      const isJoined = (at: number): boolean =>
        kind(words[at], 'conj') && words[at]?.class === 'VERB' && words[according - 1]?.text === ',';
      let at = word.head;
      while (words[words[at]?.head ?? -1] !== undefined && (isNominal(words[at]) || isJoined(at)))
        at = words[at]?.head ?? -1;
      if (!isNominal(words[at])) Object.assign(word, { head: at, relation: 'obl' });
    }
    // "will see Maro lease": a base form is no thing.
    if (kind(word, 'obj') && word.tag === 'VB' && governor?.class === 'VERB') word.relation = 'xcomp';
    // "a quarry that the firm expects will supply": what is told hangs on the verb right before it that tells.
    const verbs = under(n, 'aux', 'cop').filter((k) => k < n);
    const teller = Math.min(n, ...verbs) - 1;
    if (
      kind(word, 'ccomp') &&
      verbs.length > 0 &&
      teller !== word.head &&
      STANCE_OF_VERB.has(words[teller]?.lemma ?? '')
    )
      if (kind(words[teller], 'acl') && under(teller, 'ccomp', 'xcomp', 'obj').length === 0) word.head = teller;
    // "Prices, said Ana Reyes, have fallen": what has a subject of its own helps no other verb.
    if (kind(word, 'aux') && under(n, 'nsubj').length > 0) word.relation = 'parataxis';
    // "grew 9%, the slowest since 2019, Ash told the paper": of two before a verb the nearer is its subject.
    if (word.relation === 'nsubj' && n < word.head && words[n - 1 - under(n, 'det', 'amod').length]?.text === ',') {
      const beside = n - 2 - under(n, 'det', 'amod').length;
      const nearer = under(word.head, 'nsubj').some((k) => k > n && k < word.head);
      if (nearer && isNominal(words[beside])) Object.assign(word, { head: beside, relation: 'appos' });
    }
    mendDoer(drafts, n);
    // A passive verb has a passive's subject, and no other has one: "was late" is none without a participle.
    const isPassive = under(word.head, 'aux:pass').length > 0;
    const isActive = governor?.class === 'VERB' && /^VB[DZPG]?$/.test(governor.tag);
    if (word.relation === 'nsubj:pass' && !isPassive && isActive) word.relation = 'nsubj';
    else if (word.relation === 'nsubj' && isPassive) word.relation = 'nsubj:pass';
  });
}
