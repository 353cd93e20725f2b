import { chmod, open } from 'node:fs/promises';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
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

const BUSY_MS = 10_000;
const SQLITE_BUSY = 5;
/** SQLite answers in the same turn of the event loop: writes that follow each other let others have a turn after so many milliseconds. */
const SLICE_MS = 10;
const OWNER_ONLY = 0o600;
const IN_MEMORY = 'temp_store = memory';
/** In kB. What is written is written once; what people ask for is read again and again. */
const CACHES = { writing: 'cache_size = -2000', reading: 'cache_size = -16000', filling: 'cache_size = -256000' };
/** Executed on a connection, it has the transactions that it begins from then on answered before they are on the disk. */
const LIGHT_SQL = 'pragma synchronous = normal';
export const LIGHT = CompiledQuery.raw(LIGHT_SQL);
/** Statements kept prepared. Lists of values make many shapes of one query, hence a bound. */
const PREPARED_LIMIT = 300;

export type SqliteOptions = {
  /** How long a statement waits for another process that is writing, in milliseconds. */
  readonly busyMs?: number;
  /** Whether a new file is filled by one transaction, with nobody beside it. */
  readonly isFilled?: boolean;
};

/**
 * SQLite's DDL is transactional, so that a migration is done as a whole or not at all, by one process. Connections are many for Kysely: who
 * waits for whom is this driver's.
 */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Kysely over `node:sqlite`: one connection that writes, for one statement or transaction at a time, and one that reads beside it, which sees
 * what was committed (https://www.sqlite.org/isolation.html), so that nobody's question waits for what is being gathered.
 */
export function sqliteDialect(file: string, options: SqliteOptions = {}): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new SqliteDriver(file, options),
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
  readonly #isFilled: boolean;
  readonly #turns: Turns;
  #writing: Handle | null = null;
  #reading: Handle | null = null;

  constructor(file: string, { busyMs = BUSY_MS, isFilled = false }: SqliteOptions) {
    this.#file = file;
    this.#busyMs = busyMs;
    this.#isFilled = isFilled;
    // What is in memory alone takes no time to write.
    this.#turns = new Turns(file !== ':memory:');
  }

  async init(): Promise<void> {
    await forOwnerAlone(this.#file);
    this.#writing = new Handle(this.#file, this.#busyMs, { isFilled: this.#isFilled });
    // A log of writes would hold all that one transaction writes, to be written once more from there; pages that are new need no journal.
    const pragmas = this.#isFilled ? ['journal_mode = delete', CACHES.filling] : ['journal_mode = wal', CACHES.writing];
    for (const pragma of [IN_MEMORY, ...pragmas]) await this.#writing.run(CompiledQuery.raw(`pragma ${pragma}`));
    // What is in memory alone belongs to its connection.
    if (this.#file === ':memory:' || this.#isFilled) return;
    this.#reading = new Handle(this.#file, this.#busyMs, { readOnly: true });
    for (const pragma of [IN_MEMORY, CACHES.reading]) await this.#reading.run(CompiledQuery.raw(`pragma ${pragma}`));
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#writing === null) throw new Error('the store is used before it was opened');
    return new SqliteConnection(this.#writing, this.#reading, this.#turns);
  }

  beginTransaction(connection: SqliteConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SqliteConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    return connection.end('rollback');
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    // Whoever closes last clears the log of writes away, which a reader may not.
    this.#reading?.close();
    this.#writing?.close();
    this.#reading = null;
    this.#writing = null;
  }
}

/** Whose turn it is to write, in the order in which they came; between two of them the event loop goes on where it was held up. */
class Turns {
  readonly #breathes: boolean;
  #last: Promise<void> = Promise.resolve();
  #breathed = performance.now();

  constructor(breathes: boolean) {
    this.#breathes = breathes;
  }

  /** Resolves when it is the caller's turn, with what ends it. */
  async take(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    if (this.#breathes && performance.now() - this.#breathed > SLICE_MS) {
      await breathe();
      this.#breathed = performance.now();
    }
    return resolve;
  }
}

/** What Kysely holds for a query or a transaction: writes take turns, a transaction one for all that it does. */
class SqliteConnection implements DatabaseConnection {
  readonly #writing: Handle;
  readonly #reading: Handle | null;
  readonly #turns: Turns;
  #endTurn: (() => void) | null = null;
  #isLight = false;

  constructor(writing: Handle, reading: Handle | null, turns: Turns) {
    this.#writing = writing;
    this.#reading = reading;
    this.#turns = turns;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The handle is everybody's: it is set so for this connection's transactions alone.
    if (query.sql === LIGHT_SQL) {
      this.#isLight = true;
      return { rows: [] };
    }
    if (this.#endTurn !== null) return this.#writing.run(query);
    if (this.#reading !== null && isReading(query)) return this.#reading.run(query);
    const end = await this.#turns.take();
    try {
      this.#writing.wait(true);
      return await this.#writing.run(query);
    } finally {
      end();
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const handle = this.#endTurn === null ? (this.#reading ?? this.#writing) : this.#writing;
    yield* handle.stream<R>(query);
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#turns.take();
    this.#writing.wait(!this.#isLight);
    // IMMEDIATE takes the write lock at once: a transaction that waits for it later could only fail.
    await this.#writing.run(CompiledQuery.raw('begin immediate')).catch((error: unknown) => {
      this.release();
      throw error;
    });
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.#writing.run(CompiledQuery.raw(how));
    this.release();
  }

  release(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }
}

/** Whether a query only reads. One that begins otherwise is taken for a write. */
const isReading = ({ sql }: CompiledQuery): boolean => /^\s*select\b/i.test(sql);

/** A statement, and whether it answers with rows: to ask that anew at each run takes as long as a small look-up. */
type Prepared = { readonly statement: StatementSync; readonly hasRows: boolean };

/** A connection to the file, with the statements that it has prepared. */
class Handle {
  readonly #database: DatabaseSync;
  readonly #busyMs: number;
  readonly #prepared = new Map<string, Prepared>();
  #isWaiting: boolean | null = null;

  constructor(file: string, busyMs: number, { readOnly = false, isFilled = false } = {}) {
    // No waiting inside SQLite, which would block the event loop: a busy database is tried again from outside. What is copied named rows that are
    // there before: to look for each anew would read the whole file again and again.
    this.#database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: !isFilled, readOnly });
    this.#busyMs = busyMs;
  }

  async run<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
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

  *stream<R>({ sql, parameters }: CompiledQuery): Iterable<QueryResult<R>> {
    // The cursor has a statement of its own: a prepared one may be run again while this is read.
    for (const row of this.#database.prepare(sql).iterate(...parameters.map(bindable))) yield { rows: [row as R] };
  }

  /**
   * Whether a commit waits for the disk (https://www.sqlite.org/pragma.html#pragma_synchronous): where it does not, it stands nevertheless when this
   * process ends, and what is committed next with waiting brings both to the disk.
   */
  wait(isOn: boolean): void {
    if (this.#isWaiting === isOn) return;
    this.#isWaiting = isOn;
    // SQLite does it as the statement is prepared: one that is kept would do it once.
    this.#database.exec(`pragma synchronous = ${isOn ? 'full' : 'normal'}`);
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #run<R>({ statement, hasRows }: Prepared, values: readonly SQLInputValue[]): QueryResult<R> {
    // Kysely's contract: the caller's type of the query says what the rows are.
    if (hasRows) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const made = { statement, hasRows: statement.columns().length > 0 };
    const oldest = this.#prepared.keys().next();
    if (this.#prepared.size >= PREPARED_LIMIT && !oldest.done) this.#prepared.delete(oldest.value);
    this.#prepared.set(sql, made);
    return made;
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be stored: expected a text, a number, bytes or null`);
}
