import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpolled } from '../../src/domain/habits.ts';
import type { FeedState } from '../../src/model.ts';
import { dueAgain, dueFeeds } from '../../src/pipeline/due.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { channel, feed, quiet } from '../samples.ts';

const SLOT = '2026-03-03T08:30:00.000Z';
const at = (minutes: number): Date => new Date(Date.parse(SLOT) + minutes * 60_000);

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', quiet);
  await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
});
afterEach(() => store.close());

async function feedDue(name: string, minutes: number, rest: Partial<FeedState> = {}): Promise<void> {
  const { id } = await store.feeds.save(feed(name), at(-60));
  await store.feeds.saveState({ ...unpolled(id, at(-60)), nextPollAt: at(minutes).toISOString(), ...rest });
}
const polled = async (minutes: number): Promise<(string | null)[]> =>
  (await dueFeeds(store, at(minutes), 100)).map(({ feed: { title } }) => title).toSorted();

describe('before an edition', () => {
  beforeEach(async () => {
    await store.channels.save(channel('infra', { nextDueAt: SLOT }));
    await feedDue('due', -1);
    await feedDue('soon', 3);
    await feedDue('later', 20);
    await feedDue('failing', 3, { failures: 2 });
  });

  it('polls what would be due a moment after it', async () => {
    expect(await polled(-4)).toEqual(['due', 'soon']);
  });

  it('hurries nobody long before it, and nobody who failed', async () => {
    expect(await polled(-20)).toEqual([]);
    expect(await polled(4)).toEqual(['due', 'failing', 'soon']);
  });
});

it('polls by the feeds’ habits where no edition comes', async () => {
  await feedDue('soon', 3);
  expect(await polled(-4)).toEqual([]);
  expect(await polled(3)).toEqual(['soon']);
});

it('polls at once, when a clock that was ahead by half a day is right again, what was polled meanwhile', async () => {
  await feedDue('ahead', 12 * 60 + 15, { lastPolledAt: at(12 * 60).toISOString() });
  await feedDue('waiting', 12 * 60 + 15, { lastPolledAt: at(-5).toISOString(), failures: 8 });
  expect(await polled(0)).toEqual([]);
  await dueAgain(store.feeds, at(0), 100);
  expect(await polled(0)).toEqual(['ahead']);
});
