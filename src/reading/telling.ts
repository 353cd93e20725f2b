import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Draft } from './drafts.ts';

const NOMINAL = /^(?:DT|PRP\$?|NNPS?|NNS?|JJ[RS]?|POS|CD|VBN|HYPH)$/;
const JOINS = /^(?:of|at|for|in|from|and|&|-|,)$/i;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const TELLS = /^(?:says|expects|denies|doubts|fears|hopes)$/;
/** Verbs of saying that stand before who says it. */
const INVERTED = /^(?:said|says|wrote|writes|added|noted|warned|explained)$/;
const ADDRESSES = /^(?:tell|inform|remind|warn)$/;
const DAY = /^(?:\w+day|today|yesterday|late|early|this|last|earlier)$/i;

/** A stretch that only tells who says the rest: its words `from <= n < to`, the verb, and the words of who says it. */
type Telling = {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly who: readonly [number, number];
};

/** The base form of a verb that tells, also where the word was taken for a plural noun ("Marlowe Research estimates"). */
function tellingVerb(word: Draft | undefined): string | null {
  if (word === undefined || !/^(?:VB[DZP]|VBN|NNS?|VB)$/.test(word.tag)) return null;
  const lemma = /^VB/.test(word.tag) ? word.lemma : word.text.toLowerCase().replace(/s$/, '');
  return TELLS.test(STANCE_OF_VERB.get(lemma) ?? '') ? lemma : null;
}

