import { isMonth } from '../language/calendar.ts';
import { ADDRESSES } from './addresses.ts';
import { SAYS } from './asides.ts';
import { STANCE_OF_NOUN, STANCE_OF_VERB } from './clauses/stance.ts';
import { mendDoer } from './doers.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { TIME } from './spans.ts';
import { mendTies } from './ties.ts';
import { isOf } from './tree.ts';

/** Verbs whose complement tells what their subject is. */
const COPULAR: ReadonlySet<string> = new Set('become remain seem stay'.split(' '));
const FORESEES: ReadonlySet<string> = new Set(
  'expect forecast predict project anticipate estimate want need allow enable permit require force urge help'.split(
    ' ',
  ),
);
const NOT = /^(?:not|n['’]t)$/i;
const kind = (word: Draft | undefined, ...relations: readonly string[]): boolean =>
  word !== undefined && isOf(word.relation, relations);

/**
 * What the network mistakes and the rest of the tree tells: each rule looks at one word, what hangs on it and what it hangs on, and
 * names its relation anew.
 */
export function mend(words: Draft[]): void {
  const drafts = draftsOf(words);
  const { under } = drafts;
  words.forEach((word, n) => {
    const infinitive = (k: number): boolean => under(k, 'mark').some((to) => words[to]?.lemma === 'to');
    // "Laying begins in May": what begins, and takes nothing, is a noun.
    if (word.tag === 'VBG' && word.class === 'VERB' && kind(word, 'nsubj') && under(n, 'obj').length === 0)
      word.class = 'NOUN';
    // "together own three-fifths": what takes an object and has a subject is a verb.
    if (word.tag === 'JJ' && under(n, 'cop', 'aux', 'expl').length === 0 && under(n, 'obj').some((k) => k > n))
      if (under(n, 'nsubj').some((k) => k < n)) Object.assign(word, { class: 'VERB', tag: 'VBP' });
    // "the capacity that Orchard has under contract": what a preposition brings is no object.
    if (
      word.relation === 'obj' &&
      under(word.head, 'obj').length > 1 &&
      under(n, 'case').some((k) => words[k]?.tag === 'IN' && k < n)
    )
      word.relation = 'obl';
    mendTies(drafts, n);
    // "expects revenue to be in the range of": what has "be" is told of what stands before it.
    if (word.relation === 'obl' && infinitive(n) && under(n, 'cop').length > 0) word.relation = 'xcomp';
    // "In Germany wholesale power slid": a bare noun right before a verb that lacks its subject.
    if (
      /^(?:obl|nmod|dep)/.test(word.relation) &&
      words[n + 1] === words[word.head] &&
      /^VB[DZP]$/.test(words[n + 1]?.tag ?? '') &&
      word.class === 'NOUN' &&
      !TIME.test(word.lemma) &&
      under(n, 'case').length === 0 &&
      under(n + 1, 'nsubj', 'csubj', 'expl').length === 0
    )
      word.relation = 'nsubj';
    // "...; adjusted revenue reached $163 million": right before a verb that lacks its subject, hung on what stands before the semicolon.
    const behind = words[n + 1];
    const isItsVerb = (): boolean =>
      /^VB[DZP]$/.test(behind?.tag ?? '') ||
      (behind?.tag === 'VBN' && kind(behind, 'parataxis', 'conj') && under(n + 1, 'aux').length === 0);
    if (
      word.class === 'NOUN' &&
      isItsVerb() &&
      words.slice(Math.max(0, word.head), n).some(({ text }) => text === ';') &&
      under(n + 1, 'nsubj', 'nsubj:pass', 'csubj', 'expl').length === 0 &&
      under(n, 'case').length === 0
    ) {
      Object.assign(word, { head: n + 1, relation: 'nsubj' });
      if (behind?.tag === 'VBN') behind.tag = 'VBD';
    }
    // "Last year Columbus and Chester together shed": a name that no preposition brings, before a verb that lacks its subject.
    if (
      kind(word, 'obl') &&
      word.class === 'PROPN' &&
      n < word.head &&
      /^VB[DZP]$/.test(words[word.head]?.tag ?? '') &&
      !TIME.test(word.lemma.toLowerCase()) &&
      !isMonth(word.lemma) &&
      under(n, 'case').length === 0 &&
      under(word.head, 'nsubj', 'csubj', 'expl').length === 0
    )
      word.relation = 'nsubj';
    // "For the first nine months revenue was $40", "over the past month Holm shed": a time is no kind of what is behind it.
    const borne = words[n + 1];
    const isSpan =
      word.tag === 'NNS' || (word.tag === 'NN' && borne?.class === 'PROPN' && under(n + 1, 'case').length > 0);
    if (isSpan && word.relation === 'compound' && word.head === n + 1 && TIME.test(word.lemma) && borne) {
      for (const k of under(n + 1, 'case', 'det', 'amod', 'nummod'))
        if (k < n) Object.assign(words[k] ?? {}, { head: n });
      if (borne.head > n + 1) {
        Object.assign(word, { head: borne.head, relation: 'obl' });
        if (kind(borne, 'obl', 'nmod')) borne.relation = 'nsubj';
      }
    }
    // "its revenue growth rate": whose the thing is, and not the word before it.
    if (word.relation === 'nmod:poss' && words[word.head]?.relation === 'compound' && n < word.head)
      word.head = words[word.head]?.head ?? word.head;
    // "Harrow's own slides promise 19": what a verb's subject is of is not the verb's.
    if (word.relation === 'nmod:poss' && /^VB[DZP]$/.test(words[word.head]?.tag ?? '')) {
      const owned = under(word.head, 'nsubj').find((k) => k > n && k < word.head);
      if (owned !== undefined) word.head = owned;
    }
    // "The price was €3.05 billion": what is no verb has no passive.
    if (word.relation === 'aux:pass' && words[word.head]?.class !== 'VERB') {
      word.relation = 'cop';
      for (const k of under(word.head, 'nsubj:pass')) Object.assign(words[k] ?? {}, { relation: 'nsubj' });
    }
    // "expect the market to exceed": what is expected is no attribute of the noun.
    if (word.relation === 'acl' && infinitive(n)) {
      const verb = words[words[word.head]?.head ?? -1];
      if (kind(words[word.head], 'obj') && verb !== undefined && FORESEES.has(verb.lemma)) {
        word.head = words[word.head]?.head ?? -1;
        word.relation = 'xcomp';
      }
    }
    // "recommended on Monday that the council refuse": what is said, however far from its verb.
    if (word.relation === 'advcl' && STANCE_OF_VERB.has(words[word.head]?.lemma ?? '') && n > word.head) {
      const that = under(n, 'mark').some((k) => words[k]?.text.toLowerCase() === 'that');
      if (that && under(word.head, 'ccomp', 'obj').length === 0) word.relation = 'ccomp';
    }
    // "said it would open, and that it could make 40,000": both are said.
    if (word.relation === 'conj' && STANCE_OF_VERB.has(words[word.head]?.lemma ?? '')) {
      const that = under(n, 'mark').some((k) => words[k]?.text.toLowerCase() === 'that');
      const said = that ? under(word.head, 'ccomp').findLast((k) => k < n) : undefined;
      if (said !== undefined) word.head = said;
    }
    // "taking 24% of the operator, which runs five": what follows an amount of something tells of the thing.
    if (word.relation === 'acl:relcl' && /^(?:SYM|NUM)$/.test(words[word.head]?.class ?? '')) {
      const pronoun = under(n, 'nsubj', 'obj').find((k) => /^(?:WDT|WP)$/.test(words[k]?.tag ?? '')) ?? n;
      const thing = under(word.head, 'nmod').findLast((k) => k < pronoun);
      if (thing !== undefined) word.head = thing;
    }
    // "Correction: an earlier version said": a word before a colon is no subject of a verb that has its own behind it.
    const isTopic = word.relation === 'obl:unmarked' || (kind(word, 'nsubj') && under(n, 'nmod:poss').length === 0);
    if (isTopic && word.class === 'NOUN' && n < word.head) {
      const colon = words.findIndex(({ text }, k) => text === ':' && k > n && k < word.head);
      if (colon > 0 && under(word.head, 'nsubj').some((k) => k > colon)) word.relation = 'dislocated';
    }
    // "rejected a claim by rivals": behind what is claimed, "by" tells whose claim it is.
    if (word.relation === 'obl') {
      const claimed = n - under(n, 'case', 'det', 'amod').length - 1;
      const claim = words[claimed];
      if (words[claimed + 1]?.lemma === 'by' && claim?.head === word.head && claim.relation === 'obj')
        if (STANCE_OF_NOUN.has(claim.lemma)) Object.assign(word, { head: claimed, relation: 'nmod' });
    }
    // "a claim that a third were twins", "a claim by rivals that": what somebody claims or fears tells nothing more of a noun.
    if (word.relation === 'acl:relcl' && under(n, 'nsubj').length > 0) {
      const isOpened = under(n, 'mark').some((k) => words[k]?.text.toLowerCase() === 'that');
      const claimant = words[word.head];
      const claims = [word.head, ...(claimant?.relation === 'nmod' ? [claimant.head] : [])];
      const claim = claims.find((k) => STANCE_OF_NOUN.has(words[k]?.lemma ?? ''));
      if (isOpened && claim !== undefined) Object.assign(word, { head: claim, relation: 'acl' });
    }
    // "evidence that Helio leaked": with a subject of its own, the clause is only opened by "that".
    if (kind(word, 'nsubj') && word.text.toLowerCase() === 'that' && under(word.head, 'nsubj').some((k) => k > n)) {
      Object.assign(word, { relation: 'mark', class: 'SCONJ', tag: 'IN' });
    }
  });
  words.forEach((word, n) => {
    const governor = words[word.head];
    if (governor === undefined) return;
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
    // "Tessik plans its second mill": what is no noun has no compound.
    if (
      kind(word, 'compound') &&
      /^\p{Lu}/u.test(word.text) &&
      /^(?:NOUN|PROPN)$/.test(word.class) &&
      n === word.head - 1 &&
      /^VB[DZP]$/.test(governor.tag) &&
      under(word.head, 'nsubj', 'csubj', 'expl').length === 0
    ) {
      word.relation = 'nsubj';
      governor.class = 'VERB';
    }
    mendDoer(drafts, n);
    // "asked the council to help": whoever is to do it is the verb's one object.
    if (kind(word, 'iobj') && under(word.head, 'obj', 'ccomp').length === 0 && under(word.head, 'xcomp').length > 0)
      word.relation = 'obj';
    if (word.relation === 'obj' && n > word.head) {
      const after = under(word.head, 'ccomp').some((k) => k > n);
      const other = under(word.head, 'obj').some((k) => k > n);
      // '"It is over," said the mayor': whoever stands behind an open verb of saying says it.
      const quoted = SAYS.test(governor.lemma) && under(word.head, 'nsubj').length === 0 && word.head > 0;
      if (
        quoted &&
        /^(?:PROPN|NOUN|PRON)$/.test(word.class) &&
        under(word.head, 'xcomp').length === 0 &&
        governor.tag !== 'VB'
      )
        word.relation = 'nsubj';
      else if (ADDRESSES.has(governor.lemma) && (after || other)) word.relation = 'iobj';
      else if (COPULAR.has(governor.lemma)) word.relation = 'xcomp';
      else if (
        TIME.test(word.lemma) &&
        (under(word.head, 'obj').length > 1 || under(n, 'advmod', 'obl', 'det').length > 0) &&
        !/^(?:spend|take|last|want|need|have|lose|save|give|mark|set|see|cost|get|buy)$/.test(governor.lemma)
      )
        word.relation = 'obl:unmarked';
    }
    // "was late" has no passive without a participle.
    if (
      word.relation === 'nsubj:pass' &&
      governor.class === 'VERB' &&
      under(word.head, 'aux:pass').length === 0 &&
      /^(?:VBD|VBZ|VBP|VB|VBG)$/.test(governor.tag)
    )
      word.relation = 'nsubj';
    if (word.relation === 'nsubj' && under(word.head, 'aux:pass').length > 0) word.relation = 'nsubj:pass';
  });
  words.forEach((word, n) => {
    // "arrested and questioned the student": what the last takes, the first takes as well.
    if (word.relation !== 'obj') return;
    const verb = words[word.head];
    const first = verb?.relation === 'conj' ? words[verb.head] : undefined;
    if (verb === undefined || first === undefined || n < word.head) return;
    const bare = under(verb.head, 'obj', 'ccomp', 'xcomp', 'obl').length === 0;
    const together =
      word.head - verb.head <= 3 && under(word.head, 'nsubj').length === 0 && under(word.head, 'cc').length > 0;
    if (
      bare &&
      together &&
      first.class === 'VERB' &&
      verb.class === 'VERB' &&
      under(verb.head, 'nsubj:pass', 'aux:pass').length === 0
    )
      word.head = verb.head;
  });
}
