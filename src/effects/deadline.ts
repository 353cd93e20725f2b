/** How long something may take, in a signal that ends it. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Whether its time is over, rather than its caller's wish to go on. */
  isOver(): boolean;
  /** What was to end is done. */
  clear(): void;
};

/**
 * A signal that is given after `ms` milliseconds, or with that of the caller. `AbortSignal.timeout` and `AbortSignal.any` say the same by weak
 * references, which stay with all that hangs on them until the whole heap is looked through, hundreds of requests later.
 */
export function deadline(ms: number, caller?: AbortSignal): Deadline {
  const ending = new AbortController();
  let isOver = false;
  const end = (): void => ending.abort(caller?.reason);
  const timer = setTimeout(() => {
    isOver = true;
    ending.abort();
  }, ms);
  // Nobody waits for a deadline alone.
  timer.unref();
  if (caller?.aborted === true) end();
  else caller?.addEventListener('abort', end, { once: true });
  return {
    signal: ending.signal,
    isOver: () => isOver,
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', end);
    },
  };
}
