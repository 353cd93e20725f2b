import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withPatience } from '../../src/effects/model-patience.ts';
import { ModelError, type ModelErrorKind } from '../../src/errors.ts';
import type { LanguageModel } from '../../src/ports/language-model.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const PROMPT = { version: 'test@1', system: 's', user: 'u' };
const START = '2026-11-24T05:00:00.000Z';

/** A model that fails in the given ways, one a call, and then answers. */
function failing(failures: readonly [ModelErrorKind, number?][]): LanguageModel & { calls: () => number } {
  let calls = 0;
  return {
    name: 'shaky',
    calls: () => calls,
    async complete(_prompt, schema) {
      const failure = failures[calls];
      calls += 1;
      if (failure !== undefined) throw new ModelError(failure[0], `failed: ${failure[0]}`, failure[1] ?? null);
      return { value: schema.parse('done'), usage: { inputTokens: 1, outputTokens: 1 }, model: 'shaky' };
    },
  };
}

function patient(failures: readonly [ModelErrorKind, number?][]) {
  const clock = virtualClock(START);
  const model = failing(failures);
  return { clock, model, patient: withPatience(model, { clock, log: quiet, random: () => 0.5 }) };
}

describe('a model that fails for a while', () => {
  it('is asked again, each time after twice as long', async () => {
    const { clock, model, patient: asked } = patient([['server'], ['connection'], ['rate']]);
    const answer = asked.complete(PROMPT, z.string());
    await clock.advance(499);
    expect(model.calls()).toBe(1);
    await clock.advance(1);
    expect(model.calls()).toBe(2);
    await clock.advance(1000 + 2000);
    expect((await answer).value).toBe('done');
    expect(model.calls()).toBe(4);
  });

  it('is given the time that its server asks for', async () => {
    const { clock, model, patient: asked } = patient([['rate', 12_000]]);
    const answer = asked.complete(PROMPT, z.string());
    await clock.advance(11_999);
    expect(model.calls()).toBe(1);
    await clock.advance(1);
    expect((await answer).value).toBe('done');
  });

  it('is not waited for when it asks for longer than the debrief has', async () => {
    const { model, patient: asked } = patient([['rate', 3_600_000]]);
    await expect(asked.complete(PROMPT, z.string())).rejects.toMatchObject({ kind: 'rate' });
    expect(model.calls()).toBe(1);
  });

  it('is not asked again where that cannot help', async () => {
    for (const kind of ['key', 'model', 'refusal', 'filter', 'length', 'budget', 'too large'] as const) {
      const { model, patient: asked } = patient([[kind]]);
      await expect(asked.complete(PROMPT, z.string())).rejects.toMatchObject({ kind });
      expect(model.calls()).toBe(1);
    }
  });

  it('is asked once more after an answer that could not be read, and no more', async () => {
    const { clock, model, patient: asked } = patient([['shape'], ['shape'], ['shape']]);
    const answer = expect(asked.complete(PROMPT, z.string())).rejects.toMatchObject({ kind: 'shape' });
    await clock.advance(60_000);
    await answer;
    expect(model.calls()).toBe(2);
  });

  it('is left alone once the time is over', async () => {
    const { clock, model, patient: asked } = patient([['server'], ['server']]);
    const over = new AbortController();
    const answer = expect(asked.complete(PROMPT, z.string(), over.signal)).rejects.toMatchObject({ kind: 'server' });
    await clock.advance(100);
    over.abort();
    await answer;
    expect(model.calls()).toBe(1);
  });
});
