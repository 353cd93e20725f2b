import type { NoteStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instantOrNull } from './values.ts';

export function noteStore(db: Database): NoteStore {
  return {
    async get(key) {
      const row = await db.selectFrom('notes').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async set(key, value, until) {
      const expires = instantOrNull(until);
      await db
        .insertInto('notes')
        .values({ key, value, expires })
        .onConflict((at) => at.column('key').doUpdateSet({ value, expires }))
        .execute();
    },
    async once(key, value, until) {
      const row = await db
        .insertInto('notes')
        .values({ key, value, expires: instantOrNull(until) })
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
