import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLateIdentify } from '../../../adapters/discord/late-identify.ts';
import { systemClock } from '../../../src/effects/clock.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import { document, quiet } from '../../samples.ts';
import { listening, until } from './handlers.ts';
import { inTown } from './started.ts';
import { openTown, type Town } from './town.ts';

/** Waits are over at once. */
const hurried: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 10), signal) };

let town: Town;
let platform: Platform;
let told: string[];

beforeEach(async () => {
  town = await openTown();
  told = [];
  const log = {
    ...quiet,
    error(details: Readonly<Record<string, unknown>>, message: string) {
      told.push(`${message}: ${String(details.reason)}`);
    },
  };
  platform = inTown(town, { clock: hurried, log });
});
afterEach(async () => {
  await platform.stop();
  await town.close();
});

const post = (key: string) =>
  platform.post(
    { workspace: `discord:${town.guild}`, channel: town.channels.general, thread: null },
    document('The day'),
    key,
  );
const refused = { status: 401, body: { code: 0, message: '401: Unauthorized' } };

describe('the connection to Discord', () => {
  it('outlives a single refusal: the post waits, and the next one goes out', async () => {
    await platform.start(listening());
    town.twists.push({ matches: ({ path }) => path.endsWith('/messages'), ...refused });
    expect(await post('edition-1')).toMatchObject({ kind: 'retry' });
    expect(await post('edition-1')).toMatchObject({ kind: 'sent' });
    await until(() => town.requests.find(({ path }) => path.endsWith('/users/@me')));
    expect(platform.connection()).toMatchObject({ connected: true });
    expect(told).toEqual([]);
  });

  it('says why it is away once Discord takes the token no more, once, and stays away', async () => {
    await platform.start(listening());
    const isAny = (): boolean => true;
    for (let tries = 0; tries < 30; tries += 1) town.twists.push({ matches: isAny, ...refused });
    await post('edition-1');
    expect(await until(() => platform.connection().reason)).toContain('DISCORD_TOKEN');
    expect(platform.connection().connected).toBe(false);
    const asked = town.requests.length;
    await systemClock.sleep(200);
    expect(town.requests.length - asked).toBeLessThan(3);
    expect(told).toHaveLength(1);
  });

  it('comes back when the gateway has closed for good', async () => {
    await platform.start(listening());
    town.connections()[0]?.close(4_004);
    await until(() => told.find((line) => line.includes('DISCORD_TOKEN')));
    await until(() => (platform.connection().connected ? true : null), 900);
    expect(platform.connection().reason).toBeUndefined();
    expect(await post('edition-1')).toMatchObject({ kind: 'sent' });
  });

  it.each([4_013, 4_014])('does not come back by itself where no try can help (%i), and says so once', async (code) => {
    await platform.start(listening());
    town.connections()[0]?.close(code);
    await until(() => (platform.connection().connected ? null : true));
    await systemClock.sleep(100);
    expect(platform.connection()).toMatchObject({ connected: false, reason: expect.stringContaining('intents') });
    expect(town.connections()).toHaveLength(0);
    expect(told).toHaveLength(1);
  });

  it.each([
    [429, { code: 30_034, message: 'Max number of daily application command creates has been reached (200)' }],
    [503, null],
  ])('starts although the commands are refused with %i', async (status, body) => {
    const isPut = ({ method, path }: { method: string; path: string }) =>
      method === 'PUT' && path.endsWith('/commands');
    const headers = { 'retry-after': '86400' };
    for (let tries = 0; tries < 4; tries += 1) town.twists.push({ matches: isPut, status, body, headers });
    await platform.start(listening());
    expect(told.join()).toContain('does not take the commands');
    expect(await post('edition-1')).toMatchObject({ kind: 'sent' });
  });
});

describe('a connection that was let go while discord.js said who it is', () => {
  class WebSocketShard {
    identify(): never {
      throw new Error('WebSocket is not open: readyState 0 (CONNECTING)');
    }
  }
  const thrownBy = (run: () => void): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return null;
  };

  it('does not end the service, as any other error that nobody takes does', () => {
    expect(isLateIdentify(thrownBy(() => new WebSocketShard().identify()))).toBe(true);
    expect(isLateIdentify(new Error('WebSocket is not open: readyState 0 (CONNECTING)'))).toBe(false);
    expect(isLateIdentify(new Error('no such table'))).toBe(false);
    expect(isLateIdentify(undefined)).toBe(false);
  });

  it('is listened for while the service is connected, and no longer', async () => {
    const before = process.listenerCount('unhandledRejection');
    await platform.start(listening());
    expect(process.listenerCount('unhandledRejection')).toBe(before + 1);
    await platform.stop();
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });
});
