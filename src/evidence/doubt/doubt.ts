/**
 * The last door of the gate. A false line that no exact field shows, and a true one that is only worded freely, differ in many small
 * traits; how much each weighs was learned from lines over invented articles (`model.json`). What a source tells exactly is never weighed:
 * a figure, a time, a name, a quote that the sources do not have stays wrong.
 */

import { learnedOf, type Tree } from '../../learned/trees.ts';
import type { Reason } from '../../model.ts';
import { once } from '../../once.ts';
import type { Base } from '../compare/bases.ts';
import type { Change } from '../compare/compare.ts';
import { phrase, statement } from '../compare/pairing.ts';
import stored from './model.json' with { type: 'json' };
import { type Sight, sightOf } from './sight.ts';
import { TRAITS } from './traits.ts';

/** What was learned. A sentence that is doubted as much as `most`, in log odds, is refused. */
export type Model = {
  /** A hash of the lines that it was learned from. */
  readonly lines: string;
  readonly traits: readonly string[];
  readonly most: number;
  readonly trees: readonly Tree[];
};

/** What becomes of a claim: why it is refused, if it is; the sentences of the sources that it rests on; how likely it is carried, from .5 on where it passes. */
export type Doubt = { readonly reasons: readonly Reason[]; readonly bases: readonly Base[]; readonly likely: number };

const learned = once(() => learnedOf<Sight>(stored, TRAITS));

/** What becomes of a claim by its most doubtful sentence. */
export function doubtOf(changes: readonly Change[]): Doubt {
  const { most } = stored;
  const { of } = learned();
  const sights = changes.map(sightOf);
  const [worst] = sights.map((sight) => ({ sight, doubt: of(sight) })).toSorted((a, b) => b.doubt - a.doubt);
  return {
    reasons: worst !== undefined && worst.doubt >= most ? reasonsOf(worst.sight) : [],
    bases: sights.flatMap(restsOf),
    likely: worst === undefined ? 0 : 1 / (1 + Math.exp(worst.doubt - most)),
  };
}

/** The sentences of the sources that a claim rests on: those that more than one of its words stand in. */
const restsOf = ({ homes, housed: { graphs, bases } }: Sight): Base[] =>
  homes.flatMap((home) => bases[graphs.indexOf(home)] ?? []);

/** What is doubted most: what was changed, or two words that hang together nowhere in the sources, or one that they do not have. */
function reasonsOf({ change, ties, told, pairing: { claim, graphs } }: Sight): Reason[] {
  const changed = [...change.doubtful.values()].flat();
  if (changed.length > 0) return changed;
  const { tree } = claim.read;
  const loose = ties.filter(({ held }) => held !== null).toSorted((a, b) => (a.held ?? 1) - (b.held ?? 1));
  const loosest = loose.find(({ to, held }) => to.node.kind === 'time' && (held ?? 1) < 0.5) ?? loose[0];
  const unknown = told.find(({ at }) => at === null);
  if (loosest !== undefined && (loosest.held ?? 1) < 0.5) {
    const { from, to } = loosest;
    const [one, two] = [from, to].toSorted((a, b) => a.node.head - b.node.head);
    const there = graphs[to.at?.graph ?? -1];
    const node = there?.nodes[to.at?.node ?? -1];
    const around = there?.read.tree.words[node?.head ?? -1]?.head ?? -1;
    return [
      {
        kind: to.node.kind === 'time' ? 'time' : 'statement',
        given: `${one?.node.text} … ${two?.node.text}`,
        found:
          there === undefined || node === undefined ? null : phrase(there.read.tree, around < 0 ? node.head : around),
      },
    ];
  }
  return [statement(unknown === undefined ? tree.text : phrase(tree, unknown.node.head), null)];
}
