import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import { ModelError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Completion, LanguageModel, Prompt, Usage, Watch } from '../ports/language-model.ts';
import type { BudgetStore, CacheStore, NoteStore, Spent } from '../ports/store.ts';

/** Null: no cap. */
export type Cap = { readonly tokens: number | null; readonly usd: number | null };

export type BudgetOptions = {
  readonly clock: Clock;
  readonly cache: CacheStore;
  readonly budget: BudgetStore;
  readonly notes: NoteStore;
  /** USD per million tokens. */
  readonly prices: { readonly input: number; readonly output: number };
  /** For all of a day (UTC), and for each of a prompt's scopes on that day. */
  readonly caps: { readonly day: Cap; readonly scope: Cap };
  /** What an answer takes at most, reserved before it is asked for. */
  readonly maxOutputTokens?: number;
  /** Called once a day, when the day's cap is first reached. */
  readonly onReached: (message: string) => Promise<void>;
};

const DAY_SCOPE = 'all';
const CACHE_DAYS = 14;
/** A safe guess of what a prompt takes, before the server has counted it. */
const CHARACTERS_A_TOKEN = 3;

const Kept = z.object({ value: z.unknown(), model: z.string() });

/** Equal inputs have equal keys: model, prompt version, and every word that is sent. */
function keyOf(model: string, { version, system, user }: Prompt): string {
  return createHash('sha256')
    .update(JSON.stringify([model, version, system, user]))
    .digest('hex');
}

const past = (sum: Spent, cap: Cap): boolean =>
  (cap.tokens !== null && sum.inputTokens + sum.outputTokens > cap.tokens) ||
  (cap.usd !== null && sum.micros > cap.usd * 1e6);

const minus = (left: Spent, right: Spent): Spent => ({
  requests: left.requests - right.requests,
  inputTokens: left.inputTokens - right.inputTokens,
  outputTokens: left.outputTokens - right.outputTokens,
  micros: left.micros - right.micros,
});
const NOTHING: Spent = { requests: 0, inputTokens: 0, outputTokens: 0, micros: 0 };

/**
 * Counts what a model costs, holds it under its caps, and pays for equal inputs once: over editions, channels and restarts.
 * Past a cap it rejects with a ModelError of kind `budget`. What a request may take is reserved before it leaves, so that
 * requests side by side cannot pass the cap together.
 */
export function withBudget(model: LanguageModel, options: BudgetOptions): LanguageModel {
  const { clock, cache, budget, notes, prices, caps, maxOutputTokens = 4_000, onReached } = options;

  const spentOn = ({ inputTokens, outputTokens }: Usage): Spent => ({
    requests: 1,
    inputTokens,
    outputTokens,
    micros: Math.round(inputTokens * prices.input + outputTokens * prices.output),
  });

  const capsOf = (prompt: Prompt): (readonly [scope: string, cap: Cap])[] => [
    [DAY_SCOPE, caps.day],
    ...(prompt.scope === undefined ? [] : [[prompt.scope, caps.scope] as const]),
  ];

  const add = async (prompt: Prompt, day: string, spent: Spent): Promise<void> => {
    for (const [scope] of capsOf(prompt)) await budget.add(scope, day, spent);
  };

  const reserve = async (prompt: Prompt, day: string, wanted: Spent): Promise<void> => {
    const granted: string[] = [];
    for (const [scope, cap] of capsOf(prompt)) {
      const sum = await budget.add(scope, day, wanted);
      granted.push(scope);
      if (!past(sum, cap)) continue;
      for (const taken of granted) await budget.add(taken, day, minus(NOTHING, wanted));
      const message =
        scope === DAY_SCOPE
          ? `the model's budget for ${day} is used up; raise DEBRIEF_MODEL_BUDGET_TOKENS or DEBRIEF_MODEL_BUDGET_USD`
          : `the model's budget for ${scope} is used up`;
      if (
        scope === DAY_SCOPE &&
        (await notes.once(`model budget ${day}`, message, new Date(Date.parse(day) + 2 * DAY_MS)))
      )
        await onReached(message);
      throw new ModelError('budget', message);
    }
  };

  return {
    name: model.name,
    async complete<T>(
      prompt: Prompt,
      schema: z.ZodType<T>,
      signal?: AbortSignal,
      watch?: Watch,
    ): Promise<Completion<T>> {
      const key = keyOf(model.name, prompt);
      const kept = await cache.get(key);
      if (kept !== null) {
        const { value, model: name } = Kept.parse(JSON.parse(kept));
        const again = schema.safeParse(value);
        if (again.success) return { value: again.data, usage: { inputTokens: 0, outputTokens: 0 }, model: name };
      }
      const now = clock.now();
      const day = now.toISOString().slice(0, 10);
      const reserved = spentOn({
        inputTokens: Math.ceil((prompt.system.length + prompt.user.length) / CHARACTERS_A_TOKEN),
        outputTokens: maxOutputTokens,
      });
      await reserve(prompt, day, reserved);
      let spent = NOTHING;
      try {
        const completion = await model.complete(prompt, schema, signal, watch);
        spent = spentOn(completion.usage);
        const value = JSON.stringify({ value: completion.value, model: completion.model });
        await cache.put(key, value, new Date(now.getTime() + CACHE_DAYS * DAY_MS));
        return completion;
      } catch (error) {
        if (error instanceof ModelError && error.usage !== null) spent = spentOn(error.usage);
        throw error;
      } finally {
        await add(prompt, day, minus(spent, reserved));
      }
    },
  };
}
