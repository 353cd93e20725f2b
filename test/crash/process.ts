/**
 * A process that delivers, to be killed: `process.ts <database> <recorder> <instant> <blind|seeing> <live|finish>`. Its clock begins at the
 * instant. With `finish` it ends by itself once nothing is due any more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createDelivering } from '../../src/deliver/index.ts';
import { memoryJobs } from '../../src/effects/jobs/memory.ts';
import type { Document } from '../../src/model.ts';
import { NO_METRICS } from '../../src/ports/metrics.ts';
import type { Platform, PostResult } from '../../src/ports/platform.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { document, quiet } from '../samples.ts';

const [database = '', origin = '', at = '', sight = '', end = ''] = process.argv.slice(2);
const ahead = Date.parse(at) - Date.now();
const clock = {
  now: () => new Date(Date.now() + ahead),
  sleep: async (milliseconds: number, signal?: AbortSignal) =>
    void (await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {})),
};

const send = async (path: string, key: string, body: Document): Promise<PostResult> => {
  await fetch(`${origin}${path}?key=${encodeURIComponent(key)}`, { method: 'POST', body: JSON.stringify(body) });
  return { kind: 'sent', reference: { channel: 'c', message: key, link: null } };
};
const platform: Platform = {
  ...fakePlatform(),
  post: (_place, said, key) => send('/post', key, said),
  notice: (_workspace, said, key) => send('/notice', key, said),
  async find(_place, key) {
    if (sight === 'blind') return { kind: 'unknown', reason: 'history may not be read' };
    const { status } = await fetch(`${origin}/find?key=${encodeURIComponent(key)}`);
    if (status !== 200) return { kind: 'absent' };
    return { kind: 'found', reference: { channel: 'c', message: key, link: null } };
  },
};

const store = await openSqlite(database, quiet);
const jobs = memoryJobs(clock, quiet, { onDead: async () => {} });
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
process.send?.('ready');
for (;;) {
  await delivering.tick();
  await sleep(10);
  if (end !== 'finish') continue;
  const { waitingSince } = await store.deliveries.pulse(clock.now());
  if (waitingSince === null) break;
}
await jobs.stop();
await store.close();
process.exit(0);
