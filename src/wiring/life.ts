/** A stop takes no longer, whatever is open. */
const LAST_MS = 9_000;

/** Resolves when somebody asks the process to end. */
export function untilSignal(): { readonly ended: Promise<string>; end(reason: string): void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      resolve(signal);
      // Whatever still holds the process by then has lost its right to.
      setTimeout(() => process.exit(1), LAST_MS).unref();
    });
  }
  return { ended: promise, end: resolve };
}
