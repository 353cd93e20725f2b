import { StoreError, type StoreErrorKind } from '../../errors.ts';

type Fault = { readonly kind: StoreErrorKind; readonly words: string };

const AWAY: Fault = {
  kind: 'unreachable',
  words: 'its server does not answer: see that it runs, and that DEBRIEF_DATABASE_URL names its host and port',
};
const REFUSED: Fault = {
  kind: 'unreachable',
  words: 'its server refuses the user or the password that DEBRIEF_DATABASE_URL gives',
};
const BUSY: Fault = { kind: 'locked', words: 'it is too busy to do this in time: see what else uses its server' };

/** By SQLSTATE, or its class of two letters (postgresql.org/docs/current/errcodes-appendix.html), or by Node's code of a failed connection. */
const FAULTS: Readonly<Record<string, Fault>> = {
  '08': AWAY,
  '28': REFUSED,
  '3D': { kind: 'unreachable', words: 'its server has none of this name: create it, or give another name' },
  '40': BUSY,
  '53': BUSY,
  '53100': { kind: 'full', words: 'the disk of its server is full: make room, then all goes on by itself' },
  '53300': {
    kind: 'locked',
    words: 'its server takes no more connections: raise max_connections, or run fewer replicas',
  },
  '55P03': BUSY,
  '57014': BUSY,
  '57P01': AWAY,
  '57P02': AWAY,
  '57P03': AWAY,
  '25006': { kind: 'read only', words: 'it may not be written to: it is a replica, name its primary' },
  '42501': { kind: 'read only', words: 'the user of DEBRIEF_DATABASE_URL may not do this: make that user its owner' },
  XX001: { kind: 'damaged', words: 'its server says that it is damaged: restore a backup' },
  XX002: { kind: 'damaged', words: 'its server says that an index is damaged: reindex it, or restore a backup' },
  ECONNREFUSED: AWAY,
  ECONNRESET: AWAY,
  ENOTFOUND: AWAY,
  ETIMEDOUT: AWAY,
  EPIPE: AWAY,
};

/** What pg throws without a code, of its connection. */
const LOST = /connection (?:terminated|timeout|ended)|timeout expired|timeout exceeded when trying to connect/i;

function faultIn(error: Error): Fault | undefined {
  const code = 'code' in error ? String(error.code) : '';
  return (
    FAULTS[code] ?? FAULTS[code.length === 5 ? code.slice(0, 2) : ''] ?? (LOST.test(error.message) ? AWAY : undefined)
  );
}

/** What pg threw, as an error that says what it is and what to do; other errors as they are. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fault = faultIn(error);
  return fault === undefined ? error : new StoreError(fault.kind, `the database: ${fault.words}`, { cause: error });
}
