import type { z } from 'zod';
import { ModelError, type ModelErrorKind } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Completion, LanguageModel, Prompt, Usage, Watch } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';

/** Failures that may pass by themselves, and how often they are tried again. Another answer to the same words costs again. */
const RETRIES: Readonly<Partial<Record<ModelErrorKind, number>>> = {
  rate: 3,
  server: 3,
  timeout: 1,
  connection: 3,
  json: 1,
  shape: 1,
  empty: 1,
};

export type PatienceOptions = {
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1: spreads the waits of many callers. */
  readonly random: () => number;
  /** Requests for one answer, at most. */
  readonly tries?: number;
  readonly firstWaitMs?: number;
  /** A server that asks to wait longer is not waited for: what needs the answer has another way on. */
  readonly longestWaitMs?: number;
};

const plus = (left: Usage, right: Usage): Usage => ({
  inputTokens: left.inputTokens + right.inputTokens,
  outputTokens: left.outputTokens + right.outputTokens,
});

const withUsage = (error: ModelError, usage: Usage): ModelError =>
  usage.inputTokens + usage.outputTokens === 0
    ? error
    : new ModelError(error.kind, error.message, error.retryAfterMs, { usage, cause: error.cause });

/** Tries again where that helps, after the time that the server names or twice as long each time, until `signal` aborts. */
export function withPatience(
  model: LanguageModel,
  { clock, log, random, tries = 4, firstWaitMs = 500, longestWaitMs = 20_000 }: PatienceOptions,
): LanguageModel {
  return {
    name: model.name,
    async complete<T>(
      prompt: Prompt,
      schema: z.ZodType<T>,
      signal?: AbortSignal,
      watch?: Watch,
    ): Promise<Completion<T>> {
      // What answers of no use have cost is paid with the one that is.
      let spent: Usage = { inputTokens: 0, outputTokens: 0 };
      for (let attempt = 0; ; attempt += 1) {
        try {
          const completion = await model.complete(prompt, schema, signal, watch);
          return { ...completion, usage: plus(spent, completion.usage) };
        } catch (reason) {
          if (!(reason instanceof ModelError)) throw reason;
          if (reason.usage !== null) spent = plus(spent, reason.usage);
          const error = withUsage(reason, spent);
          if (attempt >= Math.min(tries - 1, RETRIES[error.kind] ?? 0)) throw error;
          const wait = error.retryAfterMs ?? firstWaitMs * 2 ** attempt * (0.5 + random());
          if (wait > longestWaitMs || signal?.aborted) throw error;
          log.info({ model: model.name, kind: error.kind, waitMs: Math.round(wait) }, 'model failed, trying again');
          await clock.sleep(wait, signal);
          if (signal?.aborted) throw error;
        }
      }
    },
  };
}
