import type { BudgetStore, CacheStore, NoteStore, Spent, ThreadStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

export function cacheStore(db: Database): CacheStore {
  return {
    async get(key) {
      const row = await db.selectFrom('cache').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async put(key, value, expires) {
      const row = { value, expires: instant(expires) };
      await db
        .insertInto('cache')
        .values({ key, ...row })
        .onConflict((at) => at.column('key').doUpdateSet(row))
        .execute();
    },
  };
}

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

export function threadStore(db: Database): ThreadStore {
  return {
    async get(key, now) {
      const query = db
        .selectFrom('threads')
        .select('context')
        .where('key', '=', key)
        .where('expires', '>', instant(now));
      return (await query.executeTakeFirst())?.context ?? null;
    },
    async put(key, context, expires) {
      const row = { context, expires: instant(expires) };
      await db
        .insertInto('threads')
        .values({ key, ...row })
        .onConflict((at) => at.column('key').doUpdateSet(row))
        .execute();
    },
  };
}

export function noteStore(db: Database): NoteStore {
  return {
    async get(key) {
      const row = await db.selectFrom('notes').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async set(key, value) {
      await db
        .insertInto('notes')
        .values({ key, value })
        .onConflict((at) => at.column('key').doUpdateSet({ value }))
        .execute();
    },
    async once(key, value) {
      const row = await db
        .insertInto('notes')
        .values({ key, value })
        .onConflict((at) => at.column('key').doNothing())
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
    async forget(key) {
      await db.deleteFrom('notes').where('key', '=', key).execute();
    },
  };
}
