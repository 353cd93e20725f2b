import { z } from 'zod';
import type { ReportStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

const Row = z.object({
  id: z.string(),
  workspace: z.string(),
  kind: z.enum(['figure', 'quote']),
  article: z.string(),
  start: z.number(),
  end: z.number(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed']),
});

export function reportStore(db: Database): ReportStore {
  return {
    async add(report) {
      const row = await db
        .insertInto('reports')
        .values({ ...report, at: instant(report.at) })
        .onConflict((at) => at.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async settle(id, state) {
      await db.updateTable('reports').set({ state }).where('id', '=', id).execute();
    },
    async list(workspace, state) {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('state', '=', state)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => Row.parse(row));
    },
  };
}
