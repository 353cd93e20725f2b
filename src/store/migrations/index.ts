import { type Migration, Migrator } from 'kysely/migration';
import type { Differences } from '../differences.ts';
import type { Database } from '../schema.ts';
import { start } from './001-start.ts';
import { copies } from './002-copies.ts';
import { looks } from './003-looks.ts';

/** In order of their names. One that has run is never changed. */
const MIGRATIONS = (differences: Differences): Record<string, Migration> => ({
  '001-start': start(differences),
  '002-copies': copies,
  '003-looks': looks(differences),
});

/** Brings the database to the newest form, in one transaction: wholly or, throwing, not at all. */
export async function migrate(db: Database, differences: Differences): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS(differences) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
