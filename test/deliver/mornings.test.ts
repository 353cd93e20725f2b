import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rescheduled } from '../../src/deliver/index.ts';
import type { Channel } from '../../src/model.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { channel, quiet, weekdays } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { compose, HOUR, MINUTE, passTo, process } from './world.ts';

const TUESDAY = '2026-11-24T07:30:00.000Z';

describe('delivering', () => {
  let store: Store;
  let platform: FakePlatform;
  let clock: VirtualClock;
  let infra: Channel;

  const startAt = async (at: string, wanted: Partial<Channel> = {}) => {
    clock = virtualClock(at);
    infra = rescheduled(channel('infra', wanted), clock.now());
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: 'Acme' });
    await store.channels.save(infra);
  };
  const run = (how = compose) => process(store, [platform], clock, how);
  const posted = () => platform.messages.map(({ document }) => document.summary);
  const states = async () =>
    (await store.deliveries.last(infra.id, 9)).map(({ slot, state }) => `${slot.slice(0, 16)} ${state}`);

  beforeEach(async () => {
    store = await openSqlite(':memory:', quiet);
    platform = fakePlatform();
  });
  afterEach(() => store.close());

  it('posts the debrief at its time, then each story in its thread', async () => {
    await startAt('2026-11-24T07:00:00.000Z');
    const running = await run();
    await passTo(clock, '2026-11-24T07:29:59.000Z', [running]);
    expect(posted()).toEqual([]);
    await passTo(clock, TUESDAY, [running]);
    expect(posted()).toEqual(['2026-11-24 in infra', '2026-11-24 s1', '2026-11-24 s2']);
    expect(platform.messages.map(({ place }) => place.thread?.message ?? null)).toEqual([null, 'm1', 'm1']);
    expect(new Set(platform.messages.map(({ key }) => key)).size).toBe(3);
    const [delivery] = await store.deliveries.last(infra.id, 1);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, reference: { message: 'm1' } });
    expect(await store.deliveries.debrief(delivery?.edition ?? '')).toBe('debrief-2026-11-24');
    await passTo(clock, '2026-11-25T07:30:00.000Z', [running], HOUR / 2);
    expect(posted()).toHaveLength(6);
  });

  it('catches up with a morning that was missed, and says so of the older ones', async () => {
    await startAt('2026-11-19T12:00:00.000Z');
    // Nothing runs on Friday and Monday, and on Tuesday only from ten o'clock on.
    await clock.advanceTo('2026-11-24T09:00:00.000Z');
    const running = await run();
    await passTo(clock, '2026-11-24T09:01:00.000Z', [running]);
    expect(posted()).toEqual(['2026-11-24 in infra', '2026-11-24 s1', '2026-11-24 s2']);
    expect(await states()).toEqual(['2026-11-24T07:30 sent', '2026-11-20T07:30 skipped']);
    const [, skipped] = await store.deliveries.last(infra.id, 9);
    expect(skipped?.reason).toBe('missed: nothing ran at 2026-11-20T07:30:00.000Z and at 1 later times');
    expect((await store.channels.get(infra.id))?.nextDueAt).toBe('2026-11-25T07:30:00.000Z');
  });

  it('lets a morning go that is too late', async () => {
    await startAt('2026-11-24T07:00:00.000Z');
    await clock.advanceTo('2026-11-24T13:31:00.000Z');
    const running = await run();
    await passTo(clock, '2026-11-25T07:30:00.000Z', [running], HOUR / 2);
    expect(await states()).toEqual(['2026-11-25T07:30 sent', '2026-11-24T07:30 skipped']);
    expect(posted()[0]).toBe('2026-11-25 in infra');
  });

  it('posts once a day while the clocks change', async () => {
    for (const [zone, from, to] of [
      ['Europe/Berlin', '2026-10-23T12:00:00.000Z', '2026-10-27T12:00:00.000Z'],
      ['America/New_York', '2026-03-06T18:00:00.000Z', '2026-03-10T18:00:00.000Z'],
    ] as const) {
      platform.messages.length = 0;
      const days = [1, 2, 3, 4, 5, 6, 7];
      await startAt(from, { schedule: { ...weekdays, rules: [{ days, times: ['02:30'] }], zone } });
      const running = await run();
      // In steps of an hour, as a process that was asleep would see it.
      for (let at = Date.parse(from); at <= Date.parse(to); at += HOUR) {
        await clock.advanceTo(new Date(at));
        await running.tick();
        await clock.advance(0);
      }
      const mornings = platform.messages.filter(({ place }) => place.thread === null);
      expect(mornings).toHaveLength(4);
      expect(new Set(mornings.map(({ document }) => document.summary)).size).toBe(4);
    }
  });

  it('composes again later when it could not, and posts then', async () => {
    await startAt(TUESDAY);
    let failures = 2;
    infra = { ...infra, nextDueAt: TUESDAY };
    await store.channels.save(infra);
    const running = await run(async (...given) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the articles could not be read');
      return compose(...given);
    });
    await passTo(clock, '2026-11-24T07:40:00.000Z', [running]);
    expect(posted()).toHaveLength(3);
    expect(await states()).toEqual(['2026-11-24T07:30 sent']);
  });

  describe('when the platform', () => {
    beforeEach(async () => {
      await startAt('2026-11-24T07:29:00.000Z');
    });
    const morning = async (minutes = 10) => {
      const running = await run();
      await passTo(clock, new Date(Date.parse(TUESDAY) + minutes * MINUTE).toISOString(), [running]);
      return running;
    };

    it('gives no answer though the message stands: it is found, and not sent again', async () => {
      platform.twists.push({ result: { kind: 'unknown', reason: 'timed out' }, stands: true });
      await morning();
      expect(posted()).toEqual(['2026-11-24 in infra', '2026-11-24 s1', '2026-11-24 s2']);
      expect(platform.sent).toHaveLength(3);
      expect(await states()).toEqual(['2026-11-24T07:30 sent']);
    });

    it('gives no answer and the message does not stand: it is looked for, then sent', async () => {
      platform.twists.push({ throws: new Error('socket hang up') });
      await morning();
      expect(posted()).toHaveLength(3);
      expect(platform.sent).toHaveLength(4);
    });

    it('cannot tell: it is not sent again by itself, and an admin may have it posted anyway', async () => {
      platform.twists.push({ result: { kind: 'unknown', reason: 'timed out' }, stands: false });
      platform.blind = 'history may not be read';
      const running = await morning(60);
      expect(posted()).toEqual([]);
      expect(platform.sent).toHaveLength(1);
      expect(await states()).toEqual(['2026-11-24T07:30 unknown']);
      expect(platform.notices).toHaveLength(1);
      const [delivery] = await store.deliveries.last(infra.id, 1);
      const edition = delivery?.edition ?? '';
      expect(JSON.stringify(platform.notices[0]?.document)).toContain(`"post-anyway:${edition}"`);

      // However late that is: somebody asked for it.
      await clock.advance(9 * HOUR);
      expect(await running.postAnyway(edition)).toBe(true);
      expect(await running.postAnyway(edition)).toBe(false);
      await clock.advance(MINUTE);
      expect(posted()).toHaveLength(3);
      expect(await states()).toEqual(['2026-11-24T07:30 sent']);
    });

    it('asks to wait: the whole workspace waits as long', async () => {
      await store.channels.save(rescheduled(channel('second'), new Date('2026-11-24T07:29:00.000Z')));
      platform.twists.push({ result: { kind: 'retry', afterMs: 3 * MINUTE, reason: 'rate limited' }, stands: false });
      platform.twists.push({ result: { kind: 'retry', afterMs: 3 * MINUTE, reason: 'rate limited' }, stands: false });
      const running = await morning(0);
      await passTo(clock, '2026-11-24T07:32:59.000Z', [running]);
      expect(posted()).toEqual([]);
      // Both were under way when the first was asked to wait; nothing was tried after that.
      expect(platform.sent).toHaveLength(2);
      await passTo(clock, '2026-11-24T07:34:00.000Z', [running]);
      expect(posted()).toHaveLength(6);
    });

    it('refuses the message: the admins are told once, and it is not tried again', async () => {
      platform.twists.push({ result: { kind: 'refused', lost: false, reason: 'too long' }, stands: false });
      await morning(60);
      expect(posted()).toEqual([]);
      expect(platform.sent).toHaveLength(1);
      expect(await states()).toEqual(['2026-11-24T07:30 refused']);
      expect(platform.notices.map(({ document }) => document.summary)).toEqual([
        'The debrief could not be posted in #infra',
      ]);
    });

    it('refuses a reply: the others come all the same', async () => {
      const running = await run();
      platform.step = async (what) => {
        if (what.startsWith('before post') && what.endsWith('/s1')) {
          platform.twists.push({ result: { kind: 'refused', lost: false, reason: 'no' }, stands: false });
        }
      };
      await passTo(clock, '2026-11-24T07:31:00.000Z', [running]);
      expect(posted()).toEqual(['2026-11-24 in infra', '2026-11-24 s2']);
      expect(await states()).toEqual(['2026-11-24T07:30 sent']);
    });

    it('loses the channel: its editions wait, the admins are told once, and it goes on when the channel is back', async () => {
      platform.closed.add('infra');
      const running = await morning(30);
      await running.channelsLost(infra.workspace, new Map([[infra.address, 'it was archived']]));
      expect(await store.channels.get(infra.id)).toMatchObject({
        state: 'lost',
        note: expect.stringMatching(/invite/),
      });
      expect(platform.sent).toHaveLength(1);
      expect(platform.notices.map(({ document }) => document.summary)).toEqual([
        'Debrief cannot post in #infra any more',
      ]);
      platform.closed.clear();
      await running.channelsBack(infra.workspace, [infra.address]);
      await clock.advance(MINUTE);
      expect(posted()).toHaveLength(3);
      expect((await store.channels.get(infra.id))?.state).toBe('active');
      await passTo(clock, '2026-11-24T08:30:00.000Z', [running]);
      expect(posted()).toHaveLength(3);

      // Lost again, the admins are told again; and what waited too long is not posted any more.
      await running.channelsLost(infra.workspace, new Map([[infra.address, 'it was archived']]));
      expect(platform.notices).toHaveLength(2);
      await passTo(clock, '2026-11-27T07:30:00.000Z', [running], HOUR / 2);
      await running.channelsBack(infra.workspace, [infra.address]);
      await passTo(clock, '2026-11-27T07:40:00.000Z', [running]);
      expect(await states()).toEqual(['2026-11-27T07:30 sent', '2026-11-25T07:30 skipped', '2026-11-24T07:30 sent']);
    });

    it('is not in this process: the edition is left to the one that has it', async () => {
      const other = await process(store, [fakePlatform('other')], clock);
      await passTo(clock, '2026-11-24T07:31:00.000Z', [other]);
      expect((await store.deliveries.last(infra.id, 1))[0]).toMatchObject({ state: 'due', attempts: 0 });
      await morning();
      expect(posted()).toHaveLength(3);
    });
  });

  it('posts out of turn when it is asked to, and the morning as well', async () => {
    await startAt('2026-11-24T06:00:00.000Z');
    const running = await run();
    const edition = await running.postNow(infra.id);
    await clock.advance(0);
    expect(posted()).toHaveLength(3);
    expect((await store.deliveries.get(edition))?.state).toBe('sent');
    await passTo(clock, TUESDAY, [running]);
    expect(posted()).toHaveLength(6);
  });

  it('leaves a paused channel alone', async () => {
    await startAt('2026-11-24T07:00:00.000Z', { state: 'paused', note: 'until the move is over' });
    const running = await run();
    await running.channelsBack(infra.workspace, [infra.address]);
    await passTo(clock, '2026-11-24T08:00:00.000Z', [running]);
    expect(posted()).toEqual([]);
  });

  it('serves many channels of one minute, at most a few at a time, no workspace last', async () => {
    clock = virtualClock(TUESDAY);
    for (const [workspace, count] of [
      ['fake:big', 200],
      ['fake:small', 2],
    ] as const) {
      await store.workspaces.save({ id: workspace, platform: 'fake', name: null });
      for (let n = 0; n < count; n += 1) await store.channels.save(channel(`c${n}`, { workspace, nextDueAt: TUESDAY }));
    }
    let atOnce = 0;
    let most = 0;
    platform.step = async (what) => {
      if (what.startsWith('before post')) most = Math.max(most, ++atOnce);
      await clock.sleep(1_000);
      if (what.startsWith('before post')) atOnce -= 1;
    };
    const running = await run();
    await running.tick();
    await clock.advance(10 * MINUTE);
    const mains = platform.messages.filter(({ place }) => place.thread === null);
    expect(mains).toHaveLength(202);
    expect(most).toBe(64);
    const small = mains.flatMap(({ place }, index) => (place.workspace === 'fake:small' ? [index] : []));
    expect(Math.max(...small)).toBeLessThan(8);
  });
});

describe('two processes on one database', () => {
  let folder: string;
  let stores: readonly Store[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debrief-'));
    stores = await Promise.all([1, 2].map(() => openSqlite(join(folder, 'debrief.sqlite'), quiet)));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true });
  });

  it('tick at the same instant and post once', async () => {
    const clock = virtualClock('2026-11-24T07:29:00.000Z');
    const platform = fakePlatform();
    const [store] = stores;
    await store?.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    for (let n = 0; n < 10; n += 1) await store?.channels.save(channel(`c${n}`, { nextDueAt: TUESDAY }));
    const processes = await Promise.all(stores.map((one) => process(one, [platform], clock)));
    await passTo(clock, '2026-11-24T07:33:00.000Z', processes);
    for (const one of processes) await one.jobs.stop();
    expect(platform.messages).toHaveLength(30);
    expect(new Set(platform.sent).size).toBe(30);
    expect(platform.sent).toHaveLength(30);
  });
});
