import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { z } from 'zod';

const Row = z.object({ id: z.string(), body: z.string() });
const Body = z.looseObject({
  schedule: z.looseObject({ days: z.array(z.number()).optional(), times: z.array(z.string()).optional() }),
});

/** A schedule has rules, each with its days and times; a change knows who made it and how it is taken back. */
export const changes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['user_id', 'edits', 'undone_at']) {
      await sql.raw(`alter table audit add column ${column} text`).execute(db);
    }
    await sql.raw('alter table audit add column n bigint').execute(db);
    const { rows } = await sql`select id, body from channels`.execute(db);
    for (const { id, body } of z.array(Row).parse(rows)) {
      const channel = Body.parse(JSON.parse(body));
      const { days, times, ...schedule } = channel.schedule;
      if (days === undefined || times === undefined) continue;
      const changed = JSON.stringify({ ...channel, schedule: { ...schedule, rules: [{ days, times }] } });
      await sql`update channels set body = ${changed} where id = ${id}`.execute(db);
    }
  },
};