const isMark = (word: Draft | undefined): boolean => word === undefined || /^[,;.!?"”’')\]—–]+$/.test(word.text);

/** ", Ana Reyes of Corvane told the paper": a telling clause behind the comma at `comma`. */
function behind(words: readonly Draft[], comma: number): Telling | null {
  let from = comma + 1;
  while (/^["”’']+$/.test(words[from]?.text ?? '')) from++;
  const first = words[from];
  if (first === undefined) return null;
  let to = from;
  // "said Ines Falk, who runs Calder Cloud"
  if (INVERTED.test(first.text) && /^VB/.test(first.tag) && isWho(words[from + 1])) {
    let end = from + 1;
    while (NOMINAL.test(words[end]?.tag ?? '') && tellingVerb(words[end]) !== 'say') end++;
    to = endOf(words, end);
    return to < 0 ? null : { from, to, verb: from, who: [from + 1, end] };
  }
  if (!isWho(first)) return null;
  for (let verb = from + 1; verb < from + 16; verb++) {
    const word = words[verb];
    if (word === undefined) return null;
    const lemma = isOfOne(words, verb) ? null : tellingVerb(word);
    if (lemma !== null && closes(words, verb + 1, lemma)) {
      to = endOf(words, verb + 1);
      if (to < 0) return null;
      // "its chief executive, Ana Reyes, said": what is set between commas ends before the verb.
      const commas = words.slice(from, verb).filter(({ text }) => text === ',').length;
      if (commas !== 0 && !(commas === 2 && words[verb - 1]?.text === ',')) return null;
      return { from, to, verb, who: [from, verb] };
    }
    if (!NOMINAL.test(word.tag) && !JOINS.test(word.text)) return null;
  }
  return null;
}

/** "the running of models", "a developer of AI models": the noun that "of" brings is no verb, but "Ana Reyes of Corvane estimates". */
const isOfOne = (words: readonly Draft[], n: number): boolean =>
  words[n - 1]?.text === 'of' || (words[n - 2]?.text === 'of' && words[n - 1]?.class !== 'PROPN');

const isWho = (word: Draft | undefined): boolean =>
  word !== undefined && /^(?:DT|PRP\$?|NNPS?|NNS?|JJ)$/.test(word.tag) && !DAY.test(word.text);

/** Does nothing that is said stand behind the verb: its own object or clause? */
function closes(words: readonly Draft[], at: number, lemma: string): boolean {
  const word = words[at];
  if (isMark(word) || DAY.test(word?.text ?? '')) return true;
  if (ADDRESSES.test(lemma)) return !/^(?:that|to)$/.test(word?.text ?? '');
  return /^(?:IN|RB)$/.test(word?.tag ?? '') && !/^(?:that|if|whether|as|than|of)$/.test(word?.text ?? '');
}

/** Where the telling ends: at the next comma or the end, with no finite verb before it; -1 where there is one. */
function endOf(words: readonly Draft[], at: number): number {
  for (let n = at; n < words.length; n++) {
    const word = words[n];
    if (word === undefined || isMark(word)) return n;
    if (FINITE.test(word.tag)) return -1;
  }
  return words.length;
}

/**
 * Whoever tells a sentence in a clause of its own behind a comma ("..., Helio said", "..., said Ines Falk", "..., Marlowe Research
 * estimates") is an aside of it: the network, whose treebanks have few of them, hangs it on any noun, or hangs the sentence's own subject
 * on the verb that tells.
 */
export function mendTelling(words: Draft[]): void {
  for (let comma = words.length - 3; comma > 0; comma--) {
    if (words[comma]?.text !== ',') continue;
    cited(words, comma);
    const telling = behind(words, comma);
    if (telling !== null && (settle(words, comma, telling) || amid(words, comma))) return;
  }
  opened(words);
  described(words);
}

/** "Ana Reyes, who runs Corvane, said": whoever is described between commas before the verb that tells. */
function described(words: readonly Draft[]): void {
  const verb = words.findIndex(
    (word, n) => n > 2 && words[n - 1]?.text === ',' && /^VB[DZP]$/.test(word.tag) && tellingVerb(word) !== null,
  );
  const has = (relation: RegExp): boolean =>
    words.some(({ head, relation: own }) => head === verb && relation.test(own));
  const who = words.findIndex(({ head, class: kind }) => head === verb && /^(?:PROPN|NOUN)$/.test(kind));
  const name = words[who];
  if (
    verb < 0 ||
    name === undefined ||
    who > 6 ||
    has(/^nsubj/) ||
    !/^(?:discourse|dep|vocative|obl)/.test(name.relation)
  )
    return;
  name.relation = 'nsubj';
  const clause = words.find(
    ({ head, relation }, n) => head === verb && n > who && n < verb && /^(?:ccomp|advcl|parataxis|dep)/.test(relation),
  );
  if (clause !== undefined) Object.assign(clause, { head: who, relation: 'acl:relcl' });
}

/** "$4.1 billion, according to Oakmere Securities": of the whole, not of the sum. */
function cited(words: readonly Draft[], comma: number): void {
  const according = words[comma + 1];
  const who = words[according?.head ?? -1];
  if (according?.text !== 'according' || who === undefined || who.head > comma) return;
  // "approved 29 and 77 are pending, according to the alliance": behind a comma, of all that it has joined.
  if (who.relation === 'obl') {
    const joined = (n: number): boolean =>
      words[n]?.relation === 'conj' && words[words[n]?.head ?? -1]?.class === 'VERB';
    let top = who.head;
    while (joined(top)) top = words[top]?.head ?? -1;
    const apart = words.slice(top, who.head).some(({ text }) => /^(?:;|but|while)$/.test(text));
    if (top !== who.head && !apart) who.head = top;
    return;
  }
  if (who.relation !== 'nmod') return;
  const told = mainBefore(words, comma, (n) => n > comma) ?? words.findIndex(({ head }) => head < 0);
  if (told !== who.head) Object.assign(who, { head: told, relation: 'obl' });
}

function settle(words: Draft[], comma: number, telling: Telling): boolean {
  const { from, to, verb, who } = telling;
  const inside = (n: number): boolean => n >= from && n < to;
  const told = mainBefore(words, comma, inside) ?? participleBefore(words, comma, verb);
  const word = words[verb];
  const head = headWithin(words, who, verb);
  if (told === null || word === undefined || head === null) return false;
  const above = words[told];
  if (above === undefined) return false;
  const outside = above.head < 0 || inside(above.head) ? -1 : above.head;
  const isSaid = above.head === verb && above.relation === 'ccomp';
  words.forEach((each, n) => {
    if (n === told || inside(n) || !inside(each.head)) return;
    each.head = isSaid && each.class === 'PUNCT' ? each.head : told;
  });
  within(words, telling, head);
  if (isSaid) return true;
  Object.assign(above, outside < 0 ? { head: -1, relation: 'root' } : {});
  Object.assign(word, { head: told, relation: 'parataxis' });
  return true;
}

/** Ties the words of a telling clause to its verb, and whoever tells to it as its subject. */
function within(words: Draft[], { from, to, verb, who }: Telling, head: number): void {
  const inside = (n: number): boolean => n >= from && n < to;
  for (let n = from; n < to; n++) {
    const each = words[n];
    if (each === undefined || n === verb || n === head) continue;
    if (!inside(each.head)) Object.assign(each, { head: verb, relation: each.class === 'PUNCT' ? 'punct' : 'obl' });
    if (n > verb && each.relation === 'obj' && each.head === verb) each.relation = 'iobj';
    if (n < verb && n >= who[0] && each.head === verb && each.class !== 'PUNCT' && n !== head)
      Object.assign(each, { head, relation: n < head ? 'compound' : 'appos' });
  }
  const word = words[verb];
  if (word === undefined) return;
  Object.assign(word, { class: 'VERB', lemma: tellingVerb(word) ?? word.lemma });
  if (!/^VB/.test(word.tag)) word.tag = /s$/.test(word.text) ? 'VBZ' : 'VBP';
  Object.assign(words[head] ?? {}, { head: verb, relation: 'nsubj' });
}

/** "A chip rented for $3 in May, Holm said": what was taken for a second subject of the telling verb has its own verb, in the form of a participle. */
function participleBefore(words: Draft[], comma: number, verb: number): number | null {
  const subject = words.findIndex(({ head, relation }, n) => n < comma && head === verb && relation === 'nsubj');
  const own = words.findIndex(({ head, tag }, n) => n < comma && head === subject && tag === 'VBN');
  const [thing, done] = [words[subject], words[own]];
  if (thing === undefined || done === undefined) return null;
  Object.assign(done, { tag: 'VBD', head: verb, relation: 'ccomp' });
  Object.assign(thing, { head: own });
  return own;
}

/** The predicate of what stands before a comma: of the words that hang on none of the others, the one that is told. */
function mainBefore(words: readonly Draft[], comma: number, inside: (n: number) => boolean): number | null {
  const has = (n: number, relation: RegExp): boolean =>
    words.some(({ head, relation: own }, k) => head === n && k < comma && relation.test(own));
  let best: number | null = null;
  let other: number | null = null;
  for (let n = 0; n < comma; n++) {
    const word = words[n];
    if (word === undefined || (word.head >= 0 && !inside(word.head) && word.head < comma)) continue;
    const told =
      (/^(?:VERB|AUX)$/.test(word.class) && (FINITE.test(word.tag) || has(n, /^(?:aux|nsubj)/))) || has(n, /^cop$/);
    if (told && !has(n, /^mark$/)) best ??= n;
    else if (word.class === 'VERB' && /^(?:ccomp|root|parataxis)/.test(word.relation)) other ??= n;
  }
  return best ?? other;
}

/** The word of a stretch that the others of it hang on. */
function headWithin(words: readonly Draft[], [from, to]: readonly [number, number], verb: number): number | null {
  const inside = (n: number): boolean => n >= from && n < to && n !== verb;
  const tops: number[] = [];
  for (let n = from; n < to; n++) {
    const word = words[n];
    if (word !== undefined && /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(word.class) && !inside(word.head)) tops.push(n);
  }
  // "Marlowe Research estimates": of a name whose words all hang on the verb the last is its head.
  const all = tops.every((n, k) => words[n]?.head === verb && n === (tops[0] ?? -1) + k);
  return (all ? tops.at(-1) : tops[0]) ?? null;
}

/** "Gridpoint estimates that 40 sites are late", "Gridpoint estimates the site could draw 40 MW": a plural noun between whoever tells and the clause that is told. */
function opened(words: Draft[]): void {
  const that = words.findIndex(({ text, relation }) => text === 'that' && /^(?:mark|nsubj)/.test(relation));
  const at = that < 0 ? bareTeller(words) : that - 1;
  const predicate = that < 0 ? (words[at]?.head ?? -1) : (words[that]?.head ?? -1);
  const [who, word, told] = [words[at - 1], words[at], words[predicate]];
  const lemma = tellingVerb(word);
  if (
    who === undefined ||
    word === undefined ||
    told === undefined ||
    lemma === null ||
    !/^(?:NNS|VBZ)$/.test(word.tag)
  )
    return;
  const isNoun = word.tag === 'NNS';
  const leads =
    (word.head === predicate && /^nsubj/.test(word.relation)) || (isNoun && word.head < 0 && told.head === at);
  if (!leads || !/^(?:NOUN|PROPN|ADJ)$/.test(who.class)) return;
  const above = word.head < 0 ? { head: -1, relation: 'root' } : { head: told.head, relation: told.relation };
  Object.assign(word, { class: 'VERB', tag: 'VBZ', lemma, ...above });
  Object.assign(told, { head: at, relation: 'ccomp' });
  words.forEach((each, n) => {
    if (n < at - 1 && each.head === at) Object.assign(each, { head: at - 1 });
    if (each !== word && each.head === predicate && each.class === 'PUNCT') each.head = at;
  });
  Object.assign(who, { head: at, relation: 'nsubj' }, who.class === 'ADJ' ? { class: 'PROPN', tag: 'NNP' } : {});
  if (that >= 0) Object.assign(words[that] ?? {}, { relation: 'mark', class: 'SCONJ', tag: 'IN' });
}

/** A plural that tells, behind a name that its verb has for a subject as well, before a subject of that verb's own; -1 where there is none. */
function bareTeller(words: readonly Draft[]): number {
  return words.findIndex((word, n) => {
    const verb = words[word.head];
    const name = words[n - 1];
    const isNamed = /^(?:PROPN|ADJ)$/.test(name?.class ?? '') && /^\p{Lu}/u.test(name?.text ?? '');
    if (!/^(?:NNS|VBZ)$/.test(word.tag) || word.relation !== 'nsubj' || !isNamed || verb === undefined) return false;
    return words.some(
      ({ head, relation }, k) => k > n && k < word.head && head === word.head && /^nsubj/.test(relation),
    );
  });
}

/** "The site, Helio said on Tuesday, will draw 900 MW": told in the midst of the sentence. */
function amid(words: Draft[], comma: number): boolean {
  const telling = behind(words, comma);
  const after = telling === null ? -1 : telling.to;
  if (telling === null || words[after]?.text !== ',' || words[after + 1] === undefined) return false;
  const { from, to, verb, who } = telling;
  const inside = (n: number): boolean => n >= from && n < to;
  const told = words.findIndex(
    (word, n) =>
      n > to &&
      /^(?:VERB|AUX|ADJ|NOUN)$/.test(word.class) &&
      (word.head < 0 || inside(word.head)) &&
      (FINITE.test(word.tag) || words.some(({ head, relation }) => head === n && /^(?:nsubj|aux|cop)/.test(relation))),
  );
  const head = headWithin(words, who, verb);
  const [word, above] = [words[verb], words[told]];
  if (head === null || word === undefined || above === undefined) return false;
  if (words.some(({ tag }, n) => n < comma && FINITE.test(tag))) return false;
  const own = above.head < 0 ? { head: -1, relation: 'root' } : { head: word.head, relation: word.relation };
  words.forEach((each, n) => {
    if (!inside(n) && n !== told && inside(each.head)) each.head = told;
    if (n < comma && each.head === told && /^(?:nsubj|obj|dep|dislocated|obl)$/.test(each.relation))
      each.relation = 'nsubj';
  });
  Object.assign(above, own);
  within(words, telling, head);
  Object.assign(word, { head: told, relation: 'parataxis' });
  return true;
}
