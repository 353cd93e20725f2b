import { sql } from 'kysely';
import { DAY_MS } from '../durations.ts';
import type { TurnStore } from '../ports/store.ts';
import type { Database } from './schema.ts';

/** No lane is longer: a time beyond is what a wrong clock left, and counts as past. */
const LONGEST_MS = DAY_MS;

export function turnStore(db: Database): TurnStore {
  return {
    async take(lane, now, gapMs, longestMs) {
      const at = now.getTime();
      const free = sql<number>`case when turns.free > ${at} and turns.free <= ${at + LONGEST_MS} then turns.free else ${at} end`;
      const taken = await db
        .insertInto('turns')
        .values({ lane, free: at + gapMs })
        .onConflict((on) =>
          on
            .column('lane')
            .doUpdateSet({ free: sql<number>`${free} + ${gapMs}` })
            .where(free, '<=', at + longestMs),
        )
        .returning('free')
        .executeTakeFirst();
      if (taken !== undefined) return Math.max(0, taken.free - gapMs - at);
      const row = await db.selectFrom('turns').select('free').where('lane', '=', lane).executeTakeFirst();
      return Math.max(longestMs + 1, (row?.free ?? 0) - at);
    },
  };
}
