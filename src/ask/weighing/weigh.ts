/**
 * The one measure of how well a passage answers a question. A sentence that answers need not repeat the question's words, nor does one
 * that repeats them answer: many small traits speak for it and against it, and what they say together was learned from questions over
 * invented articles (`network.bin`; `node test/ask/weighing/train.ts` makes it again): which of a question's sentences answers, if any does. By
 * what its words tell a sentence is chosen to be read, by what its reading tells as well it is told.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../once.ts';
import { layer, positive } from '../../reading/network/layers.ts';
import { type Matrix, readMatrices } from '../../reading/network/matrices.ts';
import { isWholeAnswer, tellsCauseOf } from './rules.ts';
import type { Beside, Sight } from './sight.ts';
import { READ, WORDS } from './traits.ts';

/** Networks that learned the same from other seeds. */
const NETWORKS = [0, 1, 2];
/** No trait is taken to be farther from its mean, in standard deviations. */
const FARTHEST = 4;
/**
 * From which log odds on a sentence is told: where the rules find all that is asked for, where they do not, where they find that it tells of
 * something else, and of somebody else's number. Chosen on questions of sets that the networks were not shown.
 */
export const TOLD = { whole: -1, other: 1, against: 1.75, another: 2.4 } as const;

const learned = once(() =>
  readMatrices<{ readonly questions: string }>(readFileSync(join(import.meta.dirname, 'network.bin'))),
);

/** What names the questions that the networks learned from, and how many traits they ask for. */
export const learnedFrom = (): { readonly questions: string; readonly traits: number } => {
  const { head, matrix } = learned();
  return { questions: head.questions, traits: matrix('mean').rows };
};

const numberIn = ({ values, scales }: Matrix, row: number): number => (values[row] ?? 0) * (scales[row] ?? 0);

function weigh(kind: 'words' | 'read', sight: Sight, beside: Beside): number {
  const { matrix } = learned();
  const [mean, spread] = [matrix('mean'), matrix('spread')];
  const traits = kind === 'words' ? WORDS : [...WORDS, ...READ];
  const seen = Float32Array.from(traits, ({ of }, n) => {
    const far = (of(sight, beside) - numberIn(mean, n)) / numberIn(spread, n);
    return Math.max(-FARTHEST, Math.min(FARTHEST, far));
  });
  const worths = NETWORKS.map((network) => {
    const first = positive(layer(matrix, `${kind}.${network}.first`, seen));
    const second = positive(layer(matrix, `${kind}.${network}.second`, first));
    const worth = layer(matrix, `${kind}.${network}.last`, second)[0] ?? 0;
    return worth - numberIn(matrix(`${kind}.${network}.none`), 0);
  });
  return worths.reduce((sum, worth) => sum + worth, 0) / NETWORKS.length;
}

/** How likely a sentence is to answer by its words, in log odds against none that does. */
export const promiseOf = (sight: Sight, beside: Beside): number => weigh('words', sight, beside);

/** A cause that is told with what happened goes before one that stands beside it, the more of that is what was asked. */
const CAUSE = 2;

/** How likely a sentence that was read is to answer, in log odds against none that does. */
export const worthOf = (sight: Sight, beside: Beside): number =>
  weigh('read', sight, beside) + (tellsCauseOf(sight) && isWholeAnswer(sight) ? CAUSE * (sight.match?.fit ?? 0) : 0);

/** The least worth of a sentence that is told, by what the rules find in it. */
export function leastOf(sight: Sight): number {
  if (isWholeAnswer(sight)) return TOLD.whole;
  const conflict = sight.match?.conflict ?? null;
  if (conflict === null) return TOLD.other;
  return conflict.startsWith('of ') ? TOLD.another : TOLD.against;
}

/**
 * Whether a sentence of this worth is told: one in which the rules find all that is asked for unless much speaks against it, another where
 * much speaks for it. Only news of another time than the one that is asked for is ruled out, and an article that never names whom the question
 * names.
 */
export const isTold = (sight: Sight, worth: number): boolean =>
  sight.fills.period && sight.match?.weakest.name !== 0 && worth >= leastOf(sight);
