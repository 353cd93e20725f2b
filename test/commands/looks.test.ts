import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Context } from '../../src/ports/platform.ts';
import { article } from '../samples.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import { ada, DAY, type Desk, MINUTE, openDesk } from './desk.ts';

const bob: Context = { ...ada, user: { id: 'bob', name: 'Bob' } };

const lease = article(
  'lease',
  'Oslund Cloud has leased a data centre with 64 megawatts of capacity in Aldmoor, its landlord said on Tuesday.',
  { title: 'Oslund leases in Aldmoor' },
);
const supply = article(
  'supply',
  'Tallow Energy will supply 2.4 gigawatts of electricity to the data centres of Corrie Data for $9 billion, both said.',
  { title: 'Tallow supplies Corrie', published: '2026-11-24T12:05:00.000Z', url: 'https://news.example/supply' },
);

describe('what somebody looks at', () => {
  let app: App;
  let clock: VirtualClock;
  let desk: Desk;
  const say: Desk['say'] = (line, context) => desk.say(line, context);
  beforeEach(async () => {
    desk = await openDesk();
    ({ app, clock } = desk);
    await desk.bring([lease]);
  });
  afterEach(() => app.close());

  it('stays what it was, whatever has come in since, until they ask for the latest', async () => {
    expect(await say('latest')).toContain('64 megawatts');
    await clock.advance(10 * MINUTE);
    await desk.bring([supply]);
    for (const line of ['story 1', 'receipt 1', 'why 1', 'why']) {
      const text = await say(line);
      expect(text, line).not.toMatch(/Tallow|2\.4 gigawatts/);
      if (line !== 'why') expect(text, line).toMatch(/Oslund|Aldmoor/);
    }
    expect(await say('report 64 megawatts')).toContain('hidden here');
    expect(await say('story 1')).not.toContain('64 megawatts');
    // Somebody else looks now, and sees what there is now; the first reader's numbers are as they were.
    expect(await say('latest', bob)).toContain('2.4 gigawatts');
    expect(await say('receipt 1', bob)).toContain('Tallow');
    expect(await say('receipt 1')).not.toContain('Tallow');
    expect(await say('latest')).toContain('2.4 gigawatts');
    expect(await say('receipt 1')).toContain('Tallow');
  });

  it('is the preview, once that was shown', async () => {
    await say('latest');
    await clock.advance(10 * MINUTE);
    await desk.bring([supply]);
    expect(await say('preview')).toContain('2.4 gigawatts');
    expect(await say('receipt 1')).toContain('Tallow');
  });

  it('gives way to what is posted later, and is forgotten in the end', async () => {
    await say('latest');
    await clock.advance(10 * MINUTE);
    await desk.bring([supply]);
    const { pipeline, store } = app;
    await pipeline.compose(await pipeline.choiceOf('fake:acme', null), clock.now(), 'edition');
    expect(await say('receipt 1')).toContain('Tallow');

    const looks = async () => (await store.looks.since('fake:acme', new Date(0))).length;
    expect(await looks()).toBe(2);
    const [first = ''] = await store.looks.since('fake:acme', new Date(0));
    await store.prune(new Date(clock.now().getTime() + 13 * DAY));
    expect(await looks()).toBe(2);
    await store.prune(new Date(clock.now().getTime() + 15 * DAY));
    expect(await looks()).toBe(0);
    const kept = await store.debriefs.get(first);
    expect(kept === null || kept.purpose === 'edition').toBe(true);
  });
});
