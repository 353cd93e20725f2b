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
const BODY =
  /^(?:council|city|county|state|region|country|court|union|regulator|government|parliament|league|village|town|province)$/;
const SITE = /^(?:zone|site|hall|plant|campus|park|nation|grid|line|cable|port|basin|river|valley)$/;
/** What does nothing by itself, though a verb may have it for its subject. */
const NO_DOER = /^(?:part|page|table|chart|proceeds?|rest|remainder|work|construction|item|section|note)$/;
/** Names of those whose trade is to count and foresee what others have. */
const WATCHES = / (?:Research|Agency|Institute|Association|Analytics|Intelligence|Insights|Securities)$/;
/** Who is always somebody's. */
const RELATIVE =
  /^(?:customer|client|tenant|employee|subscriber|member|supplier|lender|shareholder|investor|creditor|partner|subsidiary|unit)$/;

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

/** Whose a number is, and whether the sentence ties it to them; not so where they are only whom the text speaks of. */
export type Subject = {
  readonly name: string | null;
  /** Is it called by its name, and not by a common noun? */
  readonly named: boolean;
  readonly tied: boolean;
  /** Is it some of a kind, whoever they are ("households"), or nobody, and no certain one ("the county")? */
  readonly general: boolean;
};

const NOBODY: Subject = { name: null, named: true, tied: false, general: true };
const tied = (name: string): Subject => ({ name, named: true, tied: true, general: false });
/** Whom the text speaks of. */
const only = (name: string | null): Subject => ({ ...NOBODY, name, general: name === null });
const certain = (name: string): Subject => ({ name, named: false, tied: true, general: false });
const some = (name: string): Subject => ({ name, named: false, tied: true, general: true });

/**
 * Whose a number is: who stands before it in a shortened list, who owns or has what it measures, who does what its clause tells, or
 * those above it; else whom the text speaks of. Null for what is a market's.
 */
