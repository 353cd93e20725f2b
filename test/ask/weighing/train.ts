/**
 * Learns how answers are weighed, and writes `src/ask/weighing/model.json`: `node test/ask/weighing/train.ts` (a minute). With `--desks` it
 * also prints what is answered rightly of each desk by a model that was shown nothing of it (some minutes).
 */

import { writeFileSync } from 'node:fs';
import { seenFor } from '../../../src/ask/candidates.ts';
import { readQuestion } from '../../../src/ask/question.ts';
import { READ, WORDS } from '../../../src/ask/weighing/traits.ts';
import { type Tree, weightOf } from '../../../src/evidence/doubt/trees.ts';
import { boost, type Marks, type Placed, placed, type Row } from '../../evidence/doubt/boost.ts';
import { evidenceOf } from '../articles.ts';
import { type Asked, type Desk, deskOf, fingerprint, LEARNED, NOW } from './questions.ts';

/** What one seed draws by chance, the mean of some does not. */
const SEEDS = [1, 2, 3];
const MARKS: Marks = { rounds: 220, depth: 2, pace: 0.1, leaf: 4, calm: 2, rows: 0.7, traits: 0.3 };
/** What a sentence that answers counts beside one that does not, and one beside a question that has no answer. */
const ANSWERS = 4;
const UNANSWERABLE = 3;
/** From which log odds on a sentence is told, where the rules find all that is asked for and else: chosen on questions of sets that the model was not shown. */
const TOLD = { whole: -0.8, other: 0.5 };

/** The nearest sentences are all learned from, and of the farther ones that tell nothing only some. */
const NEAREST = 16;
const EVERY = 3;

/** A sentence, or a figure of it: which of the sentences, its traits, whether it answers (null: beside one that does). */
type Line = { readonly at: string; readonly is: boolean | null; readonly traits: readonly number[] };
type Learnt = { readonly desk: string; readonly asked: Asked; readonly lines: readonly Line[] };

const ALL = [...WORDS, ...READ];
const WHOLE = ALL.findIndex(({ name }) => name === 'whole answer');

function look({ name, articles, questions }: Desk): Learnt[] {
  const evidence = evidenceOf(articles);
  return questions.map((asked) => {
    const seen = seenFor(readQuestion(asked.question, NOW), articles, evidence);
    const lines = seen.flatMap(({ looked, beside }, n) => {
      const { indexed, at } = looked.passage;
      const { text = '', start = 0 } = indexed.sentences[at] ?? {};
      const before = indexed.sentences[at - 1]?.text ?? '';
      const spans = asked.any.flatMap((words) => {
        const from = text.indexOf(words);
        return from < 0 ? [] : [{ from, to: from + words.length }];
      });
      const sights = looked.read();
      const isOf = ({ figure }: (typeof sights)[number]): boolean =>
        figure === null || spans.some(({ from, to }) => figure.start - start < to && figure.end - start > from);
      const some = sights.some(isOf);
      const leads = asked.any.some((words) => before.includes(words));
      if (n >= NEAREST && n % EVERY > 0 && spans.length === 0) return [];
      return sights.map((sight): Line => {
        const is = spans.length > 0 ? isOf(sight) || !some || null : leads ? null : false;
        return { at: `${indexed.article.id} ${at}`, is, traits: ALL.map(({ of }) => of(sight, beside)) };
      });
    });
    return { desk: name, asked, lines };
  });
}

const rowsOf = (learnt: readonly Learnt[], traits: number): Row[] =>
  learnt.flatMap(({ asked, lines }) =>
    lines.flatMap((line) =>
      line.is === null
        ? []
        : [
            {
              traits: line.traits.slice(0, traits),
              is: line.is,
              weight: line.is ? ANSWERS : asked.answerable ? 1 : UNANSWERABLE,
            },
          ],
    ),
  );

type Model = { readonly words: readonly Tree[]; readonly read: readonly Tree[] };

const learn = (learnt: readonly Learnt[]): Model => ({
  words: mean(rowsOf(learnt, WORDS.length)),
  read: mean(rowsOf(learnt, ALL.length)),
});

