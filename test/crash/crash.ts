import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextSlot } from '../../src/deliver/index.ts';
import { MINUTE_MS } from '../../src/durations.ts';
import type { Delivery } from '../../src/model.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { chance } from '../fuzz/mutate.ts';
import { channel, quiet } from '../samples.ts';

const START = Date.parse('2026-11-24T00:00:00.000Z');
/** Longer than a claim holds, so that each life takes up what the one before has left. */
const STEP_MS = 6 * MINUTE_MS;
const CHANNELS = ['a', 'b', 'c'];
/** A life sends so many requests, if it lives long enough; one that sends none ends after a while. */
const REQUESTS = 7;
const LONGEST_MS = 3_000;

export type Sight = 'seeing' | 'blind';
export type Outcome = {
  readonly deliveries: readonly Delivery[];
  /** How often each message was posted, by its key. */
  readonly posts: ReadonlyMap<string, number>;
  /** Keys of what admins were told. */
  readonly notices: ReadonlySet<string>;
};

/** A platform in this process that keeps what others post: some answers come late, so that death falls between. */
async function startRecorder(random: () => number) {
  const posts = new Map<string, number>();
  const notices = new Set<string>();
  let heard = 0;
  let awaited: { readonly at: number; readonly tell: () => void } | null = null;
  const server = createServer(async (request, response) => {
    heard += 1;
    if (heard === awaited?.at) awaited.tell();
    const url = new URL(request.url ?? '/', 'http://recorder');
    const key = url.searchParams.get('key') ?? '';
    if (url.pathname === '/find') return void response.writeHead(posts.has(key) ? 200 : 404).end();
    for await (const _ of request);
    if (url.pathname === '/notice') notices.add(key);
    else posts.set(key, (posts.get(key) ?? 0) + 1);
    await sleep(random() * 40);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    notices,
    /** Resolves with the nth request from now on. */
    request: (nth: number) =>
      new Promise<void>((resolve) => {
        awaited = { at: heard + nth, tell: resolve };
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Kills a process that delivers, once in each of so many editions, at moments by chance, and lets the last life finish. */
export async function crash(kills: number, sight: Sight, seed: number): Promise<Outcome> {
  const random = chance(seed);
  const folder = await mkdtemp(join(tmpdir(), 'debrief-crash-'));
  const file = join(folder, 'debrief.sqlite');
  const recorder = await startRecorder(random);
  try {
    const store = await openSqlite(file, quiet);
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    const times = Array.from({ length: 240 }, (_, n) => new Date(START + n * STEP_MS).toISOString().slice(11, 16));
    const schedule = { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times }], zone: 'UTC', pausedUntil: null, holidays: [] };
    const first = nextSlot(schedule, new Date(START))?.toISOString() ?? null;
    for (const address of CHANNELS) await store.channels.save(channel(address, { schedule, nextDueAt: first }));
    await store.close();

    const live = async (life: number, end: 'live' | 'finish'): Promise<void> => {
      const at = new Date(START + (life + 1) * STEP_MS).toISOString();
      const child = fork(join(import.meta.dirname, 'process.ts'), [file, recorder.origin, at, sight, end], {
        env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
      });
      const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
      if (end === 'live') {
        await new Promise<void>((resolve) => child.once('message', () => resolve()));
        const nth = Math.floor(random() * REQUESTS);
        if (nth > 0) await Promise.race([recorder.request(nth), sleep(LONGEST_MS)]);
        await sleep(random() * 50);
        child.kill('SIGKILL');
      }
      await ended;
    };
    for (let life = 0; life < kills; life += 1) await live(life, 'live');
    await live(kills, 'finish');

    const kept = await openSqlite(file, quiet);
    const lists = await Promise.all(CHANNELS.map((address) => kept.deliveries.last(`fake:acme:${address}`, 10_000)));
    await kept.close();
    return { deliveries: lists.flat(), posts: recorder.posts, notices: recorder.notices };
  } finally {
    await recorder.close();
    await rm(folder, { recursive: true });
  }
}

/** What went wrong, in words; empty where every edition stands once, or is marked and offered to an admin. */
export function faultsOf({ deliveries, posts, notices }: Outcome, sight: Sight): string[] {
  const told = (what: string) => [...notices].some((key) => key.includes(what));
  const main = (edition: string) => posts.get(`${edition}.main`) ?? posts.get(edition) ?? 0;
  return [
    ...[...posts].flatMap(([key, count]) => (count === 1 ? [] : [`${key} was posted ${count} times`])),
    ...deliveries.flatMap(({ edition, state }) => {
      if (state === 'sent') return main(edition) === 1 ? [] : [`${edition} is sent and stands ${main(edition)} times`];
      if (state === 'unknown' && sight === 'blind')
        return told(`unknown:${edition}`) ? [] : [`${edition} is unknown and nobody was told`];
      if (state === 'skipped') return told(`skipped:${edition}`) ? [] : [`${edition} is skipped and nobody was told`];
      return [`${edition} is left ${state}`];
    }),
  ];
}
