import type { BudgetStore, Spent } from '../ports/store.ts';
import type { Database } from './schema.ts';

const NOTHING: Spent = { requests: 0, inputTokens: 0, outputTokens: 0, micros: 0 };

export function budgetStore(db: Database): BudgetStore {
  const columns = ['requests', 'input_tokens as inputTokens', 'output_tokens as outputTokens', 'micros'] as const;
  return {
    async add(scope, day, { requests, inputTokens, outputTokens, micros }) {
      return db
        .insertInto('budget')
        .values({ scope, day, requests, input_tokens: inputTokens, output_tokens: outputTokens, micros })
        .onConflict((at) =>
          at.columns(['scope', 'day']).doUpdateSet(({ eb }) => ({
            requests: eb('budget.requests', '+', requests),
            input_tokens: eb('budget.input_tokens', '+', inputTokens),
            output_tokens: eb('budget.output_tokens', '+', outputTokens),
            micros: eb('budget.micros', '+', micros),
          })),
        )
        .returning(columns)
        .executeTakeFirstOrThrow();
    },
    async get(scope, day) {
      const row = db.selectFrom('budget').select(columns).where('scope', '=', scope).where('day', '=', day);
      return (await row.executeTakeFirst()) ?? NOTHING;
    },
    async days(scope, from, to) {
      return db
        .selectFrom('budget')
        .select(['day', ...columns])
        .where('scope', '=', scope)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .execute();
    },
  };
}
