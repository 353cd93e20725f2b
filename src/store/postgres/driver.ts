import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { MINUTE_MS } from '../../durations.ts';
import type { Log } from '../../ports/log.ts';
import { faultOf } from './faults.ts';

/**
 * How long a connection may take to come about, or to become free, in milliseconds: a hundred editions of one minute wait for each other, which is no
 * fault of the database.
 */
const CONNECT_MS = MINUTE_MS;
/** A statement that takes longer is given up; nothing of Debrief's takes a tenth of it. */
const STATEMENT_MS = MINUTE_MS;

/** OIDs of types that JavaScript has as a number: counts and row numbers stay far below 2^53. */
const INT8 = 20;
const NUMERIC = 1700;
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)),
};

export type PoolOptions = {
  /** Connections of this process at most. */
  readonly most: number;
  /** Whether statements may take as long as they like, as a migration may. */
  readonly patient: boolean;
};

/** Kysely over `pg`: a pool, of which each query or transaction has one connection. */
export function postgresDialect(url: string, log: Log, options: PoolOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(url, log, options),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PostgresDriver implements Driver {
  readonly #pool: pg.Pool;
  #closed = false;

  constructor(url: string, log: Log, { most, patient }: PoolOptions) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'debrief',
      types: TYPES,
      ...(patient ? {} : { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: STATEMENT_MS }),
    });
    // A connection that dies while nobody uses it: the pool makes another one.
    this.#pool.on('error', (error) => log.warn({ reason: error.message }, 'a connection to the database was lost'));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    try {
      return new PostgresConnection(await this.#pool.connect());
    } catch (error) {
      throw faultOf(error);
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #isBroken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#client.query(sql, parameters.map(storable));
      // A transaction in which something failed ends so, and says nothing more of it.
      if (sql === 'commit' && command === 'ROLLBACK') throw new Error('the transaction was rolled back');
      const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
      return { rows, ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
    } catch (error) {
      throw faultOf(error);
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the store reads no streams of PostgreSQL');
  }

  async rollback(): Promise<void> {
    try {
      await this.#client.query('rollback');
    } catch {
      // Whatever became of it: it is not used again.
      this.#isBroken = true;
    }
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }
}

/** PostgreSQL has no U+0000 in its texts; a reader shows it as what stands for a character that cannot be shown. */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}
