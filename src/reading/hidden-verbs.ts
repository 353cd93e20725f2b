import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Draft, Drafts } from './drafts.ts';
import { isWord } from './network/network.ts';

/** A name, also one that was never met and taken for another class of word. */
const isNamed = ({ class: kind, text }: Draft): boolean =>
  kind === 'PROPN' || (/^\p{Lu}\p{Ll}/u.test(text) && !isWord(text.toLowerCase()));

/** What the network takes for a noun ("Corvane plans", "Koldwell ships") and is the verb of its sentence; `headless` if no other word is one. */
export function mendHiddenVerb({ words, children, under }: Drafts, n: number, headless: boolean): void {
  const word = words[n];
  if (word === undefined) return;
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
  const follows = priced || /^(?:DT|PRP\$)$/.test(words[n + 1]?.tag ?? '');
  if (headless && plural && word.tag === 'NNS' && follows && bearer !== undefined && isNamed(bearer)) {
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
  if (headless && word.lemma === 'cost' && word.tag === 'NN' && priced && words[n - 1]?.class === 'NOUN') {
    const sum = word.head;
    const above = words[sum];
    if (above !== undefined && sum === n + 1) {
      Object.assign(word, { class: 'VERB', tag: 'VBD', head: above.head, relation: above.relation });
      Object.assign(above, { head: n, relation: 'obj' });
      for (const k of under(sum, 'det', 'amod').filter((k) => k < n)) Object.assign(words[k] ?? {}, { head: n - 1 });
      Object.assign(words[n - 1] ?? {}, { head: n, relation: 'nsubj' });
    }
  }
}
