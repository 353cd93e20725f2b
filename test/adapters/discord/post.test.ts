import { SnowflakeUtil } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block, Document, Series } from '../../../src/model.ts';
import type { Place, Platform } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';
import { listening } from './handlers.ts';
import { SKIPPED } from './openapi.ts';
import { wordsOf } from './shown.ts';
import { inTown } from './started.ts';
import { openTown, type Sent, type Town } from './town.ts';

let town: Town;
let platform: Platform;

beforeEach(async () => {
  town = await openTown();
  platform = inTown(town, { crosspost: [town.channels.news] });
  await platform.start(listening());
});
afterEach(async () => {
  await platform.stop();
  await town.close();
});

const placeOf = (channel: string): Place => ({ workspace: `discord:${town.guild}`, channel, thread: null });
const isPost = ({ method, path }: Sent): boolean => method === 'POST' && path.endsWith('/messages');
const posts = (): Sent[] => town.requests.filter(isPost);
const post = (channel: string, what: Document = document('The day'), key = 'edition-1') =>
  platform.post(placeOf(channel), what, key);

describe('a post in Discord', () => {
  it.skipIf(SKIPPED !== null)(
    `is checked against Discord’s OpenAPI document${SKIPPED === null ? '' : `: skipped, ${SKIPPED}`}`,
    async () => {
      expect((await post(town.channels.general)).kind).toBe('sent');
      expect(town.faults).toEqual([]);
    },
  );

  it('carries a nonce of its key, so that twice the same is one message', async () => {
    const first = await post(town.channels.general);
    expect(await post(town.channels.general)).toEqual(first);
    const [one, two] = posts();
    expect(one?.body).toMatchObject({ enforce_nonce: true, nonce: two?.body?.nonce });
    expect(String(one?.body?.nonce)).toHaveLength(25);
    expect(await town.messages(town.channels.general)).toHaveLength(1);
  });

  it('calls a role below what it says, and nobody else, and is found by its key all the same', async () => {
    const place = { ...placeOf(town.channels.general), calls: '4242' };
    await platform.post(place, document('The day for @everyone'), 'edition-1');
    expect(posts()[0]?.body?.allowed_mentions).toEqual({ parse: [], roles: ['4242'] });
    expect(wordsOf(posts()[0]?.body)).toContain('<@&4242>');
    expect((await platform.find(place, 'edition-1')).kind).toBe('found');
    expect(town.faults).toEqual([]);
  });

  describe('that is looked for', () => {
    const HOUR = 3_600_000;
    const isLook = ({ method, path }: Sent): boolean => method === 'GET' && /\/messages\b/.test(path);
    /** A page of a hundred messages of others, of so many hours ago. */
    const others = (hours: number) =>
      town.twists.push({
        matches: isLook,
        status: 200,
        body: Array.from({ length: 100 }, (_, at) => ({
          id: String(SnowflakeUtil.generate({ timestamp: Date.now() - hours * HOUR, increment: BigInt(100 - at) })),
        })),
      });

    it('is found below a hundred messages that came since', async () => {
      await post(town.channels.general);
      others(0);
      expect((await platform.find(placeOf(town.channels.general), 'edition-1')).kind).toBe('found');
      expect(town.requests.filter(isLook)).toHaveLength(2);
    });

    it('is not there where it does not stand among the messages of a day', async () => {
      others(30);
      expect((await platform.find(placeOf(town.channels.general), 'edition-1')).kind).toBe('absent');
      expect(town.requests.filter(isLook)).toHaveLength(1);
    });

    it('is not known of where three hundred messages are all of today', async () => {
      for (const hours of [1, 2, 3]) others(hours);
      expect((await platform.find(placeOf(town.channels.general), 'edition-1')).kind).toBe('unknown');
    });
  });

  it('waits out a short rate limit, and hands a long one back', async () => {
    const limited = (seconds: number) => ({
      matches: isPost,
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
      headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
    });
    town.twists.push(limited(0.05));
    expect((await post(town.channels.general)).kind).toBe('sent');
    town.twists.push(limited(90));
    const result = await post(town.channels.general, document('Later'), 'edition-2');
    expect(result.kind).toBe('retry');
    if (result.kind === 'retry') expect(result.afterMs).toBeGreaterThan(60_000);
  });

  it('goes on in nine channels while a tenth has to wait an hour', async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `9900000000000000${n}0`);
    const [slow = '', ...free] = ids;
    for (const id of ids) await town.twin.prisma.channel.create({ data: { id, type: 0, name: `team-${id}` } });
    town.twists.push({
      matches: ({ method, path }) => method === 'POST' && path.includes(slow),
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 3_600, global: false },
      headers: { 'retry-after': '3600', 'x-ratelimit-scope': 'user' },
    });
    const results = await Promise.all(ids.map((id) => post(id)));
    expect(results[0]).toMatchObject({ kind: 'retry', scope: 'channel' });
    expect(results.slice(1).map(({ kind }) => kind)).toEqual(free.map(() => 'sent'));
  });

  it('waits where Discord’s network holds requests back, and is the same message at the next try', async () => {
    const held = { status: 403, body: { code: 40_333, message: 'internal network error' } };
    town.twists.push({ matches: isPost, ...held });
    expect(await post(town.channels.general)).toMatchObject({ kind: 'retry' });
    const sent = await post(town.channels.general);
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    // Its stories wait too, rather than go where nobody looks for them.
    const reply = () =>
      platform.post({ ...placeOf(town.channels.general), thread: sent.reference }, document('A story'), 'edition-1/s1');
    town.twists.push({ matches: ({ method, path }) => method === 'POST' && path.endsWith('/threads'), ...held });
    expect(await reply()).toMatchObject({ kind: 'retry' });
    expect(await reply()).toMatchObject({ kind: 'sent' });
    expect(await town.messages(town.channels.general)).toHaveLength(2);
  });

  it('stands once although Discord failed after it was taken', async () => {
    town.twists.push({ matches: isPost, status: 502, passed: true });
    expect((await post(town.channels.general)).kind).toBe('sent');
    expect(await town.messages(town.channels.general)).toHaveLength(1);
  });

  it('is unknown where no answer comes at all, and is found by its key', async () => {
    for (let tries = 0; tries < 4; tries += 1) town.twists.push({ matches: isPost, status: 503, passed: true });
    expect((await post(town.channels.general)).kind).toBe('unknown');
    expect((await platform.find(placeOf(town.channels.general), 'edition-1')).kind).toBe('found');
    expect((await platform.find(placeOf(town.channels.general), 'edition-2')).kind).toBe('absent');
  });

  it('is found by its key after it was changed, and in a thread', async () => {
    const sent = await post(town.channels.general);
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    const place = placeOf(town.channels.general);
    await platform.update(place, sent.reference, document('Corrected'));
    expect((await platform.find(place, 'edition-1')).kind).toBe('found');
    const thread = { ...place, thread: sent.reference };
    await platform.post(thread, document('A story'), 'edition-1/s1');
    expect((await platform.find(thread, 'edition-1/s1')).kind).toBe('found');
  });

  it('says what to do where the bot may not post', async () => {
    const result = await post(town.channels.closed);
    expect(result).toMatchObject({ kind: 'refused', lost: true, reason: expect.stringContaining('Send Messages') });
  });

  it('falls back to an embed where Discord does not take the components', async () => {
    town.twists.push({ matches: isPost, status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect((await post(town.channels.general)).kind).toBe('sent');
    expect(JSON.stringify(posts().at(-1)?.body?.embeds)).toContain('The day');
  });

  it('brings its chart as a picture with alt text', async () => {
    const series: Series = {
      title: 'H200 rental',
      alt: 'Fell from $2.05 to $1.90 in November',
      unit: 'USD per hour',
      points: [
        { at: '2026-11-03', low: 2.05, high: 2.05, label: '$2.05', forecast: false },
        { at: '2026-11-24', low: 1.9, high: 1.9, label: '$1.90', forecast: false },
      ],
    };
    const blocks: Block[] = [{ kind: 'chart', series }];
    expect((await post(town.channels.general, { summary: 's', blocks, thread: [] })).kind).toBe('sent');
    const [sent] = posts();
    expect(sent?.files['chart-1.png']?.length).toBeGreaterThan(1_000);
    expect(JSON.stringify(sent?.body)).toContain('"description":"Fell from $2.05 to $1.90 in November"');
  });
});

