import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/domain/habits.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { channel } from '../samples.ts';
import { LEASE, SUPPLY, startPress } from './press.ts';
import { type Running, run } from './service.ts';

const NIGHT = '2026-11-24T07:20:00.000Z';
const SLOT = '2026-11-24T07:30:00.000Z';
const releases: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

async function subscribed({ app }: Running): Promise<void> {
  await app.store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
  await app.store.channels.save(channel('infra', { nextDueAt: SLOT, choice: DEFAULT_CHOICE }));
}

describe('one slow thing', () => {
  it('of a platform that is away at the start holds up nothing else, and its editions go out when it is there', async () => {
    const press = await startPress();
    releases.push(press.close);
    press.publish('stavern-post', [SUPPLY]);
    const [away, there] = [fakePlatform('fake'), fakePlatform('other')];
    let tries = 0;
    const start = away.start;
    away.start = async (handlers) => {
      tries += 1;
      if (tries < 3) throw new Error('nobody answers');
      await start(handlers);
    };
    const feeds = [`${press.origin}/stavern-post/feed.xml`];
    const running = await run({ at: NIGHT, platform: away, others: [there], allowHosts: [press.host], feeds });
    releases.push(running.close);
    await subscribed(running);
    await running.app.store.workspaces.save({ id: 'other:acme', platform: 'other', name: null });
    const other = { workspace: 'other:acme', platform: 'other', nextDueAt: SLOT, choice: DEFAULT_CHOICE };
    await running.app.store.channels.save(channel('infra', other));
    expect(running.app.platforms.map(({ name }) => name)).toEqual(['other']);
    expect((await running.service.ready()).parts).toMatchObject({ fake: { ok: false }, other: { ok: true } });
    await running.pass('2026-11-24T07:31:00.000Z', 11);
    expect(tries).toBe(3);
    for (const { messages } of [away, there])
      expect(messages.filter(({ place }) => place.thread === null)).toHaveLength(1);
  });

  it('of a host whose pages never answer leaves the others read, and its own for the rounds to come', async () => {
    const press = await startPress();
    releases.push(press.close);
    press.publish('stavern-post', [SUPPLY]);
    press.publish('aldmoor-gazette', [LEASE]);
    press.answer('/stavern-post/tallow-corrie', () => {});
    const platform = fakePlatform();
    const feeds = ['stavern-post', 'aldmoor-gazette'].map((name) => `${press.origin}/${name}/feed.xml`);
    const running = await run({ at: NIGHT, platform, allowHosts: [press.host], feeds, patience: 400 });
    releases.push(running.close);
    await subscribed(running);
    await running.pass('2026-11-24T07:31:00.000Z', 11);
    expect(JSON.stringify(platform.messages.map(({ document }) => document))).toContain('64 megawatts');
  });
});
