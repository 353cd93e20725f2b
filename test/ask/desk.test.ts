import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, readQuestion } from '../../src/ask/index.ts';
import type { Article } from '../../src/model.ts';
import { newsroomArticles } from '../write/newsroom-day.ts';
import { articleOf, evidenceOf } from './articles.ts';

const NOW = new Date('2026-11-24T13:00:00.000Z');

const Asked = z.object({
  question: z.string(),
  answerable: z.boolean().default(true),
  /** One of these stands in a right answer. */
  any: z.array(z.string()).default([]),
  /** And none of these where none of those does. */
  not: z.array(z.string()).default([]),
});
const Passage = z.object({ id: z.string(), title: z.string(), published: z.string(), text: z.string() });

function linesOf<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(`desk/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

type Score = { right: number; wrong: string[]; silent: number; told: string[] };

function scoreOf(questions: readonly z.infer<typeof Asked>[], articles: readonly Article[]): Score {
  const evidence = evidenceOf(articles);
  const score: Score = { right: 0, wrong: [], silent: 0, told: [] };
  for (const { question, answerable, any, not } of questions) {
    const { points, abstained } = ask(readQuestion(question, NOW), articles, evidence);
    const text = points.map((point) => point.text).join(' ');
    const isRight = any.some((words) => text.includes(words));
    if (!answerable) {
      if (abstained) score.silent += 1;
      else score.told.push(`${question} -> ${text}`);
    } else if (isRight) score.right += 1;
    else if (!abstained || not.some((words) => text.includes(words))) score.wrong.push(`${question} -> ${text}`);
  }
  return score;
}

const passagesOf = (file: string) => (): Article[] =>
  linesOf(file, Passage).map(({ id, title, published, text }) => articleOf(id, title, text, published));

describe('questions as a desk asks them', () => {
  it.each([
    [
      'invented passages',
      'passages-questions.jsonl',
      passagesOf('passages.jsonl'),
      { right: 0.88, wrong: 0.06, told: 1 },
    ],
    ['the sample newsroom', 'newsroom-questions.jsonl', newsroomArticles, { right: 0.88, wrong: 0.06, told: 1 }],
    // None of these was looked at while the reading of questions was made.
    [
      'a month of trade press',
      'trade-questions.jsonl',
      passagesOf('trade.jsonl'),
      { right: 0.57, wrong: 0.14, told: 2 },
    ],
  ] as const)(
    'are answered by the sentence that tells, or not at all: %s',
    (_, file, articles, bounds) => {
      const questions = linesOf(file, Asked);
      const { right, wrong, silent, told } = scoreOf(questions, articles());
      const answerable = questions.filter((question) => question.answerable).length;
      expect(told.length, told.join('\n')).toBeLessThanOrEqual(bounds.told);
      expect(right / answerable, wrong.join('\n')).toBeGreaterThanOrEqual(bounds.right);
      const mistaken = wrong.filter((line) => !line.endsWith('-> '));
      expect(mistaken.length, mistaken.join('\n')).toBeLessThanOrEqual(Math.ceil(answerable * bounds.wrong));
      expect(silent + told.length).toBe(questions.length - answerable);
    },
    60_000,
  );
});
