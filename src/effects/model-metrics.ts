import { ModelError } from '../errors.ts';
import type { LanguageModel, Usage } from '../ports/language-model.ts';
import type { Metrics } from '../ports/metrics.ts';

/** A model whose requests are counted and timed: `prices` in USD per million tokens. */
export function withMetrics(
  model: LanguageModel,
  prices: { readonly input: number; readonly output: number },
  metrics: Metrics,
): LanguageModel {
  const spent = (usage: Usage): void => {
    const help = 'Tokens that the model took';
    metrics.count('model_tokens_total', help, usage.inputTokens, { direction: 'input' });
    metrics.count('model_tokens_total', help, usage.outputTokens, { direction: 'output' });
    const micros = usage.inputTokens * prices.input + usage.outputTokens * prices.output;
    metrics.count('model_cost_dollars_total', 'What the model cost, in US dollars', micros / 1e6);
  };
  return {
    name: model.name,
    async complete(...given) {
      const started = performance.now();
      let result = 'answered';
      try {
        const completion = await model.complete(...given);
        spent(completion.usage);
        return completion;
      } catch (error) {
        result = error instanceof ModelError ? error.kind.replaceAll(' ', '_') : 'fault';
        if (error instanceof ModelError && error.usage !== null) spent(error.usage);
        throw error;
      } finally {
        metrics.count('model_requests_total', 'Requests to the model by what came of them', 1, { result });
        const help = 'How long the model takes to answer';
        metrics.time('model_request_duration_seconds', help, (performance.now() - started) / 1000);
      }
    },
  };
}
