import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Drafts } from './drafts.ts';

/** A shape in which a verb has lost its subject, or the verb that it goes on with, and where English has it. */
export type Rule = {
  readonly name: string;
  /** What a word is to what it hangs on, for the rule to look at it. */
  readonly relation: RegExp;
  /** Mends the tree at a word; false where the rule does not apply after all. */
  readonly mends: (drafts: Drafts, n: number) => boolean;
  /** What it gives back in a sentence, and what a sentence that is like those keeps, as "funding nsubj reached": a test runs both. */
  readonly examples: Readonly<Record<string, string>>;
  readonly not: Readonly<Record<string, string>>;
};

const isNominal = (kind: string | undefined): boolean => kind === 'NOUN' || kind === 'PROPN';

/** The first word of all that hangs right before a noun. */
const startOf = ({ under }: Drafts, noun: number): number =>
  Math.min(noun, ...under(noun, 'det', 'amod', 'compound', 'nmod:poss', 'case', 'nummod'));

function fromAside(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const word = words[n];
  if (word?.class !== 'NOUN' || under(n, 'case').length > 0) return false;
  const named = startOf(drafts, n) - 2;
  const name = words[named];
  const isTwin = name?.class === 'PROPN' && name.head === word.head && name.relation === word.relation;
  if (!isTwin || words[named + 1]?.text !== ',') return false;
  Object.assign(word, { head: named, relation: 'appos' });
  return true;
}

function fromOpening({ words, under }: Drafts, n: number): boolean {
  const word = words[n];
  const [brought] = under(n, 'case');
  if (word === undefined || brought === undefined || !/^(?:in|at|on|for|with)$/i.test(words[brought]?.text ?? ''))
    return false;
  const opens = words.slice(0, brought).every(({ class: kind }) => kind === 'PUNCT');
  const name = words.findIndex(
    (each, k) =>
      k > n &&
      k < word.head &&
      each.class === 'PROPN' &&
      !/^(?:nsubj|compound|flat)/.test(each.relation) &&
      words[k - 1]?.text === ',',
  );
  const subject = words[name];
  if (!opens || subject === undefined) return false;
  Object.assign(subject, { head: word.head, relation: word.relation });
  Object.assign(word, { relation: 'obl' });
  return true;
}

/** The participle that stands between whoever does something and what they do it to. */
function fromParticiple({ words, children, under }: Drafts, n: number): boolean {
  const [word, who] = [words[n], words[n - 1]];
  const noun = words[word?.head ?? -1];
  if (word?.tag !== 'VBN' || noun === undefined || word.head < n || !isNominal(noun.class)) return false;
  if (who?.head !== word.head || who.relation !== 'compound' || !isNominal(who.class)) return false;
  const articles = [word.head, n - 1].flatMap((k) => under(k, 'det', 'nmod:poss')).filter((k) => k < n);
  const verb = noun.head;
  const isSaid =
    who.class === 'PROPN' &&
    /^nsubj/.test(noun.relation) &&
    STANCE_OF_VERB.get(word.lemma) === 'says' &&
    verb > word.head;
  const isHeadless = noun.head < 0 && words.at(-1)?.text === '.' && under(word.head, 'cop', 'nsubj').length === 0;
  if (!(isHeadless || isSaid) || (who.class === 'NOUN' && articles.length === 0)) return false;
  const above = isSaid ? words[verb] : noun;
  if (above === undefined) return false;
  Object.assign(word, { tag: 'VBD', class: 'VERB', head: above.head, relation: above.relation });
  Object.assign(above, { head: n, relation: isSaid ? 'ccomp' : 'obj' });
  for (const k of children[noun === above ? word.head : -1] ?? []) {
    const child = words[k];
    if (child?.relation === 'punct') child.head = n;
  }
  Object.assign(who, { head: n, relation: 'nsubj' });
  for (const k of articles) Object.assign(words[k] ?? {}, { head: n - 1 });
  return true;
}

/** A sentence has one subject, and no preposition before it; a participle stands before no compound of its noun. */
export const FALSE_SUBJECTS: readonly Rule[] = [
  {
    name: 'what stands between commas behind a name tells who that is',
    relation: /^nsubj/,
    mends: fromAside,
    examples: {},
    not: { 'Holm and the council of Lund opened the mill.': 'Holm nsubj opened' },
  },
  {
    name: 'what a preposition brings at the beginning does nothing',
    relation: /^nsubj/,
    mends: fromOpening,
    examples: {
      'In its first-quarter report issued late this week, Holm, the largest maker of pumps in Peru, said it had seen its orders grow 9%.':
        'Holm nsubj said',
    },
    not: { 'In May Holm said its orders grew.': 'Holm nsubj said' },
  },
  {
    name: 'a participle behind who does it is the verb that a sentence lacks, or one of saying before what is said',
    relation: /^amod$/,
    mends: fromParticiple,
    examples: {
      'The maker posted net income of $46 million in the second quarter of 2025.': 'maker nsubj posted',
      'Holmgate reported revenue was $20.6 million for the first quarter.': 'Holmgate nsubj reported',
    },
    not: { 'The reported revenue was $20 million.': 'revenue nsubj $' },
  },
];
