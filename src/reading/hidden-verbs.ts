import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Draft, Drafts } from './drafts.ts';
import { irregularBase } from './lemma.ts';
import { isWord } from './network/network.ts';

/** A name, also one that was never met and taken for another class of word. */
const isNamed = ({ class: kind, text }: Draft): boolean =>
  kind === 'PROPN' || (/^\p{Lu}\p{Ll}/u.test(text) && !isWord(text.toLowerCase()));

/** Is there no finite verb between the semicolons around a word? */
function lacksVerb(words: readonly Draft[], n: number): boolean {
  const from = words.findLastIndex(({ text }, k) => k < n && text === ';');
  const to = words.findIndex(({ text }, k) => k > n && text === ';');
  return !words.slice(from + 1, to < 0 ? words.length : to).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
}

/** What a verb is taken for. */
const MISTAKEN = /^(?:NNS?|VBN)$/;

/** What the network takes for a noun ("Corvane plans", "Koldwell ships") and is the verb of its sentence; `headless` if no other word is one. */
export function mendHiddenVerb({ words, children, under }: Drafts, n: number, headless: boolean): void {
  const word = words[n];
  if (word === undefined || !MISTAKEN.test(word.tag)) return;
  const infinitive = (k: number): boolean => under(k, 'mark').some((to) => words[to]?.lemma === 'to');
  // What a plural noun that a sentence hangs on may be: a verb.
  const plural = word.head < 0 && word.tag === 'NNS';
  // "Corvane plans to build": in the place of the verb that the sentence lacks.
  const name =
    plural && n > 0
      ? under(n, 'compound', 'nmod:poss').find((k) => k < n && /^(?:NNPS?|NNS?)$/.test(words[k]?.tag ?? ''))
      : undefined;
  const will = plural ? under(n, 'acl').find((k) => k > n && infinitive(k)) : undefined;
  if (headless && name !== undefined && will !== undefined) {
    Object.assign(word, { class: 'VERB', tag: 'VBZ', lemma: word.text.toLowerCase().replace(/s$/, '') });
    for (const k of under(n, 'compound', 'nmod:poss'))
      Object.assign(words[k] ?? {}, { relation: k === name ? 'nsubj' : 'dep' });
    Object.assign(words[will] ?? {}, { relation: 'xcomp' });
  }
  // "The operator doubts that ...": a noun of stance with a clause of its own subject, in a sentence that lacks its verb.
  const that =
    name === undefined
      ? undefined
      : under(n, 'acl').find((k) => k > n && under(k, 'nsubj').some((s) => words[s]?.text.toLowerCase() !== 'that'));
  const stance = plural ? word.text.toLowerCase().replace(/s$/, '') : '';
  if (word.tag === 'NNS' && name !== undefined && that !== undefined && STANCE_OF_VERB.has(stance)) {
    Object.assign(word, { class: 'VERB', tag: 'VBZ', lemma: stance });
    Object.assign(words[name] ?? {}, { relation: 'nsubj' });
    for (const k of under(n, 'det', 'amod', 'compound'))
      if (k !== name && k < name) Object.assign(words[k] ?? {}, { head: name });
    Object.assign(words[that] ?? {}, { relation: 'ccomp' });
  }
  // "Oriel Marine charges £92,000 a day", "Koldwell ships its racks": the same where another phrase follows at once.
  const priced = /^(?:\$|CD)$/.test(words[n + 1]?.tag ?? '');
  const bearer = words[n - 1];
  // "Ostend Power supplies 900 megawatts": a word of every day may end a name.
  const isNameEnd = n > 2 && words[n - 2]?.class === 'PROPN' && /^\p{Lu}/u.test(bearer?.text ?? '');
  const follows = () => priced || /^(?:DT|PRP\$)$/.test(words[n + 1]?.tag ?? '');
  if (headless && plural && word.tag === 'NNS' && follows() && bearer !== undefined && (isNamed(bearer) || isNameEnd)) {
    Object.assign(word, { class: 'VERB', tag: 'VBZ', lemma: stance });
    Object.assign(bearer, { class: 'PROPN', tag: 'NNP', relation: 'nsubj' });
    const object = (children[n] ?? []).find(
      (k) => k > n && /^(?:NOUN|PROPN|SYM)$/.test(words[k]?.class ?? '') && under(k, 'case').length === 0,
    );
    for (const k of children[n] ?? [])
      if (object !== undefined && k > n && k < object && words[k]?.tag === 'CD')
        Object.assign(words[k] ?? {}, { head: object, relation: 'nummod' });
    if (object !== undefined) Object.assign(words[object] ?? {}, { relation: 'obj' });
  }
  // "Its system ships with 288 GB; a rival's comes with 432 GB": of two subjects of one verb, what stands in the part before is a verb.
  const verb = words[word.head];
  if (
    word.tag === 'NNS' &&
    word.relation === 'nsubj' &&
    verb?.class === 'VERB' &&
    n > 0 &&
    words[n - 1]?.class === 'NOUN'
  ) {
    const apart = words.findIndex(({ text }, k) => k > n && k < word.head && text === ';');
    if (apart > 0 && under(word.head, 'nsubj').some((k) => k > apart)) {
      Object.assign(word, {
        class: 'VERB',
        tag: 'VBZ',
        lemma: word.text.toLowerCase().replace(/s$/, ''),
        relation: 'parataxis',
      });
      for (const k of children[n] ?? []) {
        if (k === n - 1) Object.assign(words[k] ?? {}, { relation: 'nsubj' });
        else if (k < n - 1) Object.assign(words[k] ?? {}, { head: n - 1 });
        else if (words[k]?.relation === 'nmod') Object.assign(words[k], { relation: 'obl' });
      }
    }
  }
  // "will see Belmar lease 4.5 GW", "let Koldwell cut a third": between a name and what it takes, under a verb that takes somebody's doing.
  const lets = words[word.head];
  const taken = under(word.head, 'obj').find((k) => k > n);
  if (
    word.tag === 'NN' &&
    word.relation === 'obj' &&
    /^(?:see|let|make|help|watch)$/.test(lets?.lemma ?? '') &&
    bearer?.class === 'PROPN' &&
    bearer.head === n &&
    taken !== undefined &&
    /^(?:CD|\$|DT)$/.test(words[n + 1]?.tag ?? '')
  ) {
    Object.assign(word, {
      class: 'VERB',
      tag: 'VB',
      lemma: irregularBase(word.lemma) ?? word.lemma,
      relation: 'xcomp',
    });
    Object.assign(bearer, { relation: 'nsubj' });
    Object.assign(words[taken] ?? {}, { head: n });
  }
  if (
    word.tag === 'NN' &&
    word.head < 0 &&
    under(n, 'nsubj').length > 0 &&
    under(n, 'cop', 'det').length === 0 &&
    lacksVerb(words, n)
  )
    // "Hynara, Tamsui and Corran together control 94%"
    Object.assign(word, { class: 'VERB', tag: 'VBP', lemma: irregularBase(word.lemma) ?? word.lemma });
  const reckons = () => STANCE_OF_VERB.get(word.text.toLowerCase()) === 'expects';
  if (/^(?:NN|VBN)$/.test(word.tag) && word.relation !== 'root' && reckons() && lacksVerb(words, n)) {
    // "We model revenue of", "The company forecast revenue of": a word of reckoning between a subject and the noun that all hangs on.
    const noun = words[word.head];
    const subject = n - 1;
    const who = words[subject];
    const direct = word.head > n && noun?.head === -1 && noun.class === 'NOUN';
    const before =
      who !== undefined && /^(?:PRON|NOUN|PROPN)$/.test(who.class) && (who.head === n || who.head === word.head);
    const settled =
      who?.class === 'PRON' ||
      under(subject, 'det').length > 0 ||
      under(n, 'det').some((k) => k < subject) ||
      who?.class === 'PROPN';
    if (direct && before && settled && noun !== undefined) {
      for (const k of children[word.head] ?? [])
        if (k < subject || /^(?:punct|obl|advcl|parataxis)/.test(words[k]?.relation ?? ''))
          Object.assign(words[k] ?? {}, { head: k < subject ? subject : n });
      for (const k of children[n] ?? []) if (k < subject) Object.assign(words[k] ?? {}, { head: subject });
      Object.assign(who, { head: n, relation: 'nsubj' });
      Object.assign(word, {
        class: 'VERB',
        tag: who.class === 'PRON' ? 'VBP' : 'VBD',
        lemma: word.text.toLowerCase(),
        head: -1,
        relation: 'root',
      });
      Object.assign(noun, { head: n, relation: 'obj' });
    }
  }
  // "Spot prices averaged €71": a participle between a noun and an amount, in a sentence that lacks its verb.
  const amount = words[word.head];
  if (headless && word.tag === 'VBN' && word.relation === 'amod' && word.head === n + 1 && amount?.tag === '$') {
    const subject = under(word.head, 'nsubj', 'compound').find((k) => k < n && words[k]?.class === 'NOUN');
    if (subject !== undefined) {
      for (const k of children[word.head] ?? []) if (k < n) Object.assign(words[k] ?? {}, { head: n });
      Object.assign(words[subject] ?? {}, { relation: 'nsubj' });
      Object.assign(word, { tag: 'VBD', head: amount.head, relation: amount.relation });
      Object.assign(amount, { head: n, relation: 'obj' });
    }
  }
  if (headless && word.lemma === 'cost' && word.tag === 'NN' && priced) mendCost(words, children, under, n);
}

