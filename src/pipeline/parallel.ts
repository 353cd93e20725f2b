/** Does something with each value, at most `limit` at a time, in order; rejects with the first failure. Once the signal aborts nothing more is begun. */
export async function inParallel<T>(
  values: readonly T[],
  limit: number,
  signal: AbortSignal | undefined,
  act: (value: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < values.length && !signal?.aborted) {
      const value = values[next];
      next += 1;
      if (value !== undefined) await act(value);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, worker));
}

/** Does work when all that was handed in before is done. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function oneByOne(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
