import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../errors.ts';
import { isLocked } from './faults.ts';

/**
 * Holds a database's file for one service, until what it answers is called or the process ends, however it ends: the lock is the system's, on
 * an empty file beside it, since the database itself takes commands, copies and checks while it is served. Throws a StoreError where
 * another service has it.
 */
export function serving(file: string): () => void {
  if (file === ':memory:') return () => {};
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(`${file}.serving`, { timeout: 0 });
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    if (isLocked(error))
      throw new StoreError(
        'locked',
        `another Debrief serves ${file}: end one of them, or give this one a file of its own (DEBRIEF_DATABASE_URL); several that share the work need a PostgreSQL`,
      );
    // A folder that takes no file, a full disk: the database itself tells of it, or can do without.
    return () => {};
  }
  const held = lock;
  return () => held.close();
}