/** "The power cost $40": the verb that its sentence lacks, taken for a noun. */
function mendCost(words: Drafts['words'], children: Drafts['children'], under: Drafts['under'], n: number): void {
  const [word, above, bearer] = [words[n], words[n + 1], words[n - 1]];
  const sum = n + 1;
  if (word === undefined || above === undefined) return;
  if (word.head === sum && bearer?.class === 'NOUN') {
    Object.assign(word, { class: 'VERB', tag: 'VBD', head: above.head, relation: above.relation });
    Object.assign(above, { head: n, relation: 'obj' });
    for (const k of under(sum, 'det', 'amod').filter((k) => k < n)) Object.assign(words[k] ?? {}, { head: n - 1 });
    Object.assign(bearer, { head: n, relation: 'nsubj' });
    return;
  }
  // "A wavelength from Oslo to Bergen cost $40 a month": all hangs on what it is that costs.
  const thing = words.findIndex(({ head }) => head < 0);
  if (thing < 0 || thing >= n || word.head !== thing || above.head !== thing) return;
  for (const k of children[thing] ?? []) if (k > n) Object.assign(words[k] ?? {}, { head: n });
  Object.assign(word, { class: 'VERB', tag: 'VBD', head: -1, relation: 'root' });
  Object.assign(words[thing] ?? {}, { head: n, relation: 'nsubj' });
  Object.assign(above, { head: n, relation: 'obj' });
}
