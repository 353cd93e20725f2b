/**
 * Learns how answers are weighed, and writes `src/ask/weighing/network.bin`: `node test/ask/weighing/train.ts` (some seven minutes; it wants Python 3
 * with PyTorch, `PYTHON` names another than `python3`). With `--desks` it also prints what is answered rightly of each desk by networks that
 * were shown nothing of it (hours).
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { seenFor } from '../../../src/ask/candidates.ts';
import { excerptsFor } from '../../../src/ask/excerpt.ts';
import { readQuestion } from '../../../src/ask/question.ts';
import { READ, WORDS } from '../../../src/ask/weighing/traits.ts';
import { leastOf } from '../../../src/ask/weighing/weigh.ts';
import { evidenceOf } from '../articles.ts';
import { type Asked, type Desk, deskOf, fingerprint, LEARNED, NOW } from './questions.ts';

/** A sentence, or a figure of it: which of the sentences, its traits, whether it answers (null: told with one that does), the worth from which it is told. */
type Line = {
  readonly at: string;
  readonly is: boolean | null;
  readonly traits: readonly number[];
  readonly least: number;
};
type Learnt = { readonly desk: string; readonly asked: Asked; readonly lines: readonly Line[] };

const ALL = [...WORDS, ...READ];

function look({ name, articles, questions }: Desk): Learnt[] {
  const evidence = evidenceOf(articles);
  return questions.map((asked) => {
    const question = readQuestion(asked.question, NOW);
    const seen = seenFor(question, articles, evidence);
    const excerpt = excerptsFor(question);
    const lines = seen.flatMap(({ looked, beside }) => {
      const { indexed, at } = looked.passage;
      const { text = '', start = 0 } = indexed.sentences[at] ?? {};
      const spans = asked.any.flatMap((words) => {
        const from = text.indexOf(words);
        return from < 0 ? [] : [{ from, to: from + words.length }];
      });
      const sights = looked.read();
      const isOf = ({ figure }: (typeof sights)[number]): boolean =>
        figure === null || spans.some(({ from, to }) => figure.start - start < to && figure.end - start > from);
      const some = sights.some(isOf);
      // A sentence that is told with the one before it, which answers.
      const leads = spans.length === 0 && asked.any.some((words) => excerpt(looked.passage)?.text.includes(words));
      return sights.map((sight): Line => {
        const is = spans.length > 0 ? isOf(sight) || !some || null : leads ? null : false;
        return {
          at: `${indexed.article.id} ${at}`,
          is,
          traits: ALL.map(({ of }) => of(sight, beside)),
          least: leastOf(sight),
        };
      });
    });
    return { desk: name, asked, lines };
  });
}

const PROGRAM = new URL('network.py', import.meta.url).pathname;
const WEIGHTS = new URL('../../../src/ask/weighing/network.bin', import.meta.url).pathname;
const Best = z.tuple([z.number(), z.number()]);
/** A question as networks answer it that were not shown its desk: its likeliest line, and how likely that is, in log odds against none. */
type Tried = { readonly learnt: Learnt; readonly worth: number; readonly line: Line };

/** Learns the networks and writes them down; with `isTried`, each question is answered by others too. */
function learn(all: readonly Learnt[], isTried: boolean): Tried[] {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  try {
    const [rows, tried] = [join(folder, 'rows.jsonl'), join(folder, 'tried.jsonl')];
    const lines = [WORDS.length, ...all.map(({ desk, lines: own }) => ({ desk, lines: own }))];
    writeFileSync(rows, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const told = fingerprint(LEARNED.map(deskOf));
    execFileSync(process.env.PYTHON ?? 'python3', [PROGRAM, rows, WEIGHTS, told, ...(isTried ? [tried] : [])], {
      stdio: 'inherit',
    });
    if (!isTried) return [];
    const best = readFileSync(tried, 'utf8').trim().split('\n');
    return all.flatMap((learnt, n) => {
      const [worth, at] = Best.parse(JSON.parse(best[n] ?? ''));
      const line = learnt.lines[at];
      return line === undefined ? [] : [{ learnt, worth, line }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tell(tries: readonly Tried[]): void {
  for (const desk of LEARNED) {
    const of = tries.filter(({ learnt }) => learnt.desk === desk);
    const told = of.filter(({ worth, line }) => worth >= line.least);
    const can = told.filter(({ learnt }) => learnt.asked.answerable);
    const right = can.filter(({ line }) => line.is !== false).length;
    const answerable = of.filter(({ learnt }) => learnt.asked.answerable).length;
    console.log(
      `not shown ${desk}: right ${right} of ${answerable}, wrong ${can.length - right}, told ${told.length - can.length} of ${of.length - answerable}`,
    );
  }
}

const isTried = process.argv.includes('--desks');
const tries = learn(
  LEARNED.map(deskOf)
    .flatMap(look)
    .filter(({ lines }) => lines.length > 0),
  isTried,
);
if (isTried) tell(tries);
