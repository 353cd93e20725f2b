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
    const telling = behind(words, comma);
    if (telling !== null && !isRead(words, telling) && settle(words, comma, telling)) return;
  }
}

/** Has the tree a clause of its own for whoever tells, beside or above what is told? */
function isRead(words: readonly Draft[], { from, verb, who: [first, end] }: Telling): boolean {
  const above = words[verb];
  const subjects = words.flatMap(({ head, relation }, n) => (head === verb && relation === 'nsubj' ? [n] : []));
  const own = subjects.length > 0 && subjects.every((n) => n >= first && n < end);
  const told = words.some(({ head, relation }, n) => head === verb && relation === 'ccomp' && n < from);
  return own && above !== undefined && (told || (above.relation === 'parataxis' && above.head < from));
}

function settle(words: Draft[], comma: number, telling: Telling): boolean {
  const { from, to, verb, who } = telling;
  const inside = (n: number): boolean => n >= from && n < to;
  const told = mainBefore(words, comma, inside);
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
