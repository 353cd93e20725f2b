import { contentOf } from '../domain/same-figure.ts';
import { classesOf } from '../language/meaning.ts';
import { stem } from '../language/stem.ts';
import { STANCE_OF_VERB } from '../reading/clauses/stance.ts';
import type { Clause } from '../reading/clauses.ts';
import { type ReadSentence, readSentence } from '../reading/read.ts';
import { timesIn } from '../reading/times.ts';
import { branch, dependents, type Tree } from '../reading/tree.ts';
import { numbersIn } from './substance.ts';

/** Something that was done, decided or announced, as its clause tells it. */
export type Deed = {
  /** Its predicate and all words of one meaning with it, stemmed. */
  readonly means: ReadonlySet<string>;
  /** Its predicate alone, stemmed. */
  readonly verb: ReadonlySet<string>;
  /** The numbers that it is about, as they are written: "took in $68.1 billion", and not "appealed the $2 billion verdict". */
  readonly numbers: ReadonlySet<string>;
};

/** What is so, and does not happen. */
const STATES: ReadonlySet<string> = new Set(
  `be have seem appear remain stay cost own include contain comprise serve know believe want need mean depend represent account hold stand lie
  belong consist equal exceed owe possess resemble concern involve regard matter total amount employ cover`.split(
    /\s+/u,
  ),
);
/** A clause of its own, one that is said, or one that goes on from the first; what stands in an aside or a condition is no news. */
const TOLD: ReadonlySet<Clause['link']> = new Set(['root', 'joined', 'complement']);

/** Whoever only says something does nothing; what is said may be a deed. */
const onlySays = (lemma: string): boolean => {
  const stance = STANCE_OF_VERB.get(lemma);
  return stance === 'says' || stance === 'expects' || stance === 'fears' || stance === 'hopes';
};

const textOf = (tree: Tree, words: readonly number[]): string => words.map((n) => tree.words[n]?.text).join(' ');

/** The numbers that are what is done, or to whom: a noun that a number only describes is a thing of its own. */
function numbersOf({ tree }: ReadSentence, { subject, object, obliques }: Clause): ReadonlySet<string> {
  const amounts = [subject, object, ...obliques.map(({ head }) => head)].flatMap((head) => {
    const argument = head === null ? undefined : tree.words[head];
    if (head === null || argument === undefined) return [];
    return argument.class === 'NUM' || argument.class === 'SYM' ? [head] : dependents(tree, head, 'nummod');
  });
  return new Set(amounts.flatMap((head) => [...numbersIn(textOf(tree, branch(tree, head)))]));
}

/** "The gamers hardly count": what holds at any time. A plan, an intention and what is set for a day are told in the present, too, and are news. */
function isHabit({ tree }: ReadSentence, { predicate, verbs, mood }: Clause): boolean {
  const tag = tree.words[predicate]?.tag;
  const isPresent = mood === 'fact' && verbs.length === 1 && (tag === 'VBZ' || tag === 'VBP');
  return isPresent && timesIn(textOf(tree, branch(tree, predicate)), null).length === 0;
}

/** "The link will be late": what is not so yet has been decided or found, and whoever only expects it has decided nothing. */
const isToBe = ({ tree }: ReadSentence, { predicate, verbs, frames, negated }: Clause): boolean =>
  /^AD[JV]$/.test(tree.words[predicate]?.class ?? '') &&
  verbs.some((n) => /^(?:will|wo|shall)$/u.test(tree.words[n]?.text.toLowerCase() ?? '')) &&
  !negated &&
  frames.every(({ stance }) => stance === 'says');

/** "The court told Maro to stop" orders; "the court told Maro that it stops" only says. */
const orders = ({ tree }: ReadSentence, lemma: string, { predicate }: Clause): boolean =>
  lemma === 'tell' && dependents(tree, predicate, 'mark').some((mark) => tree.words[mark]?.lemma === 'to');

/** What a sentence tells as done: in its own clause or in what is said, planned and foreseen included; no states, no conditions. */
export function deedsIn(text: string): Deed[] {
  const read = readSentence(text);
  return read.clauses.flatMap((clause): Deed[] => {
    const word = read.tree.words[clause.predicate];
    if (word === undefined || !TOLD.has(clause.link)) return [];
    if (word.class !== 'VERB' && !isToBe(read, clause)) return [];
    if (clause.mood === 'condition' || clause.mood === 'question' || clause.mood === 'possible') return [];
    const isSpeech =
      onlySays(word.lemma) &&
      read.clauses.some(
        (said) =>
          said.link === 'complement' && read.clauses[said.above ?? -1] === clause && !orders(read, word.lemma, said),
      );
    if (STATES.has(word.lemma) || isSpeech || isHabit(read, clause)) return [];
    const stemsOf = (lemmas: readonly string[]) => new Set(lemmas.flatMap((each) => [stem(each), ...contentOf(each)]));
    const means = stemsOf([word.lemma, ...classesOf(word.lemma)]);
    return [{ means, verb: stemsOf([word.lemma]), numbers: numbersOf(read, clause) }];
  });
}
