import { MOOD_OF_NOUN, STANCE_OF_NOUN } from '../../reading/clauses/stance.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { isForecast } from './expected.ts';
import { caseOf, type Place, relationOf } from './place.ts';
import { isTime as isSpan } from './tells.ts';

const FORMERLY = /^(?:early|earlier|previously|originally|initially|formerly|once|before)$/;
const LOOKED =
  /^(?:expect|forecast|guide|predict|project|estimate|plan|aim|target|promise|say|report|put|look|announce|anticipate|assume|model|ask|seek|want|request)$/;
const LEADS =
  /(?:\b(?:(?<!\bif )not|instead of|rather than|no longer|revised from|corrected from|(?:up|down|cut|raised|lowered|reduced) from (?:an?|the|its) (?:earlier|previous|original|prior|initial)(?: \w+)? of)|, not)\s*$/i;

/** Is a number one that no longer holds: said to be former, wrong, or what was thought before? `before` is what its sentence has ahead of it. */
export function isWithdrawn(tree: Tree, place: Place, before: string, cast: Cast): boolean {
  return (
    LEADS.test(before) ||
    isSuperseded(tree, place) ||
    isFormer(tree, place) ||
    isBefore(tree, place, before) ||
    isGivenUp(tree, place) ||
    isTakenBack(tree, place, cast)
  );
}

/** "that three pumps had failed. That was wrong.", "83% for May, which was overstated" */
const WRONG =
  /^(?:[Tt]hat|[Tt]his|[Ii]t|[Ww]hich|[Tt]he (?:figure|number|claim))(?: has since)? (?:was|is|were|proved|turned out to be)(?: \w+)? (?:wrong|incorrect|mistaken|false|an error|a mistake|overstated|understated|inflated|too (?:high|low))\b/;

const isTakenBack = (tree: Tree, { to }: Place, cast: Cast): boolean => {
  const after = tree.text.slice((tree.words[to]?.start ?? tree.end) - tree.start);
  return WRONG.test(after.replace(/^(?:[^,;]{0,60}?, )?(?=which )/, '')) || WRONG.test(cast.next);
};

const GIVES_UP =
  /^(?:withdraw|rescind|retract|scrap|abandon|drop|ditch|shelve|cancel|pull|scuttle|axe|jettison|revoke)$/;
/** "withdrew its forecast of $480 million in sales", "plans to build 40 halls were scrapped": gone with what was intended. */
function isGivenUp(tree: Tree, { head }: Place): boolean {
  for (let n = head; n >= 0; n = tree.words[n]?.head ?? -1) {
    const { lemma = '', head: above = -1 } = tree.words[n] ?? {};
    const verb = tree.words[above];
    if (
      (MOOD_OF_NOUN.has(lemma) || STANCE_OF_NOUN.has(lemma)) &&
      /^(?:obj|nsubj:pass)$/.test(relationOf(tree, n)) &&
      GIVES_UP.test(verb?.lemma ?? '') &&
      /^VB[DNG]$/.test(verb?.tag ?? '')
    )
      return !dependents(tree, above, 'aux', 'advmod').some((at) =>
        /^(?:not|n['’]t|never|may|might|could|would|will|should|must)$/.test(tree.words[at]?.text.toLowerCase() ?? ''),
      );
    if (!/^(?:nmod|compound|nummod|amod|acl|obj|obl|conj|appos|dep)(?:$|:)/.test(relationOf(tree, n))) return false;
  }
  return false;
}

const MOVED =
  /\b(?:rais|cut|lift|lower|trim|increas|reduc|revis|narrow|widen|slash|hik|upgrad|downgrad)\w*\b[^.;]{0,200}\b(?:forecast|guidance|outlook|projection|target|estimate)s?\b/i;

/** "formerly 495", "raised its forecast of sales to 49 from 46": what a number was before it was changed. */
function isBefore(tree: Tree, place: Place, before: string): boolean {
  if (/\bat first (?:sought|wanted|asked|planned|proposed|put|said|told|expected|reported)\b[^,;]{0,60}$/i.test(before))
    return true;
  if (/\b(?:formerly|previously|originally)\s+(?:at |of |from )?$|\((?:was|old|prior):? $/i.test(before)) return true;
  return /\bfrom\s+(?:a |an |the )?$/i.test(before) && MOVED.test(before) && caseOf(tree, place.head) !== 'to';
}

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
