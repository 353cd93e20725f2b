import type { Standing } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { isConditional } from './conditional.ts';
import { FORECAST_NOUN, isForecast, isGuided, isImplied, isReckoned } from './expected.ts';
import { AMONG } from './measurable.ts';
import { caseOf, isNoun, type Place, relationOf } from './place.ts';
import { isMeant } from './planned.ts';
import { isMove } from './tells.ts';
import { isWithdrawn } from './withdrawn.ts';

const ANNOUNCED =
  /^(?:announced|planned|expected|forecast|predicted|promised|agreed|proposed|projected|estimated|anticipated|guided|reported)$/;

/** What comes over somebody rather than is done: "will need 16 terawatt-hours". */
const UNDERGOES = /^(?:need|require|cost|face|lose|save|see|earn|benefit|suffer|exceed|want|mean|spare|lack)$/;

/**
 * How a number is told: by the mood of its clause and of those it hangs on, by who frames it, and by the words that take it back. What
 * the present tells of a time to come (`future`) is planned.
 */
export function standingIn(sentence: ReadSentence, place: Place, cast: Cast, future = false): Standing {
  const { tree } = sentence;
  const { clause } = place;
  const number = Math.max(
    place.from,
    tree.words.findIndex(({ class: kind }, n) => n >= place.from && kind === 'NUM'),
  );
  const before = tree.text.slice(0, (tree.words[place.from]?.start ?? tree.start) - tree.start);
  const ahead = tree.text.slice(
    0,
    (tree.words[number < place.to ? number : place.from]?.start ?? tree.start) - tree.start,
  );
  if (isWithdrawn(tree, place, before, cast)) return 'withdrawn';
  const announced = announcedBy(tree, place, ahead);
  if (announced !== null) return announced;
  if (clause === null) return /\?["”’')\]]*$/.test(tree.text) ? 'question' : 'stated';
  if (isReckoned(tree, place)) return 'forecast';
  const chain = chainOf(sentence, clause);
  const frames = clause.frames;
  if (chain.some((one) => one.mood === 'question' || isAsked(tree, one))) return 'question';
  if (isGiven(tree, place)) return 'stated';
  if (frames.some(({ stance }) => stance === 'denies' || stance === 'rejects' || stance === 'lacks')) return 'denied';
  if (isOfDenied(tree, clause)) return 'denied';
  // "More than half of the operators cannot fill them" is so.
  const { subject } = clause;
  const counts = clause.negated && subject !== null && !clause.passive && subject > place.head;
  if (clause.negated && subject !== null && (subject === place.head || counts) && place.head < clause.predicate)
    return 'stated';
  // "does not plan to drop the free tier of 5,000 hours": what the thing is stands.
  if (isOfGiven(tree, place)) return 'stated';
  if (
    clause.negated ||
    clause.negations.some((n) => n < place.from && tree.words[n - 1]?.lemma !== 'if' && isNear(tree, n, place))
  )
    return 'denied';
  if (isConditional(tree, clause, chain, place)) return 'conditional';
  if (isForecast(tree, place)) return 'forecast';
  if (isStart(tree, place)) return 'stated';
  if (isImplied(tree, clause)) return 'forecast';
  if (isReached(tree, clause)) return 'stated';
  if (clause.mood === 'plan' || isMeant(tree, clause, place)) return 'plan';
  if (clause.mood === 'forecast') {
    const will = dependents(tree, clause.predicate, 'aux').some((n) =>
      /^(?:will|shall|would|['’]ll)$/.test(tree.words[n]?.text.toLowerCase() ?? ''),
    );
    const verb = tree.words[clause.predicate]?.lemma ?? '';
    const acts = (clause.object !== null || clause.passive) && !isMove(verb) && !UNDERGOES.test(verb);
    const who = ownWord(tree, clause, cast);
    const set = SET_BY.test(tree.words[clause.subject ?? -1]?.lemma ?? '');
    // "A group led by Azulmar will lay a cable"
    const several = /^(?:group|consortium|coalition|venture|partner|partnership|alliance)$/.test(
      tree.words[clause.subject ?? -1]?.lemma ?? '',
    );
    return will && (set || (acts && (several || who !== null))) ? 'plan' : 'forecast';
  }
  const verb = tree.words[clause.predicate]?.lemma ?? '';
  if (isGuided(tree, clause)) return 'forecast';
  if (STANCE_OF_VERB.get(verb) === 'expects') return /^(?:plan|intend|aim)$/.test(verb) ? 'plan' : 'forecast';
  if (frames.some(({ stance }) => stance === 'expects')) return 'forecast';
  return future && isPresent(tree, clause) ? 'plan' : 'stated';
}

/** Whoever will do it, where they say so themselves or nobody is named who says it: what others say of them they only expect. */
function ownWord(tree: Tree, { subject, doer, frames }: Clause, cast: Cast): string | null {
  if (/^(?:we|i)$/i.test(tree.words[subject ?? -1]?.text ?? '')) return 'we';
  const who = cast.meant(tree, subject ?? doer);
  const by = frames.findLast(({ stance }) => stance === 'says' || stance === 'expects')?.by ?? null;
  if (who === null || by === null) return who;
  const teller = cast.nameAt(tree, by);
  const other = teller !== null && teller !== who && !cast.names.isPerson(teller);
  return other || /^(?:analyst|check|economist|survey|consultant|we)s?$/i.test(tree.words[by]?.lemma ?? '')
    ? null
    : who;
}

/** "doubled its revenue to hit $1.36 billion": where a change ended, told as what it was for. */
function isReached(tree: Tree, { predicate }: Clause): boolean {
  const { lemma = '', head = -1, relation = '' } = tree.words[predicate] ?? {};
  const above = tree.words[head];
  return (
    /^(?:hit|reach|total|top|surpass|exceed|become|stand|end)$/.test(lemma) &&
    /^(?:advcl|xcomp)/.test(relation) &&
    above?.tag === 'VBD' &&
    (isMove(above.lemma) || /^(?:double|triple|quadruple|halve)$/.test(above.lemma))
  );
}

/** "the free tier of 5,000 hours" */
function isOfGiven(tree: Tree, { head, clause }: Place): boolean {
  const above = tree.words[head]?.head ?? -1;
  const denied = clause?.frames.some(({ stance }) => /^(?:denies|rejects|lacks|doubts)$/.test(stance)) ?? false;
  return (
    !denied &&
    /^nmod/.test(relationOf(tree, head)) &&
    caseOf(tree, head) === 'of' &&
    tree.words[above]?.class === 'NOUN' &&
    !FORECAST_NOUN.test(tree.words[above]?.lemma ?? '') &&
    !AMONG.test(tree.words[above]?.lemma ?? '') &&
    dependents(tree, above, 'det').some((n) => tree.words[n]?.lemma === 'the')
  );
}

/** "the 2,400 megawatts announced in October", "the $3 billion that analysts expected": an amount that is spoken of as somebody's word of before. */
function announcedBy(tree: Tree, { to }: Stretch, before: string): Standing | null {
  const lead = /(?:^|\s)(\S+)\s+the\s+$/i.exec(before)?.[1];
  if (lead === undefined) return null;
  const after = tree.words.slice(to, to + 7).map(({ text }) => text);
  const verb = after.findIndex((word) => ANNOUNCED.test(word));
  const who = after
    .slice(0, Math.max(verb, 0))
    .filter((word) => !/^(?:that|which|had|has|originally|previously|first)$/i.test(word));
  if (
    verb < 0 ||
    who.some(
      (word) => /^(?:[,;.:(]|and|or|of|in|for|to|by)$/.test(word) && word !== 'by' && !/^by$/.test(word) && verb > 5,
    )
  )
    return null;
  const own = who.length === 0 || /^(?:it|they|we|he|she)$/i.test(who[0] ?? '');
  if (own) return /^(?:from|below|above|than|against|of|versus|over|under)$/i.test(lead) ? 'withdrawn' : null;
  return /^(?:announced|promised|agreed)$/.test(after[verb] ?? '') ? null : 'forecast';
}

/** "denied it would spend the $4 million", "the county's 200 data centres": what is spoken of as known, whatever is said of it. */
function isGiven(tree: Tree, place: Place): boolean {
  const { head } = place;
  const above = tree.words[head]?.head ?? -1;
  const joined = /^(?:nummod|compound|amod)/.test(relationOf(tree, head)) && isNoun(tree, above);
  const noun = joined ? above : head;
  if (!isNoun(tree, noun) || /^(?:SYM)$/.test(tree.words[noun]?.class ?? '')) return false;
  const counts = tree.words.slice(place.from, place.to).some(({ class: kind }) => kind === 'NUM');
  const open = [...dependents(tree, noun, 'amod', 'acl'), ...dependents(tree, head, 'amod')].some(
    (n) =>
      /^acl/.test(relationOf(tree, n)) ||
      /^(?:remaining|other|next|further|additional|planned|proposed|new|last|first)$/.test(tree.words[n]?.lemma ?? ''),
  );
  const known = dependents(tree, noun, 'det', 'nmod:poss', 'det:predet').some(
    (n) =>
      (n <= place.from + 1 &&
        /^(?:the|these|those|all|its|their|his|her|our)$|^PROPN$|^NOUN$/.test(`${tree.words[n]?.lemma ?? ''}`)) ||
      /^nmod:poss/.test(relationOf(tree, n)) ||
      tree.words[n]?.lemma === 'all',
  );
  return counts && known && !open && !(noun === head && place.clause?.predicate === noun);
}

/** "to grow from 90 megawatts to 310": where it stands today. */
function isStart(tree: Tree, { head }: Place): boolean {
  const verb = tree.words[head]?.head ?? -1;
  if (!/^obl/.test(relationOf(tree, head)) || caseOf(tree, head) !== 'from') return false;
  return dependents(tree, verb, 'obl').some((n) => n > head && caseOf(tree, n) === 'to');
}

/** "asked whether it would buy a million chips" */
const isAsked = (tree: Tree, { predicate }: Clause): boolean =>
  dependents(tree, predicate, 'mark', 'advmod').some((n) => tree.words[n]?.lemma === 'whether');

const isPresent = (tree: Tree, { predicate, verbs, frames }: Clause): boolean =>
  frames.length === 0 &&
  verbs.every((n) => !/^(?:VBD|VBN|MD)$/.test(tree.words[n]?.tag ?? '')) &&
  verbs.some((n) => /^VB[ZPG]$/.test(tree.words[n]?.tag ?? '')) &&
  dependent(tree, predicate, 'nsubj') !== null;

/** The clause and those that it is a part of: what they are told as, it is told as. */
function chainOf({ clauses }: ReadSentence, clause: Clause): Clause[] {
  const chain = [clause];
  for (let at = clause; /^(?:joined|complement)$/.test(at.link) && chain.length < 5; ) {
    const above = clauses[at.above ?? -1];
    if (above === undefined) break;
    if (at.link === 'complement') chain.push(above);
    at = above;
  }
  return chain;
}

/** What somebody sets rather than what comes to be: "the dividend will be 40 cents". */
const SET_BY = /^(?:dividend|coupon|fee|tariff|fare|salary|wage|rent|deposit|penalty|toll|term)$/;

/** "denied a claim that a third were twins", "rejecting a report which said": a clause about something that is denied. */
function isOfDenied(tree: Tree, { predicate }: Clause): boolean {
  let joined = false;
  for (let at = predicate, steps = 0; at >= 0 && steps < 8; steps++) {
    const { relation = '', head = -1 } = tree.words[at] ?? {};
    if (/^(?:ccomp|acl)/.test(relation)) joined = true;
    else if (!/^(?:obj|xcomp|conj|nmod)/.test(relation)) return false;
    const stance = STANCE_OF_VERB.get(tree.words[head]?.lemma ?? '');
    if (joined && /^(?:obj|ccomp)/.test(relation) && (stance === 'denies' || stance === 'rejects')) return true;
    at = head;
  }
  return false;
}

const isNear = (tree: Tree, n: number, place: Place): boolean => {
  const head = tree.words[n]?.head ?? -1;
  return head === place.head || (head >= place.from && head < place.to);
};
