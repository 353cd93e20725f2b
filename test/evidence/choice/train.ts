/**
 * Learns how what is told of a figure is chosen, and writes `src/evidence/told/choice/weights.bin`: `node test/evidence/choice/train.ts` (two
 * minutes). It prints for each field how often weights are right that were not learned from the article, and how good the captions are.
 */

import { writeFileSync } from 'node:fs';
import { Weights, written } from '../../../src/evidence/choice/weights.ts';
import { FIELDS, type Field } from '../../../src/evidence/told/choice/candidates.ts';
import { likeliest } from '../../../src/evidence/told/choice/choose.ts';
import { learn, type Pace } from './learn.ts';
import { type Chooser, fingerprint, LEARNED, type Row, rowsOf } from './news.ts';

const WEIGHTS = new URL('../../../src/evidence/told/choice/weights.bin', import.meta.url);
const SEED = 1;
const FOLDS = 5;
/** What has many candidates is learned slower, from more that is left out. */
const SLOW: Pace = { rounds: 20, pace: 0.05, unseen: 0.5 };
const PACES: Readonly<Record<Field, Pace | undefined>> = {
  concept: SLOW,
  subject: SLOW,
  caption: SLOW,
  unit: SLOW,
  standing: undefined,
  when: undefined,
};

/** A field has names of its own, so that each is learned by itself. */
const learned = (rows: readonly Row[]): ReadonlyMap<number, number> =>
  new Map(
    FIELDS.flatMap((field) => [
      ...learn(
        rows.filter((row) => row.field === field),
        SEED,
        PACES[field],
      ),
    ]),
  );

/** Chooses for an article by weights that were not learned from it. */
function unseenBy(rows: readonly Row[]): Chooser {
  const all = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learned(rows.filter(({ article }) => article % FOLDS !== fold));
    return new Weights(weights, weights.size);
  });
  return (article) => (_, candidates) => {
    const weights = all[article % FOLDS];
    return weights === undefined ? null : likeliest(weights, candidates).value;
  };
}

// What is known of a figure hangs on what was chosen before, which is marked first, and then chosen.
const rows = rowsOf(LEARNED, unseenBy(rowsOf(LEARNED)));
writeFileSync(WEIGHTS, written(fingerprint(LEARNED), learned(rows)));

const chooserOf = unseenBy(rows);
const tried = rows.map((row) => {
  const { article, field, candidates, rule } = row;
  return { row, value: chooserOf(article)(field, candidates, { start: 0, end: 0 }, rule) };
});
for (const field of FIELDS) {
  const own = tried.filter(({ row }) => row.field === field);
  const share = (is: (one: (typeof own)[number]) => boolean): string => (own.filter(is).length / own.length).toFixed(3);
  const right = share(({ row, value }) => row.candidates.some((one) => one.value === value && one.accepted));
  const most = share(({ row }) => row.candidates.some(({ accepted }) => accepted));
  console.log(`${field.padEnd(9)} learned ${right}  of at most ${most}  (${own.length} figures)`);
}
const marks = tried.flatMap(({ row: { field, candidates }, value }) =>
  field === 'caption' ? [candidates.find((one) => one.value === value)?.mark ?? null] : [],
);
const given = marks.filter((mark) => mark !== null);
const of = (wanted: string): string => (given.filter((mark) => wanted.includes(mark)).length / given.length).toFixed(3);
console.log(
  `captions: ${(given.length / marks.length).toFixed(3)} given, of which good ${of('Gg')}, thin ${of('t')}, wrong ${of('w')}`,
);
