import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { quiet } from '../samples.ts';
import { LEASE, type Press, SUPPLY, startPress } from './press.ts';

const MINUTE = 60_000;
const SLOT = Date.parse('2026-11-24T07:30:00.000Z');

let press: Press;
let running: ChildProcess | null = null;
let folder: string;
/** The keys that were posted, in their order, and what each posting said. */
let posted: { readonly key: string; readonly body: string }[];
/** Called at each thing that the process is seen to do, so that it can be killed there. */
let seen: (what: string) => void;

beforeEach(async () => {
  posted = [];
  seen = () => {};
  folder = await mkdtemp(join(tmpdir(), 'debrief-'));
  press = await startPress();
  press.publish('stavern-post', [SUPPLY]);
  press.publish('aldmoor-gazette', [LEASE]);
  press.watch((request, response) => {
    const url = new URL(request.url ?? '/', press.origin);
    seen(`${request.method} ${url.pathname}`);
    if (url.pathname !== '/channel') return false;
    const key = url.searchParams.get('key') ?? '';
    if (request.method === 'GET') {
      response.writeHead(posted.some((post) => post.key === key) ? 200 : 404).end();
      return true;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posted.push({ key, body: Buffer.concat(chunks).toString() });
      seen('posted');
      response.end();
    });
    return true;
  });
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await press.close();
  await rm(folder, { recursive: true });
});

/** Runs a process from an instant on, until it is killed at the first thing that `when` names, or so long after it. */
async function lifeUntil(at: number, when: (what: string) => boolean, afterMs = 0): Promise<void> {
  const given = [join(folder, 'debrief.sqlite'), press.origin, new Date(at).toISOString()];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const child = fork(join(import.meta.dirname, 'process.ts'), given, { env });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  running = child;
  child.on('message', (outcome) => seen(`delivery ${String(outcome)}`));
  let isHit = false;
  seen = (what) => {
    if (isHit || !when(what)) return;
    isHit = true;
    if (afterMs === 0) child.kill('SIGKILL');
    else void wait(afterMs).then(() => child.kill('SIGKILL'));
  };
  await ended;
  seen = () => {};
}

async function isSent(): Promise<boolean> {
  const store = await openSqlite(join(folder, 'debrief.sqlite'), quiet);
  const [delivery] = await store.deliveries.last('fake:acme:infra', 1);
  await store.close();
  return delivery?.state === 'sent';
}

describe('a service that is killed at any moment', () => {
  it('goes on where it was: nothing is lost, nothing posted twice', async () => {
    // Each life begins when the lease of the one before has run out.
    const deaths: readonly [when: (what: string) => boolean, afterMs: number][] = [
      [(what) => what.endsWith('feed.xml'), 0],
      [(what) => what.endsWith('oslund-lease'), 0],
      [(what) => what === 'POST /channel', 0],
      [(what) => what === 'posted', 20],
    ];
    const sent = (what: string): boolean => what === 'delivery sent';
    for (const [life, [when, afterMs]] of deaths.entries()) {
      // A death may come after the last step.
      if (await isSent()) break;
      await lifeUntil(SLOT + life * 6 * MINUTE, (what) => when(what) || sent(what), afterMs);
    }
    const end = SLOT + deaths.length * 6 * MINUTE;
    if (!(await isSent())) await lifeUntil(end, sent, 50);

    const keys = posted.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const store = await openSqlite(join(folder, 'debrief.sqlite'), quiet);
    const [delivery] = await store.deliveries.last('fake:acme:infra', 5);
    const unread = await store.items.due(new Date(end), 10);
    await store.close();
    expect(delivery?.state).toBe('sent');
    expect(unread).toEqual([]);
    const text = posted.map(({ body }) => body).join('\n');
    for (const part of ['900 megawatts', '64 megawatts']) expect(text).toContain(part);
  }, 90_000);
});
