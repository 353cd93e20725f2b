import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { run } from '../morning/service.ts';

describe('a platform that is configured wrong', () => {
  it('ends with its reason, and nothing else with it', async () => {
    const [wrong, there] = [fakePlatform('other'), fakePlatform('fake')];
    wrong.start = async () => {
      throw new UsageError(['OTHER_TOKEN: it lacks a scope: make another']);
    };
    const running = await run({
      at: '2026-11-24T07:20:00.000Z',
      platform: wrong,
      others: [there],
      allowHosts: [],
      feeds: [],
    });
    const ended: unknown[] = [];
    running.service.failed.catch((error: unknown) => ended.push(error));
    await running.clock.advance(60_000);
    expect(running.app.platforms.map(({ name }) => name)).toEqual(['fake']);
    expect((await running.service.ready()).parts).toMatchObject({
      other: { words: expect.stringContaining('OTHER_TOKEN: it lacks a scope: make another') },
      gather: { ok: true },
    });
    expect(ended).toEqual([]);
    await running.close();
  });
});
