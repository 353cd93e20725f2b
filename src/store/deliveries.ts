import { type Selectable, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import { Delivery, Reference } from '../model.ts';
import type { DeliveryStore, NewEdition, Part } from '../ports/store.ts';
import { claims, isDue } from './claims.ts';
import type { Differences } from './differences.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, instantOrNull, read } from './values.ts';

const PartState = z.enum(['posting', 'absent', 'sent', 'refused', 'unknown']);
const referenceOf = (stored: string | null) => (stored === null ? null : read(Reference, stored));

function deliveryOf(row: Selectable<Tables['deliveries']>): Delivery {
  return Delivery.parse({
    ...row,
    wantedAt: row.wanted_at,
    nextAttemptAt: row.next_attempt_at,
    leaseUntil: row.lease_until,
    reference: referenceOf(row.reference),
  });
}

function partOf(row: Selectable<Tables['parts']>): Part {
  return { ...row, state: PartState.parse(row.state), reference: referenceOf(row.reference) };
}

/** In the words of the index that has no others. */
const WAITING = sql<SqlBool>`deliveries.state in ('due', 'claimed')`;
const ENDED = ['sent', 'skipped', 'refused', 'unknown'] as const;

export function deliveryStore(db: Database, differences: Differences): DeliveryStore {
  const get = async (edition: string, on: Database = db): Promise<Delivery | null> => {
    const row = await on.selectFrom('deliveries').selectAll().where('edition', '=', edition).executeTakeFirst();
    return row === undefined ? null : deliveryOf(row);
  };
  const insert = async (
    on: Database,
    editions: readonly Pick<NewEdition, 'id' | 'channel' | 'slot' | 'skip'>[],
    now: Date,
  ): Promise<Delivery[]> => {
    if (editions.length === 0) return [];
    const rows = await on
      .insertInto('deliveries')
      .values(
        editions.map(({ id, channel, slot, skip }) => ({
          edition: id,
          channel,
          slot: instant(slot),
          wanted_at: instant(slot),
          state: skip === null ? 'due' : 'skipped',
          attempts: 0,
          next_attempt_at: instant(now),
          lease_until: null,
          reference: null,
          reason: skip,
          debrief: null,
        })),
      )
      .onConflict((at) => at.doNothing())
      .returningAll()
      .execute();
    return rows.map(deliveryOf);
  };
  return {
    async open(editions, now) {
      return db.transaction().execute(async (on) => {
        // Two that make the editions of one minute would wait for each other's channels.
        await differences.hold(on, 'editions');
        const made = new Map<string, Delivery>();
        const moves = Map.groupBy(editions, ({ slot, next }) => `${instant(slot)} ${instantOrNull(next)}`);
        // A channel's missed slot moves it to the one that is posted: the earlier goes first.
        for (const move of [...moves.keys()].toSorted()) {
          for (const some of inChunks(moves.get(move) ?? [])) {
            const [first] = some;
            if (first === undefined) continue;
            const rows = await on
              .updateTable('channels')
              .set({ next_due_at: instantOrNull(first.next) })
              .where(
                'id',
                'in',
                some.map(({ channel }) => channel),
              )
              .where('state', '=', 'active')
              .where('next_due_at', '=', instant(first.slot))
              .returning('id')
              .execute();
            const moved = new Set(rows.map(({ id }) => id));
            const own = some.filter(({ channel }) => moved.has(channel));
            for (const delivery of await insert(on, own, now)) made.set(delivery.edition, delivery);
          }
        }
        return editions.flatMap(({ id }) => made.get(id) ?? []);
      });
    },
    async extra(edition, now) {
      const [made] = await insert(db, [{ ...edition, skip: null }], now);
      const standing = made ?? (await get(edition.id));
      if (standing === null)
        throw new Error(`another edition stands at ${instant(edition.slot)} in ${edition.channel}`);
      return standing;
    },
    ...claims(db, differences),
    get: (edition) => get(edition),
    async last(channel, limit) {
      const query = db.selectFrom('deliveries').selectAll().where('channel', '=', channel);
      return (await query.orderBy('slot', 'desc').limit(limit).execute()).map(deliveryOf);
    },
    async due(now, limit) {
      // The cross join keeps the few that wait first; SQLite would go through all channels and what each had otherwise.
      const rows = await db
        .selectFrom('deliveries')
        .crossJoin('channels')
        .selectAll('deliveries')
        .select(['channels.workspace', 'channels.platform'])
        .whereRef('channels.id', '=', 'deliveries.channel')
        .where(WAITING)
        .where('channels.state', '=', 'active')
        .where(isDue(now))
        .orderBy('deliveries.slot')
        .orderBy('deliveries.edition')
        .limit(limit)
        .execute();
      return rows.map(({ workspace, platform, ...row }) => ({ ...deliveryOf(row), workspace, platform }));
    },
    async debrief(edition) {
      const row = await db.selectFrom('deliveries').select('debrief').where('edition', '=', edition).executeTakeFirst();
      return row?.debrief ?? null;
    },
    async shown(channel, before, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .innerJoin('parts', 'parts.edition', 'deliveries.edition')
        .select('deliveries.debrief')
        .where('deliveries.channel', '=', channel)
        .where('deliveries.slot', '<', instant(before))
        .where('deliveries.debrief', 'is not', null)
        .where('parts.key', '=', 'main')
        .where('parts.state', '=', 'sent')
        .orderBy('deliveries.slot', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap(({ debrief }) => debrief ?? []);
    },
    async parts(edition) {
      const query = db.selectFrom('parts').selectAll().where('edition', '=', edition).orderBy('key');
      return (await query.execute()).map(partOf);
    },
    async pulse(now) {
      const day = instant(new Date(now.getTime() - DAY_MS));
      const waiting = await db
        .selectFrom('deliveries')
        .crossJoin('channels')
        .select(({ fn }) => [
          'deliveries.state',
          fn.countAll<number>().as('count'),
          fn.min('deliveries.wanted_at').as('oldest'),
        ])
        .whereRef('channels.id', '=', 'deliveries.channel')
        .where(WAITING)
        .where('channels.state', '=', 'active')
        .where('deliveries.wanted_at', '<=', instant(now))
        .groupBy('deliveries.state')
        .execute();
      const ended = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .where('state', 'in', ENDED)
        .where('slot', '>=', day)
        .groupBy('state')
        .execute();
      const sent = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.max('slot').as('newest'))
        .where('state', '=', 'sent')
        .executeTakeFirst();
      return {
        sentAt: sent?.newest ?? null,
        waitingSince: waiting.map(({ oldest }) => oldest).toSorted()[0] ?? null,
        counts: Object.fromEntries([...waiting, ...ended].map(({ state, count }) => [state, Number(count)])),
      };
    },
    async reopen(edition, now) {
      return db.transaction().execute(async (on) => {
        const { numUpdatedRows } = await on
          .updateTable('deliveries')
          .set({
            state: 'due',
            wanted_at: instant(now),
            next_attempt_at: instant(now),
            lease_until: null,
            reason: null,
          })
          .where('edition', '=', edition)
          .where('state', '=', 'unknown')
          .executeTakeFirst();
        await on
          .deleteFrom('parts')
          .where('edition', '=', edition)
          .where('state', 'in', ['posting', 'unknown'])
          .execute();
        return numUpdatedRows > 0n;
      });
    },
  };
}
