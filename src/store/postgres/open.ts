import { Kysely } from 'kysely';
import { UsageError } from '../../errors.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import type { Opened } from '../differences.ts';
import { migrate, refuseNewer } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import { storeOver } from '../store.ts';
import { POSTGRES_DDL } from './ddl.ts';
import { POSTGRES } from './differences.ts';
import { type PoolOptions, postgresDialect } from './driver.ts';

/** Nearly all of what a replica does is short: more would only wait for the server's own cores. */
const CONNECTIONS = 10;

/** The tables, for whoever reads them beside the store. */
export function connect(url: string, log: Log, options: Partial<PoolOptions> = {}): Kysely<Tables> {
  const dialect = postgresDialect(url, log, { most: CONNECTIONS, patient: false, ...options });
  return new Kysely<Tables>({ dialect, plugins: [POSTGRES_DDL] });
}

/** Brings a database to the newest form; of several processes that do so at once one does it, and the others wait. */
export async function prepare(url: string, log: Log): Promise<void> {
  const db = connect(url, log, { most: 1, patient: true });
  try {
    await refuseNewer(db, POSTGRES);
    await migrate(db, POSTGRES);
  } finally {
    await db.destroy();
  }
}

/** Brings a database to the newest form. Rejects with a UsageError where it cannot be used. */
async function ready(url: string, log: Log): Promise<void> {
  try {
    await prepare(url, log);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError([`the database of DEBRIEF_DATABASE_URL cannot be used (${reason})`]);
  }
}

/** The store in a database of PostgreSQL, brought to the newest form. Rejects with a UsageError where it cannot be used. */
export async function openPostgres(url: string, log: Log): Promise<Store> {
  await ready(url, log);
  return storeOver(connect(url, log), POSTGRES, log);
}

/** Its tables, for whoever takes their time over them. */
export async function openTables(url: string, log: Log): Promise<Opened> {
  await ready(url, log);
  return { db: connect(url, log, { patient: true }), differences: POSTGRES };
}
