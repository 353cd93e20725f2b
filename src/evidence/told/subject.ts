import { isCountry } from '../../language/countries.ts';
import { isBody } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import type { Measure } from './measurable.ts';
import { caseOf, isName, isNoun, nounPhrase, type Place, written } from './place.ts';
import { isFlow, isMove, reckons, tells } from './tells.ts';

/** What a market has and no company by itself, unless it is said whose. */
const MARKET = /^(?:price|rate|tariff|demand|market|shipment|supply|load|wait|rent|index|yield)$/;
/** Sums that are always somebody's, and that a company's news tells without saying whose. */
const SOMEBODYS =
  /^(?:revenues?|sales?|income|profits?|loss|earnings|margin|spending|expenditures?|expenses?|debt|orders?|term|backlog|dividend|cash|turnover|capex|ebitda|ebit|eps|bookings?|billings?|obligations?|headcount|workforce|staff|stock|inventory|inventories|utili[sz]ation|pricing|draw|capacity|power|output|production|consumption|occupancy|valuation|assets?|equity|borrowings|receivables|payables|depreciation|compensation)$/iu;
/** What does nothing by itself, though a verb may have it for its subject. */
const NO_DOER = /^(?:part|page|table|chart|proceeds?|rest|remainder|work|construction|item|section|note|people)$/;

const BODY =
  /^(?:council|city|county|state|region|country|court|union|regulator|government|parliament|league|village|town|province|co-op|zone|site|hall|plant|campus|park|nation|grid|line|cable|port|basin|river|valley)$/;
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

/** Whose a number is. */
export type Subject = {
  readonly name: string | null;
  /** Does a reader see the two tied, so that a caption may say whose it is, or is it only whom the text speaks of? */
  readonly tied: boolean;
  /** Is it called by its name, and not by a common noun ("households", "the county")? */
  readonly named: boolean;
};

const known = (name: string | null): Subject | null => (name === null ? null : { name, tied: true, named: true });
const common = (tree: Tree, n: number): Subject => ({
  // "13,400-kilometre system" without its number is a stump.
  name: /^[-–]$/.test(tree.words[nounPhrase(tree, n, null).from - 1]?.text ?? '')
    ? (tree.words[n]?.text ?? '')
    : written(tree, nounPhrase(tree, n, null)),
  tied: true,
  named: false,
});

/** A figure in its sentence, for whom it may be tied to. */
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
 * what its clause tells; or else the company that tells it or is spoken of, which is tied only to a sum that is always somebody's and is
 * told without an owner ("revenue", "net debt"). Who only tells, expects, cites or measures owns nothing else of what is told.
 */
