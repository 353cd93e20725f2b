import { dependent, dependents, type Tree } from '../tree.ts';
import type { Frame, Mood } from './clause.ts';
import { IMPLICATIVE, MOOD_OF_GOVERNOR, MOOD_OF_NOUN, NEGATIVE } from './stance.ts';

const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'providing', 'assuming', 'suppose']);
const POSSIBLE: ReadonlySet<string> = new Set(['may', 'might', 'could']);
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', 'would', "'ll", '’ll', 'wo', 'should']);
const PERHAPS: ReadonlySet<string> = new Set(['perhaps', 'possibly', 'maybe', 'potentially', 'conceivably']);

/** Is the clause under this word a condition: "if", "unless", "provided that", "subject to"? */
export function isCondition(tree: Tree, predicate: number): boolean {
  return dependents(tree, predicate, 'mark', 'advmod').some((n) => CONDITIONAL.has(tree.words[n]?.lemma ?? ''));
}

/** What the words of the clause itself make of it; null where they only tell. */
function ownMood(tree: Tree, predicate: number): Mood | null {
  const word = tree.words[predicate];
  if (word === undefined) return null;
  if (isCondition(tree, predicate)) return 'condition';
  const helpers = dependents(tree, predicate, 'aux').map((n) => tree.words[n]?.text.toLowerCase() ?? '');
  if (word.head < 0 && /\?["”’')\]]*$/.test(tree.text)) return 'question';
  if (helpers.some((low) => POSSIBLE.has(low))) return 'possible';
  if (dependents(tree, predicate, 'advmod').some((n) => PERHAPS.has(tree.words[n]?.lemma ?? ''))) return 'possible';
  if (helpers.some((low) => FUTURE.has(low))) return 'forecast';
  // "is to open in May", "must install"
  if (helpers.includes('must')) return 'plan';
  const be = dependents(tree, predicate, 'aux', 'cop').map((n) => tree.words[n]?.text.toLowerCase() ?? '');
  if (
    be.some((low) => /^(?:is|are|was|were)$/.test(low)) &&
    dependent(tree, predicate, 'mark') !== null &&
    word.tag === 'VB'
  )
    return 'plan';
  if (
    word.head < 0 &&
    word.tag === 'VB' &&
    helpers.length === 0 &&
    dependent(tree, predicate, 'nsubj', 'expl') === null
  )
    return 'order';
  return null;
}

/** What the word that it hangs on makes of an infinitive or a clause. */
function moodUnder(tree: Tree, predicate: number): Mood | null {
  const word = tree.words[predicate];
  const governor = tree.words[word?.head ?? -1];
  if (word === undefined || governor === undefined) return null;
  const infinitive = dependents(tree, predicate, 'mark').some((n) => tree.words[n]?.lemma === 'to');
  if (/^(?:xcomp|ccomp|csubj)/.test(word.relation)) {
    // "Still has to approve" is not done, "had to close" was.
    if (governor.lemma === 'have' && infinitive && governor.tag !== 'VBD') return 'plan';
    if (IMPLICATIVE.has(governor.lemma) || NEGATIVE.has(governor.lemma)) return null;
    return (
      MOOD_OF_GOVERNOR.get(governor.lemma) ??
      (infinitive && word.relation === 'xcomp' && governor.class === 'VERB' ? 'possible' : null)
    );
  }
  // "contracts covering 2.6 gigawatts" tells of contracts, "talks of buying" of what is not done.
  if (word.relation === 'acl' && /^VB[GN]$/.test(word.tag) && dependent(tree, predicate, 'mark') === null) return null;
  if (word.relation === 'acl' || word.relation.startsWith('advcl')) {
    const of = governor.class === 'NOUN' ? MOOD_OF_NOUN.get(governor.lemma) : undefined;
    if (of !== undefined) return of;
    // "in talks to buy", "to open a site": a purpose is no fact.
    if (infinitive) return MOOD_OF_GOVERNOR.get(governor.lemma) ?? 'plan';
  }
  return null;
}

/** The mood of a clause: its own words', or what it hangs on; a joined clause takes that of the first. */
export function moodOf(tree: Tree, predicate: number, frames: readonly Frame[]): Mood {
  const seen = new Set<number>();
  for (let at = predicate; at >= 0 && !seen.has(at); at = tree.words[at]?.head ?? -1) {
    seen.add(at);
    const word = tree.words[at];
    const own = ownMood(tree, at) ?? moodUnder(tree, at);
    if (own !== null) return own;
    if (word === undefined || !/^(?:conj|xcomp|cop)/.test(word.relation)) break;
    // "is to draw power, and each pays a charge": a verb with a subject and a tense of its own is told by itself.
    if (word.relation.startsWith('conj') && /^VB[DZP]$/.test(word.tag) && dependent(tree, at, 'nsubj') !== null) break;
  }
  const last = frames.at(-1);
  return last?.stance === 'expects'
    ? 'forecast'
    : last?.stance === 'hopes' || last?.stance === 'asks' || last?.stance === 'fears'
      ? 'possible'
      : 'fact';
}
