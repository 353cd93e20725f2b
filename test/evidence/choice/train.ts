/**
 * Learns how what is told of a figure is chosen, and writes `src/evidence/told/choice/weights.bin`: `node test/evidence/choice/train.ts` (a
 * minute). It prints for each field how often rules are right, and how often weights are that were not learned from the article.
 */

import { writeFileSync } from 'node:fs';
import { written } from '../../../src/evidence/choice/weights.ts';
import { FIELDS } from '../../../src/evidence/told/choice/candidates.ts';
import { chooser, learn } from './learn.ts';
import { fingerprint, LEARNED, rowsOf } from './news.ts';

const WEIGHTS = new URL('../../../src/evidence/told/choice/weights.bin', import.meta.url);
const SEED = 1;
const FOLDS = 5;

const rows = rowsOf(LEARNED);
writeFileSync(WEIGHTS, written(fingerprint(LEARNED), learn(rows, SEED)));
const tried = Array.from({ length: FOLDS }, (_, fold) => {
  const chosenBy = chooser(
    learn(
      rows.filter(({ article }) => article % FOLDS !== fold),
      SEED,
    ),
  );
  return rows.filter(({ article }) => article % FOLDS === fold).map((row) => ({ row, at: chosenBy(row) }));
}).flat();
for (const field of FIELDS) {
  const own = tried.filter(({ row }) => row.field === field);
  const share = (is: (one: (typeof own)[number]) => boolean): string => (own.filter(is).length / own.length).toFixed(3);
  const byRule = share(({ row }) => row.candidates.some(({ accepted, ruled }) => accepted && ruled));
  const learned = share(({ row, at }) => row.candidates[at]?.accepted === true);
  const most = share(({ row }) => row.candidates.some(({ accepted }) => accepted));
  console.log(`${field.padEnd(9)} rules ${byRule}  learned ${learned}  of at most ${most}  (${own.length} figures)`);
}
