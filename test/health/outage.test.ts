import { describe, expect, it } from 'vitest';
import { afterRound, NO_OUTAGE, type Outage } from '../../src/health/outage.ts';
import { createWatch } from '../../src/health/watch.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { feed, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const AT = new Date('2026-11-24T08:10:00.000Z');
const unreached = (...feeds: string[]) => feeds.map((name) => ({ feed: name, kind: 'dns' }));

describe('an outage', () => {
  it('is one once three feeds in a row reached nobody, and ends with the first answer, be it a fault', () => {
    const one = afterRound(NO_OUTAGE, { feeds: 2, failed: unreached('a', 'b') }, 40, AT);
    expect(one.change).toBeNull();
    const two = afterRound(one.outage, { feeds: 1, failed: unreached('c') }, 40, new Date('2026-11-24T08:15:00.000Z'));
    expect(two.change).toEqual({ kind: 'began', since: AT.toISOString() });
    const three = afterRound(two.outage, { feeds: 1, failed: unreached('d') }, 40, AT);
    expect(three.change).toBeNull();
    const end = afterRound(three.outage, { feeds: 2, failed: [{ feed: 'a', kind: 'http 500' }] }, 40, AT);
    expect(end).toEqual({ outage: NO_OUTAGE, change: { kind: 'ended', since: AT.toISOString() } });
  });

  it('is none where some feeds are away and others answer, or nothing was asked', () => {
    let outage: Outage = NO_OUTAGE;
    for (const round of [
      { feeds: 9, failed: unreached('a', 'b', 'c', 'd') },
      { feeds: 0, failed: [] },
      { feeds: 4, failed: unreached('a', 'b', 'c') },
    ])
      outage = afterRound(outage, round, 40, AT).outage;
    expect(outage).toEqual(NO_OUTAGE);
  });

  it('is told to the admins once, and its end once, as are a day without news and one on which articles are left', async () => {
    const store = await openSqlite(':memory:', quiet);
    const clock = virtualClock(AT);
    for (const name of ['a', 'b', 'c', 'd']) await store.feeds.save(feed(name), AT);
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    const told = new Map<string, string>();
    const keys: string[] = [];
    const begin = () =>
      createWatch({
        store,
        clock,
        log: quiet,
        async tell(workspace, key, { summary }) {
          keys.push(key);
          told.set(`${workspace}:${key}`, summary);
        },
      });
    let watch = begin();
    const fine = { feeds: 4, failed: [], articles: 0, left: 0 };
    const away = { ...fine, failed: unreached('a', 'b', 'c', 'd') };
    await watch.after({ ...fine, articles: 3 });
    await clock.advanceTo('2026-11-24T08:20:00.000Z');
    for (let round = 0; round < 5; round += 1) await watch.after(away);
    await clock.advanceTo('2026-11-24T09:40:00.000Z');
    // A process that begins meanwhile, or takes over, goes on with the same outage.
    watch = begin();
    await watch.after(away);
    expect(await watch.outageSince()).toBe('2026-11-24T08:20:00.000Z');
    await watch.after(fine);
    expect(await watch.outageSince()).toBeNull();
    await clock.advanceTo('2026-11-25T08:30:00.000Z');
    for (let round = 0; round < 3; round += 1) await watch.after(fine);
    for (let round = 0; round < 2; round += 1) await watch.after({ ...fine, articles: 1, left: 2 });
    await store.close();
    expect(keys.filter((key) => !key.startsWith('no-news'))).toEqual([
      'outage:2026-11-24T08:20:00.000Z',
      'outage-end:2026-11-24T08:20:00.000Z',
      'left:2026-11-25',
      'left:2026-11-25',
    ]);
    expect([...told.values()]).toEqual([
      'Nothing can be reached from here since 2026-11-24 08:20 UTC',
      'Feeds can be reached again',
      'No news since 2026-11-24 08:10 UTC',
      '2 articles were left unread, by a fault of Debrief',
    ]);
  });
});
