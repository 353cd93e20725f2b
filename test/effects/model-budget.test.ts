import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BudgetOptions, withBudget } from '../../src/effects/model-budget.ts';
import { ModelError } from '../../src/errors.ts';
import type { LanguageModel, Prompt } from '../../src/ports/language-model.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const prompt = (user: string, scope?: string): Prompt => ({
  version: 'test@1',
  system: 'Answer.',
  user,
  ...(scope === undefined ? {} : { scope }),
});

/** Takes 100 tokens in and 50 out for each answer. */
function counting(): LanguageModel & { calls: () => number } {
  let calls = 0;
  return {
    name: 'counter',
    calls: () => calls,
    async complete(asked, schema) {
      calls += 1;
      if (asked.user === 'fail')
        throw new ModelError('shape', 'no', null, { usage: { inputTokens: 100, outputTokens: 50 } });
      return {
        value: schema.parse(`re: ${asked.user}`),
        usage: { inputTokens: 100, outputTokens: 50 },
        model: 'counter-1',
      };
    },
  };
}

async function counted(
  caps: Partial<BudgetOptions['caps']>,
  run: (all: {
    store: Store;
    calls: () => number;
    told: string[];
    model: LanguageModel;
    clock: ReturnType<typeof virtualClock>;
  }) => Promise<void>,
): Promise<void> {
  const store = await openSqlite(':memory:', quiet);
  const clock = virtualClock('2026-11-24T05:00:00.000Z');
  const inner = counting();
  const told: string[] = [];
  const none = { tokens: null, usd: null };
  const model = withBudget(inner, {
    clock,
    cache: store.cache,
    budget: store.budget,
    notes: store.notes,
    prices: { input: 2, output: 8 },
    caps: { day: none, scope: none, ...caps },
    maxOutputTokens: 50,
    onReached: async (message) => void told.push(message),
  });
  try {
    await run({ store, calls: inner.calls, told, model, clock });
  } finally {
    await store.close();
  }
}

describe('what a model costs', () => {
  it('is counted for the day and for the edition, in tokens and money', () =>
    counted({}, async ({ store, model }) => {
      await model.complete(prompt('one', 'edition 1'), z.string());
      await model.complete(prompt('two', 'edition 1'), z.string());
      const spent = { requests: 2, inputTokens: 200, outputTokens: 100, micros: 1200 };
      expect(await store.budget.get('all', '2026-11-24')).toEqual(spent);
      expect(await store.budget.get('edition 1', '2026-11-24')).toEqual(spent);
    }));

  it('is paid once for equal inputs', () =>
    counted({}, async ({ model, calls }) => {
      const first = await model.complete(prompt('one', 'edition 1'), z.string());
      const again = await model.complete(prompt('one', 'edition 2'), z.string());
      expect(again).toEqual({ ...first, usage: { inputTokens: 0, outputTokens: 0 } });
      expect(calls()).toBe(1);
      await model.complete({ ...prompt('one'), version: 'test@2' }, z.string());
      expect(calls()).toBe(2);
    }));

  it('is paid anew after two weeks', () =>
    counted({}, async ({ model, store, clock, calls }) => {
      const pruned = (days: number) => store.prune(new Date(clock.now().getTime() + days * 86_400_000));
      await model.complete(prompt('one'), z.string());
      await pruned(13);
      await model.complete(prompt('one'), z.string());
      expect(calls()).toBe(1);
      await pruned(14);
      await model.complete(prompt('one'), z.string());
      expect(calls()).toBe(2);
    }));

  it('is counted too where the answer was of no use', () =>
    counted({}, async ({ store, model }) => {
      await expect(model.complete(prompt('fail'), z.string())).rejects.toMatchObject({ kind: 'shape' });
      expect(await store.budget.get('all', '2026-11-24')).toMatchObject({ inputTokens: 100, outputTokens: 50 });
    }));

  it('stops at the day’s cap, tells once, and goes on the next day', () =>
    counted({ day: { tokens: 350, usd: null } }, async ({ model, calls, told, clock }) => {
      await model.complete(prompt('one'), z.string());
      await model.complete(prompt('two'), z.string());
      for (const word of ['three', 'four']) {
        await expect(model.complete(prompt(word.repeat(60)), z.string())).rejects.toMatchObject({ kind: 'budget' });
      }
      expect(calls()).toBe(2);
      expect(told).toEqual([expect.stringContaining('DEBRIEF_MODEL_BUDGET_TOKENS')]);
      await clock.advance(24 * 3_600_000);
      await model.complete(prompt('five'), z.string());
      expect(calls()).toBe(3);
    }));

  it('is held under an edition’s cap without touching the others', () =>
    counted({ scope: { tokens: 160, usd: null } }, async ({ model }) => {
      await model.complete(prompt('one', 'edition 1'), z.string());
      await expect(model.complete(prompt('two', 'edition 1'), z.string())).rejects.toMatchObject({ kind: 'budget' });
      await model.complete(prompt('two', 'edition 2'), z.string());
    }));

  it('cannot pass the cap by many requests side by side', () =>
    counted({ day: { tokens: null, usd: 0.0013 } }, async ({ model, calls, store }) => {
      const answers = ['a', 'b', 'c', 'd', 'e'].map((word) => model.complete(prompt(word), z.string()));
      await Promise.allSettled(answers);
      expect(calls()).toBeLessThan(5);
      expect((await store.budget.get('all', '2026-11-24')).requests).toBe(calls());
    }));
});
