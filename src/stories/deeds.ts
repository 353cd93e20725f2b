import { contentOf } from '../domain/same-figure.ts';
import { classesOf } from '../language/meaning.ts';
import { stem } from '../language/stem.ts';
import type { Clause } from '../reading/clauses/clause.ts';
import { STANCE_OF_VERB } from '../reading/clauses/stance.ts';
import { readSentence } from '../reading/read.ts';

/** Something that was done, decided or announced, as its clause tells it. */
export type Deed = {
  /** Its predicate and all words of one meaning with it, stemmed. */
  readonly means: ReadonlySet<string>;
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

/** What a sentence tells as done: in its own clause or in what is said, planned and foreseen included; no states, no conditions. */
export function deedsIn(text: string): Deed[] {
  const read = readSentence(text);
  return read.clauses.flatMap((clause): Deed[] => {
    const word = read.tree.words[clause.predicate];
    if (word === undefined || word.class !== 'VERB' || !TOLD.has(clause.link)) return [];
    if (clause.mood === 'condition' || clause.mood === 'question' || clause.mood === 'possible') return [];
    const isSpeech =
      onlySays(word.lemma) &&
      read.clauses.some(({ above, link }) => link === 'complement' && read.clauses[above ?? -1] === clause);
    if (STATES.has(word.lemma) || isSpeech) return [];
    const means = new Set([word.lemma, ...classesOf(word.lemma)].flatMap((each) => [stem(each), ...contentOf(each)]));
    return [{ means }];
  });
}
