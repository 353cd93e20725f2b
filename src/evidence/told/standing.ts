import type { Standing } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { branch, dependent, dependents, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { caseOf, type Place, relationOf } from './place.ts';

const FORMERLY = /^(?:earlier|previously|originally|initially|formerly|once|before)$/;
const LOOKED =
  /^(?:expect|forecast|guide|predict|project|estimate|plan|aim|target|promise|say|report|put|look|announce|anticipate)$/;
const FORECAST_NOUN = /^(?:forecast|guidance|projection|outlook|expectation|prediction|target)$/;
const LEADS =
  /(?:\b(?:not|instead of|rather than|no longer|revised from|corrected from|(?:up|down|cut|raised|lowered|reduced) from (?:an?|the|its) (?:earlier|previous|original|prior|initial)(?: \w+)? of)|, not)\s*$/i;
const UNITED = /^(?:nsubj|obj|iobj|obl|nmod|nummod|compound|amod|appos|conj|dep|advmod|root|list)/;

/** How a number is told: by the mood of its clause and of those it hangs on, by who frames it, and by the words that take it back. */
export function standingIn(sentence: ReadSentence, place: Place, cast: Cast): Standing {
  const { tree } = sentence;
  const { clause } = place;
  const before = tree.text.slice(0, (tree.words[place.from]?.start ?? tree.start) - tree.start);
  if (LEADS.test(before) || isSuperseded(tree, place) || isFormer(tree, place)) return 'withdrawn';
  if (isBefore(tree, place, before)) return 'withdrawn';
  if (clause === null) return /\?["”’')\]]*$/.test(tree.text) ? 'question' : 'stated';
  const chain = chainOf(sentence, clause);
  const frames = clause.frames;
  if (chain.some((one) => one.mood === 'question')) return 'question';
  if (frames.some(({ stance }) => stance === 'denies' || stance === 'rejects' || stance === 'lacks')) return 'denied';
  if (isOfDenied(tree, clause)) return 'denied';
  if (clause.negated || clause.negations.some((n) => n < place.from && isNear(tree, n, place))) return 'denied';
  if (chain.some((one) => one.mood === 'condition' || hangsOnIf(tree, one, place)) || isWould(tree, clause))
    return 'conditional';
  if (isForecast(tree, place) || isReckoned(tree, place)) return 'forecast';
  if (clause.mood === 'plan' || isPlanned(tree, place) || isWanted(tree, clause)) return 'plan';
  if (clause.mood === 'forecast') {
    const will = dependents(tree, clause.predicate, 'aux').some((n) =>
      /^(?:will|shall|['’]ll)$/.test(tree.words[n]?.text.toLowerCase() ?? ''),
    );
    const acts = clause.object !== null || clause.passive;
    const who = cast.meant(tree, clause.subject ?? clause.doer);
    const set = SET_BY.test(tree.words[clause.subject ?? -1]?.lemma ?? '');
    return will && (set || (acts && who !== null)) ? 'plan' : 'forecast';
  }
  const verb = tree.words[clause.predicate]?.lemma ?? '';
  if (isGuided(tree, clause)) return 'forecast';
  if (STANCE_OF_VERB.get(verb) === 'expects') return /^(?:plan|intend|aim)$/.test(verb) ? 'plan' : 'forecast';
  return frames.some(({ stance }) => stance === 'expects') ? 'forecast' : 'stated';
}

/** Does an "if" bear on the figure: one at the front or the end of the clause, or one among its figures and before this? */
function hangsOnIf(tree: Tree, { predicate }: Clause, { from }: Place): boolean {
  return dependents(tree, predicate, 'advcl').some(
    (n) =>
      dependents(tree, n, 'mark').some((at) => /^(?:if|unless|provided|assuming)$/.test(tree.words[at]?.lemma ?? '')) &&
      (n < from || branch(tree, n).at(-1) === tree.words.length - 2),
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
  /\b(?:rais|cut|lift|lower|trim|increas|reduc|revis|narrow|widen|slash|hik|upgrad|downgrad)\w*\b[^.;]*\b(?:forecast|guidance|outlook|projection|target|estimate)s?\b/i;

/** "formerly 495", "raised its forecast of sales to 49 from 46": what a number was before it was changed. */
function isBefore(tree: Tree, place: Place, before: string): boolean {
  if (/\b(?:formerly|previously|originally)\s+(?:at |of |from )?$/i.test(before)) return true;
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

/** "the guided $7 billion", "a projected 4%". */
function isReckoned(tree: Tree, { head }: Place): boolean {
  return dependents(tree, head, 'amod')
    .concat(dependents(tree, tree.words[head]?.head ?? -1, 'amod').filter((n) => n < head && head - n < 4))
    .some((n) =>
      /^(?:guided|expected|forecast|projected|predicted|estimated|anticipated)$/i.test(tree.words[n]?.text ?? ''),
    );
}

/** "had looked for $1.31", "has guided to orders of $5 billion". */
function isGuided(tree: Tree, { predicate, obliques }: Clause): boolean {
  const verb = tree.words[predicate]?.lemma ?? '';
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
  return [clause.predicate, ...clause.frames.map(({ verb }) => verb)].some((verb) => {
    if (!LOOKED.test(tree.words[verb]?.lemma ?? '')) return false;
    const had = dependents(tree, verb, 'aux').some((n) => tree.words[n]?.text.toLowerCase() === 'had');
    const formerly = dependents(tree, verb, 'advmod').some((n) => FORMERLY.test(tree.words[n]?.lemma ?? ''));
    const own = clause.subject !== null && /^(?:PRON|PROPN)$/.test(tree.words[clause.doer ?? -1]?.class ?? 'X');
    return formerly || (had && own);
  });
}

/** "an earlier outlook of $38 billion", "raised its forecast to $42 billion from $38 billion". */
function isFormer(tree: Tree, place: Place): boolean {
  const { head, relation } = tree.words[place.head] ?? {};
  if (head === undefined || head < 0) return false;
  const old = dependents(tree, head, 'amod').concat(dependents(tree, place.head, 'amod'));
  if (
    old.some((n) => /^(?:early|earlier|previous|prior|original|old|former|initial)$/.test(tree.words[n]?.lemma ?? ''))
  )
    return true;
  return relation?.startsWith('obl') === true && caseOf(tree, place.head) === 'from' && isForecast(tree, place);
}

/** "forecasts of $6.9 billion". */
function isForecast(tree: Tree, { head }: Place): boolean {
  for (
    let at = head, steps = 0;
    at >= 0 && steps < 4 && UNITED.test(relationOf(tree, at));
    at = tree.words[at]?.head ?? -1, steps++
  )
    if (FORECAST_NOUN.test(tree.words[at]?.lemma ?? '')) return true;
  // "raised its outlook to"
  const verb = tree.words[head]?.head ?? -1;
  const moved = dependent(tree, verb, 'obj', 'nsubj:pass');
  return moved !== null && FORECAST_NOUN.test(tree.words[moved]?.lemma ?? '');
}
