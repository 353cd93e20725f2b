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
      { text: 'Orbin Compute has contracted 900 megawatts for a campus in Tarn Valley.', rests: ['s1'] },
    ]);
    const answer = await answerWith(model);
    expect(answer).toMatchObject({ writer: 'model', abstained: false });
    expect(answer.points[0]?.cites[0]?.text).toContain('900 megawatts');
    expect(prompts[0]?.scope).toBe('questions of a workspace');
  });

  it('loses what the gate refuses, and falls back to the article’s own sentence', async () => {
    const { model } = saying([
      { text: 'Orbin Compute has contracted 9 gigawatts for a campus in Tarn Valley.', rests: ['s1'] },
    ]);
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
      [{ text: 'Orbin Compute has contracted 9 gigawatts for a campus in Tarn Valley.', rests: ['s1'] }],
      [{ id: '1', text: 'Orbin Compute has contracted 900 megawatts for a campus in Tarn Valley.', rests: ['s1'] }],
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

const LEASES = [
  articleOf(
    'reno',
    'Orbin leases in Reno',
    'Orbin Compute has leased 120 megawatts in Reno. The Reno lease of Orbin Compute runs through 2041. Orbin Compute will pay $310 million for the Reno lease.',
  ),
];
const LEASE = readQuestion('what has Orbin leased in Reno?', new Date('2026-11-24T13:30:00.000Z'));
type Line = { readonly text: string; readonly rests: readonly string[] };
/** The ids are those of the sentences by how near they come: a line names all. */
const ALL = ['s1', 's2', 's3'];
const POWER = { text: 'Orbin Compute has leased 120 megawatts in Reno.', rests: ALL };
const TERM = { text: 'The Reno lease of Orbin Compute runs through 2041.', rests: ALL };
const PRICE = { text: 'Orbin Compute will pay $310 million for the Reno lease.', rests: ALL };
const FALSE = { text: 'Orbin Compute has leased 9 gigawatts in Reno.', rests: ALL };

/** A model whose reply comes piece by piece, in one attempt or more; the last attempt is what it says, or null where it breaks off. */
async function watched(attempts: readonly (readonly Line[])[], mended: readonly Line[] | null = null, breaks = false) {
  const events: string[] = [];
  const model: LanguageModel = {
    name: 'scripted',
    async complete(prompt, schema, _signal, watch) {
      const usage = { inputTokens: 1, outputTokens: 1 };
      if (prompt.version.startsWith('repair')) {
        events.push('repair');
        const lines = (mended ?? []).map((line, at) => ({ id: String(at + 1), ...line }));
        return { value: schema.parse({ lines }), usage, model: 'scripted' };
      }
      for (const lines of attempts)
        for (let upTo = 0; upTo <= lines.length; upTo += 1) watch?.({ sentences: lines.slice(0, upTo) });
      events.push('end');
      if (breaks) throw new ModelError('connection', 'it broke off');
      return { value: schema.parse({ sentences: attempts.at(-1) }), usage, model: 'scripted' };
    },
  };
  const settled = (points: readonly { readonly text: string }[]): void =>
    void events.push(points.map(({ text }) => text.split(' ').slice(-2).join(' ')).join(' | '));
  const answer = await askModel(LEASE, LEASES, evidenceOf(LEASES), { ...answerer(model), settled });
  return { events, told: answer.points.map(({ text }) => text), writer: answer.writer };
}

describe('an answer that is shown before its end', () => {
  it('has each line settled once the next has begun, before the model has ended', async () => {
    const { events, told } = await watched([[POWER, TERM, PRICE]]);
    expect(events).toEqual(['in Reno.', 'in Reno. | through 2041.', 'end']);
    expect(told).toEqual([POWER.text, TERM.text, PRICE.text]);
  });

  it('holds back what stands behind a line that the gate refuses, until that is mended', async () => {
    const { events, told } = await watched([[POWER, FALSE, TERM, PRICE]], [POWER, { ...PRICE }]);
    expect(events).toEqual(['in Reno.', 'end', 'repair']);
    expect(told).toEqual([POWER.text, PRICE.text, TERM.text]);
  });

  it('shows nothing that the gate refuses', async () => {
    const { events, told } = await watched([[FALSE, POWER, TERM]], []);
    expect(events).toEqual(['end', 'repair']);
    expect(told).toEqual([POWER.text, TERM.text]);
  });

  it('takes nothing back of what was shown: not where the model breaks off, nor where it says something else when asked again', async () => {
    expect(await watched([[POWER, TERM]], null, true)).toMatchObject({ told: [POWER.text], writer: 'model' });
    expect(await watched([[POWER, TERM], [PRICE]])).toMatchObject({ told: [POWER.text], writer: 'model' });
  });
});
