import { isBody } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { isMarket, isMarketNoun, isOfMany } from './market.ts';
import type { Measure } from './measurable.ts';
import { caseOf, isName, isNoun, nounPhrase, type Place, standsFor, written } from './place.ts';
import { isSomebodys } from './sums.ts';
import { isFlow, isMove, reckons, tells } from './tells.ts';

/** What does nothing by itself, though a verb may have it for its subject. */
const NO_DOER = /^(?:part|page|table|chart|proceeds?|rest|remainder|work|construction|item|section|note|people)$/;

const BODY =
  /^(?:council|city|county|state|region|country|court|union|regulator|government|parliament|league|village|town|province|co-op|zone|site|hall|plant|campus|park|nation|grid|line|cable|port|basin|river|valley)$/;
/** Who is somebody's, and has what is their own. */
const OTHERS =
  /^(?:rival|competitor|peer|customer|client|supplier|partner|neighbou?r|tenant|lender|investor|shareholder|parent|owner|critic)$/;
/** Nouns of what tells numbers. */
const TELLING =
  /^(?:figure|data|survey|study|report|estimate|forecast|poll|count|tally|record|document|filing|index|paper|presentation)$/;
/** Who is always somebody's. */
const RELATIVE =
  /^(?:customer|client|tenant|employee|subscriber|member|supplier|lender|shareholder|investor|creditor|partner|subsidiary|unit)$/;
const SOME = /^(?:such|most|all|an?|some|many|several)$/;

/** The word of a stretch that the others hang on. */
export function headOf(tree: Tree, { from, to }: Stretch): number {
  for (let n = from; n < to; n++) {
    const { head = -1, relation = '', class: kind = '' } = tree.words[n] ?? {};
    if ((head >= from && head < to) || kind === 'PUNCT') continue;
    // "with inference revenue up 88%": of two nouns that hang on one word alike, the last is the thing.
    let last = n;
    while (last + 1 < to && tree.words[last + 1]?.head === head && tree.words[last + 1]?.relation === relation) last++;
    return last;
  }
  return to - 1;
}

/** Somebody who is called by a common noun: "households", "the county". */
const common = (tree: Tree, n: number): string =>
  // "13,400-kilometre system" without its number is a stump.
  /^[-–]$/.test(tree.words[nounPhrase(tree, n, null).from - 1]?.text ?? '')
    ? (tree.words[n]?.text ?? '')
    : written(tree, nounPhrase(tree, n, null));

/** A figure in its sentence, for whose it may be. */
type Numbered = {
  readonly place: Place;
  readonly concept: Stretch | null;
  /** Who stands before the number in a shortened list. */
  readonly gap: Stretch | null;
  readonly counted: boolean;
  readonly kind: Measure['kind'];
  readonly places: readonly (Stretch | null)[];
};

/**
 * Whose a number is: who stands before it in a shortened list; whose the noun is that it measures, by that noun's own phrase; who does
 * what its clause tells; or else the company that tells it or is spoken of. Who only tells, expects, cites or measures owns nothing of what is told.
 */
export function subjectIn({ tree, clauses }: ReadSentence, figure: Numbered, cast: Cast): string | null {
  const { place, concept, gap } = figure;
  const listed = gap === null ? null : (cast.nameAt(tree, gap.to - 1) ?? cast.names.full(written(tree, gap)));
  const measured = concept === null ? null : headOf(tree, concept);
  const stood = measured === null ? null : standsFor(tree, measured, place);
  const owner = stood === null ? undefined : dependents(tree, stood, 'nmod')[0];
  const other = owner === undefined ? null : cast.meant(tree, owner);
  return (
    listed ??
    valuedIn(tree, place, cast) ??
    other ??
    (measured === null ? null : ownerIn(tree, clauses, measured, figure, cast)) ??
    doerIn(tree, measured, figure, cast) ??
    spokenOf(tree, clauses, measured, figure, cast)
  );
}

