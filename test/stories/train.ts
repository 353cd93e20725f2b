/**
 * Learns which reports are of one event, what of a later one is news, and what only sums up others, and writes the models of
 * `src/stories/{kin,news,roundup}`: `node test/stories/train.ts` (a minute and a half). Each morning of a week of marked news is looked at as a service
 * would look at it that had told all that was seen before. It prints how much is right of the weeks that nothing is learned from; with
 * `--folds`, of the others as well, each by what was learned without it.
 */

import { writeFileSync } from 'node:fs';
import { DAY_MS } from '../../src/durations.ts';
import { type Tree, weightOf } from '../../src/learned/trees.ts';
import { TRAITS as KIN } from '../../src/stories/kin/traits.ts';
import { TRAITS as NEWS } from '../../src/stories/news/traits.ts';
import { deskOf, TRAITS as ROUNDUP, sightOf } from '../../src/stories/roundup/traits.ts';
import { boost, type Marks, placed, type Row, random } from '../learned/boost.ts';
import { fewOf, look, type Mornings, shortened } from './mornings.ts';
import { fingerprint, LEARNED, type Marked, UNSEEN, weekOf } from './weeks.ts';

const SEED = 7;
const FOLDS = 5;
/** Each week is looked at as small services see it as well: of so many events at most, of each article so many sentences, some without memory. */
const SERVICES = 12;
const FEW = 4;
const SENTENCES = 4;
/** That two reports share what nobody else has tells less there, so that their pairs count less. */
const SMALL = 0.4;
/** What is rare counts more: a sentence that is news, a piece that sums up. */
const RARE = 3;
const MARKS: Marks = { rounds: 400, depth: 3, pace: 0.05, leaf: 6, calm: 6, rows: 0.6, traits: 0.3 };

/** What is learned of a week: as it is, and as small services see it; and its pieces, whether each sums up others. */
type Looked = { readonly whole: Mornings; readonly small: readonly Mornings[]; readonly pieces: readonly Row[] };

/** What was learned, by the folder that keeps it. */
type Models = { readonly kin: readonly Tree[]; readonly news: readonly Tree[]; readonly roundup: readonly Tree[] };

const linesOf = ({ follows }: Mornings): Row[] =>
  follows.flatMap(({ lines }) =>
    lines.flatMap(({ traits, is }): Row[] => (is === null ? [] : [{ traits, is, weight: is ? RARE : 1 }])),
  );

/** The window that a piece is seen in. */
const WINDOW_MS = 4 * DAY_MS;

/** Each piece as it is, and as a feed gives its first sentences alone: of one that sums up at least two. */
const piecesOf = (all: readonly Marked[], next: () => number): Row[] =>
  all
    .filter(({ kind }) => kind !== 'noise')
    .flatMap((one) => {
      const at = Date.parse(one.article.fetched);
      const around = all.filter(
        ({ article: { fetched } }) => Math.abs(Date.parse(fetched) - at + WINDOW_MS / 2) <= WINDOW_MS / 2,
      );
      const desk = deskOf(around.map(({ article }) => article));
      const is = one.kind === 'roundup';
      const few = shortened(one, 1 + Number(is) + Math.floor(next() * SENTENCES));
      return [one, few].map(({ article }) => {
        const sight = sightOf(article, desk);
        return { traits: ROUNDUP.map(({ of }) => of(sight)), is, weight: is ? RARE : 1 };
      });
    });

function learn(all: readonly Looked[]): Models {
  const pairs = all.flatMap(({ whole, small }) => [
    ...whole.pairs,
    ...small.flatMap((one) => one.pairs.map((pair) => ({ ...pair, weight: SMALL }))),
  ]);
  const lines = all.flatMap(({ whole, small }) => [...linesOf(whole), ...small.flatMap(linesOf)]);
  const pieces = all.flatMap((one) => one.pieces);
  return { kin: boost(pairs, MARKS, SEED), news: boost(lines, MARKS, SEED), roundup: boost(pieces, MARKS, SEED) };
}

/** Something that is so or not, and its log odds of being so. */
type Judged = { readonly is: boolean; readonly worth: number };

