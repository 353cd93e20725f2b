import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/effects/clock.ts';
import type { Block, Document } from '../../../src/model.ts';
import type { Reply } from '../../../src/ports/platform.ts';
import { type Acme, openAcme } from './acme.ts';
import { listening, until } from './handlers.ts';
import { event } from './payloads.ts';
import { served } from './served.ts';
import { wordsOf } from './shown.ts';

let acme: Acme;
let open: Awaited<ReturnType<typeof served>>;
/** How long Slack was waited for. */
let waits: number[];
let before: readonly string[];

const said = (text: string): Block => ({
  kind: 'paragraph',
  content: [
    { kind: 'text', text: `${text} ` },
    { kind: 'receipt', n: 1, href: 'https://news.example/1' },
  ],
});
const FIRST = said('Helio leases 2.4 gigawatts, *not* <three>.');
const SECOND = said('The lease runs until 2041.');
const SOURCES: Block = {
  kind: 'list',
  ordered: false,
  items: [[{ kind: 'link', text: 'Helio leases a campus', href: 'https://news.example/1' }]],
};
const WHOLE: Document = { summary: 'Helio leases 2.4 gigawatts.', blocks: [FIRST, SECOND, SOURCES], thread: [] };
const WORDS = [
  'Helio leases 2.4 gigawatts, *not* <three>. [1]',
  'The lease runs until 2041. [1]',
  'Helio leases a campus',
];

/** A model that settles a line, then another, and ends when it is told to. */
let ends: PromiseWithResolvers<Reply>;
const reply = (document: Document, ok = true): Reply => ({ document, audience: ok ? 'channel' : 'asker', ok });

beforeAll(async () => {
  acme = await openAcme();
  const handlers = listening({
    async talk(context) {
      context.settled?.([FIRST]);
      await until(() => acme.called('chat.startStream').length > before.length);
      context.settled?.([FIRST, SECOND]);
      return ends.promise;
    },
  });
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  open = await served(acme, handlers, { clock: { now: systemClock.now, sleep } });
});
afterAll(async () => {
  await open.close();
  await acme.close();
});
beforeEach(() => {
  waits = [];
  ends = Promise.withResolvers();
  before = acme.called('chat.startStream').map(({ method }) => method);
});

const ask = async (team?: string): Promise<string> => {
  const { ts } = await acme.call('chat.postMessage', { channel: acme.channels.infra, text: 'x' });
  const mention = { type: 'app_mention', user: acme.users.bob, channel: acme.channels.infra, ts };
  await open.notify(event(acme, { ...mention, text: `<@${acme.users.debrief}> what does Helio lease?`, team }));
  return String(ts);
};
const Replies = z.object({ messages: z.array(z.object({ ts: z.string(), blocks: z.array(z.unknown()).optional() })) });
/** What stands below a question, message by message, in lines. */
const below = async (thread: string): Promise<readonly (readonly string[])[]> => {
  const replies = await acme.call('conversations.replies', { channel: acme.channels.infra, ts: thread });
  return Replies.parse(replies)
    .messages.filter(({ ts }) => ts !== thread)
    .map(({ blocks = [] }) =>
      wordsOf(blocks)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
};
const stands = (thread: string, ...messages: readonly (readonly string[])[]): Promise<true> =>
  until(async () => JSON.stringify(await below(thread)) === JSON.stringify(messages));
const last = (method: string) => acme.called(method).at(-1)?.body;

const SLOW = { status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } };

describe('an answer that a model writes', () => {
  it('stands in the thread line by line, each once it is settled, and ends as the one message it would have been', async () => {
    const thread = await ask('T_PARTNER');
    await stands(thread, WORDS.slice(0, 2));
    expect(acme.called('chat.stopStream')).toHaveLength(0);
    ends.resolve(reply(WHOLE));
    await stands(thread, WORDS);
    expect(last('chat.startStream')).toMatchObject({
      thread_ts: thread,
      recipient_user_id: acme.users.bob,
      recipient_team_id: 'T_PARTNER',
    });
    expect(acme.called('chat.postMessage')).toHaveLength(0);
    expect(acme.called('chat.delete')).toHaveLength(0);
  });

  it('needs no reader to be named in a direct message', async () => {
    const opened = await acme.call('conversations.open', { users: acme.users.bob });
    const channel = JSON.parse(JSON.stringify(opened.channel)).id;
    const { ts } = await acme.call('chat.postMessage', { channel, text: 'x' });
    const message = { type: 'message', channel_type: 'im', user: acme.users.bob, channel, ts, text: 'what is leased?' };
    await open.notify(event(acme, message));
    ends.resolve(reply(WHOLE));
    await until(() => last('chat.stopStream')?.channel === channel);
    expect(last('chat.startStream')).not.toHaveProperty('recipient_user_id');
  });

  it('waits with a line where Slack asks to wait, and with its end for as long as Slack says', async () => {
    const appended = acme.called('chat.appendStream').length;
    acme.twist('chat.appendStream', SLOW);
    acme.twist('chat.stopStream', SLOW);
    const thread = await ask();
    await until(() => acme.called('chat.appendStream').length > appended);
    ends.resolve(reply(WHOLE));
    await stands(thread, WORDS);
    expect(waits).toContain(30_000);
  });

  it.each([
    ['knows no such method', [{ body: { ok: false, error: 'unknown_method' } }]],
    ['lets nobody begin now', [SLOW, SLOW]],
    ['does not answer when it is begun', [{ status: 502, body: {} }]],
  ])('is one message where Slack %s', async (_what, twists) => {
    acme.twist('chat.startStream', ...twists);
    const thread = await ask();
    ends.resolve(reply(WHOLE));
    await stands(thread, WORDS);
  });

  it.each([
    ['a line is refused', 'chat.appendStream', { body: { ok: false, error: 'invalid_chunks' } }],
    ['a line’s answer is lost', 'chat.appendStream', { silent: true, after: true }],
    ['its end is refused', 'chat.stopStream', { body: { ok: false, error: 'streaming_state_conflict' } }],
  ])('is taken back and given whole, once, where %s', async (_what, method, twist) => {
    acme.twist(method, twist);
    const thread = await ask();
    ends.resolve(reply(WHOLE));
    await stands(thread, WORDS);
    expect(last('chat.delete')).toMatchObject({ channel: acme.channels.infra });
  });

  it('is not given twice where only the answer to its end was lost', async () => {
    const posted = acme.called('chat.postMessage').length;
    acme.twist('chat.stopStream', { silent: true, after: true });
    const thread = await ask();
    ends.resolve(reply(WHOLE));
    await stands(thread, WORDS);
    await until(() => acme.called('chat.stopStream').length > 1);
    expect(acme.called('chat.postMessage')).toHaveLength(posted);
  });

  it('leaves nothing of itself where it turns out otherwise, and where it fails', async () => {
    const thread = await ask();
    ends.resolve(reply({ ...WHOLE, blocks: [SECOND, SOURCES] }));
    await stands(thread, WORDS.slice(1));
    ends = Promise.withResolvers();
    before = acme.called('chat.startStream').map(({ method }) => method);
    const other = await ask();
    await until(() => acme.called('chat.startStream').length > before.length);
    ends.reject(new Error('the database is away'));
    await until(() => acme.called('chat.postEphemeral')[0]);
    await stands(other);
  });
});