/** "values Halden at 4.6 billion": whose value it is. */
function valuedIn(tree: Tree, { head, clause }: Place, cast: Cast): string | null {
  const { predicate = -1, object = null } = clause ?? {};
  const valued = /^(?:value|price)$/.test(tree.words[predicate]?.lemma ?? '') && caseOf(tree, head) === 'at';
  return valued && object !== null && object !== head ? cast.meant(tree, object) : null;
}

/** Whose a noun is, by its own phrase. */
function ownerIn(tree: Tree, clauses: readonly Clause[], noun: number, figure: Numbered, cast: Cast): string | null {
  const { place, kind } = figure;
  const { lemma = '', class: kindOfWord = '' } = tree.words[noun] ?? {};
  // "24% of the operator" is whoever's takes it, "432 GB of it" that which has them.
  const isWhole = kindOfWord === 'PRON' || cast.nameAt(tree, noun) !== null || cast.isAnaphor(tree, noun);
  if (!isWhole) {
    const owner = relativeIn(tree, clauses, noun, place, cast) ?? cast.meant(tree, noun);
    // "Noise at the nearest homes, in Rhes Fawr": what lies in a place is not its.
    const isThere =
      owner !== null &&
      cast.names.isPlace(owner) &&
      !dependents(tree, noun, 'nmod:poss', 'compound').some((n) => cast.meant(tree, n) === owner);
    if (owner !== null && !isThere) return owner;
    // "the town's 2,900 households"
    const poss = dependents(tree, noun, 'nmod:poss').find((n) => tree.words[n]?.class === 'NOUN');
    if (poss !== undefined && BODY.test(tree.words[poss]?.lemma ?? '')) return common(tree, poss);
  }
  const of = (...cases: string[]): number | undefined =>
    dependents(tree, noun, 'nmod').find((n) => cases.includes(caseOf(tree, n)));
  // "the cost to a household"
  const bearer = /^(?:cost|benefit|damage|bill)$/.test(lemma) ? of('to') : undefined;
  if (bearer !== undefined && tree.words[bearer]?.class === 'NOUN') return common(tree, bearer);
  // "demand for racks", "price of wafers"
  const what = isMarket(tree, noun, figure) && kind !== 'money' ? of('of') : undefined;
  const isBare = what !== undefined && dependent(tree, what, 'det', 'nmod:poss') === null && !cast.isNumbered(what);
  if (isBare && tree.words[what]?.class === 'NOUN') return common(tree, what);
  // "70 data centres with a load of 1,900 megawatts"
  const has = caseOf(tree, noun) === 'with' ? (tree.words[noun]?.head ?? -1) : -1;
  if (has >= 0 && isNoun(tree, has))
    return cast.meant(tree, has) ?? (tree.words[has]?.tag === 'NNS' ? common(tree, has) : null);
  // "Shares in Tarn Power lost 7%", "Shares in the packager, Lindow, jumped"
  const where = of('in');
  const called = where === undefined ? null : dependent(tree, where, 'appos');
  if (where === undefined || place.clause?.subject !== noun) return null;
  return isName(tree, where) || (called !== null && isName(tree, called))
    ? (cast.meant(tree, where) ?? cast.meant(tree, called))
    : null;
}

/** "three campuses that Ridgeline is building": who does what a noun is told by. */
function relativeIn(tree: Tree, clauses: readonly Clause[], noun: number, place: Place, cast: Cast): string | null {
  const clause = clauses.find(({ predicate, link }) => link === 'relative' && tree.words[predicate]?.head === noun);
  if (clause === undefined || clause.subject === null || clause.subject === noun || clause === place.clause)
    return null;
  const { predicate } = clause;
  const onlyTells = tells(tree.words[predicate]?.lemma ?? '') && dependent(tree, predicate, 'xcomp') === null;
  return onlyTells ? null : cast.meant(tree, clause.subject);
}

