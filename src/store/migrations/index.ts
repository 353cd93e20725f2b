import { sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { StoreError } from '../../errors.ts';
import type { Differences } from '../differences.ts';
import type { Database } from '../schema.ts';
import { start } from './001-start.ts';
import { copies } from './002-copies.ts';
import { looks } from './003-looks.ts';
import { changes } from './004-changes.ts';
import { memory } from './005-memory.ts';
import { lines } from './006-lines.ts';
import { retention } from './007-retention.ts';
import { leases } from './008-leases.ts';
import { notes } from './009-notes.ts';
import { texts } from './010-texts.ts';
import { turns } from './011-turns.ts';
import { sparse } from './012-sparse.ts';
import { versions } from './014-versions.ts';
import { oldItems } from './015-old-items.ts';
import { prints } from './016-prints.ts';
import { seeks } from './017-seeks.ts';

/** In order of their names. One that has run is never changed. */
const MIGRATIONS = (differences: Differences): Record<string, Migration> => ({
  '001-start': start(differences),
  '002-copies': copies,
  '003-looks': looks(differences),
  '004-changes': changes,
  '005-memory': memory,
  '006-lines': lines,
  '007-retention': retention,
  '008-leases': leases,
  '009-notes': notes,
  '010-texts': texts,
  '011-turns': turns,
  '012-sparse': sparse,
  ...differences.migrations,
  '014-versions': versions,
  '015-old-items': oldItems,
  '016-prints': prints,
  '017-seeks': seeks,
});

/** The migrations by their names, in order. */
export const namesOf = (differences: Differences): readonly string[] => Object.keys(MIGRATIONS(differences));

/** What is said of a database that has migrations which this version does not know. */
export const newerIn = (later: readonly string[]): string =>
  `it was made by a later version of Debrief (${later.join(', ')}): run that one, or restore a backup`;

/** Brings the database to the newest form, in one transaction: wholly or, throwing, not at all. */
export async function migrate(db: Database, differences: Differences): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS(differences) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** What a later version has made of the database is not undone: an earlier one would lose what it does not know. Throws a StoreError. */
export async function refuseNewer(db: Database, differences: Differences): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const known = namesOf(differences);
  const table = sql.table(DEFAULT_MIGRATION_TABLE);
  const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(db);
  const later = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (later.length > 0) throw new StoreError('newer', newerIn(later));
}
