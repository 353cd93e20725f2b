import { DAY_MS } from '../durations.ts';
import type { LeaseStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

/** Nothing is held for longer: a time beyond is what a wrong clock left, and counts as past. */
const LONGEST_MS = DAY_MS;

export function leaseStore(db: Database): LeaseStore {
  return {
    async take(key, holder, now, ms) {
      const until = instant(new Date(now.getTime() + ms));
      const beyond = instant(new Date(now.getTime() + LONGEST_MS));
      const row = await db
        .insertInto('leases')
        .values({ key, holder, until })
        .onConflict((at) =>
          at
            .column('key')
            .doUpdateSet({ holder, until })
            .where(({ or, eb }) =>
              or([
                eb('leases.holder', '=', holder),
                eb('leases.until', '<=', instant(now)),
                eb('leases.until', '>', beyond),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
    async release(key, holder) {
      await db.deleteFrom('leases').where('key', '=', key).where('holder', '=', holder).execute();
    },
  };
}
