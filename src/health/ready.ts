import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { HOUR_MS, MINUTE_MS } from '../durations.ts';
import type { Platform } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

export type Part = { readonly ok: boolean; readonly words: string };
export type Readiness = { readonly ok: boolean; readonly parts: Readonly<Record<string, Part>> };

/** A round takes a minute or two; one that has not ended for so long hangs. */
const GATHER_MS = 30 * MINUTE_MS;
/** Below this the store will soon fail to write. */
const LEAST_DISK = 100_000_000;

export type ReadyDeps = {
  readonly store: Store;
  readonly now: Date;
  readonly startedAt: Date;
  /** The file of the database; null where there is none on this machine. */
  readonly file: string | null;
  readonly platforms: readonly Platform[];
  readonly gatheredAt: Date | null;
  readonly outageSince: string | null;
};

async function writable(store: Store, now: Date): Promise<Part> {
  try {
    await store.notes.set('alive', now.toISOString(), null);
    return { ok: true, words: 'can be written' };
  } catch (error) {
    return { ok: false, words: `cannot be written: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function connected({ name, connection }: Platform): [string, Part] {
  const { connected: ok, since, reason } = connection();
  const stands = since === null ? 'not connected yet' : `${ok ? 'connected' : 'away'} since ${since.toISOString()}`;
  const words = reason === undefined ? stands : `${stands}: ${reason}`;
  return [name, { ok, words }];
}

function gathering({ gatheredAt, startedAt, now, outageSince }: ReadyDeps): Part {
  if (outageSince !== null) return { ok: false, words: `nothing can be reached from here since ${outageSince}` };
  const ok = now.getTime() - (gatheredAt ?? startedAt).getTime() < GATHER_MS;
  return { ok, words: gatheredAt === null ? 'no round has ended yet' : `last round at ${gatheredAt.toISOString()}` };
}

async function editions(store: Store, now: Date): Promise<Part> {
  const { sentAt, waitingSince } = await store.deliveries.pulse(now);
  const waits = waitingSince === null ? '' : `; one has been waiting since ${waitingSince}`;
  const ok = waitingSince === null || now.getTime() - Date.parse(waitingSince) < HOUR_MS;
  return { ok, words: (sentAt === null ? 'none sent yet' : `last sent for ${sentAt}`) + waits };
}

export async function freeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(resolve(file)));
  return bavail * bsize;
}

async function disk(file: string): Promise<Part> {
  const free = await freeBytes(file);
  return { ok: free > LEAST_DISK, words: `${Math.floor(free / 1e6)} MB free` };
}

/** Whether the service can do all that it is for, part by part. A store that fails does not hide the other parts. */
export async function readiness(deps: ReadyDeps): Promise<Readiness> {
  const { store, now, file, platforms } = deps;
  const failed = (error: unknown): Part => ({
    ok: false,
    words: error instanceof Error ? error.message : String(error),
  });
  const parts = {
    store: await writable(store, now),
    ...Object.fromEntries(platforms.map(connected)),
    gather: gathering(deps),
    editions: await editions(store, now).catch(failed),
    ...(file === null ? {} : { disk: await disk(file).catch(failed) }),
  };
  return { ok: Object.values(parts).every(({ ok }) => ok), parts };
}
