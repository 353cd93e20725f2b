import { StoreError, type StoreErrorKind } from '../../errors.ts';

type Fault = { readonly kind: StoreErrorKind; readonly words: string };

const FULL: Fault = { kind: 'full', words: 'the disk is full: make room, then all goes on by itself' };

/** What a full disk is where the file beside the database that processes share finds no room, as at the start (SQLITE_IOERR_SHMSIZE). */
const NO_ROOM_TO_SHARE = 4874;

/** SQLite's primary result codes (sqlite.org/rescode.html) that people can do something about. */
const FAULTS: Readonly<Record<number, Fault>> = {
  5: { kind: 'locked', words: 'another process holds it: end the one that should not run, or wait until it is done' },
  6: { kind: 'locked', words: 'another process holds it: end the one that should not run, or wait until it is done' },
  8: {
    kind: 'read only',
    words: 'it may not be written to: let the user that Debrief runs as write the file and its folder',
  },
  10: { kind: 'unreachable', words: 'its disk fails to read or write: look into the log of the machine' },
  11: { kind: 'damaged', words: 'the file is damaged: put a backup back by “debrief store restore FILE”' },
  13: FULL,
  14: { kind: 'unreachable', words: 'there is no such file or folder that Debrief may open' },
  26: { kind: 'foreign', words: 'the file is no database: give another name' },
};

/** The primary code of what SQLite threw; extended codes keep it in their low byte. Null for other errors. */
export function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
}

/** Whether another process has what SQLite was asked for. */
export function isLocked(error: unknown): boolean {
  const fault = faultOf(error);
  return fault instanceof StoreError && fault.kind === 'locked';
}

/** What SQLite threw, as an error that says what it is and what to do; other errors as they are. */
export function faultOf(error: unknown): unknown {
  const isFull = error instanceof Error && 'errcode' in error && error.errcode === NO_ROOM_TO_SHARE;
  const fault = isFull ? FULL : FAULTS[codeOf(error) ?? -1];
  return fault === undefined ? error : new StoreError(fault.kind, `the database: ${fault.words}`, { cause: error });
}