describe('the kinds of channels', () => {
  it('a forum gets a post of its own, with replies below it', async () => {
    const day: Document = {
      summary: 's',
      blocks: [
        { kind: 'heading', level: 1, text: 'AI infrastructure · Tuesday 24 November' },
        { kind: 'paragraph', content: [{ kind: 'text', text: 'The day' }] },
      ],
      thread: [],
    };
    const sent = await post(town.channels.forum, day);
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    const made = town.requests.find(({ path }) => path.endsWith(`/channels/${town.channels.forum}/threads`));
    expect(made?.body?.name).toBe('AI infrastructure · Tuesday 24 November');
    const reply = { ...placeOf(town.channels.forum), thread: sent.reference };
    expect((await platform.post(reply, document('A story'), 'edition-1/s1')).kind).toBe('sent');
    const texts = (await town.messages(town.channels.forum)).map(({ components }) => wordsOf(components));
    expect(texts.some((text) => text.includes('The day'))).toBe(true);
    expect(texts.some((text) => text.includes('A story'))).toBe(true);
    expect((await platform.find(placeOf(town.channels.forum), 'edition-1')).kind).toBe('found');
  });

  it('an announcement goes to the servers that follow it only where that was asked for', async () => {
    await post(town.channels.news);
    expect(town.requests.filter(({ path }) => path.endsWith('/crosspost'))).toHaveLength(1);
    await post(town.channels.general);
    expect(town.requests.filter(({ path }) => path.endsWith('/crosspost'))).toHaveLength(1);
  });

  it('a channel of another server cannot be chosen', async () => {
    expect(
      await platform.missing({ ...placeOf(town.channels.general), workspace: 'discord:1000000000000000007' }),
    ).not.toEqual([]);
  });
});
