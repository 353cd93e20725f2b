import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/serve.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { readingHere } from '../reading-here.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const AT = '2026-11-24T08:00:00.000Z';

describe('a platform that one process may be connected to at a time', () => {
  let app: App;
  let services: Service[];
  const clock = virtualClock(AT);
  beforeEach(async () => {
    services = [];
    app = await openApp({
      config: readConfig({}),
      clock,
      log: quiet,
      random: () => 0.5,
      database: ':memory:',
      reader: readingHere,
    });
  });
  afterEach(async () => {
    for (const service of services) await service.stop();
    await app.close();
  });

  /** A process over the same store; whether it is connected. */
  const begin = async (holder: string) => {
    const platform = fakePlatform();
    const service = await startService(
      { ...app, platforms: [], holding: { leases: app.store.leases, holder, clock } },
      { platforms: [platform], show: null, alone: ['fake'], schedule: () => ({ stop: async () => {} }) },
    );
    services.push(service);
    await clock.advance(0);
    return { service, isConnected: () => platform.handlers() !== null };
  };
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 15) await clock.advance(15_000);
  };

  it('has one, and the next as soon as that one ends', async () => {
    const [one, two] = [await begin('one'), await begin('two')];
    await pass(600);
    expect([one.isConnected(), two.isConnected()]).toEqual([true, false]);
    await one.service.stop();
    await pass(15);
    expect(two.isConnected()).toBe(true);
  });

  it('has another a minute after the one that had it died', async () => {
    await app.store.leases.take('connection:fake', 'dead', clock.now(), 60_000);
    const one = await begin('one');
    await pass(45);
    expect(one.isConnected()).toBe(false);
    await pass(30);
    expect(one.isConnected()).toBe(true);
  });

  it('ends a process that was held up so long that another has it', async () => {
    const one = await begin('one');
    await app.store.leases.release('connection:fake', 'one');
    await app.store.leases.take('connection:fake', 'another', clock.now(), 60_000);
    const failed = expect(one.service.failed).rejects.toThrow(/another process is connected to fake by now/);
    await pass(15);
    await failed;
  });
});
