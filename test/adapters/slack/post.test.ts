import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from '../../../adapters/slack/index.ts';
import { createPace } from '../../../adapters/slack/pace.ts';
import type { Document } from '../../../src/model.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Place } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';
import { virtualClock } from '../../virtual-clock.ts';
import { type Acme, openAcme } from './acme.ts';
import { listening } from './handlers.ts';
import { hasty, memoryTurns, overHttp } from './started.ts';

const day: Document = {
  summary: 'Tuesday: Northwind leases 2.4 GW',
  blocks: [
    { kind: 'heading', level: 1, text: 'AI infrastructure · Tuesday 24 November' },
    {
      kind: 'table',
      columns: [{ title: 'Figure', align: 'right' }],
      rows: [[[{ kind: 'text', text: '2.4 GW' }]]],
    },
    { kind: 'actions', actions: [{ kind: 'press', id: 'more:d1', label: 'More' }] },
  ],
  thread: [],
};

describe('posting to Slack', () => {
  let acme: Acme;
  let slack: Slack;
  let place: Place;
  beforeEach(async () => {
    acme = await openAcme();
    slack = overHttp(acme, { clock: hasty });
    await slack.start(listening());
    place = { workspace: `slack:${acme.team}`, channel: acme.channels.infra, thread: null };
  });
  afterEach(async () => {
    await slack.stop();
    await acme.close();
  });

  it('posts with words for notifications, its delivery key, and no previews', async () => {
    const sent = await slack.post(place, day, 'edition-1');
    expect(sent).toMatchObject({ kind: 'sent', reference: { link: expect.stringContaining('/archives/') } });
    expect(acme.called('chat.postMessage')[0]?.body).toMatchObject({
      text: 'Tuesday: Northwind leases 2.4 GW',
      unfurl_links: 'false',
      unfurl_media: 'false',
      link_names: 'false',
      metadata: { event_type: 'debrief_delivery', event_payload: { key: 'edition-1' } },
    });
  });

  it('sends a simpler form where Slack refuses the blocks, rather than nothing', async () => {
    const refused = { body: { ok: false, error: 'invalid_blocks' } };
    acme.twist('chat.postMessage', refused);
    expect((await slack.post(place, day, 'k1')).kind).toBe('sent');
    const [, lean] = acme.called('chat.postMessage');
    expect(JSON.stringify(lean?.body.blocks)).not.toContain('"table"');
    expect(JSON.stringify(lean?.body.blocks)).toContain('2.4 GW');
    acme.twist('chat.postMessage', refused, { body: { ok: false, error: 'msg_blocks_too_long' } });
    expect((await slack.post(place, day, 'k2')).kind).toBe('sent');
    const bare = acme.called('chat.postMessage').at(-1);
    expect(bare?.body.blocks).toBeUndefined();
    expect(bare?.body.text).toBe('AI infrastructure · Tuesday 24 November\n2.4 GW');
  });

  it('sends a table to leaf through as a plain one to a workspace that has no such thing', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => [[{ kind: 'text' as const, text: `${index} GW` }]]);
    const long: Document = {
      summary: 'Figures',
      blocks: [{ kind: 'table', columns: [{ title: 'Figure', align: 'right' }], rows }],
      thread: [],
    };
    acme.twist('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    expect((await slack.post(place, long, 'k1')).kind).toBe('sent');
    const [first, second] = acme.called('chat.postMessage').map(({ body }) => JSON.stringify(body.blocks));
    expect(first).toContain('"data_table"');
    expect(second).toContain('"type":"table"');
    expect(second).toContain('13 GW');
    expect(acme.called('files.getUploadURLExternal')).toEqual([]);
  });

  it('uploads a chart that Slack does not draw, with its trend in words', async () => {
    const trend: Document = {
      summary: 'H200 rental',
      blocks: [
        {
          kind: 'chart',
          series: {
            title: 'H200 rental',
            alt: 'From $2.72 in May to $1.88 in November.',
            unit: 'USD per hour',
            points: [
              { at: '2026-05-02', low: 2.72, high: 2.72, label: '$2.72', forecast: false },
              { at: '2026-11-20', low: 1.88, high: 1.88, label: '$1.88', forecast: false },
            ],
          },
        },
      ],
      thread: [],
    };
    acme.twist('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    const sent = await slack.post(place, trend, 'k');
    expect(sent.kind).toBe('sent');
    expect(acme.called('files.getUploadURLExternal')[0]?.body).toMatchObject({
      filename: 'trend.png',
      alt_txt: 'From $2.72 in May to $1.88 in November.',
    });
    const done = acme.called('files.completeUploadExternal')[0]?.body;
    expect(done).toMatchObject({
      channel_id: place.channel,
      thread_ts: sent.kind === 'sent' ? sent.reference.message : '',
    });
  });

  it('comes again when Slack asks to wait, for as long as it says', async () => {
    acme.twist('chat.postMessage', {
      status: 429,
      headers: { 'retry-after': '42' },
      body: { ok: false, error: 'ratelimited' },
    });
    expect(await slack.post(place, day, 'k')).toMatchObject({ kind: 'retry', afterMs: 42_000 });
    expect(await acme.messages(place.channel)).toEqual([]);
  });

  it('does not know what became of a post whose answer never came, and finds it when it stands there', async () => {
    acme.twist('chat.postMessage', { silent: true, after: true });
    expect((await slack.post(place, day, 'k')).kind).toBe('unknown');
    expect((await slack.find(place, 'k')).kind).toBe('found');
    acme.twist('chat.postMessage', { status: 503, body: {} });
    expect((await slack.post(place, day, 'k2')).kind).toBe('unknown');
    expect((await slack.find(place, 'k2')).kind).toBe('absent');
  });

  it('says why it cannot tell where history may not be read', async () => {
    acme.twist('conversations.history', { body: { ok: false, error: 'missing_scope', needed: 'channels:history' } });
    expect(await slack.find(place, 'k')).toMatchObject({
      kind: 'unknown',
      reason: expect.stringMatching(/scopes channels:history and groups:history .*\/slack\/install\/history/),
    });
  });

  it.each([
    ['is_archived', /unarchive/],
    ['not_in_channel', /\/invite @Debrief/],
    ['token_revoked', /install Debrief again/],
    ['restricted_action', /allow Debrief/],
  ])('gives a channel up on %s and tells what to do', async (error, words) => {
    acme.twist('chat.postMessage', { body: { ok: false, error } });
    expect(await slack.post(place, day, 'k')).toMatchObject({
      kind: 'refused',
      lost: true,
      reason: expect.stringMatching(words),
    });
  });

  it('names the scope that is missing', async () => {
    acme.twist('chat.postMessage', { body: { ok: false, error: 'missing_scope', needed: 'chat:write' } });
    expect(await slack.post(place, day, 'k')).toMatchObject({
      lost: true,
      reason: expect.stringContaining('chat:write'),
    });
  });

  it('does not give a channel up for one message that Slack will not have', async () => {
    acme.twist('chat.postMessage', { body: { ok: false, error: 'no_text' } });
    expect(await slack.post(place, document('x'), 'k')).toMatchObject({ kind: 'refused', lost: false });
  });
});