export function subjectIn(
  { tree, clauses }: ReadSentence,
  {
    place,
    concept,
    gap,
    counted,
    kind,
    places,
  }: {
    readonly place: Place;
    readonly concept: Stretch | null;
    /** Who stands before the number in a shortened list. */
    readonly gap: Stretch | null;
    readonly counted: boolean;
    readonly kind: Measure['kind'];
    readonly places: readonly (Stretch | null)[];
  },
  cast: Cast,
): Subject {
  if (gap !== null) {
    const name = cast.nameAt(tree, gap.to - 1) ?? cast.names.full(written(tree, gap));
    return tied(name);
  }
  const measured = concept === null ? null : headOf(tree, concept);
  // "24% of the operator" is whoever's takes it, "432 GB of it" that which has them.
  const whole =
    measured !== null &&
    (tree.words[measured]?.class === 'PRON' || cast.nameAt(tree, measured) !== null || cast.isAnaphor(tree, measured));
  const valued = valuedIn(tree, place, cast);
  if (valued !== null) return tied(valued);
  const builder = measured === null ? null : relativeIn(tree, clauses, measured, place, cast);
  const owner = measured === null || whole ? null : (builder ?? cast.meant(tree, measured));
  if (owner !== null) return tied(owner);
  const kept = measured === null || whole ? null : ownerIn(tree, measured);
  if (kept !== null) return certain(kept);
  if (measured !== null && cast.isUnknownWriter(tree, measured)) return only(cast.entitled);
  // "Two readers asked": who is counted and does it is nobody's.
  if (
    counted &&
    measured !== null &&
    !RELATIVE.test(tree.words[measured]?.lemma ?? '') &&
    place.clause?.subject === measured &&
    dependent(tree, measured, 'det', 'nmod:poss') === null
  )
    return NOBODY;
  // "the cost to a household"
  const bearerOf =
    measured !== null && /^(?:cost|benefit|damage|bill)$/.test(tree.words[measured]?.lemma ?? '')
      ? dependents(tree, measured, 'nmod').find((n) => caseOf(tree, n) === 'to' && tree.words[n]?.class === 'NOUN')
      : undefined;
  if (bearerOf !== undefined) return some(written(tree, nounPhrase(tree, bearerOf, place)));
  const traded =
    measured !== null &&
    dependents(tree, measured, 'amod', 'compound').some((n) =>
      /^(?:wholesale|spot|retail)$/i.test(tree.words[n]?.text ?? ''),
    );
  const isMarket =
    traded ||
    (measured !== null && MARKET.test(tree.words[measured]?.lemma ?? '')) ||
    isQuoted(tree, place, places, kind);
  if (isMarket && measured !== null && kind !== 'money') {
    const of = dependents(tree, measured, 'nmod').find((n) => caseOf(tree, n) === 'of');
    const bare = of !== undefined && dependent(tree, of, 'det', 'nmod:poss') === null;
    if (bare && tree.words[of]?.class === 'NOUN' && !cast.isNumbered(of))
      return some(written(tree, nounPhrase(tree, of, place)));
  }
  // "70 data centres with a load of 1,900 megawatts"
  const bearer = measured !== null && caseOf(tree, measured) === 'with' ? (tree.words[measured]?.head ?? -1) : -1;
  if (bearer >= 0 && isNoun(tree, bearer)) {
    const name = cast.meant(tree, bearer);
    if (name !== null) return tied(name);
    if (tree.words[bearer]?.tag === 'NNS') return some(written(tree, nounPhrase(tree, bearer, null)));
  }
  // "Shares in Tarn Power lost 7%"
  const where =
    measured === null ? undefined : dependents(tree, measured, 'nmod').find((n) => caseOf(tree, n) === 'in');
  // "Shares in the packager, Lindow, jumped"
  const called = where === undefined ? null : dependent(tree, where, 'appos');
  const held =
    where === undefined || !(isName(tree, where) || (called !== null && isName(tree, called)))
      ? null
      : (cast.meant(tree, where) ?? cast.meant(tree, called));
  if (held !== null && place.clause?.subject === measured) return tied(held);
  const isWide = measured !== null && isOfAll(tree, measured);
  const seen = new Set<Clause>();
  for (let clause: Clause | null = place.clause; clause !== null && !seen.has(clause); ) {
    seen.add(clause);
    const verb = tree.words[clause.predicate]?.lemma ?? '';
    const told = clause === place.clause ? reckons(verb) : tells(verb);
    // Who tells of a market, or of things that were not met before, has none of them by that.
    if (told && (isMarket || counted || isWide)) break;
    // "The Ostend Institute expects demand to grow": who watches others tells of what is theirs.
    if (told && WATCHES.test(cast.meant(tree, clause.subject) ?? '')) return NOBODY;
    if (clause.subject !== null && cast.isUnknownWriter(tree, clause.subject)) return only(cast.entitled);
    for (const n of [clause.agent, clause.subject, isWide ? null : clause.doer]) {
      const meant = n !== null && (n < place.from || n >= place.to) ? cast.meant(tree, n) : null;
      if (meant !== null) return tied(meant);
    }
    const person = clause === place.clause && !told ? cast.personAt(tree, clause.subject) : null;
    if (person !== null) return tied(person);
    const doer = clause === place.clause && clause.mood !== 'condition' ? doerIn(tree, clause, measured, cast) : null;
    if (doer !== null) return some(doer);
    const body = clause === place.clause ? bodyIn(tree, clause, measured) : null;
    if (body !== null) return certain(body);
    const above: Clause | null = clauses[clause.above ?? -1] ?? null;
    clause = above;
  }
  if (isMarket) return NOBODY;
  const noun = dependents(tree, place.head, 'nmod')
    .filter((n) => !/^(?:in|near|at|on)$/.test(caseOf(tree, n)))
    .map((n) => cast.meant(tree, n))
    .find((meant) => meant !== null);
  if (noun !== undefined) return tied(noun);
  // "U.S. electricity" that nobody is said to have
  const country = dependents(tree, measured ?? -1, 'compound')
    .map((n) => cast.nameAt(tree, n))
    .find((name) => name !== null && isCountry(name));
  if (country != null) return tied(country);
  return measured !== null && isOfMany(tree, measured) ? NOBODY : only(cast.before());
}

