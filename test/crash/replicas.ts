import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { chance } from '../fuzz/mutate.ts';
import { quiet } from '../samples.ts';
import { begin, deliveriesIn, keepChannels, type Outcome, type Sight } from './life.ts';
import { startRecorder } from './recorder.ts';

const START = Date.parse('2026-11-24T00:00:00.000Z');
/** One clock for all, a minute in a second: what a replica that died has left is free after five. */
const SPEED = 60;
const REST_MS = 100;
const STEP_MINUTES = 3;
const CHANNELS = ['a', 'b', 'c', 'd'];
/** Who dies next does so with one of the next requests of all, or after a while without any. */
const REQUESTS = 6;
const LONGEST_MS = 2_000;
/** What is left when the killing is over comes to its end in this time, or never. */
const END_MS = 60_000;

/** Kills one of several replicas that deliver from one PostgreSQL, and starts another, so many times at moments by chance. */
export async function crashReplicas(
  database: string,
  { kills, replicas, sight, seed }: { kills: number; replicas: number; sight: Sight; seed: number },
): Promise<Outcome> {
  const random = chance(seed);
  const recorder = await startRecorder(random);
  const store = await openPostgres(database, quiet);
  const time = { at: START, since: Date.now(), speed: SPEED };
  const channels = await keepChannels(store, CHANNELS, STEP_MINUTES, new Date(START));
  const life = () => begin({ database, recorder: recorder.origin, time, sight, ends: false, restMs: REST_MS });
  const living = Array.from({ length: replicas }, life);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const at = Math.floor(random() * replicas);
      const victim = living[at];
      if (victim === undefined) break;
      await victim.ready;
      const nth = Math.floor(random() * REQUESTS);
      if (nth > 0) await Promise.race([recorder.request(nth), sleep(LONGEST_MS)]);
      await sleep(random() * 50);
      victim.child.kill('SIGKILL');
      await victim.ended;
      living[at] = life();
    }
    for (const { id } of channels) {
      const channel = await store.channels.get(id);
      if (channel !== null) await store.channels.save({ ...channel, nextDueAt: null });
    }
    const far = new Date('2027-01-01T00:00:00.000Z');
    for (const until = Date.now() + END_MS; Date.now() < until; await sleep(100))
      if ((await store.deliveries.pulse(far)).waitingSince === null) break;
    const deliveries = await deliveriesIn(store, channels);
    return { deliveries, posts: new Map(recorder.posts), notices: new Set(recorder.notices) };
  } finally {
    for (const { child } of living) child.kill('SIGKILL');
    await Promise.all(living.map(({ ended }) => ended));
    await store.close();
    await recorder.close();
  }
}