/** The share of pairs of one that is so and one that is not in which the first is likelier. */
function auroc(all: readonly Judged[]): number {
  const [yes, no] = [all.filter(({ is }) => is), all.filter(({ is }) => !is)];
  let sum = 0;
  for (const a of yes) for (const b of no) sum += a.worth > b.worth ? 1 : a.worth === b.worth ? 0.5 : 0;
  return sum / Math.max(1, yes.length * no.length);
}

const judge = (trees: readonly Tree[], { traits, is }: Row): Judged => ({ is, worth: weightOf(trees, traits) });

/** What models that were not shown some weeks make of them. */
const judged = (all: readonly Looked[], { kin, news, roundup }: Models) => ({
  kin: all.flatMap(({ whole }) =>
    // Each group joins the one that it is most kin to.
    [...Map.groupBy(whole.pairs, ({ child }) => child).values()].map((own) => ({
      isDue: own.some(({ is }) => is),
      pairs: own.map((pair) => judge(kin, pair)).sort((a, b) => b.worth - a.worth),
    })),
  ),
  news: all.flatMap(({ whole }) =>
    whole.follows.map(({ isNews, lines }): Judged => {
      const worths = lines.map(({ traits }) => weightOf(news, traits));
      return { is: isNews, worth: Math.max(...worths) };
    }),
  ),
  roundup: all.flatMap(({ pieces }) => pieces.map((piece) => judge(roundup, piece))),
});

const share = (part: number, of: number): string => (part / Math.max(1, of)).toFixed(3);

function told(all: readonly Judged[], yes: string, no: string): string {
  const [are, others] = [all.filter(({ is }) => is), all.filter(({ is }) => !is)];
  const found = (some: readonly Judged[]): string => share(some.filter(({ worth }) => worth >= 0).length, some.length);
  return `${yes} ${found(are)} of ${are.length}, ${no} ${found(others)} of ${others.length}, AUROC ${auroc(all).toFixed(3)}`;
}

function tell(name: string, { kin, news, roundup }: ReturnType<typeof judged>): void {
  const joined = kin.flatMap(({ pairs: [best] }) => (best !== undefined && best.worth >= 0 ? [best] : []));
  const right = joined.filter(({ is }) => is).length;
  const due = kin.filter(({ isDue }) => isDue).length;
  const odds = auroc(kin.flatMap(({ pairs }) => pairs)).toFixed(3);
  console.log(
    `${name}: joined rightly ${share(right, due)} of ${due}, wrongly ${share(joined.length - right, joined.length)}, AUROC ${odds}`,
  );
  console.log(`  ${told(news, 'news', 'repeats as news')}`);
  console.log(`  ${told(roundup, 'summed up', 'reports as sums')}`);
}

const next = random(SEED);
function lookAt(week: string, services: number): Looked {
  const all = weekOf(week);
  const small = Array.from({ length: services }, (_, n) => {
    const few = fewOf(all, FEW, next);
    const sentences = 1 + Math.floor(next() * SENTENCES);
    return look(`${week} ${n}`, n % 3 === 0 ? few : few.map((one) => shortened(one, sentences)), n % 3 === 2);
  });
  return { whole: look(week, all), small, pieces: piecesOf(all, next) };
}

const shown = LEARNED.map((week) => lookAt(week, SERVICES));
if (process.argv.includes('--folds')) {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    judged(
      shown.filter((_, n) => n % FOLDS === fold),
      learn(shown.filter((_, n) => n % FOLDS !== fold)),
    ),
  );
  tell('folds', {
    kin: folds.flatMap(({ kin }) => kin),
    news: folds.flatMap(({ news }) => news),
    roundup: folds.flatMap(({ roundup }) => roundup),
  });
}
const models = learn(shown);
const unseen = UNSEEN.map((week) => lookAt(week, SERVICES));
tell('not shown', judged(unseen, models));
const small = unseen.flatMap((one) => one.small.map((whole): Looked => ({ ...one, whole })));
tell('not shown, small services', judged(small, models));
const weeks = fingerprint();
const write = (folder: keyof Models, traits: readonly { readonly name: string }[]): void =>
  writeFileSync(
    new URL(`../../src/stories/${folder}/model.json`, import.meta.url),
    `${JSON.stringify({ weeks, ...placed(models[folder], traits) })}\n`,
  );
write('kin', KIN);
write('news', NEWS);
write('roundup', ROUNDUP);