const scaled = (tree: Tree): Tree =>
  typeof tree === 'number' ? tree / SEEDS.length : [tree[0], tree[1], scaled(tree[2]), scaled(tree[3])];

const mean = (rows: readonly Row[]): Tree[] => SEEDS.flatMap((seed) => boost(rows, MARKS, seed).map(scaled));

const READ_AT_MOST = 8;

/** The best line of those that would be read, and how likely it is. */
function best({ words, read }: Model, { lines }: Learnt): { readonly line: Line; readonly worth: number } | null {
  const promise = new Map<string, number>();
  for (const { at, traits } of lines)
    promise.set(at, Math.max(promise.get(at) ?? Number.NEGATIVE_INFINITY, weightOf(words, traits)));
  const chosen = new Set(
    [...promise]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, READ_AT_MOST)
      .map(([at]) => at),
  );
  const weighed = lines
    .filter(({ at }) => chosen.has(at))
    .map((line) => ({ line, worth: weightOf(read, line.traits) }));
  return weighed.toSorted((a, b) => b.worth - a.worth)[0] ?? null;
}

/** A question as a model answers it: how likely that is, whether the rules find all there that is asked for, whether it is right. */
type Tried = { readonly learnt: Learnt; readonly worth: number; readonly whole: boolean; readonly is: boolean };

/** Each question by a model that was shown nothing of its desk. */
const tried = (all: readonly Learnt[]): Tried[] =>
  LEARNED.flatMap((name) => {
    const model = learn(all.filter(({ desk }) => desk !== name));
    return all
      .filter(({ desk }) => desk === name)
      .flatMap((learnt) => {
        const found = best(model, learnt);
        if (found === null) return [];
        const { line, worth } = found;
        return [{ learnt, worth, whole: line.traits[WHOLE] === 1, is: line.is !== false }];
      });
  });

type Outcome = { readonly right: number; readonly wrong: number; readonly told: number };

function outcomeOf(tries: readonly Tried[]): Outcome {
  const answered = tries.filter(({ worth, whole }) => worth >= (whole ? TOLD.whole : TOLD.other));
  return {
    right: answered.filter(({ learnt, is }) => learnt.asked.answerable && is).length,
    wrong: answered.filter(({ learnt, is }) => learnt.asked.answerable && !is).length,
    told: answered.filter(({ learnt }) => !learnt.asked.answerable).length,
  };
}

function tell(tries: readonly Tried[], all: readonly Learnt[]): void {
  for (const desk of LEARNED) {
    const { right, wrong, told } = outcomeOf(tries.filter(({ learnt }) => learnt.desk === desk));
    const of = all.filter((learnt) => learnt.desk === desk);
    const can = of.filter(({ asked }) => asked.answerable).length;
    console.log(`not shown ${desk}: right ${right} of ${can}, wrong ${wrong}, told ${told} of ${of.length - can}`);
  }
}

function main(): void {
  const desks = LEARNED.map(deskOf);
  const all = desks.flatMap(look);
  if (process.argv.includes('--desks')) {
    tell(tried(all), all);
  }
  const { words, read } = learn(all);
  write(fingerprint(desks), { words: placed(words, WORDS), read: placed(read, ALL) });
}

function write(questions: string, models: Readonly<Record<'words' | 'read', Placed>>): void {
  const of = ({ traits, trees }: Placed): string =>
    `{\n    "traits": [\n${traits.map((name) => `      ${JSON.stringify(name)}`).join(',\n')}\n    ],\n    "trees": [\n${trees.map((tree) => `      ${JSON.stringify(tree)}`).join(',\n')}\n    ]\n  }`;
  const text = `{\n  "questions": "${questions}",\n  "told": { "whole": ${TOLD.whole}, "other": ${TOLD.other} },\n  "words": ${of(models.words)},\n  "read": ${of(models.read)}\n}\n`;
  writeFileSync(new URL('../../../src/ask/weighing/model.json', import.meta.url), text);
}

main();
