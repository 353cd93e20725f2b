import { Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import { StoreError, type StoreErrorKind, UsageError } from '../../errors.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import type { Opened } from '../differences.ts';
import { migrate, refuseNewer } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import { storeOver } from '../store.ts';
import { type SqliteOptions, sqliteDialect } from './driver.ts';
import { faultOf } from './faults.ts';
import { SQLITE } from './fts5.ts';
import { COUNT } from './statistics.ts';

const OURS: ReadonlySet<StoreErrorKind> = new Set(['full', 'locked', 'newer', 'damaged']);
const NAMED =
  'DEBRIEF_DATABASE_URL names a file in a folder that Debrief may write to, made by this version or an earlier one';

/**
 * The tables of the embedded store: one file (`:memory:` for none), made where it is missing, brought to the newest form.
 * Rejects with a UsageError where the file cannot be used.
 */
export async function openTables(file: string, options: SqliteOptions = {}): Promise<Opened> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file, options) });
  try {
    await refuseForeign(db);
    await refuseNewer(db, SQLITE);
    await migrate(db, SQLITE);
    await COUNT.execute(db);
  } catch (error) {
    await db.destroy();
    const fault = faultOf(error);
    const reason = fault instanceof Error ? fault.message : String(fault);
    // Another name helps no file that is ours and there.
    const isOurs = fault instanceof StoreError && OURS.has(fault.kind);
    const advice = isOurs ? '' : `: ${NAMED}`;
    throw new UsageError([`the database ${JSON.stringify(file)} cannot be used (${reason})${advice}`]);
  }
  return { db, differences: SQLITE };
}

/** The store over them. */
export async function openSqlite(file: string, log: Log, options: SqliteOptions = {}): Promise<Store> {
  const { db, differences } = await openTables(file, options);
  return storeOver(db, differences, log);
}

/** A file of another program is left as it is: it has tables, and none that tells which of our migrations have run. */
async function refuseForeign(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  if (rows.length > 0 && !rows.some(({ name }) => name === DEFAULT_MIGRATION_TABLE))
    throw new StoreError('foreign', 'it belongs to another program');
}
