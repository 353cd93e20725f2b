import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS } from '../../src/durations.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { chance } from '../fuzz/mutate.ts';
import { quiet } from '../samples.ts';
import { begin, deliveriesIn, keepChannels, type Outcome, type Sight } from './life.ts';
import { startRecorder } from './recorder.ts';

const START = Date.parse('2026-11-24T00:00:00.000Z');
const STEP_MINUTES = 6;
/** Longer than a claim holds, so that each life takes up what the one before has left. */
const STEP_MS = STEP_MINUTES * MINUTE_MS;
/** A life sends so many requests, if it lives long enough; one that sends none ends after a while. */
const REQUESTS = 7;
const LONGEST_MS = 3_000;

/** Kills a process that delivers, once in each of so many editions, at moments by chance, and lets the last life finish. */
export async function crash(kills: number, sight: Sight, seed: number): Promise<Outcome> {
  const random = chance(seed);
  const folder = await mkdtemp(join(tmpdir(), 'debrief-crash-'));
  const database = join(folder, 'debrief.sqlite');
  const recorder = await startRecorder(random);
  try {
    const store = await openSqlite(database, quiet);
    const channels = await keepChannels(store, ['a', 'b', 'c'], STEP_MINUTES, new Date(START));
    await store.close();

    const live = async (life: number, ends: boolean): Promise<void> => {
      const time = { at: START + (life + 1) * STEP_MS, since: Date.now(), speed: 1 };
      const { child, ready, ended } = begin({ database, recorder: recorder.origin, time, sight, ends, restMs: 10 });
      if (!ends) {
        await ready;
        const nth = Math.floor(random() * REQUESTS);
        if (nth > 0) await Promise.race([recorder.request(nth), sleep(LONGEST_MS)]);
        await sleep(random() * 50);
        child.kill('SIGKILL');
      }
      await ended;
    };
    for (let life = 0; life < kills; life += 1) await live(life, false);
    await live(kills, true);

    const kept = await openSqlite(database, quiet);
    const deliveries = await deliveriesIn(kept, channels);
    await kept.close();
    return { deliveries, posts: recorder.posts, notices: recorder.notices };
  } finally {
    await recorder.close();
    await rm(folder, { recursive: true });
  }
}
