/**
 * The last judge of what the rules leave open. A false line that no exact field shows, and a true one that is only worded freely,
 * differ in many small traits; how much each weighs was learned from lines over invented articles (`model.json`). It is asked only
 * where the rules pass a line, and where they refuse it for its words or for how they hang together: a figure, a time, a name, a quote that
 * the sources do not have stays wrong.
 */

import type { Reason } from '../../model.ts';
import { once } from '../../once.ts';
import type { Base } from '../compare/bases.ts';
import { type Pairing, phrase, statement } from '../compare/pairing.ts';
import type { Rule } from '../verify/fault.ts';
import stored from './model.json' with { type: 'json' };
import { type Sight, sightOf } from './sight.ts';
import type { Trait } from './trait.ts';
import { TRAITS } from './traits.ts';
import { type Tree, treeOf, weightOf } from './trees.ts';

/** What was learned. `believed`: below this doubt a line passes that the rules refuse for its words; `refused`: above it one is refused that they pass. Log odds. */
export type Model = {
  /** A hash of the lines that it was learned from. */
  readonly lines: string;
  readonly traits: readonly string[];
  readonly believed: number;
  readonly refused: number;
  readonly trees: readonly Tree[];
};

/** What becomes of a claim, and its sentences, the most doubtful first. */
export type Doubt = { readonly verdict: 'believed' | 'open' | 'refused'; readonly sights: readonly Sight[] };

const learned = once((): Model & { readonly asked: readonly Trait[] } => {
  const asked = stored.traits.map((name) => {
    const trait = TRAITS.find((one) => one.name === name);
    if (trait === undefined) throw new Error(`no trait is called "${name}": train the model again`);
    return trait;
  });
  return { ...stored, trees: stored.trees.map(treeOf), asked };
});

/** How much a sentence is doubted, in log odds. */
function doubtOfSentence(sight: Sight): number {
  const { asked, trees } = learned();
  return weightOf(
    trees,
    asked.map(({ of }) => of(sight)),
  );
}

/** The sentences of a claim that a model may judge; null where one could not be looked at. */
export function openIn(
  pairings: readonly (Pairing | null)[],
  reasons: readonly Reason[],
  score: number,
  faulted: ReadonlyMap<Rule, number>,
): Sight[] | null {
  const subjects = reasons.filter(({ kind }) => kind === 'subject').length;
  const sights = pairings.flatMap((pairing) =>
    pairing === null ? [] : [sightOf(pairing, { score, refused: reasons.length, subjects, faulted })],
  );
  const whole = sights.length > 0 && sights.length === pairings.length;
  return whole ? sights : null;
}

/** What becomes of a claim by its most doubtful sentence. */
export function doubtOf(sights: readonly Sight[]): Doubt {
  const ranked = sights.map((sight) => ({ sight, doubt: doubtOfSentence(sight) })).sort((a, b) => b.doubt - a.doubt);
  const doubt = ranked[0]?.doubt ?? 0;
  const { believed, refused } = learned();
  return {
    verdict: doubt > refused ? 'refused' : doubt < believed ? 'believed' : 'open',
    sights: ranked.map(({ sight }) => sight),
  };
}

/** The sentences of the sources that a claim rests on: those that more than one of its words stand in. */
export const restsOf = (sights: readonly Sight[]): Base[] =>
  sights.flatMap(({ homes, housed: { graphs, bases } }) => homes.flatMap((home) => bases[graphs.indexOf(home)] ?? []));

/** What is doubted most: two words that hang together nowhere in the sources, or else one that they do not have. */
export function reasonOf([sight]: readonly Sight[]): Reason[] {
  if (sight === undefined) return [];
  const {
    ties,
    told,
    pairing: { claim, graphs },
  } = sight;
  const { tree } = claim.read;
  const [loosest] = ties.filter(({ held }) => held !== null).toSorted((a, b) => (a.held ?? 1) - (b.held ?? 1));
  const unknown = told.find(({ at }) => at === null);
  if (loosest !== undefined && (loosest.held ?? 1) < 0.5) {
    const { from, to } = loosest;
    const [one, two] = [from, to].toSorted((a, b) => a.node.head - b.node.head);
    const there = graphs[to.at?.graph ?? -1];
    const node = there?.nodes[to.at?.node ?? -1];
    const around = there?.read.tree.words[node?.head ?? -1]?.head ?? -1;
    return [
      statement(
        `${one?.node.text} … ${two?.node.text}`,
        there === undefined || node === undefined ? null : phrase(there.read.tree, around < 0 ? node.head : around),
      ),
    ];
  }
  return [statement(unknown === undefined ? tree.text : phrase(tree, unknown.node.head), null)];
}
