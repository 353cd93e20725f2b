import type { CacheStore } from '../ports/store.ts';
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
