import { MINUTE_MS } from '../durations.ts';
import type { Clock } from '../ports/clock.ts';
import type { LeaseStore } from '../ports/store.ts';

/** What a process that died held is free after so long; one that lives renews it four times before. */
const LEASE_MS = MINUTE_MS;
const RENEW_MS = LEASE_MS / 4;

export type HoldDeps = { readonly leases: LeaseStore; readonly holder: string; readonly clock: Clock };

/** Does the work where no other process holds the key, and holds it meanwhile; null where another does. */
export async function ifHeld<T>(key: string, deps: HoldDeps, work: () => Promise<T>): Promise<T | null> {
  const { leases, holder, clock } = deps;
  if (!(await leases.take(key, holder, clock.now(), LEASE_MS))) return null;
  const ended = new AbortController();
  const renewing = keep(key, deps, ended.signal);
  try {
    return await work();
  } finally {
    ended.abort();
    await renewing;
    await leases.release(key, holder).catch(() => {});
  }
}

/** Resolves once this process holds the key, or the signal aborts. */
export async function untilHeld(key: string, { leases, holder, clock }: HoldDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await leases.take(key, holder, clock.now(), LEASE_MS).catch(() => false)) return;
    await clock.sleep(RENEW_MS, signal);
  }
}

/** Renews what is held. Resolves with true where another process has taken it, with false when the signal aborts. */
export async function keep(key: string, { leases, holder, clock }: HoldDeps, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    await clock.sleep(RENEW_MS, signal);
    if (signal.aborted) return false;
    // A database that is away is nobody else's either; who comes first when it is back holds it.
    if (!(await leases.take(key, holder, clock.now(), LEASE_MS).catch(() => true))) return true;
  }
}
