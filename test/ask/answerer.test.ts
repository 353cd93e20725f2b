import { describe, expect, it } from 'vitest';
import { askModel, readQuestion } from '../../src/ask/index.ts';
import { readPrompt } from '../../src/effects/prompts.ts';
import { ModelError } from '../../src/errors.ts';
import type { LanguageModel, Prompt } from '../../src/ports/language-model.ts';
import { articleOf, evidenceOf } from './articles.ts';

const ARTICLES = [
  articleOf(
    'tarn',
    'Orbin signs for Tarn Valley power',
    'Orbin Compute has contracted 900 megawatts of electricity for a campus in Tarn Valley. The contract runs through 2035.',
  ),
];
const QUESTION = readQuestion('how much power does Orbin have in Tarn Valley?', new Date('2026-11-24T13:30:00.000Z'));

/** A model that says this of whatever it is asked, and remembers what it was asked. */
function saying(
  sentences: readonly { text: string; rests: string[] }[],
  lines: readonly { id: string; text: string; rests: string[] }[] = [],
) {
  const prompts: Prompt[] = [];
  const model: LanguageModel = {
    name: 'scripted',
    async complete(prompt, schema) {
      prompts.push(prompt);
      return {
        value: schema.parse(prompt.version.startsWith('repair') ? { lines } : { sentences }),
        usage: { inputTokens: 1, outputTokens: 1 },
        model: 'scripted',
      };
    },
  };
  return { prompts, model };
}
const answerer = (model: LanguageModel) => ({
  model,
  prompt: readPrompt('ask', 'AskReply'),
  repair: readPrompt('repair', 'RepairReply'),
  scope: 'questions of a workspace',
  signal: new AbortController().signal,
});
const answerWith = (model: LanguageModel) => askModel(QUESTION, ARTICLES, evidenceOf(ARTICLES), answerer(model));

describe('an answer in a model’s words', () => {
  it('is published with the sentences that it rests on', async () => {
    const { model, prompts } = saying([
      { text: 'Orbin Compute has 900 megawatts under contract in Tarn Valley.', rests: ['s1'] },
    ]);
    const answer = await answerWith(model);
    expect(answer).toMatchObject({ writer: 'model', abstained: false });
    expect(answer.points[0]?.cites[0]?.text).toContain('900 megawatts');
    expect(prompts[0]?.scope).toBe('questions of a workspace');
  });

  it('loses what the gate refuses, and falls back to the article’s own sentence', async () => {
    const { model } = saying([{ text: 'Orbin Compute has 9 gigawatts under contract in Tarn Valley.', rests: ['s1'] }]);
    const answer = await answerWith(model);
    expect(answer.writer).toBe('extractive');
    expect(answer.points[0]?.text).toContain('900 megawatts');
  });

  it('is not taken from a line that rests on nothing or holds a link', async () => {
    const { model } = saying([
      { text: 'Orbin Compute has 900 megawatts in Tarn Valley.', rests: [] },
      { text: 'Orbin Compute has 900 megawatts: https://evil.example.', rests: ['s1'] },
    ]);
    expect((await answerWith(model)).writer).toBe('extractive');
  });

  it('is written again once where the gate refused it', async () => {
    const { model, prompts } = saying(
      [{ text: 'Orbin Compute has 9 gigawatts under contract in Tarn Valley.', rests: ['s1'] }],
      [{ id: '1', text: 'Orbin Compute has 900 megawatts under contract in Tarn Valley.', rests: ['s1'] }],
    );
    const answer = await answerWith(model);
    expect(answer).toMatchObject({ writer: 'model', abstained: false });
    expect(answer.points[0]?.text).toContain('900 megawatts');
    expect(prompts).toHaveLength(2);
    expect(prompts[1]?.user).toContain('9 gigawatts');
  });

  it('is written again from the sentences that it needs, not from all', async () => {
    const halls = ['north', 'south', 'east', 'west', 'upper', 'lower'];
    const many = articleOf(
      'halls',
      'Orbin signs for Tarn Valley power',
      `Orbin Compute has contracted 900 megawatts of electricity in Tarn Valley. ${halls.map((hall, n) => `The ${hall} hall of Orbin in Tarn Valley takes ${n + 40} megawatts of power.`).join(' ')}`,
    );
    const { model, prompts } = saying([{ text: 'Orbin Compute has 9 gigawatts in Tarn Valley.', rests: ['s1'] }]);
    await askModel(QUESTION, [many], evidenceOf([many]), answerer(model));
    const sent = (prompt: Prompt | undefined): number => prompt?.user.match(/"s\d+"/g)?.length ?? 0;
    expect(sent(prompts[0])).toBeGreaterThan(4);
    expect(sent(prompts[1])).toBeLessThanOrEqual(3);
    expect(prompts[1]?.user).toContain('900 megawatts');
  });

  it('stands as “not told” where the model says so, with the nearest sentence', async () => {
    const { model, prompts } = saying([]);
    const answer = await answerWith(model);
    expect(answer).toMatchObject({ writer: 'model', abstained: true, points: [] });
    expect(answer.nearest[0]?.text).toContain('900 megawatts');
    expect(prompts[0]?.user).toContain('"publisher":');
  });

  it('is done without when the model cannot answer', async () => {
    const model: LanguageModel = {
      name: 'down',
      complete: async () => {
        throw new ModelError('budget', 'the day’s budget is used up');
      },
    };
    expect((await answerWith(model)).points[0]?.text).toContain('900 megawatts');
  });
});
