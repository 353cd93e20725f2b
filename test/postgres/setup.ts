/** Vitest's global setup: a place in which the tests' PostgreSQL is noted, and its end. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresHome: string;
  }
}

const Started = z.object({ pid: z.number(), folder: z.string() });
const STOP_MS = 5_000;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'debrief-tests-'));
  provide('postgresHome', home);
  return async () => {
    const started = await readFile(join(home, 'started.json'), 'utf8').catch(() => null);
    await rm(home, { recursive: true, force: true });
    if (started === null) return;
    const { pid, folder } = Started.parse(JSON.parse(started));
    if (isAlive(pid)) process.kill(pid, 'SIGINT');
    for (const until = Date.now() + STOP_MS; isAlive(pid) && Date.now() < until; ) await sleep(50);
    await rm(folder, { recursive: true, force: true });
  };
}
