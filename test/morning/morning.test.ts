import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/domain/habits.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { channel } from '../samples.ts';
import { shown } from '../stage.ts';
import { virtualClock } from '../virtual-clock.ts';
import { LEASE, SUPPLY, startPress } from './press.ts';
import { type Running, type RunOptions, run } from './service.ts';

const releases: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

const NIGHT = '2026-11-24T05:10:00.000Z';
/** 08:30 in Berlin. */
const SLOT = '2026-11-24T07:30:00.000Z';

async function press() {
  const started = await startPress();
  releases.push(started.close);
  started.publish('stavern-post', [SUPPLY]);
  started.publish('aldmoor-gazette', [LEASE]);
  return started;
}

async function start(options: RunOptions): Promise<Running> {
  const running = await run(options);
  releases.push(running.close);
  return running;
}

async function subscribe({ app }: Running, address: string): Promise<void> {
  const { store } = app;
  await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
  await store.channels.save(channel(address, { nextDueAt: SLOT, choice: DEFAULT_CHOICE }));
}

/** Metrics whose names or help are not as https://prometheus.io/docs/practices/naming/ has them: base units, counters that say so. */
function namedOtherwise(metrics: string): readonly string[] {
  const help = new Map(
    Array.from(metrics.matchAll(/^# HELP (\S+) (.*)$/gm), ([, name = '', words = '']) => [name, words]),
  );
  const own = Array.from(metrics.matchAll(/^# TYPE (debrief_\S+) (\w+)$/gm), ([, name = '', kind = '']) => ({
    name,
    kind,
  }));
  return own.flatMap(({ name, kind }) => {
    const isNamed = /^[a-z]+(?:_[a-z]+)*$/.test(name) && !/_(?:ms|milliseconds|minutes|kb|mb|percent)\b/.test(name);
    const saysKind = name.endsWith('_total') === (kind === 'counter');
    const saysUnit = kind !== 'histogram' || name.endsWith('_seconds');
    return isNamed && saysKind && saysUnit && (help.get(name) ?? '').length > 10 ? [] : [`${name} (${kind})`];
  });
}

describe('a morning', () => {
  it('goes from feeds to a debrief in its channel, once, with a source for what it says', async () => {
    const { origin, host, publish } = await press();
    const platform = fakePlatform();
    const feeds = ['stavern-post', 'aldmoor-gazette'].map((name) => `${origin}/${name}/feed.xml`);
    const running = await start({ at: NIGHT, platform, allowHosts: [host], feeds });
    await subscribe(running, 'infra');
    await running.tick();
    expect(platform.messages).toEqual([]);
    // News that comes out during the night is there by the morning.
    const second = {
      ...SUPPLY,
      path: 'stavern-line',
      title: 'Stavern line to carry 1.1 gigawatts of data centre power',
    };
    publish('stavern-post', [
      {
        ...second,
        at: '2026-11-24T05:40:00Z',
        paragraphs: [
          'The grid operator Norline will build a line of 1.1 gigawatts to the data centres around Stavern by 2029, it said on Tuesday.',
          'It puts the cost at $640 million. “Every month of delay idles a hall full of accelerators,” said Greta Holm, the head of planning at Norline.',
        ],
      },
      SUPPLY,
    ]);
    await running.pass('2026-11-24T07:40:00.000Z', 5);

    const main = platform.messages.filter(({ place }) => place.thread === null);
    expect(main).toHaveLength(1);
    const text = shown(main[0]?.document ?? { summary: '', blocks: [], thread: [] });
    for (const part of ['900 megawatts', '64 megawatts', '1.1 gigawatts']) expect(text).toContain(part);
    for (const path of ['tallow-corrie', 'oslund-lease', 'stavern-line']) {
      expect(JSON.stringify(platform.messages.map(({ document }) => document))).toContain(path);
    }
    expect(new Set(platform.sent).size).toBe(platform.sent.length);
    await running.pass('2026-11-24T09:00:00.000Z', 10);
    expect(platform.messages.filter(({ place }) => place.thread === null)).toHaveLength(1);
    const { ok, parts } = await running.service.ready();
    expect({ ok, parts }).toMatchObject({
      ok: true,
      parts: {
        store: { words: 'can be written' },
        fake: { words: 'connected since 2026-11-24T05:10:00.000Z' },
        gather: { words: 'last round at 2026-11-24T09:00:00.000Z' },
        editions: { words: `last sent for ${SLOT}` },
      },
    });
    const metrics = await running.service.metrics();
    for (const line of [
      'debrief_channels 1',
      'debrief_feeds_answering 2',
      'debrief_editions{state="sent"} 1',
      'debrief_queue_age_seconds 0',
      'debrief_articles_total 3',
      'debrief_platform_connected{platform="fake"} 1',
      'debrief_platform_calls_total{platform="fake",call="post",result="sent"}',
      'debrief_edition_delay_seconds_count{outcome="sent"} 1',
      'debrief_debriefs_total{purpose="edition",writer="extractive"} 1',
      'debrief_stories_total 3',
      `debrief_gather_last_end_timestamp_seconds ${Date.parse('2026-11-24T09:00:00Z') / 1000}`,
    ])
      expect(metrics).toContain(line);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds/m);
    expect(namedOtherwise(metrics)).toEqual([]);
  });

  it('that nothing ran in is caught up when the service starts, from news read first', async () => {
    const { origin, host } = await press();
    const platform = fakePlatform();
    const clock = virtualClock('2026-11-24T09:05:00.000Z');
    const feeds = [`${origin}/stavern-post/feed.xml`];
    const running = await start({ at: SLOT, clock, platform, allowHosts: [host], feeds });
    await subscribe(running, 'infra');
    await running.tick();
    const main = platform.messages.filter(({ place }) => place.thread === null);
    expect(main).toHaveLength(1);
    expect(shown(main[0]?.document ?? { summary: '', blocks: [], thread: [] })).toContain('900 megawatts');
  });

  it('is posted once by two processes on one file', async () => {
    const { origin, host } = await press();
    const folder = await mkdtemp(join(tmpdir(), 'debrief-'));
    releases.push(() => rm(folder, { recursive: true }));
    const platform = fakePlatform();
    const clock = virtualClock(NIGHT);
    const options: RunOptions = {
      at: NIGHT,
      clock,
      platform,
      allowHosts: [host],
      feeds: [`${origin}/stavern-post/feed.xml`, `${origin}/aldmoor-gazette/feed.xml`],
      database: join(folder, 'debrief.sqlite'),
    };
    const first = await start(options);
    const both = [first, await start(options)];
    for (const address of ['infra', 'power', 'money']) await subscribe(first, address);
    await Promise.all(both.map((one) => one.tick()));
    await clock.advanceTo(SLOT);
    for (let minute = 0; minute < 3; minute += 1) {
      await Promise.all(both.map((one) => one.tick()));
      await clock.advance(60_000);
    }
    const main = platform.messages.filter(({ place }) => place.thread === null);
    expect(main.map(({ place }) => place.channel).toSorted()).toEqual(['infra', 'money', 'power']);
    expect(new Set(platform.sent).size).toBe(platform.sent.length);
  });
});
