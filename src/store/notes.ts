import type { NoteStore } from '../ports/store.ts';
import type { Database } from './schema.ts';

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