/** Who does what the clause of a number tells: by name, or called by a common noun. */
function doerIn(tree: Tree, measured: number | null, { place, counted }: Numbered, cast: Cast): string | null {
  const { clause } = place;
  if (clause === null) return null;
  const { predicate, agent, subject, object, doer, passive, mood } = clause;
  const verb = tree.words[predicate]?.lemma ?? '';
  if (reckons(verb)) return null;
  for (const n of [agent, subject, doer]) {
    const isOther = n !== null && n !== measured && (n < place.from || n >= place.to);
    const person = n === doer && !isSomebodys(tree.words[measured ?? -1]?.lemma ?? '') ? cast.personAt(tree, n) : null;
    const name = isOther ? (cast.meant(tree, n) ?? person) : null;
    // "Analysts at Halden cut their estimate", "Halden's figures give Maro 52%": nothing of it is theirs.
    const { lemma = '' } = tree.words[n ?? -1] ?? {};
    // "its rivals will have 50 plants"
    if (isOther && OTHERS.test(lemma) && n !== agent) continue;
    const isTeller = name !== null && (TELLING.test(lemma) || (isPersonalNoun(lemma) && cast.names.isWatcher(name)));
    if (name !== null && !isTeller) return name;
  }
  if (counted && measured !== null && subject === measured) return null;
  // "would let exporters ship": whoever is to do it.
  const who = subject ?? (clause.link === 'complement' && tree.words[doer ?? -1]?.relation === 'obj' ? doer : null);
  const { lemma = '', class: kind = '' } = tree.words[who ?? -1] ?? {};
  if (who === null || who === measured || kind !== 'NOUN' || passive || mood === 'condition') return null;
  if (cast.isNumbered(who) || isPersonalNoun(lemma) || NO_DOER.test(lemma) || isFlow(lemma) || isMarketNoun(lemma))
    return null;
  const isLinked = dependent(tree, predicate, 'cop') !== null || tree.words[predicate]?.class !== 'VERB';
  const dets = dependents(tree, who, 'det').map((n) => tree.words[n]?.lemma ?? '');
  // "Data centres took a quarter", "The council approved a budget": whoever they are, or a body that is told apart by its kind.
  const isSome = dependent(tree, who, 'nmod:poss') === null && dets.every((det) => SOME.test(det));
  const isKnown = dets.includes('the') && (isBody(lemma) || BODY.test(lemma)) && object !== null;
  if (isKnown) return common(tree, who);
  return isLinked || isMove(verb) || tells(verb) || !isSome ? null : common(tree, who);
}

/** The company that tells a number or is spoken of, where it may be theirs. */
function spokenOf(
  tree: Tree,
  clauses: readonly Clause[],
  noun: number | null,
  figure: Numbered,
  cast: Cast,
): string | null {
  const { lemma = '' } = tree.words[noun ?? -1] ?? {};
  const { place, counted } = figure;
  const isOurs = [noun, place.clause?.subject ?? null].some((n) => n !== null && cast.isUnknownWriter(tree, n));
  if (isOurs) return cast.entitled;
  const isOthers =
    noun !== null &&
    (isMarket(tree, noun, figure) ||
      isOfMany(tree, noun, cast) ||
      // "Two readers asked": who is counted and does it is nobody's.
      (counted &&
        place.clause?.subject === noun &&
        !RELATIVE.test(lemma) &&
        dependent(tree, noun, 'det', 'nmod:poss') === null));
  let found: string | null = null;
  let { clause } = place;
  for (let steps = 0; found === null && clause !== null && steps < 6; steps++) {
    // Who tells of a market, or of things that were not met before, has none of them by that.
    const told = isOthers && tells(tree.words[clause.predicate]?.lemma ?? '');
    const name: string | null = cast.meant(tree, clause.subject);
    if (name !== null && !told && !cast.names.isWatcher(name)) found = name;
    clause = clauses[clause.above ?? -1] ?? null;
  }
  return found ?? (isOthers ? null : cast.before());
}
