import type { Standing } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { branch, dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { caseOf, isNoun, type Place, relationOf } from './place.ts';
import { isMove, isTime as isSpan } from './tells.ts';

const FORMERLY = /^(?:early|earlier|previously|originally|initially|formerly|once|before)$/;
const LOOKED =
  /^(?:expect|forecast|guide|predict|project|estimate|plan|aim|target|promise|say|report|put|look|announce|anticipate|assume|model|ask|seek|want|request)$/;
const FORECAST_NOUN = /^(?:forecast|guidance|guide|projection|outlook|expectation|prediction|target|consensus)$/;
const ANNOUNCED =
  /^(?:announced|planned|expected|forecast|predicted|promised|agreed|proposed|projected|estimated|anticipated|guided|reported)$/;
/** What comes over somebody rather than is done: "will need 16 terawatt-hours". */
const UNDERGOES = /^(?:need|require|cost|face|lose|save|see|earn|benefit|suffer|exceed|want|mean|spare|lack)$/;
const SOUGHT =
  /^(?:request|talks?|consider|seek|weigh|mull|explore|propose|offer|want|wish|bid|proposal|discussions?|negotiations?|negotiate|discuss|must|obliged?|oblige|require)$/;
const LEADS =
  /(?:\b(?:not|instead of|rather than|no longer|revised from|corrected from|(?:up|down|cut|raised|lowered|reduced) from (?:an?|the|its) (?:earlier|previous|original|prior|initial)(?: \w+)? of)|, not)\s*$/i;
const UNITED = /^(?:nsubj|obj|iobj|obl|nmod|nummod|compound|amod|appos|conj|dep|advmod|root|list)/;

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
  if (LEADS.test(before) || isSuperseded(tree, place) || isFormer(tree, place)) return 'withdrawn';
  if (isBefore(tree, place, before) || isTakenBack(tree, place, cast)) return 'withdrawn';
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
  if (clause.negated || clause.negations.some((n) => n < place.from && isNear(tree, n, place))) return 'denied';
  if (
    chain.some((one) => one.mood === 'condition' || hangsOnIf(tree, one, place)) ||
    (isWould(tree, clause) && (!isReported(tree, clause) || isUnreal(tree, clause))) ||
    isSubjectTo(tree, place)
  )
    return 'conditional';
  if (isForecast(tree, place)) return 'forecast';
  if (isStart(tree, place)) return 'stated';
  if (isImplied(tree, clause)) return 'forecast';
  if (isReached(tree, clause)) return 'stated';
  if (clause.mood === 'plan' || isSought(tree, clause) || isPlanned(tree, place) || isWanted(tree, clause))
    return 'plan';
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

/** "would have been spared": what did not come to be. */
const isUnreal = (tree: Tree, { predicate }: Clause): boolean => {
  const helpers = dependents(tree, predicate, 'aux').map((n) => tree.words[n]?.lemma);
  return helpers.includes('would') && helpers.includes('have');
};

/** "contributes 58 million euros, subject to a review" */
const isSubjectTo = (tree: Tree, { to }: Place): boolean =>
  /^[^.;:]{0,40}\bsubject to (?:an? |the |its |their )?(?:[\p{Ll}-]+ ){0,2}(?:approval|review|permit|vote|consent|condition|clearance|financing|due diligence)/u.test(
    tree.text.slice((tree.words[to]?.start ?? tree.end) - tree.start),
  );

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

/** "guidance for March implies growth of 8%" */
const isImplied = (tree: Tree, { subject, predicate }: Clause): boolean =>
  FORECAST_NOUN.test(tree.words[subject ?? -1]?.lemma ?? '') &&
  /^(?:imply|suggest|point|call|assume|signal|foresee|mean)$/.test(tree.words[predicate]?.lemma ?? '');

/** "that three pumps had failed. That was wrong.", "83% for May, which was overstated" */
const WRONG =
  /^(?:[Tt]hat|[Tt]his|[Ii]t|[Ww]hich|[Tt]he (?:figure|number|claim))(?: has since)? (?:was|is|were|proved|turned out to be)(?: \w+)? (?:wrong|incorrect|mistaken|false|an error|a mistake|overstated|understated|inflated|too (?:high|low))\b/;

const isTakenBack = (tree: Tree, { to }: Place, cast: Cast): boolean => {
  const after = tree.text.slice((tree.words[to]?.start ?? tree.end) - tree.start);
  return WRONG.test(after.replace(/^(?:[^,;]{0,60}?, )?(?=which )/, '')) || WRONG.test(cast.next);
};

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
  if (who.some((word) => /^[,;.:(]$/.test(word))) return null;
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

/** "said it would ship": the past of "will", where somebody told it. */
const isReported = (tree: Tree, { frames, predicate }: Clause): boolean =>
  dependents(tree, predicate, 'aux').some((n) => tree.words[n]?.lemma === 'would') &&
  frames.some(
    ({ verb, stance }) => /^(?:says|expects)$/.test(stance) && /^(?:VB[DN]|NN)$/.test(tree.words[verb]?.tag ?? ''),
  );

const isPresent = (tree: Tree, { predicate, verbs, frames }: Clause): boolean =>
  frames.length === 0 &&
  verbs.every((n) => !/^(?:VBD|VBN|MD)$/.test(tree.words[n]?.tag ?? '')) &&
  verbs.some((n) => /^VB[ZPG]$/.test(tree.words[n]?.tag ?? '')) &&
  dependent(tree, predicate, 'nsubj') !== null;

/** "is in talks to raise", "offers to sell", "wanted to build": what is sought and not yet done. */
function isSought(tree: Tree, { predicate, obliques }: Clause): boolean {
  // "is looking for €1.1 billion", "is negotiating over 5 gigawatts"
  const { lemma = '', tag = '' } = tree.words[predicate] ?? {};
  if (
    tag === 'VBG' &&
    (/^(?:talk|negotiate|bargain|haggle)$/.test(lemma) ||
      obliques.some((one) => lemma === 'look' && one.case === 'for'))
  )
    return true;
  for (let at = predicate, steps = 0; at >= 0 && steps < 4; steps++) {
    const { relation = '', head = -1 } = tree.words[at] ?? {};
    if (!/^(?:xcomp|acl|ccomp|conj)/.test(relation)) return false;
    if (SOUGHT.test(tree.words[head]?.lemma ?? '') && !relation.includes('relcl')) return true;
    at = head;
  }
  return false;
}

/** Does an "if" bear on the figure: one at the front or the end of the clause, or one among its figures and before this? */
function hangsOnIf(tree: Tree, { predicate }: Clause, { from }: Place): boolean {
  return dependents(tree, predicate, 'advcl').some(
    (n) =>
      dependents(tree, n, 'mark').some((at) => /^(?:if|unless|provided|assuming)$/.test(tree.words[at]?.lemma ?? '')) &&
      (n < from || branch(tree, n).at(-1) === tree.words.length - 2) &&
      !isAmong(tree, n, from),
  );
}

/** "A in the first quarter, B in the second and, if a line starts, C in the third": a condition among figures bears on what stands behind it. */
function isAmong(tree: Tree, condition: number, from: number): boolean {
  const start = dependents(tree, condition, 'mark')[0] ?? condition;
  return (
    start > from && /^(?:and|or|but)$/.test(tree.words[start - 2]?.text ?? '') && tree.words[start - 1]?.text === ','
  );
}

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
const MOVED =
  /\b(?:rais|cut|lift|lower|trim|increas|reduc|revis|narrow|widen|slash|hik|upgrad|downgrad)\w*\b[^.;]{0,200}\b(?:forecast|guidance|outlook|projection|target|estimate)s?\b/i;

/** "formerly 495", "raised its forecast of sales to 49 from 46": what a number was before it was changed. */
function isBefore(tree: Tree, place: Place, before: string): boolean {
  if (/\bat first (?:sought|wanted|asked|planned|proposed|put|said|told|expected|reported)\b[^,;]{0,60}$/i.test(before))
    return true;
  if (/\b(?:formerly|previously|originally)\s+(?:at |of |from )?$|\((?:was|old|prior):? $/i.test(before)) return true;
  return /\bfrom\s+(?:a |an |the )?$/i.test(before) && MOVED.test(before) && caseOf(tree, place.head) !== 'to';
}

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

/** "$1.29 billion expected": right behind a sum, whichever one the tree ties it to. */
const isOfSum = ({ words }: Tree, n: number): boolean =>
  /^acl/.test(words[n]?.relation ?? '') && /^(?:SYM|NUM)$/.test(words[words[n]?.head ?? -1]?.class ?? '');

/** "the guided $7 billion", "a projected 4%", "against $1.29 billion expected". */
function isReckoned(tree: Tree, { head, to }: Place): boolean {
  return dependents(tree, head, 'amod')
    .concat(dependents(tree, tree.words[head]?.head ?? -1, 'amod').filter((n) => n < head && head - n < 4))
    .concat(isOfSum(tree, to) ? [to] : [])
    .some((n) =>
      /^(?:guided|expected|forecast|projected|predicted|estimated|anticipated)$/i.test(tree.words[n]?.text ?? ''),
    );
}

/** "had looked for $1.31", "has guided to orders of $5 billion". */
function isGuided(tree: Tree, { predicate, obliques }: Clause): boolean {
  const verb = tree.words[predicate]?.tag === 'VBG' ? '' : (tree.words[predicate]?.lemma ?? '');
  return obliques.some(({ case: of }) => (verb === 'look' && of === 'for') || (verb === 'guide' && of === 'to'));
}

/** "two planned halls of 90 megawatts", "a line of 400 kilometres, due in 2029". */
function isPlanned(tree: Tree, { head }: Place): boolean {
  for (let at = head, steps = 0; at >= 0 && steps < 3; at = tree.words[at]?.head ?? -1, steps++) {
    if (
      dependents(tree, at, 'amod', 'acl').some(
        (n) =>
          (/^(?:planned|proposed|due)$/i.test(tree.words[n]?.text ?? '') && tree.words[n]?.class !== 'VERB') ||
          /^(?:planned|proposed)$/i.test(tree.words[n]?.text ?? ''),
      )
    )
      return true;
    if (!/^(?:nummod|nmod|compound|amod|appos)/.test(relationOf(tree, at))) return false;
  }
  return false;
}

/** "wants users to pay for 85%": what somebody would have others do. */
function isWanted(tree: Tree, { predicate }: Clause): boolean {
  const { relation = '', head = -1 } = tree.words[predicate] ?? {};
  return /^(?:xcomp|ccomp)/.test(relation) && /^(?:want|propose|seek)$/.test(tree.words[head]?.lemma ?? '');
}

const isNear = (tree: Tree, n: number, place: Place): boolean => {
  const head = tree.words[n]?.head ?? -1;
  return head === place.head || (head >= place.from && head < place.to);
};

const isWould = (tree: Tree, { predicate }: Clause): boolean =>
  dependents(tree, predicate, 'aux').some((n) => /^(?:would|could|might|may)$/.test(tree.words[n]?.lemma ?? ''));

/** "had expected $290", "earlier said 40": told of a time before, as what was thought then. */
function isSuperseded(tree: Tree, { clause }: Place): boolean {
  if (clause === null) return false;
  const words: readonly (readonly [number, number | null])[] = [
    [clause.predicate, clause.doer],
    ...clause.frames.map(({ verb, by }) => [verb, by] as const),
  ];
  return words.some(([verb, by]) => {
    if (by !== null && isEdition(tree, by)) return true;
    if (!LOOKED.test(tree.words[verb]?.lemma ?? '')) return false;
    const had = dependents(tree, verb, 'aux').some((n) => tree.words[n]?.text.toLowerCase() === 'had');
    // "from a year earlier" tells what it is set against.
    const formerly = dependents(tree, verb, 'advmod').some(
      (n) => FORMERLY.test(tree.words[n]?.lemma ?? '') && !isSpan(tree.words[n - 1]?.lemma ?? ''),
    );
    const who = tree.words[by ?? -1];
    const own =
      who !== undefined && (/^(?:PRON|PROPN)$/.test(who.class) || /^(?:management|company|firm)$/.test(who.lemma));
    // "ComputeIndex had said that it expected 310" holds, "we had said that it was 420; it is 240" does not.
    const told = clause.frames.some(({ stance }) => /^(?:says|denies|rejects)$/.test(stance));
    const mended = (verb === clause.predicate && !told) || /;|\b(?:but|correct\w*|instead)\b/.test(tree.text);
    return formerly || (had && own && mended);
  });
}

/** "An earlier version of this article": what a text says of itself as it stood before. */
const isEdition = (tree: Tree, n: number): boolean =>
  /^(?:version|edition|draft|headline|caption)$/.test(tree.words[n]?.lemma ?? '') && isOld(tree, n);

const isOld = (tree: Tree, n: number): boolean =>
  dependents(tree, n, 'amod').some((at) =>
    /^(?:previous|earlier|former|old|original)$/.test(tree.words[at]?.text.toLowerCase() ?? ''),
  );

/** "an earlier outlook of $38 billion", "raised its forecast to $42 billion from $38 billion". */
function isFormer(tree: Tree, place: Place): boolean {
  const { head = -1, relation } = tree.words[place.head] ?? {};
  // "a previous $4 billion contract" still holds.
  const noun = tree.words[head]?.lemma ?? '';
  const isDeal = /^(?:contract|deal|agreement|order|round|investment|purchase|lease|loan|acquisition|offering)$/.test(
    noun,
  );
  const old = (isDeal ? [] : dependents(tree, head, 'amod')).concat(dependents(tree, place.head, 'amod'));
  if (old.some((n) => /^(?:early|earlier|previous|prior|original|former|initial)$/.test(tree.words[n]?.lemma ?? '')))
    return true;
  // "The previous draft had a ceiling of 30,000", "the minimum used to be 64"
  const { subject = null, predicate = -1 } = place.clause ?? {};
  if (
    subject !== null &&
    isOld(tree, subject) &&
    !/^(?:year|quarter|month|week|period|season|record)$/.test(tree.words[subject]?.lemma ?? '')
  )
    return true;
  const governor = tree.words[tree.words[predicate]?.head ?? -1];
  if (/^xcomp/.test(relationOf(tree, predicate)) && governor?.text === 'used' && governor.lemma === 'use') return true;
  return relation?.startsWith('obl') === true && caseOf(tree, place.head) === 'from' && isForecast(tree, place);
}

/** "forecasts of $6.9 billion". */
function isForecast(tree: Tree, { head, clause }: Place): boolean {
  for (
    let at = head, steps = 0;
    at >= 0 && steps < 4 && UNITED.test(relationOf(tree, at));
    at = tree.words[at]?.head ?? -1, steps++
  )
    if (FORECAST_NOUN.test(tree.words[at]?.lemma ?? '')) return true;
  // "raised its outlook to"
  return [tree.words[head]?.head ?? -1, clause?.predicate ?? -1].some((verb) => {
    const moved = dependent(tree, verb, 'obj', 'nsubj:pass');
    return moved !== null && moved < head && FORECAST_NOUN.test(tree.words[moved]?.lemma ?? '');
  });
}
