import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Differences } from '../differences.ts';

const TABLES = (rowNumber: string): readonly string[] => [
  `create table looks (
    n ${rowNumber}, workspace text not null, reader text not null, at text not null,
    debrief text not null references debriefs (id) on delete cascade, unique (workspace, reader, debrief))`,
  `create index looks_debrief on looks (debrief, workspace)`,
  `create index looks_at on looks (at)`,
];

/** Which debrief whom was shown, so that what they ask next is about the same. */
export const looks = ({ rowNumber }: Differences): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of TABLES(rowNumber)) await sql.raw(statement).execute(db);
  },
});