/** "global funding", "industry revenue" */
const isOfAll = ({ words }: Tree, measured: number): boolean =>
  words
    .slice(Math.max(0, measured - 2), measured)
    .some(({ text }) =>
      /^(?:global|worldwide|world|international|national|nationwide|industry|industrywide|industry-wide)$/i.test(text),
    );

/** "global funding for startups", "investment in hosting firms": what many have is not theirs of whom the text speaks. */
function isOfMany(tree: Tree, measured: number): boolean {
  return (
    isOfAll(tree, measured) ||
    dependents(tree, measured, 'nmod').some(
      (n) =>
        /^(?:for|by|from|in)$/.test(caseOf(tree, n)) &&
        [n, ...dependents(tree, n, 'conj')].some((k) => tree.words[k]?.tag === 'NNS') &&
        dependent(tree, n, 'det', 'nmod:poss') === null,
    )
  );
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

/** "values Halden at 4.6 billion": whose value it is. */
function valuedIn(tree: Tree, { head, clause }: Place, cast: Cast): string | null {
  const { predicate = -1, object = null } = clause ?? {};
  const valued = /^(?:value|price)$/.test(tree.words[predicate]?.lemma ?? '') && caseOf(tree, head) === 'at';
  return valued && object !== null && object !== head ? cast.meant(tree, object) : null;
}

/** "the town's 2,900 households": an owner that is called by its kind. */
function ownerIn(tree: Tree, measured: number): string | null {
  const owner = dependents(tree, measured, 'nmod:poss').find((n) => tree.words[n]?.class === 'NOUN');
  const { lemma = '' } = tree.words[owner ?? -1] ?? {};
  if (owner === undefined || !(BODY.test(lemma) || SITE.test(lemma))) return null;
  return written(tree, nounPhrase(tree, owner, null));
}

/** "The council approved a budget": a body that is called by its kind, where nobody else is said to do it. */
function bodyIn(tree: Tree, { subject, object, passive }: Clause, measured: number | null): string | null {
  const word = tree.words[subject ?? -1];
  if (subject === null || subject === measured || object === null || passive || word?.tag !== 'NN') return null;
  const the = dependents(tree, subject, 'det').some((n) => tree.words[n]?.lemma === 'the');
  return the && (isBody(word.lemma) || BODY.test(word.lemma)) ? written(tree, nounPhrase(tree, subject, null)) : null;
}

/** "Data centres took a quarter": whoever does it to what is measured, where they are nobody met before. */
function doerIn(tree: Tree, clause: Clause, measured: number | null, cast: Cast): string | null {
  const { predicate, passive } = clause;
  // "would let exporters ship": whoever is to do it.
  const object = tree.words[clause.doer ?? -1]?.relation === 'obj' ? clause.doer : null;
  const subject = clause.subject ?? (clause.link === 'complement' ? object : null);
  const word = tree.words[subject ?? -1];
  if (subject === null || word?.class !== 'NOUN' || passive) return null;
  if (subject === measured || cast.isNumbered(subject) || isPersonalNoun(word.text) || word.lemma === 'people')
    return null;
  const verb = tree.words[predicate]?.lemma ?? '';
  if (tells(verb) || isMove(verb) || isFlow(word.lemma) || MARKET.test(word.lemma) || NO_DOER.test(word.lemma))
    return null;
  const bare =
    dependent(tree, subject, 'nmod:poss') === null &&
    dependents(tree, subject, 'det').every((n) =>
      /^(?:such|most|all|an?|some|many|several)$/.test(tree.words[n]?.lemma ?? ''),
    );
  const linked = dependent(tree, predicate, 'cop') !== null || tree.words[predicate]?.class !== 'VERB';
  return bare && !linked ? written(tree, nounPhrase(tree, subject, null)) : null;
}
