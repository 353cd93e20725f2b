import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rescheduled } from '../../src/deliver/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { channel, feed, quiet } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { HOUR, MINUTE, passTo, process } from './world.ts';

/** Monday noon; the channel's next debrief is on Tuesday at 08:30 in Berlin. */
const MONDAY = new Date('2026-11-23T12:00:00.000Z');

describe('a clock that was wrong for a minute', () => {
  let store: Store;
  let platform: FakePlatform;
  let clock: VirtualClock;
  /** How far the machine's clock is off, in milliseconds. */
  let off = 0;
  beforeEach(async () => {
    store = await openSqlite(':memory:', quiet);
    platform = fakePlatform();
    clock = virtualClock(MONDAY);
    off = 0;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await store.channels.save(rescheduled(channel('infra'), MONDAY));
  });
  afterEach(() => store.close());

  const posted = () =>
    platform.messages.filter(({ place }) => place.thread === null).map(({ document }) => document.summary);
  const stored = async () => (await store.channels.get('fake:acme:infra'))?.nextDueAt;

  it.each([
    ['ten years', 10 * 365 * 24 * HOUR],
    ['nine days', 9 * 24 * HOUR],
  ])('by %s costs no debrief', async (_words, wrong) => {
    const machine: VirtualClock = { ...clock, now: () => new Date(clock.now().getTime() + off) };
    const running = await process(store, [platform], machine);
    await running.tick();
    off = wrong;
    await running.tick();
    expect(Date.parse((await stored()) ?? '')).toBeGreaterThan(MONDAY.getTime() + 7 * 24 * HOUR);
    off = 0;
    await clock.advance(MINUTE);
    await running.tick();
    expect(await stored()).toBe('2026-11-24T07:30:00.000Z');
    await passTo(clock, '2026-11-25T07:31:00.000Z', [running], 10 * MINUTE);
    expect(posted().filter((summary) => summary.startsWith('2026-11-2'))).toEqual([
      '2026-11-24 in infra',
      '2026-11-25 in infra',
    ]);
    await running.jobs.stop();
  });

  it('and has left the next time in another decade is put right by the next start', async () => {
    await store.channels.reckon(
      'fake:acme:infra',
      '2026-11-24T07:30:00.000Z',
      new Date('2036-03-03T07:30:00.000Z'),
      MONDAY,
    );
    const running = await process(store, [platform], clock);
    await running.tick();
    expect(await stored()).toBe('2026-11-24T07:30:00.000Z');
    await running.jobs.stop();
  });

  it('leaves a pause and a longer schedule as they are', async () => {
    const rest = {
      schedule: {
        ...channel('x').schedule,
        rules: [{ days: [1], times: ['08:30'] }],
        pausedUntil: '2026-12-24T00:00:00.000Z',
      },
    };
    await store.channels.save(rescheduled(channel('infra', rest), MONDAY));
    const before = await stored();
    const running = await process(store, [platform], clock);
    await running.tick();
    expect(await stored()).toBe(before);
    expect(before).toBe('2026-12-28T07:30:00.000Z');
    await running.jobs.stop();
  });

  it('holds up neither a feed, nor an attempt, nor a claim, nor a workspace', async () => {
    await store.feeds.save(feed('grid'), MONDAY);
    const [state] = await store.feeds.states(['feed-grid']);
    if (state === undefined) throw new Error('no state');
    await store.feeds.saveState({ ...state, nextPollAt: '2036-01-01T00:00:00.000Z' });
    expect(await store.feeds.due(MONDAY, 9)).toHaveLength(1);
    await store.feeds.saveState({ ...state, nextPollAt: new Date(MONDAY.getTime() + 24 * HOUR).toISOString() });
    expect(await store.feeds.due(MONDAY, 9)).toHaveLength(0);

    const far = new Date('2036-01-01T00:00:00.000Z');
    await store.deliveries.extra({ id: 'e1', channel: 'fake:acme:infra', slot: MONDAY }, far);
    expect(await store.deliveries.due(MONDAY, 9)).toHaveLength(1);
    expect(await store.deliveries.claim('e1', MONDAY, far.getTime() - MONDAY.getTime())).not.toBeNull();
    expect(await store.deliveries.claim('e1', MONDAY, HOUR)).not.toBeNull();
    expect(await store.deliveries.claim('e1', MONDAY, HOUR)).toBeNull();

    await store.notes.set('hold:fake:acme', far.toISOString(), far);
    const running = await process(store, [platform], clock);
    await clock.advance(1_000);
    await running.postNow('fake:acme:infra');
    await clock.advance(0);
    expect(posted()).toHaveLength(1);
    await running.jobs.stop();
  });
});