describe('the pace of posts', () => {
  const start = new Date('2026-11-24T07:30:00.000Z');

  it('is less than one a second in a channel, and a busy one does not hold up the others', async () => {
    const clock = virtualClock(start);
    const pace = createPace(clock, memoryTurns());
    const at: Record<string, number[]> = { infra: [], elsewhere: [] };
    const turns = ['infra', 'infra', 'infra', 'elsewhere'].map(async (channel) => {
      await pace('slack:T1', channel);
      at[channel]?.push(clock.now().getTime() - start.getTime());
    });
    await clock.advance(5_000);
    await Promise.all(turns);
    expect(at).toEqual({ infra: [0, 1_100, 2_200], elsewhere: [750] });
  });

  it('spreads ten thousand channels that are due at one minute, in their order', async () => {
    const waits: number[] = [];
    // It stands still: how long each post waits is when it goes.
    const standing: Clock = { now: () => start, sleep: async (milliseconds) => void waits.push(milliseconds) };
    const pace = createPace(standing, memoryTurns());
    const workspaces = 500;
    for (let index = 0; index < 10_000; index += 1) {
      const before = waits.length;
      await pace(`slack:T${index % workspaces}`, `C${index}`);
      if (waits.length === before) waits.push(0);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    const aSecond = Map.groupBy(waits, (wait) => Math.floor(wait / 1_000));
    // Twenty channels a workspace, four of them a second.
    expect([...aSecond.values()].map(({ length }) => length)).toEqual(Array(5).fill(4 * workspaces));
  });

  it('sends who would wait too long away until their turn', async () => {
    const clock = virtualClock(start);
    const pace = createPace(clock, memoryTurns());
    const waits = Array.from({ length: 62 }, () => pace('slack:T1', 'infra'));
    expect(await waits[61]).toBeGreaterThan(60_000);
  });
});
