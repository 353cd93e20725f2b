import type { Http } from '../ports/http.ts';

/** What bodies in flight may take in memory together, in bytes, and one more body at most. */
const BYTES = 24_000_000;

/** Does work whose bodies are counted until it is done. */
export type Room = <T>(work: (http: Http) => Promise<T>) => Promise<T>;

/**
 * Room for what is being fetched and read: a body waits chunk by chunk until there is some, so that many large documents at a time take no
 * more memory than a few. The first of those that hold something goes on always, so that no two wait for each other.
 */
export function createRoom(http: Http, limit = BYTES): Room {
  const holding = new Map<symbol, number>();
  const waiting = new Set<() => void>();
  let taken = 0;
  const take = async (who: symbol, bytes: number): Promise<void> => {
    while (taken + bytes > limit && holding.size > 0 && holding.keys().next().value !== who)
      await new Promise<void>((resolve) => waiting.add(resolve));
    taken += bytes;
    holding.set(who, (holding.get(who) ?? 0) + bytes);
  };
  return async (work) => {
    const who = Symbol('work');
    try {
      return await work({ get: (request) => http.get({ ...request, take: (bytes) => take(who, bytes) }) });
    } finally {
      taken -= holding.get(who) ?? 0;
      holding.delete(who);
      for (const wake of waiting) wake();
      waiting.clear();
    }
  };
}
