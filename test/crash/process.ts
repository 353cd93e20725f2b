/** A process that delivers, to be killed: `process.ts <Life as JSON>`. */
import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDelivering } from '../../src/deliver/index.ts';
import { memoryJobs } from '../../src/effects/jobs/memory.ts';
import { postgresJobs } from '../../src/effects/jobs/postgres.ts';
import type { Document } from '../../src/model.ts';
import { NO_METRICS } from '../../src/ports/metrics.ts';
import type { Platform, PostResult } from '../../src/ports/platform.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { document, quiet } from '../samples.ts';
import { Life } from './life.ts';

const { database, recorder, time, sight, ends, restMs } = Life.parse(JSON.parse(process.argv[2] ?? ''));
const clock = {
  now: () => new Date(time.at + (Date.now() - time.since) * time.speed),
  sleep: async (milliseconds: number, signal?: AbortSignal) =>
    void (await sleep(milliseconds / time.speed, undefined, signal === undefined ? {} : { signal }).catch(() => {})),
};

const send = async (path: string, key: string, body: Document): Promise<PostResult> => {
  await fetch(`${recorder}${path}?key=${encodeURIComponent(key)}`, { method: 'POST', body: JSON.stringify(body) });
  return { kind: 'sent', reference: { channel: 'c', message: key, link: null } };
};
const platform: Platform = {
  ...fakePlatform(),
  post: (_place, said, key) => send('/post', key, said),
  notice: (_workspace, said, key) => send('/notice', key, said),
  async find(_place, key) {
    if (sight === 'blind') return { kind: 'unknown', reason: 'history may not be read' };
    const { status } = await fetch(`${recorder}/find?key=${encodeURIComponent(key)}`);
    if (status !== 200) return { kind: 'absent' };
    return { kind: 'found', reference: { channel: 'c', message: key, link: null } };
  },
};

const isShared = database.startsWith('postgres:');
const store = await (isShared ? openPostgres : openSqlite)(database, quiet);
const onDead = async () => {};
const jobs = isShared ? await postgresJobs(database, clock, quiet, { onDead }) : memoryJobs(clock, quiet, { onDead });
const delivering = createDelivering({
  store,
  clock,
  log: quiet,
  jobs,
  metrics: NO_METRICS,
  platforms: [platform],
  compose: async ({ address }, slot) => ({
    debrief: slot.toISOString(),
    document: document(`${slot.toISOString()} in ${address}`, [{ key: 's1', document: document('one story') }]),
  }),
});
await delivering.start();
// Whoever is killed writes no cache at its end, and the next would compile all anew.
flushCompileCache();
process.send?.('ready');
for (;;) {
  await delivering.tick();
  await sleep(restMs);
  if (!ends) continue;
  const { waitingSince } = await store.deliveries.pulse(clock.now());
  if (waitingSince === null) break;
}
await jobs.stop();
await store.close();
process.exit(0);
