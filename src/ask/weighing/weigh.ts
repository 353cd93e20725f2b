/**
 * The one measure of how well a passage answers a question. A sentence that answers need not repeat the question's words, nor does one
 * that repeats them answer: many small traits speak for it and against it, and how much each weighs was learned from questions over
 * invented articles (`model.json`; `node test/ask/weighing/train.ts` makes it again). By what its words tell it is chosen to be read, by
 * what its reading tells as well it is told.
 */

import { type Tree, treeOf, weightOf } from '../../evidence/doubt/trees.ts';
import { once } from '../../once.ts';
import stored from './model.json' with { type: 'json' };
import { isWholeAnswer, tellsCauseOf } from './rules.ts';
import type { Beside, Sight } from './sight.ts';
import { READ, type Trait, WORDS } from './traits.ts';

type Learned = { readonly asked: readonly Trait[]; readonly trees: readonly Tree[] };

function learned({ traits, trees }: (typeof stored)['words'], known: readonly Trait[]): Learned {
  const asked = traits.map((name) => {
    const trait = known.find((one) => one.name === name);
    if (trait === undefined) throw new Error(`no trait is called "${name}": train the model again`);
    return trait;
  });
  return { asked, trees: trees.map(treeOf) };
}

const words = once(() => learned(stored.words, WORDS));
const read = once(() => learned(stored.read, [...WORDS, ...READ]));

const weigh = ({ asked, trees }: Learned, sight: Sight, beside: Beside): number =>
  weightOf(
    trees,
    asked.map(({ of }) => of(sight, beside)),
  );

/** How likely a sentence is to answer by its words, in log odds. */
export const promiseOf = (sight: Sight, beside: Beside): number => weigh(words(), sight, beside);

/** A cause that is told with what happened goes before one that stands beside it, the more of that is what was asked. */
const CAUSE = 2;

/** How likely a sentence that was read is to answer, in log odds. */
export const worthOf = (sight: Sight, beside: Beside): number =>
  weigh(read(), sight, beside) + (tellsCauseOf(sight) && isWholeAnswer(sight) ? CAUSE * (sight.match?.fit ?? 0) : 0);

/**
 * Whether a sentence of this worth is told: one in which the rules find all that is asked for unless much speaks against it, another where
 * much speaks for it. Only news of another time than the one that is asked for is ruled out, and an article that never names whom the question
 * names.
 */
export const isTold = (sight: Sight, worth: number): boolean =>
  sight.fills.period &&
  sight.match?.weakest.name !== 0 &&
  worth >= (isWholeAnswer(sight) ? stored.told.whole : stored.told.other);
