import type { Drafts } from './drafts.ts';

/** Verbs that stand beside what is quoted. */
export const SAYS = /^(?:say|add|write|note|ask|reply|warn|argue|explain)$/;
const isTelling = (verb: string): boolean => SAYS.test(verb) || verb === 'tell';

/** What is set beside whoever speaks, and told of them, hung on them: "said its chief executive, Ana Reyes, who denied". */
export function mendAsides({ words, under }: Drafts): void {
  /** The head of the name or noun that ends before a word, a comma aside. */
  const beside = (k: number): number => {
    let at = words[k - 1]?.text === ',' ? k - 2 : k - 1;
    while (/^(?:flat|compound)/.test(words[at]?.relation ?? '') && Math.abs((words[at]?.head ?? -1) - at) < 4)
      at = words[at]?.head ?? -1;
    return at;
  };
  words.forEach((word, n) => {
    if (word.relation === 'appos' && /^(?:PROPN|NOUN)$/.test(word.class)) {
      const before = under(n, 'det', 'amod', 'compound', 'nmod:poss', 'nmod:desc').filter((k) => k < n);
      const first = Math.min(n, ...before);
      const speaker = words[first - 1]?.text === ',' ? beside(first) : -1;
      const said = words[speaker]?.relation === 'nsubj' ? (words[speaker]?.head ?? -1) : -1;
      if (said >= 0 && said < speaker && word.head < said && isTelling(words[said]?.lemma ?? '')) word.head = speaker;
    }
    if (word.relation === 'acl:relcl' && words[word.head]?.class === 'VERB') {
      const who = under(n, 'nsubj').find((k) => words[k]?.text.toLowerCase() === 'who');
      const person = who === undefined ? -1 : beside(who);
      if (/^(?:PROPN|NOUN)$/.test(words[person]?.class ?? '')) word.head = person;
    }
  });
}
