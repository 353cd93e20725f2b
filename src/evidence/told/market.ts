import { isCountry } from '../../language/countries.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import type { Measure } from './measurable.ts';
import { caseOf, type Place } from './place.ts';
import { isFlow, isMove } from './tells.ts';

/** What a market has and no company by itself, unless it is said whose. */
const MARKET = /^(?:price|rate|tariff|demand|market|shipment|supply|load|wait|rent|index|yield)$/;
export const isMarketNoun = (noun: string): boolean => MARKET.test(noun);

type Figure = {
  readonly place: Place;
  readonly places: readonly (Stretch | null)[];
  readonly kind: Measure['kind'];
};

/** Is a noun one of what all have together, or of what is had by nobody in particular? */
export function isMarket(tree: Tree, noun: number, { place, places, kind }: Figure): boolean {
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

/** "global funding", "industry revenue" */
const isOfAll = ({ words }: Tree, measured: number): boolean =>
  words
    .slice(Math.max(0, measured - 2), measured)
    .some(({ text }) =>
      /^(?:global|worldwide|world|international|national|nationwide|industry|industrywide|industry-wide)$/i.test(text),
    );

/** "global funding for startups", "investment in hosting firms", "U.S. electricity": what many have is not theirs of whom the text speaks. */
export function isOfMany(tree: Tree, noun: number, cast: Cast): boolean {
  const isMany = (n: number): boolean =>
    [n, ...dependents(tree, n, 'conj')].some((k) => tree.words[k]?.tag === 'NNS') &&
    dependent(tree, n, 'det', 'nmod:poss') === null;
  return (
    isOfAll(tree, noun) ||
    dependents(tree, noun, 'nmod').some((n) => /^(?:for|by|from|in)$/.test(caseOf(tree, n)) && isMany(n)) ||
    dependents(tree, noun, 'compound').some((n) => isCountry(cast.nameAt(tree, n) ?? ''))
  );
}