export function subjectIn({ tree, clauses }: ReadSentence, figure: Numbered, cast: Cast): Subject {
  const { place, concept, gap } = figure;
  const listed = gap === null ? null : (cast.nameAt(tree, gap.to - 1) ?? cast.names.full(written(tree, gap)));
  const measured = concept === null ? null : headOf(tree, concept);
  return (
    known(listed ?? valuedIn(tree, place, cast)) ??
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
function ownerIn(tree: Tree, clauses: readonly Clause[], noun: number, figure: Numbered, cast: Cast): Subject | null {
  const { place, kind } = figure;
  const { lemma = '', class: kindOfWord = '' } = tree.words[noun] ?? {};
  // "24% of the operator" is whoever's takes it, "432 GB of it" that which has them.
  const isWhole = kindOfWord === 'PRON' || cast.nameAt(tree, noun) !== null || cast.isAnaphor(tree, noun);
  if (!isWhole) {
    const owner = relativeIn(tree, clauses, noun, place, cast) ?? cast.meant(tree, noun);
    if (owner !== null) return known(owner);
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
    return known(cast.meant(tree, has)) ?? (tree.words[has]?.tag === 'NNS' ? common(tree, has) : null);
  // "Shares in Tarn Power lost 7%", "Shares in the packager, Lindow, jumped"
  const where = of('in');
  const called = where === undefined ? null : dependent(tree, where, 'appos');
  if (where === undefined || place.clause?.subject !== noun) return null;
  return isName(tree, where) || (called !== null && isName(tree, called))
    ? known(cast.meant(tree, where) ?? cast.meant(tree, called))
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

/** Is a noun one of what all have together, or of what is had by nobody in particular? */
function isMarket(tree: Tree, noun: number, { place, places, kind }: Numbered): boolean {
  const traded = dependents(tree, noun, 'amod', 'compound').some((n) =>
    /^(?:wholesale|spot|retail)$/i.test(tree.words[n]?.text ?? ''),
  );
  return traded || MARKET.test(tree.words[noun]?.lemma ?? '') || isQuoted(tree, place, places, kind);
}

/** "Copper gained 0.6% to $9,210 a tonne", "spot waves crept to $18,900": a price that bare goods have, which are nobody's. */
function isQuoted(tree: Tree, { clause }: Place, places: readonly (Stretch | null)[], kind: Measure['kind']): boolean {
  const subject = clause?.subject ?? null;
  const word = tree.words[subject ?? -1];
  if (clause === null || subject === null || word === undefined || !/^(?:money|part)$/.test(kind)) return false;
  if (
    clause.object !== null &&
    !places.some((one) => one !== null && clause.object !== null && clause.object >= one.from && clause.object < one.to)
  )
    return false;
  const money = /[$€£¥]|\b(?:dollars?|euros?|cents?|pounds?|yen|won|crowns|francs)\b/.test(tree.text);
  const bare = dependent(tree, subject, 'det', 'nmod:poss') === null && word.class === 'NOUN';
  return money && bare && isMove(tree.words[clause.predicate]?.lemma ?? '') && !isFlow(word.lemma);
}

/** Who does what the clause of a number tells: by name, or called by a common noun. */
function doerIn(tree: Tree, measured: number | null, { place, counted }: Numbered, cast: Cast): Subject | null {
  const { clause } = place;
  if (clause === null) return null;
  const { predicate, agent, subject, object, doer, passive, mood } = clause;
  const verb = tree.words[predicate]?.lemma ?? '';
  if (reckons(verb)) return null;
  for (const n of [agent, subject, doer]) {
    const isOther = n !== null && n !== measured && (n < place.from || n >= place.to);
    const name = isOther ? (cast.meant(tree, n) ?? (n === doer ? cast.personAt(tree, n) : null)) : null;
    // "Analysts at Halden cut their estimate": nothing of it is theirs.
    const isTeller = name !== null && isPersonalNoun(tree.words[n ?? -1]?.lemma ?? '') && cast.names.isWatcher(name);
    if (name !== null && !isTeller) return known(name);
  }
  if (counted && measured !== null && subject === measured) return null;
  // "would let exporters ship": whoever is to do it.
  const who = subject ?? (clause.link === 'complement' && tree.words[doer ?? -1]?.relation === 'obj' ? doer : null);
  const { lemma = '', class: kind = '' } = tree.words[who ?? -1] ?? {};
  if (who === null || who === measured || kind !== 'NOUN' || passive || mood === 'condition') return null;
  if (cast.isNumbered(who) || isPersonalNoun(lemma) || NO_DOER.test(lemma) || isFlow(lemma) || MARKET.test(lemma))
    return null;
  const isLinked = dependent(tree, predicate, 'cop') !== null || tree.words[predicate]?.class !== 'VERB';
  const dets = dependents(tree, who, 'det').map((n) => tree.words[n]?.lemma ?? '');
  // "Data centres took a quarter", "The council approved a budget": whoever they are, or a body that is told apart by its kind.
  const isSome = dependent(tree, who, 'nmod:poss') === null && dets.every((det) => SOME.test(det));
  const isKnown = dets.includes('the') && (isBody(lemma) || BODY.test(lemma)) && object !== null;
  if (isKnown) return common(tree, who);
  return isLinked || isMove(verb) || tells(verb) || !isSome ? null : common(tree, who);
}

/** The company that tells a number or is spoken of, where it may be theirs. "Net income hit $1.1 billion" ties the two. */
function spokenOf(tree: Tree, clauses: readonly Clause[], noun: number | null, figure: Numbered, cast: Cast): Subject {
  const { lemma = '', text = '' } = tree.words[noun ?? -1] ?? {};
  const { place, counted } = figure;
  const isOurs = [noun, place.clause?.subject ?? null].some((n) => n !== null && cast.isUnknownWriter(tree, n));
  if (isOurs) return { name: cast.entitled, tied: false, named: true };
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
  const name = found ?? (isOthers ? null : cast.before());
  const isSum = SOMEBODYS.test(lemma) || SOMEBODYS.test(text);
  const isOwn =
    noun !== null &&
    !dependents(tree, noun, 'det').some((n) => /^(?:an?|another|each|such)$/.test(tree.words[n]?.lemma ?? '')) &&
    !dependents(tree, noun, 'nmod').some(
      (n) => /^(?:of|for|on|by|from|in)$/.test(caseOf(tree, n)) && !cast.isNumbered(n),
    );
  return { name, tied: isSum && isOwn && name !== null && cast.mayOwn(name), named: true };
}

/** "global funding", "industry revenue" */
const isOfAll = ({ words }: Tree, measured: number): boolean =>
  words
    .slice(Math.max(0, measured - 2), measured)
    .some(({ text }) =>
      /^(?:global|worldwide|world|international|national|nationwide|industry|industrywide|industry-wide)$/i.test(text),
    );

/** "global funding for startups", "investment in hosting firms", "U.S. electricity": what many have is not theirs of whom the text speaks. */
function isOfMany(tree: Tree, noun: number, cast: Cast): boolean {
  const isMany = (n: number): boolean =>
    [n, ...dependents(tree, n, 'conj')].some((k) => tree.words[k]?.tag === 'NNS') &&
    dependent(tree, n, 'det', 'nmod:poss') === null;
  return (
    isOfAll(tree, noun) ||
    dependents(tree, noun, 'nmod').some((n) => /^(?:for|by|from|in)$/.test(caseOf(tree, n)) && isMany(n)) ||
    dependents(tree, noun, 'compound').some((n) => isCountry(cast.nameAt(tree, n) ?? ''))
  );
}
