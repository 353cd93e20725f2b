import type { Selectable } from 'kysely';
import { Channel } from '../model.ts';
import type { ChannelStore } from '../ports/store.ts';
import type { Database, Tables } from './schema.ts';
import { instant, instantOrNull } from './values.ts';

function channelOf(row: Selectable<Tables['channels']>): Channel {
  const { state, note, next_due_at: nextDueAt } = row;
  return Channel.parse({ ...JSON.parse(row.body), state, note, nextDueAt });
}

async function put(channel: Channel, on: Database): Promise<void> {
  const { id, workspace, platform, state, note } = channel;
  const feeds = [...new Set(channel.choice.feeds)];
  const row = {
    workspace,
    platform,
    state,
    note,
    next_due_at: instantOrNull(channel.nextDueAt),
    takes_pack: feeds.length === 0 ? 1 : 0,
    body: JSON.stringify(channel),
  };
  await on
    .insertInto('channels')
    .values({ id, ...row })
    .onConflict((at) => at.column('id').doUpdateSet(row))
    .execute();
  await on.deleteFrom('channel_feeds').where('channel', '=', id).execute();
  const rows = feeds.map((feed) => ({ channel: id, feed }));
  if (rows.length > 0) await on.insertInto('channel_feeds').values(rows).execute();
}

export function channelStore(db: Database): ChannelStore {
  return {
    save: (channel) => db.transaction().execute((on) => put(channel, on)),
    async move(was, channel) {
      const { id } = channel;
      if (was === id) return;
      await db.transaction().execute(async (on) => {
        await on.deleteFrom('channels').where('id', '=', id).execute();
        await put(channel, on);
        await on.updateTable('deliveries').set({ channel: id }).where('channel', '=', was).execute();
        await on.deleteFrom('channels').where('id', '=', was).execute();
      });
    },
    async get(id) {
      const row = await db.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : channelOf(row);
    },
    async list(workspace) {
      const query = db.selectFrom('channels').selectAll().where('workspace', '=', workspace).orderBy('id');
      return (await query.execute()).map(channelOf);
    },
    async all() {
      return (await db.selectFrom('channels').selectAll().orderBy('id').execute()).map(channelOf);
    },
    async count() {
      const { n } = await db
        .selectFrom('channels')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where('state', '=', 'active')
        .where('next_due_at', '<=', instant(now))
        .orderBy('next_due_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(channelOf);
    },
    async reckon(id, was, next, now) {
      return db.transaction().execute(async (on) => {
        const { numUpdatedRows } = await on
          .updateTable('channels')
          .set({ next_due_at: instantOrNull(next) })
          .where('id', '=', id)
          .where('next_due_at', '=', instant(was))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await on
          .deleteFrom('deliveries')
          .where('channel', '=', id)
          .where('state', '=', 'skipped')
          .where('slot', '>', instant(now))
          .execute();
        return true;
      });
    },
    async setState(id, state, note) {
      const { numUpdatedRows } = await db
        .updateTable('channels')
        .set({ state, note })
        .where('id', '=', id)
        .where('state', '!=', state)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
