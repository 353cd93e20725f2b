/**
 * The few errors of Debrief. Each has a literal name, its subject, and a message that tells the reader what to do next;
 * none ever holds a token or a webhook's address.
 */

export type FetchErrorKind =
  | 'address' // refused by the guard, or not an address
  | 'dns'
  | 'connection'
  | 'certificate'
  | 'timeout'
  | 'too large'
  | 'redirects'
  | 'aborted';

/** A request that brought no HTTP answer. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly kind: FetchErrorKind;
  readonly url: string;
  constructor(kind: FetchErrorKind, url: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.url = url;
  }
}

/** A document that could not be read as what it should be: a feed, a page, an OPML file, a prompt. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly subject: string;
  constructor(subject: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.subject = subject;
  }
}

/** A reading that was given up: a document that takes more than a document may, or a reader that was stopped. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
  readonly kind: 'time' | 'memory' | 'ended' | 'stopped';
  constructor(kind: ReadingError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

export type ModelErrorKind =
  | 'key'
  | 'rate'
  | 'server'
  | 'timeout'
  | 'connection'
  | 'refusal'
  | 'length'
  | 'filter'
  | 'json'
  | 'shape'
  | 'empty'
  | 'model'
  | 'budget'
  | 'too large';

/** A completion that did not come about. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: ModelErrorKind;
  /** Set where the server named a time. */
  readonly retryAfterMs: number | null;
  /** What the reply cost although it was of no use; null where nothing was counted. */
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
  constructor(
    kind: ModelErrorKind,
    message: string,
    retryAfterMs: number | null = null,
    options: ErrorOptions & { readonly usage?: ModelError['usage'] } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.usage = options.usage ?? null;
  }
}

/** What a person typed or configured wrong: each fault with what was given and what is expected. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** What the store holds does not match what it should rest on (a changed text under a stored span, say). */
export class IntegrityError extends Error {
  override readonly name = 'IntegrityError';
  readonly subject: string;
  constructor(subject: string, message: string) {
    super(message);
    this.subject = subject;
  }
}

export type StoreErrorKind = 'full' | 'locked' | 'read only' | 'damaged' | 'newer' | 'foreign' | 'unreachable';

/** The database cannot do its work, by a fault of the machine or of whoever runs it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The connection never came about, so that the request never left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The system's code of a request that surely never left, somewhere among an error's causes; null where it may have. */
export function neverLeft(error: unknown): string | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_LEFT.has(cause.code)) return cause.code;
  }
  return null;
}
