import type { LookStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

export function lookStore(db: Database): LookStore {
  return {
    async add(look) {
      const at = instant(look.at);
      const { workspace, reader, debrief } = look;
      await db.transaction().execute(async (on) => {
        // A row anew, with the next number: the last look is the last one even within a millisecond.
        await on
          .deleteFrom('looks')
          .where('workspace', '=', workspace)
          .where('reader', '=', reader)
          .where('debrief', '=', debrief)
          .execute();
        await on.insertInto('looks').values({ workspace, reader, debrief, at }).execute();
      });
    },
    async last(workspace, reader) {
      const query = db
        .selectFrom('looks')
        .select(['workspace', 'reader', 'debrief', 'at'])
        .where('workspace', '=', workspace)
        .where('reader', '=', reader);
      return (await query.orderBy('n', 'desc').limit(1).executeTakeFirst()) ?? null;
    },
    async shown(workspace, debrief) {
      const looked = db
        .selectFrom('looks')
        .select('debrief')
        .where('workspace', '=', workspace)
        .where('debrief', '=', debrief);
      const posted = db
        .selectFrom('deliveries')
        .innerJoin('channels', 'channels.id', 'deliveries.channel')
        .select('deliveries.debrief')
        .where('channels.workspace', '=', workspace)
        .where('deliveries.debrief', '=', debrief);
      const found = [await looked.limit(1).executeTakeFirst(), await posted.limit(1).executeTakeFirst()];
      return found.some((row) => row !== undefined);
    },
    async since(workspace, since) {
      const from = instant(since);
      const looked = db
        .selectFrom('looks')
        .select('debrief')
        .where('workspace', '=', workspace)
        .where('at', '>=', from);
      const posted = db
        .selectFrom('deliveries')
        .innerJoin('channels', 'channels.id', 'deliveries.channel')
        .select('deliveries.debrief')
        .where('channels.workspace', '=', workspace)
        .where('deliveries.slot', '>=', from);
      const rows = [...(await looked.execute()), ...(await posted.execute())];
      return [...new Set(rows.flatMap(({ debrief }) => debrief ?? []))].toSorted();
    },
  };
}
