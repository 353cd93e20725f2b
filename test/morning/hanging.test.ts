import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/domain/habits.ts';
import { ReadingError } from '../../src/errors.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { readingHere } from '../reading-here.ts';
import { channel } from '../samples.ts';
import { shown } from '../stage.ts';
import { LEASE, SUPPLY, startPress } from './press.ts';
import { type RunOptions, run } from './service.ts';

const NIGHT = '2026-11-24T07:29:00.000Z';
const SLOT = '2026-11-24T07:30:00.000Z';
const releases: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

async function started(options: Partial<RunOptions> = {}) {
  const press = await startPress();
  releases.push(press.close);
  press.publish('stavern-post', [SUPPLY, LEASE]);
  const feeds = [`${press.origin}/stavern-post/feed.xml`];
  const platform = fakePlatform();
  const running = await run({ at: NIGHT, platform, allowHosts: [press.host], feeds, ...options });
  releases.push(running.close);
  return { ...running, platform, press };
}

describe('what does not come to its end', () => {
  it('of a page that fails twice is left with its reason, for what its feed says; the others are read', async () => {
    let tries = 0;
    const reader: NonNullable<RunOptions['reader']> = {
      ...readingHere,
      page(bytes, from, begin) {
        if (!from.url?.endsWith('tallow-corrie')) return readingHere.page(bytes, from, begin);
        tries += 1;
        return Promise.resolve(begin?.()).then(() => Promise.reject(new ReadingError('time', 'it takes too long')));
      },
    };
    const { app, pass } = await started({ reader });
    await pass('2026-11-24T10:00:00.000Z', 30);
    expect(tries).toBe(2);
    const notes = await app.store.items.notes(
      (await app.store.feeds.pack()).map(({ id }) => id),
      new Date(0),
      9,
    );
    expect(notes.map(({ note }) => note)).toContainEqual(expect.stringMatching(/it takes too long/));
    const found = await app.store.articles.search('Oslund', {
      feeds: (await app.store.feeds.pack()).map(({ id }) => id),
      from: new Date(0),
      to: new Date('2026-11-25T00:00:00Z'),
      limit: 5,
    });
    expect(found).toHaveLength(1);
  });

  it('of a post holds up no stop: within ten seconds all is closed and the edition handed back', async () => {
    const { app, clock, tick, service, platform } = await started();
    await app.store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await app.store.channels.save(channel('infra', { nextDueAt: SLOT, choice: DEFAULT_CHOICE }));
    const [posting, hanging] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    releases.push(async () => hanging.resolve());
    platform.step = async (what) => {
      if (!what.startsWith('before post')) return;
      posting.resolve();
      await hanging.promise;
    };
    await clock.advanceTo(SLOT);
    void tick();
    await posting.promise;
    let isStopped = false;
    const stopping = service.stop().then(() => {
      isStopped = true;
    });
    for (let second = 0; second < 10 && !isStopped; second += 1) {
      await clock.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(isStopped).toBe(true);
    await stopping;
    const [delivery] = await app.store.deliveries.last('fake:acme:infra', 1);
    expect(delivery?.state).toBe('due');
    expect(await app.store.deliveries.due(new Date(clock.now().getTime() + 60_000), 9)).toHaveLength(1);
  });
});

it('the terminal alone shows what is off, that it reads, and the first debrief as soon as there is one, once', async () => {
  const lines: string[] = [];
  const { pass } = await started({ show: (document) => lines.push(shown(document)) });
  await pass('2026-11-24T07:32:00.000Z');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/Off until their variables are set: Slack.*Discord.*a\s+model/s);
  expect(lines[1]).toContain('Reading the feeds; the first debrief follows.');
  expect(lines[2]).toContain('900 megawatts');
});
