/**
 * A process of the service to be killed: `process.ts <database> <press> <instant>`. Its clock begins at the instant; its
 * channel is the press's `/channel`, which keeps what is posted there, as a platform would. It tells its parent what becomes of deliveries.
 */
import { flushCompileCache } from 'node:module';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/effects/clock.ts';
import { namedFeed } from '../../src/pipeline/feeds.ts';
import type { LogFields } from '../../src/ports/log.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { startService } from '../../src/serve.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { channel, quiet } from '../samples.ts';

const [database = '', origin = '', at = ''] = process.argv.slice(2);
const ahead = Date.parse(at) - Date.now();
const clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
const referenceOf = (message: string) => ({ channel: 'infra', message, link: null });

const platform: Platform = {
  ...fakePlatform(),
  async post(_place, document, key) {
    await fetch(`${origin}/channel?key=${key}`, { method: 'POST', body: JSON.stringify(document) });
    return { kind: 'sent', reference: referenceOf(key) };
  },
  async find(_place, key) {
    const { status } = await fetch(`${origin}/channel?key=${key}`);
    return status === 200 ? { kind: 'found', reference: referenceOf(key) } : { kind: 'absent' };
  },
};

const log = { ...quiet, info: ({ outcome }: LogFields) => void (outcome === undefined || process.send?.(outcome)) };
const config = { ...readConfig({}), allowHosts: [new URL(origin).host] };
const app = await openApp({ config, clock, log, random: Math.random, database });
for (const name of ['stavern-post', 'aldmoor-gazette']) {
  const url = `${origin}/${name}/feed.xml`;
  await app.store.feeds.save(namedFeed({ url, title: name, publisher: null, kind: 'news', topics: [] }), clock.now());
}
await app.store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
if ((await app.store.channels.all()).length === 0) {
  const schedule = { ...channel('infra').schedule, rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times: ['08:30'] }] };
  const choice = { ...channel('infra').choice, feeds: [] };
  await app.store.channels.save(channel('infra', { schedule, choice, nextDueAt: '2026-11-24T07:30:00.000Z' }));
}
// Whoever is killed writes no cache at its end, and the next would compile all anew.
flushCompileCache();
await startService(app, { platforms: [platform], show: null });
