import { stem } from '../../language/stem.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import { participleOf } from '../../reading/lemma.ts';
import { branch, dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { caseOf, isNoun, type Place, written } from './place.ts';
import { tells } from './tells.ts';

/** Verbs that do nothing to their object: they tell what it is of, or how large. */
const NO_DEED =
  /^(?:have|be|see|get|total|reach|hit|include|post|cost|last|weigh|measure|need|require|use|draw|make|lose|add|gain|cut|lift|lower|reduce|increase|mean|show|cover|exceed|top|beat|miss|carry|hold|follow|become|represent|average)$/;
/** What is done to a noun, beside money, by which it moves rather than comes to be somebody's. */
const MOVES = /^(?:raise|take)$/;
const ASIDE = ['acl', 'appos', 'parataxis', 'punct', 'advcl', 'conj', 'cc'];

/** Does a verb, by its base form, tell what somebody reckons with? */
export const expects = (verb: string): boolean =>
  STANCE_OF_VERB.get(verb) === 'expects' && !/^(?:plan|intend|aim)$/.test(verb);

type Free = (stretch: Stretch) => boolean;
/** How a caption tells what somebody does to what is measured, the fuller first. */
type Deed = (noun: string, subject: string) => readonly string[];

/**
 * "power contracted by Northwind Cloud for a campus near Lima" where it is done, "substations Halden plans to build" where it is not
 * yet; null where the clause tells nothing that is done to it.
 */
export function deedIn(tree: Tree, clause: Clause, place: Place, noun: number, isFree: Free): Deed | null {
  const { head, from, to } = place;
  const { object, predicate } = clause;
  const lemma = tree.words[predicate]?.lemma ?? '';
  const isIts = object !== null && (object === noun || object === head || (object >= from && object < to));
  // "revenue Halden expects"
  if (isIts && expects(lemma) && !clause.negated && !clause.passive)
    return (of, who) => [`${of} ${who} ${written(tree, { from: Math.min(...clause.verbs), to: predicate + 1 })}`];
  if (!isIts || !isDeed(tree, clause) || (MOVES.test(lemma) && object === noun)) return null;
  const laid = caseOf(tree, noun);
  // "spent $40 million on cables"
  if (object !== noun && !/^(?:of)?$/.test(laid)) {
    const done = doneIn(tree, clause, place, isFree);
    return /^(?:on|in|into|for|to)$/.test(laid) && done !== null ? (_, who) => done(who) : null;
  }
  return telling(tree, clause, object, to, isFree);
}

/** "raised by Halden from three banks", "Halden will pay for a cable": of money that is the object of what is done. */
export function doneIn(
  tree: Tree,
  clause: Clause,
  { head, from, to }: Place,
  isFree: Free,
): ((who: string) => readonly string[]) | null {
  const { object } = clause;
  const isIts = object !== null && (object === head || (object >= from && object < to));
  if (!isIts || !isDeed(tree, clause)) return null;
  const deed = telling(tree, clause, object, to, isFree);
  return deed === null ? null : (who) => deed('', who).map((text) => text.trim());
}

function isDeed(tree: Tree, { predicate, negated, passive }: Clause): boolean {
  const lemma = tree.words[predicate]?.lemma ?? '';
  return (
    !negated &&
    !passive &&
    dependent(tree, predicate, 'compound:prt') === null &&
    (!tells(lemma) || lemma === 'order') &&
    !NO_DEED.test(lemma)
  );
}

function telling(
  tree: Tree,
  { predicate, verbs, mood }: Clause,
  object: number,
  after: number,
  isFree: Free,
): Deed | null {
  const lemma = tree.words[predicate]?.lemma ?? '';
  // What is told in another form is told in words of the sentence.
  const isOwn = (form: string): boolean => stem(form) === stem(tree.words[predicate]?.text.toLowerCase() ?? '');
  const aim = dependents(tree, predicate, 'obl')
    .concat(dependents(tree, object, 'nmod'))
    .find((n) => n >= after && /^(?:for|to|from|at|near|in|on|into)$/.test(caseOf(tree, n)) && isAim(tree, n, isFree));
  const own = aim === undefined ? [] : branch(tree, aim, ASIDE);
  const end = aim === undefined ? '' : ` ${written(tree, { from: own[0] ?? aim, to: (own.at(-1) ?? aim) + 1 })}`;
  if (mood === 'fact') {
    const done = participleOf(lemma);
    if (!isOwn(done)) return null;
    return (of, who) => [...(of.endsWith(end) ? [] : [`${of} ${done} by ${who}${end}`]), `${of} ${done} by ${who}`];
  }
  const above = governors(tree, predicate);
  if (above.length === 0 && dependents(tree, predicate, 'mark').some((n) => tree.words[n]?.tag === 'TO')) return null;
  const first = Math.min(...verbs, ...above);
  const will = written(tree, { from: first, to: predicate + 1 });
  const isPlain = tree.words
    .slice(first, predicate + 1)
    .every(({ class: kind }) => /^(?:VERB|AUX|PART|ADV|ADJ)$/.test(kind));
  return isPlain ? (of, who) => [`${of} ${who} ${will}${end}`, `${of} ${who} ${will}`] : null;
}

/** The verbs that an infinitive hangs on, with their auxiliaries: "plans", "is expected". */
function governors(tree: Tree, predicate: number): number[] {
  const found: number[] = [];
  for (let at = predicate; tree.words[at]?.relation === 'xcomp' && found.length < 6; ) {
    at = tree.words[at]?.head ?? -1;
    found.push(at, ...dependents(tree, at, 'aux'));
  }
  return found;
}

function isAim(tree: Tree, n: number, isFree: Free): boolean {
  const own = branch(tree, n, ASIDE);
  const [from, to] = [own[0] ?? n, (own.at(-1) ?? n) + 1];
  const kind = tree.words[n];
  const time = /^(?:year|month|week|day|quarter|half|time)$/.test(kind?.lemma ?? '') || /^\d/.test(kind?.text ?? '');
  return (
    !time &&
    !isNoun(tree, to) &&
    own.length <= 8 &&
    to - from === own.length &&
    isFree({ from, to }) &&
    !/^(?:NUM|PRON)$/.test(kind?.class ?? '')
  );
}
