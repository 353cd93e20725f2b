import { isGeneric } from '../../language/organisations.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { Stretch, Tree } from '../../reading/tree.ts';
import { isMove as isChange, isChangeNoun } from '../figures/directions.ts';
import { isStranded } from './deed.ts';
import { EMPTY } from './measurable.ts';
import { isAbove } from './phrase.ts';
import { caseOf, isName, isNoun, type Place, written } from './place.ts';
import type { Shown } from './shown.ts';
import { isMove } from './tells.ts';
import type { Words } from './whole.ts';

/** Nouns that say that there is something to measure, and not what. */
export const VAGUE =
  /^(?:money|talk|schedule|thing|area|panel|slide|apiece|program|programme|draft|report|page|batch|basis|case|way|part|half|discussion|board|year|start|end|beginning|difference|house|round|lieu|rest|date|cash|worth|promise)$/;
/**
 * Is the number itself what the verb does something with, its noun only who does it or what it is done for: "the campus will draw 90 MW",
 * "spent $40 million on cables"?
 */
export function isWhatIsDone(tree: Tree, place: Place, clause: Clause, noun: number): boolean {
  const { object, predicate, subject } = clause;
  const { head = -1, relation = '' } = tree.words[noun] ?? {};
  const isUnder = head >= place.from && head < place.to;
  if (isUnder && /^(?:on|for|into|to|in)$/.test(caseOf(tree, noun)) && tree.words[place.to]?.lemma !== 'of')
    return true;
  const isDone =
    place.from === predicate + 1 ||
    (object !== null && object >= place.from && object < place.to) ||
    isStranded(tree, clause, place.head);
  if (!isDone || tree.words[predicate]?.class !== 'VERB') return false;
  const { lemma = '' } = tree.words[predicate] ?? {};
  // "dry cooling would add 31 MW"
  const gives =
    /^(?:add|shed|lose|save)$/.test(lemma) &&
    !tree.words.slice(place.from, place.to).some(({ text }) => /^%$|^percent/.test(text));
  if (noun === subject) return !clause.passive && (gives || (!isMove(lemma) && !changes(tree, predicate)));
  return head === predicate && relation.startsWith('obl') && tree.words[place.to]?.lemma !== 'of' && !clause.passive;
}

export const changes = (tree: Tree, verb: number): boolean =>
  isChange(tree.words[verb]?.lemma ?? '') || isChange(tree.words[verb]?.text.toLowerCase() ?? '');

/** "Tessera's backlog stands at 26,000 servers": what is counted is the size of what has that for its level. */
export function levelOf(tree: Tree, place: Place, { counted }: Shown, noun: number): number {
  const { doer = null, predicate = -1, link = 'root' } = place.clause ?? {};
  const subject = place.clause?.subject ?? (link === 'attribute' ? doer : null);
  const verb = tree.words[predicate]?.lemma ?? '';
  const isLevel = isMove(verb) && !/^(?:add|shed|lose|gain|sell|be|hold|trade)$/.test(verb);
  // "raised the threshold to 60,000 accelerators"
  const object = place.clause?.object ?? null;
  const isRaised =
    object !== null && object > predicate && object < place.from && (isLevel || changes(tree, predicate));
  if (counted && isRaised && !isName(tree, object) && caseOf(tree, place.head) === 'to' && isNoun(tree, object))
    return object;
  const isBehind =
    subject !== null &&
    subject < predicate &&
    noun > predicate &&
    isNoun(tree, subject) &&
    /^(?:to|at)?$/.test(caseOf(tree, place.head));
  if (counted && isLevel && isBehind) return subject;
  // "Demand for racks grew by a quarter": of a noun under another, that which has it.
  const { head = -1, relation = '' } = tree.words[noun] ?? {};
  const isUnder =
    relation.startsWith('nmod') && head >= 0 && head < noun && noun < place.from && caseOf(tree, noun) === 'for';
  return isUnder &&
    /^NN/.test(tree.words[head]?.tag ?? '') &&
    !isChangeNoun(tree.words[head]?.lemma ?? '') &&
    !isAbove(tree, head, { from: place.from, to: place.from }) &&
    /^(?:demand|price|cost|need|market|spending|request|order)s?$/.test(tree.words[head]?.lemma ?? '')
    ? head
    : noun;
}

/** The word that a number and its noun hang on together, where the one is said of the other without a verb: "340 jobs", "revenue of $4 billion". */
export function thingOf(tree: Tree, place: Place, noun: number): number | null {
  const climbs = (from: number, to: (n: number) => boolean): boolean => {
    for (let at = from, steps = 0; at >= 0 && steps < 5; at = tree.words[at]?.head ?? -1, steps++) {
      if (to(at)) return true;
      if (!/^(?:nmod|nummod|compound|amod|appos|flat|det|conj)/.test(tree.words[at]?.relation ?? '')) return false;
    }
    return false;
  };
  // "lifts its backlog to €1.3 billion"
  const isLevel = /^(?:to|from|by|at)$/.test(caseOf(tree, place.head));
  if (!isLevel && climbs(place.head, (n) => n === noun)) return noun;
  // "orders worth €5.2 billion"
  if (tree.words[place.from - 1]?.lemma === 'worth' && noun === place.from - 2) return noun;
  // "rejected 19 of 23 applications"
  const of = tree.words[place.to];
  if (of?.lemma === 'of' && of.head === noun) return place.head;
  return climbs(noun, (n) => n >= place.from && n < place.to) ? place.head : null;
}

/** A name measures nothing, nor does whoever or whatever only has a number. */
export function measuresNothing({ tree, cast }: Words, told: Shown, concept: Stretch, head: number): boolean {
  const { lemma = '', class: kind = '' } = tree.words[head] ?? {};
  if (EMPTY.test(lemma) || VAGUE.test(lemma) || (isGeneric(lemma) && !told.counted) || !/^(?:NOUN|PROPN)$/.test(kind))
    return true;
  const text = written(tree, concept);
  return text === told.subject || (cast.nameAt(tree, head) !== null && !told.counted && !/\d/.test(text));
}
