import { describe, expect, it } from 'vitest';
import { ask, readQuestion } from '../../src/ask/index.ts';
import { evidenceOf } from './articles.ts';
import { type Desk, deskOf, NOW } from './weighing/questions.ts';

type Score = { right: number; wrong: string[]; silent: number; told: string[] };

function scoreOf({ questions, articles }: Desk): Score {
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

describe('questions as a desk asks them', () => {
  it.each([
    ['invented passages', 'passages', { right: 0.9, wrong: 0.03, told: 1 }],
    ['the sample newsroom', 'newsroom', { right: 0.95, wrong: 0.04, told: 1 }],
    ['a month of trade press', 'trade', { right: 0.8, wrong: 0.04, told: 2 }],
    ['a month of an autumn', 'autumn', { right: 0.78, wrong: 0.04, told: 5 }],
    ['another month of industry', 'makers', { right: 0.64, wrong: 0.08, told: 5 }],
    ['a month of clouds, chips and grids', 'clouds', { right: 0.68, wrong: 0.11, told: 4 }],
    ['a month of a harbour', 'harbor', { right: 0.75, wrong: 0.1, told: 1 }],
    ['a month of results', 'ridge', { right: 0.7, wrong: 0.12, told: 4 }],
    ['a month of local news', 'lantern', { right: 0.7, wrong: 0.1, told: 5 }],
    // Nothing was mended by these, and nothing is learned from them.
    ['a month that nobody had seen', 'unseen', { right: 0.54, wrong: 0.19, told: 4 }],
    ['and another', 'quarry', { right: 0.58, wrong: 0.16, told: 4 }],
  ] as const)(
    'are answered by the sentence that tells, or not at all: %s',
    (_, name, bounds) => {
      const desk = deskOf(name);
      const { questions } = desk;
      const { right, wrong, silent, told } = scoreOf(desk);
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
