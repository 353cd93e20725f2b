/** Does something with each value, at most `limit` at a time, in order; rejects with the first failure. */
export async function inParallel<T>(
  values: readonly T[],
  limit: number,
  act: (value: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < values.length) {
      const value = values[next];
      next += 1;
      if (value !== undefined) await act(value);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, worker));
}
