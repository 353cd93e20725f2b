import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ifHeld, keep, untilHeld } from '../../src/health/hold.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const AT = '2026-11-24T08:00:00.000Z';

describe('what one process does for all', () => {
  let store: Store;
  let clock: ReturnType<typeof virtualClock>;
  const as = (holder: string) => ({ leases: store.leases, holder, clock });
  beforeEach(async () => {
    store = await openSqlite(':memory:', quiet);
    clock = virtualClock(new Date(AT));
  });
  afterEach(() => store.close());

  it('is done by one at a time, however long it takes, and left by the others', async () => {
    const done = Promise.withResolvers<string>();
    const first = ifHeld('round', as('a'), () => done.promise);
    await clock.advanceTo('2026-11-24T08:05:00.000Z');
    expect(await ifHeld('round', as('b'), async () => 'b')).toBeNull();
    done.resolve('a');
    expect(await first).toBe('a');
    expect(await ifHeld('round', as('b'), async () => 'b')).toBe('b');
  });

  it('is given back when it failed', async () => {
    await expect(ifHeld('round', as('a'), () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await ifHeld('round', as('b'), async () => 'b')).toBe('b');
  });

  it('is taken over from who died, and who comes back learns of it', async () => {
    const never = new AbortController();
    await untilHeld('connection', as('a'), never.signal);
    let isTaken = false;
    const waiting = untilHeld('connection', as('b'), never.signal).then(() => {
      isTaken = true;
    });
    await clock.advanceTo('2026-11-24T08:00:59.000Z');
    expect(isTaken).toBe(false);
    await clock.advanceTo('2026-11-24T08:01:15.000Z');
    await waiting;
    const back = keep('connection', as('a'), never.signal);
    await clock.advanceTo('2026-11-24T08:01:31.000Z');
    expect(await back).toBe(true);
  });

  it('is waited for no longer than the process is to run', async () => {
    await untilHeld('connection', as('a'), new AbortController().signal);
    const ending = new AbortController();
    const waiting = untilHeld('connection', as('b'), ending.signal);
    const keeping = keep('connection', as('a'), ending.signal);
    ending.abort();
    await waiting;
    expect(await keeping).toBe(false);
  });
});
