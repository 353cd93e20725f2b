import { expect, it } from 'vitest';
import { z } from 'zod';
import { createMetrics } from '../../src/effects/metrics.ts';
import { withMetrics } from '../../src/effects/model-metrics.ts';
import { ModelError } from '../../src/errors.ts';

const prompt = (user: string) => ({ version: 'test@1', system: 'Answer.', user });

it('a model is counted in requests, tokens and money, also where its answer was of no use', async () => {
  const metrics = createMetrics();
  const usage = { inputTokens: 2_000_000, outputTokens: 500_000 };
  const model = withMetrics(
    {
      name: 'm',
      async complete({ user }, schema) {
        if (user === 'fail') throw new ModelError('too large', 'no', null, { usage });
        return { value: schema.parse(user), usage, model: 'm-1' };
      },
    },
    { input: 1, output: 4 },
    metrics,
  );
  await model.complete(prompt('one'), z.string());
  await expect(model.complete(prompt('fail'), z.string())).rejects.toThrow(ModelError);
  const text = await metrics.text();
  for (const line of [
    'debrief_model_requests_total{result="answered"} 1',
    'debrief_model_requests_total{result="too_large"} 1',
    'debrief_model_tokens_total{direction="input"} 4000000',
    'debrief_model_tokens_total{direction="output"} 1000000',
    'debrief_model_cost_dollars_total 8',
    'debrief_model_request_duration_seconds_count 2',
  ])
    expect(text).toContain(`${line}\n`);
});
