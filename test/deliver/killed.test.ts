import { describe, expect, it } from 'vitest';
import type { DeliverDeps } from '../../src/deliver/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { channel, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';
import { compose, MINUTE, passTo, process } from './world.ts';

const SLOT = '2026-11-24T07:30:00.000Z';

/** A process that stops for good at its nth effect: `before` it is done, or `after`, when nobody hears of it any more. */
type Death = { readonly at: number; readonly when: 'before' | 'after' };

/** Counts every call of these methods; from its death on nothing answers, as in a process that is not there any more. */
function mortal<T extends object>(port: T, life: { effects: number; readonly death: Death | null }): T {
  const never = () => new Promise<never>(() => {});
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        const { death } = life;
        life.effects += 1;
        const mine = life.effects;
        if (death !== null && (mine > death.at || (mine === death.at && death.when === 'before'))) return never();
        const result: unknown = await Reflect.apply(member, target, given);
        return death !== null && mine === death.at ? never() : result;
      };
    },
  });
}

describe('a process that is killed while it delivers', () => {
  let store: Store;
  let platform: FakePlatform;
  const afresh = async (blind: string | null) => {
    store = await openSqlite(':memory:', quiet);
    platform = fakePlatform();
    platform.blind = blind;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await store.channels.save(channel('infra', { nextDueAt: SLOT }));
  };

  /** One morning in which the first process may die, and a second takes over ten minutes later. Answers its effects. */
  const morning = async (death: Death | null): Promise<number> => {
    const clock = virtualClock(SLOT);
    const life = { effects: 0, death };
    const bound: DeliverDeps['store'] = {
      channels: mortal(store.channels, life),
      deliveries: mortal(store.deliveries, life),
      notes: mortal(store.notes, life),
    };
    const first = await process(bound, [mortal(platform, life)], clock, compose);
    void first.tick();
    await clock.advance(MINUTE);
    const second = await process(store, [platform], clock, compose);
    await passTo(clock, '2026-11-24T07:50:00.000Z', [second]);
    return life.effects;
  };

  const posted = () => platform.messages.map(({ document }) => document.summary);
  /** Each death in turn, and what it left. */
  const everyDeath = async (blind: string | null, look: (death: string) => Promise<void>) => {
    await afresh(blind);
    const effects = await morning(null);
    expect(posted()).toHaveLength(3);
    expect(effects).toBeGreaterThan(12);
    await store.close();
    for (let at = 1; at <= effects; at += 1) {
      for (const when of ['before', 'after'] as const) {
        await afresh(blind);
        await morning({ at, when });
        await look(`killed ${when} effect ${at} of ${effects}`);
        await store.close();
      }
    }
  };

  it('loses nothing and doubles nothing, whenever that is', async () => {
    await everyDeath(null, async (death) => {
      expect(posted().toSorted(), death).toEqual(['2026-11-24 in infra', '2026-11-24 s1', '2026-11-24 s2']);
      expect(
        (await store.deliveries.last('fake:acme:infra', 9)).map(({ state }) => state),
        death,
      ).toEqual(['sent']);
    });
  }, 60_000);

  it('doubles nothing where the platform cannot tell what stands, and asks an admin instead', async () => {
    let asked = 0;
    await everyDeath('history may not be read', async (death) => {
      expect(new Set(posted()).size, death).toBe(posted().length);
      const [delivery] = await store.deliveries.last('fake:acme:infra', 9);
      const unknown = delivery?.state === 'unknown';
      if (unknown) asked += 1;
      else expect(posted()[0], death).toBe('2026-11-24 in infra');
      expect(platform.notices, death).toHaveLength(unknown ? 1 : 0);
    });
    expect(asked).toBeGreaterThan(0);
  }, 60_000);
});
