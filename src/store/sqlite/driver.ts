import { chmod, open } from 'node:fs/promises';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { codeOf, faultOf } from './faults.ts';

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_MS = 10_000;
const SQLITE_BUSY = 5;
const OWNER_ONLY = 0o600;
/** Statements kept prepared. Lists of values make many shapes of one query, hence a bound. */
const PREPARED_LIMIT = 300;

/** SQLite's DDL is transactional, so that a migration is done as a whole or not at all, by one process. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Kysely over `node:sqlite`: one connection, which Kysely hands to one query or transaction at a time. A statement waits `busyMs`
 * milliseconds for another process that is writing.
 */
export function sqliteDialect(file: string, busyMs = BUSY_MS): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new SqliteDriver(file, busyMs),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Makes the file where it is missing, and lets nobody but its owner read it: feeds' addresses and people's words are in it. */
async function forOwnerAlone(file: string): Promise<void> {
  if (file === ':memory:') return;
  await (await open(file, 'a', OWNER_ONLY)).close();
  // SQLite gives the files beside it the mode of the first.
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    await chmod(name, OWNER_ONLY).catch((error: NodeJS.ErrnoException) => {
      // Not there; or somebody else's, who has let this user in.
      if (error.code !== 'ENOENT' && error.code !== 'EPERM') throw error;
    });
  }
}

class SqliteDriver implements Driver {
  readonly #file: string;
  readonly #busyMs: number;
  #connection: SqliteConnection | null = null;

  constructor(file: string, busyMs: number) {
    this.#file = file;
    this.#busyMs = busyMs;
  }

  async init(): Promise<void> {
    await forOwnerAlone(this.#file);
    // No waiting inside SQLite, which would block the event loop: a busy database is tried again from outside.
    const database = new DatabaseSync(this.#file, { timeout: 0, enableForeignKeyConstraints: true });
    this.#connection = new SqliteConnection(database, this.#busyMs);
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'temp_store = memory', 'cache_size = -16000']) {
      await this.#connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === null) throw new Error('the store is used before it was opened');
    return this.#connection;
  }

  // IMMEDIATE takes the write lock at once: a transaction that waits for it later could only fail.
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = null;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #busyMs: number;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, busyMs: number) {
    this.#database = database;
    this.#busyMs = busyMs;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const values = parameters.map(bindable);
    for (let waited = 0, pause = 2; ; waited += pause, pause = Math.min(pause * 2, 50)) {
      try {
        return this.#run<R>(this.#prepare(sql), values);
      } catch (error) {
        if (codeOf(error) !== SQLITE_BUSY || waited >= this.#busyMs) throw faultOf(error);
        await sleep(pause);
      }
    }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // The cursor has a statement of its own: a prepared one may be run again while this is read.
    for (const row of this.#database.prepare(sql).iterate(...parameters.map(bindable))) yield { rows: [row as R] };
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #run<R>(statement: StatementSync, values: readonly SQLInputValue[]): QueryResult<R> {
    // Kysely's contract: the caller's type of the query says what the rows are.
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const oldest = this.#prepared.keys().next();
    if (this.#prepared.size >= PREPARED_LIMIT && !oldest.done) this.#prepared.delete(oldest.value);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be stored: expected a text, a number, bytes or null`);
}
