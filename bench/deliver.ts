import { createDelivering } from '../src/deliver/index.ts';
import { memoryJobs } from '../src/effects/jobs/memory.ts';
import type { Channel, Document } from '../src/model.ts';
import { NO_METRICS } from '../src/ports/metrics.ts';
import type { Platform } from '../src/ports/platform.ts';
import { openSqlite } from '../src/store/sqlite/open.ts';

/** What it takes to serve 10,000 channels that are due in one minute, the platform's own time left out. */
const CHANNELS = 10_000;
const WORKSPACES = 500;
const LIMIT_SECONDS = 60;
const SLOT = new Date('2026-11-24T07:30:00.000Z');

const log = { debug() {}, info() {}, warn() {}, error: console.error };
const clock = { now: () => SLOT, sleep: async () => {} };
const document: Document = { summary: 'A quiet day', blocks: [], thread: [] };

function channelAt(n: number): Channel {
  const workspace = `bench:${n % WORKSPACES}`;
  return {
    id: `${workspace}:c${n}`,
    workspace,
    platform: 'bench',
    address: `c${n}`,
    name: null,
    schedule: {
      rules: [{ days: [1, 2, 3, 4, 5], times: ['08:30'] }],
      zone: 'Europe/Berlin',
      pausedUntil: null,
      holidays: [],
    },
    choice: { feeds: [], topics: [], hours: 24, follow: [], mute: [], language: 'en', length: 'short' },
    state: 'active',
    note: null,
    nextDueAt: SLOT.toISOString(),
  };
}

export async function run(): Promise<void> {
  const store = await openSqlite(':memory:', log);
  for (let n = 0; n < WORKSPACES; n += 1) {
    await store.workspaces.save({ id: `bench:${n}`, platform: 'bench', name: null });
  }
  for (let n = 0; n < CHANNELS; n += 1) await store.channels.save(channelAt(n));

  let posted = 0;
  let atOnce = 0;
  let most = 0;
  let done: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const platform: Platform = {
    name: 'bench',
    start: async () => {},
    async post(place, _document, key) {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      posted += 1;
      if (posted === CHANNELS) done();
      return { kind: 'sent', reference: { channel: place.channel, message: key, link: null } };
    },
    update: async (_place, reference) => ({ kind: 'sent', reference }),
    find: async () => ({ kind: 'absent' }),
    connection: () => ({ connected: true, since: null }),
    notice: async () => ({ kind: 'refused', lost: false, reason: 'nobody is there' }),
    missing: async () => [],
    preview: () => null,
    stop: async () => {},
  };
  const jobs = memoryJobs(clock, log, { onDead: async () => {} });
  const compose = async () => ({ debrief: 'd', document });
  const delivering = createDelivering({ store, clock, log, jobs, metrics: NO_METRICS, platforms: [platform], compose });
  await delivering.start();

  const before = process.cpuUsage();
  const seconds = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  await delivering.tick();
  console.log(`${CHANNELS} editions made and handed out in ${seconds().toFixed(1)} s`);
  await all;
  await jobs.stop();
  const verdict = seconds() <= LIMIT_SECONDS ? 'ok' : `over ${LIMIT_SECONDS} s`;
  console.log(`all posted after ${seconds().toFixed(1)} s of one core, at most ${most} at a time: ${verdict}`);
  await store.close();
}
