import type { ThreadStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

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
