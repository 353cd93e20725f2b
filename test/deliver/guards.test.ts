import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rescheduled } from '../../src/deliver/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { channel, quiet, weekdays } from '../samples.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { compose, HOUR, MINUTE, passTo, process } from './world.ts';

const BEFORE = new Date('2026-11-24T07:29:00.000Z');
const at = (time: string) => `2026-11-24T${time}.000Z`;

describe('what holds a delivery back', () => {
  let store: Store;
  let platform: FakePlatform;
  let clock: VirtualClock;
  const run = (how = compose) => process(store, [platform], clock, how);
  const add = (name: string, time = '08:30') =>
    store.channels.save(
      rescheduled(channel(name, { schedule: { ...weekdays, rules: [{ days: [2], times: [time] }] } }), BEFORE),
    );
  const posted = () => platform.messages.map(({ document }) => document.summary);
  const state = async () => (await store.deliveries.last('fake:acme:infra', 1))[0]?.state;

  beforeEach(async () => {
    store = await openSqlite(':memory:', quiet);
    platform = fakePlatform();
    clock = virtualClock(BEFORE);
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await add('infra');
  });
  afterEach(() => store.close());

  it('an edition that could not be composed for six hours is let go, and the admins are told once', async () => {
    const running = await run(async (...given) => {
      if (clock.now() < new Date(at('13:35:00'))) throw new Error('the articles could not be read');
      return compose(...given);
    });
    await passTo(clock, at('16:00:00'), [running], HOUR / 6);
    expect(posted()).toEqual([]);
    expect(await state()).toBe('skipped');
    expect(platform.notices).toHaveLength(1);
  });

  it('what cannot be composed is tried again later each time, up to a quarter of an hour', async () => {
    const tries: number[] = [];
    const running = await run(async () => {
      tries.push(clock.now().getTime() / MINUTE);
      throw new Error('the articles could not be read');
    });
    await passTo(clock, at('09:00:00'), [running]);
    const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(0.5);
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBeCloseTo(15, 0);
  });

  it('a platform that asked to wait is left alone by what comes due in its workspace meanwhile', async () => {
    await add('second', '08:31');
    platform.twists.push({ result: { kind: 'retry', afterMs: 3 * MINUTE, reason: 'rate limited' }, stands: false });
    const running = await run();
    await passTo(clock, at('07:32:59'), [running]);
    expect(platform.sent).toHaveLength(1);
    await passTo(clock, at('07:34:00'), [running]);
    expect(posted().filter((summary) => summary.includes(' in '))).toHaveLength(2);
  });

  it('a reply that was told to wait holds the workspace as a debrief does, and one told so of its channel alone does not', async () => {
    await add('second', '08:31');
    const twistFirstReply = (scope?: 'channel') => {
      let isFirst = true;
      platform.step = async (what) => {
        if (!isFirst || !what.startsWith('before post') || !what.endsWith('/s1')) return;
        isFirst = false;
        const result = { kind: 'retry', afterMs: 3 * MINUTE, reason: 'rate limited', ...(scope && { scope }) } as const;
        platform.twists.push({ result, stands: false });
      };
    };
    const editions = () => posted().filter((summary) => summary.includes(' in '));
    twistFirstReply();
    const running = await run();
    await passTo(clock, at('07:32:30'), [running]);
    expect(editions()).toEqual(['2026-11-24 in infra']);
    await passTo(clock, at('07:35:00'), [running]);
    expect(editions()).toEqual(['2026-11-24 in infra', '2026-11-24 in second']);
    twistFirstReply('channel');
    await passTo(clock, '2026-12-01T07:32:30.000Z', [running], HOUR);
    expect(editions().slice(2)).toEqual(['2026-12-01 in infra', '2026-12-01 in second']);
  });

  it('a reply that is to wait is not sent before', async () => {
    platform.step = async (what) => {
      if (what.startsWith('before post') && what.endsWith('/s1') && clock.now() < new Date(at('07:33:00')))
        platform.twists.push({ result: { kind: 'retry', afterMs: 3 * MINUTE, reason: 'rate limited' }, stands: false });
    };
    const running = await run();
    await passTo(clock, at('07:32:59'), [running]);
    expect(platform.sent).toHaveLength(2);
    await passTo(clock, at('07:34:00'), [running]);
    expect(posted()).toEqual(['2026-11-24 in infra', '2026-11-24 s1', '2026-11-24 s2']);
  });

  it('replies that are six hours late are let go: the debrief itself stands', async () => {
    let isFirst = true;
    platform.step = async (what) => {
      if (!isFirst || !what.startsWith('before post') || !what.endsWith('/s1')) return;
      isFirst = false;
      platform.twists.push({ result: { kind: 'retry', afterMs: 7 * HOUR, reason: 'rate limited' }, stands: false });
    };
    const running = await run();
    await passTo(clock, at('15:30:00'), [running], HOUR / 6);
    expect(posted()).toEqual(['2026-11-24 in infra']);
    expect(await state()).toBe('sent');
  });

  it('a reply whose channel is gone is the last that is tried', async () => {
    platform.step = async (what) => {
      if (what.startsWith('before post') && what.endsWith('/s1'))
        platform.twists.push({ result: { kind: 'refused', lost: true, reason: 'archived' }, stands: false });
    };
    const running = await run();
    await passTo(clock, at('07:32:00'), [running]);
    expect(platform.sent).toHaveLength(2);
    expect(await state()).toBe('sent');
  });

  it('a request whose answer was lost has half a minute to arrive before it is looked for', async () => {
    const looks: number[] = [];
    platform.twists.push({ result: { kind: 'unknown', reason: 'timed out' }, stands: true });
    platform.step = async (what) => {
      if (what.startsWith('before find')) looks.push(clock.now().getTime() - Date.parse(at('07:30:00')));
    };
    const running = await run();
    await passTo(clock, at('07:33:00'), [running]);
    expect(looks[0]).toBeGreaterThanOrEqual(30_000);
    expect(posted()).toHaveLength(3);
  });
});
